//! `Answers`: what a server says of itself.

use std::collections::BTreeMap;
use xmlrpc_client::{Error, ErrorKind, blocking::Client};
use xmlrpc_serde::Value;

/// How many questions go into one multicall.
const BATCH: usize = 200;

/// The answers of a server to the questions that describe it, in whatever shape they came.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Answers {
    /// `system.listMethods`.
    pub methods: Vec<String>,
    /// `system.methodSignature`, by method.
    pub signatures: BTreeMap<String, Value>,
    /// `system.methodHelp`, by method.
    pub help: BTreeMap<String, Value>,
    /// `system.listNotifications` of aria2.
    pub notifications: Vec<String>,
    /// `_listapi` of Koji.
    pub list_api: Option<Value>,
    /// `get_keyword_names` of Robot Framework's remote libraries.
    pub keywords: Vec<String>,
    /// `get_keyword_arguments`, by keyword.
    pub keyword_arguments: BTreeMap<String, Value>,
    /// `get_keyword_documentation`, by keyword.
    pub keyword_documentation: BTreeMap<String, Value>,
    /// `fields_get` of Odoo, by model.
    pub fields: BTreeMap<String, Value>,
}

impl Answers {
    /// Asks a live server. Nothing but questions is called: `system.listMethods`, `system.methodSignature`,
    /// `system.methodHelp`, and where these are missing Koji's `_listapi` and Robot Framework's
    /// `get_keyword_names`.
    ///
    /// # Errors
    /// If the server cannot be reached. Faults are answers: the server does not have that method.
    pub fn ask(client: &Client) -> Result<Self, Error> {
        let mut answers = Self::ask_names(client)?;
        let names = answers.names();
        answers.ask_about(client, &names)?;
        Ok(answers)
    }

    /// Asks a live server for the names of its methods only.
    ///
    /// # Errors
    /// As [`Answers::ask`].
    pub fn ask_names(client: &Client) -> Result<Self, Error> {
        let mut answers = Self::default();
        answers.ask_one(client, "system.listMethods", None)?;
        if answers.methods.iter().any(|method| method == "_listapi") || answers.methods.is_empty() {
            answers.ask_one(client, "_listapi", None)?;
        }
        if answers.methods.is_empty() || answers.methods.iter().any(|method| method == "get_keyword_names") {
            answers.ask_one(client, "get_keyword_names", None)?;
        }
        if answers.methods.iter().any(|method| method == "system.listNotifications") {
            answers.ask_one(client, "system.listNotifications", None)?;
        }
        Ok(answers)
    }

    /// Asks a live server about some methods: their signatures, parameters and documentation.
    ///
    /// # Errors
    /// As [`Answers::ask`].
    pub fn ask_about(&mut self, client: &Client, names: &[String]) -> Result<(), Error> {
        let (keywords, methods): (Vec<_>, Vec<_>) =
            names.iter().cloned().partition(|name| self.keywords.contains(name));
        self.ask_of_each(client, &["get_keyword_arguments", "get_keyword_documentation"], &keywords)?;
        if self.list_api.is_none() {
            self.ask_of_each(client, &["system.methodSignature", "system.methodHelp"], &methods)?;
        }
        Ok(())
    }

    /// Returns the names of all methods, whichever question they answer. The order is that of the server.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names = self.methods.clone();
        let listed = self.list_api.iter().flat_map(|list| list.as_array().unwrap_or_default());
        let listed = listed.filter_map(|method| Some(method.get("name")?.as_str()?.to_owned()));
        for name in listed.chain(self.keywords.iter().cloned()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Asks one question; `about` is the method that it is about.
    fn ask_one(&mut self, client: &Client, question: &str, about: Option<&str>) -> Result<(), Error> {
        let params: Vec<Value> = about.map(Value::from).into_iter().collect();
        match client.call::<_, Option<Value>>(question, &params) {
            Ok(value) => self.take(question, &params, value.as_ref()),
            Err(error) if is_an_answer(&error) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn ask_of_each(&mut self, client: &Client, questions: &[&str], names: &[String]) -> Result<(), Error> {
        let asked = questions.iter().filter(|question| self.may_have(question));
        let calls: Vec<(&str, &str)> =
            asked.flat_map(|question| names.iter().map(|name| (*question, name.as_str()))).collect();
        for calls in calls.chunks(BATCH) {
            let batch = client.multicall().fallback_to_single_calls(true);
            let slots: Vec<_> = calls
                .iter()
                .map(|(question, name)| batch.call::<_, Option<Value>>(question, (*name,)))
                .collect();
            let mut replies = match client.send(batch) {
                Ok(replies) => replies,
                // A server without a multicall says so in many ways.
                Err(error) if is_an_answer(&error) => {
                    for (question, name) in calls {
                        self.ask_one(client, question, Some(name))?;
                    }
                    continue;
                }
                Err(error) => return Err(error),
            };
            for ((question, name), slot) in calls.iter().zip(slots) {
                match replies.take(slot) {
                    Ok(value) => self.take(question, &[Value::from(*name)], value.as_ref()),
                    Err(error) if is_an_answer(&error) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }

    /// Whether it makes sense to ask this: the server lists the method, or lists none.
    fn may_have(&self, question: &str) -> bool {
        self.methods.is_empty() || self.methods.iter().any(|method| method == question)
    }

    /// Adds the answer to a call, if the call was such a question.
    pub(crate) fn take(&mut self, method: &str, params: &[Value], value: Option<&Value>) {
        let Some(value) = value else { return };
        let about = params.first().and_then(Value::as_str);
        match (method, about) {
            ("system.listMethods", _) => extend(&mut self.methods, value),
            ("system.listNotifications", _) => extend(&mut self.notifications, value),
            ("system.methodSignature", Some(name)) => insert(&mut self.signatures, name, value),
            ("system.methodHelp", Some(name)) => insert(&mut self.help, name, value),
            ("_listapi", _) => self.list_api = Some(value.clone()),
            ("get_keyword_names", _) => extend(&mut self.keywords, value),
            ("get_keyword_arguments", Some(name)) => insert(&mut self.keyword_arguments, name, value),
            ("get_keyword_documentation", Some(name)) => insert(&mut self.keyword_documentation, name, value),
            ("execute" | "execute_kw", _) => {
                if let [_, _, _, Value::String(model), Value::String(function), ..] = params
                    && function == "fields_get"
                {
                    insert(&mut self.fields, model, value);
                }
            }
            _ => {}
        }
    }
}

/// Whether a failed question is an answer, too: the method is missing, or does not take this.
fn is_an_answer(error: &Error) -> bool {
    error.fault().is_some() || matches!(error.kind(), ErrorKind::Status | ErrorKind::Protocol)
}

fn insert(answers: &mut BTreeMap<String, Value>, name: &str, value: &Value) {
    answers.insert(name.to_owned(), value.clone());
}

/// Adds the texts of a list; other values are how some servers say that they have none.
fn extend(names: &mut Vec<String>, value: &Value) {
    for name in value.as_array().unwrap_or_default().iter().filter_map(Value::as_str) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
}
