//! `ReplHelper`: completion, and lines that go on.

use super::split::split;
use rustyline::{
    Context, Helper, Result,
    completion::Completer,
    highlight::Highlighter,
    hint::Hinter,
    validate::{ValidationContext, ValidationResult, Validator},
};
use xmlrpc::{
    Value,
    contract::{Contract, Type},
};

/// The commands of the prompt, and what they do.
pub(super) const COMMANDS: [(&str, &str); 8] = [
    (":describe METHOD", "show what is known of a method"),
    (":help", "show this"),
    (":methods [PATTERN]", "list the methods"),
    (":quit", "end, as Ctrl-D does"),
    (":raw", "show the last reply as it came"),
    (":refresh", "ask the server for its methods again"),
    (":save FILE", "write the last result to a file, as `-o typed` (base64 as its bytes)"),
    (":time", "show how long each call takes, or stop to show it"),
];

/// What the editor asks while a line is written.
#[derive(Default)]
pub(super) struct ReplHelper {
    /// What is known of the server.
    pub(super) contract: Contract,
    /// The names of all methods.
    pub(super) methods: Vec<String>,
    /// The names of the members of the last result.
    pub(super) members: Vec<String>,
    /// The options of a call.
    pub(super) options: Vec<String>,
}

impl ReplHelper {
    /// Keeps the names of the members of a result, for the completion of `--columns` and `--jq`.
    pub(super) fn note_members(&mut self, result: &Value) {
        let row = match result {
            Value::Array(rows) => rows.first(),
            other => Some(other),
        };
        if let Some(Value::Struct(members)) = row {
            self.members = members.iter().map(|(name, _)| name.to_owned()).collect();
        }
    }

    /// Returns the beginning of what is completed, and what may stand there.
    fn candidates(&self, before: &str) -> (usize, Vec<String>) {
        let start = before.rfind([' ', '\t', '\n']).map_or(0, |at| at + 1);
        let current = &before[start..];
        let words: Vec<&str> = before[..start].split_whitespace().collect();
        let matching = |names: &mut dyn Iterator<Item = String>, current: &str| -> Vec<String> {
            let mut found: Vec<String> = names.filter(|name| name.starts_with(current)).collect();
            found.sort();
            found.dedup();
            found
        };
        let methods = || self.methods.iter().filter(|name| is_plain(name)).cloned();
        match &words[..] {
            [] if current.starts_with(':') => {
                let commands =
                    COMMANDS.iter().filter_map(|(form, _)| form.split(' ').next()).map(str::to_owned);
                (start, matching(&mut commands.into_iter(), current))
            }
            [] | [":describe" | "describe" | ":methods"] => (start, matching(&mut methods(), current)),
            [_, .., "--columns"] => {
                let from = start + current.rfind(',').map_or(0, |at| at + 1);
                (from, matching(&mut self.members.iter().cloned(), &before[from..]))
            }
            [_, .., "--jq"] => {
                let Some(dot) = current.rfind('.') else { return (start, Vec::new()) };
                let from = start + dot + 1;
                (from, matching(&mut self.members.iter().cloned(), &before[from..]))
            }
            [_, ..] if current.starts_with('-') => {
                (start, matching(&mut self.options.iter().cloned(), current))
            }
            [method, rest @ ..] if rest.contains(&"--struct") && !current.contains('=') => {
                let mut items = self.fields_of(method).into_iter().map(|name| name + "=");
                (start, matching(&mut items, current))
            }
            // The name of a member in JSON, behind its opening quote.
            [method, ..] => {
                let Some(quote) = before
                    .rfind('"')
                    .filter(|at| matches!(before[..*at].trim_end().chars().last(), Some('{' | ',')))
                else {
                    return (start, Vec::new());
                };
                let mut names = self.fields_of(method).into_iter().map(|name| name + "\": ");
                (quote + 1, matching(&mut names, &before[quote + 1..]))
            }
        }
    }

    /// Returns the names of the members of the structs that a method takes.
    fn fields_of(&self, method: &str) -> Vec<String> {
        let params = self
            .contract
            .methods
            .get(method)
            .into_iter()
            .flat_map(|method| &method.overloads)
            .flat_map(|list| &list.params);
        let mut names = Vec::new();
        for param in params {
            if param.keyword {
                names.push(param.name.clone());
            }
            if let Type::Struct(of) = inner(&param.ty)
                && let Some(found) = self.contract.types.get(of)
            {
                names.extend(found.fields.iter().map(|field| field.name.clone()));
            }
        }
        names
    }
}

fn inner(ty: &Type) -> &Type {
    match ty {
        Type::List(of) | Type::Map(of) | Type::Optional(of) | Type::OrNothing(_, of) => inner(of),
        ty => ty,
    }
}

/// A name that the line takes as it stands.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric() || "_.:/-".contains(char))
}

impl Completer for ReplHelper {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> Result<(usize, Vec<String>)> {
        Ok(self.candidates(&line[..at]))
    }
}

impl Validator for ReplHelper {
    fn validate(&self, context: &mut ValidationContext<'_>) -> Result<ValidationResult> {
        Ok(match split(context.input()) {
            Ok(_) => ValidationResult::Valid(None),
            Err(_) => ValidationResult::Incomplete,
        })
    }
}

impl Hinter for ReplHelper {
    type Hint = String;
}

impl Highlighter for ReplHelper {}

impl Helper for ReplHelper {}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::{
        contract::{Field, Method, Overload, Param, Struct},
        value,
    };

    fn helper() -> ReplHelper {
        let mut contract = Contract::default();
        let fields = ["name", "number"].map(|name| Field { name: name.to_owned(), ..Field::default() });
        contract.types.insert("User".to_owned(), Struct { fields: fields.to_vec(), ..Struct::default() });
        let param = Param { ty: Type::Struct("User".to_owned()), ..Param::default() };
        let method = Method { overloads: vec![Overload { params: vec![param] }], ..Method::default() };
        contract.methods.insert("user.add".to_owned(), method);
        let mut helper = ReplHelper {
            contract,
            methods: ["user.add", "user.list", "$(rm)"].map(str::to_owned).to_vec(),
            options: ["--jq", "--kw", "-o"].map(str::to_owned).to_vec(),
            ..ReplHelper::default()
        };
        helper.note_members(&value!([{"id": 1, "name": "a"}, {}]));
        helper
    }

    #[test]
    fn methods_members_options_and_commands_are_completed() {
        let helper = helper();
        let table: [(&str, usize, &[&str]); 12] = [
            ("user.", 0, &["user.add", "user.list"]),
            ("$", 0, &[]),
            (":des", 0, &[":describe"]),
            (":describe user.l", 10, &["user.list"]),
            ("user.list --j", 10, &["--jq"]),
            ("user.list --columns id,n", 23, &["name"]),
            ("user.list --jq .[].n", 19, &["name"]),
            ("user.add --struct n", 18, &["name=", "number="]),
            ("user.add --struct name=a nu", 25, &["number="]),
            (r#"user.add {"n"#, 11, &["name\": ", "number\": "]),
            (r#"user.add {"name": "a", "nu"#, 24, &["number\": "]),
            (r#"user.add {"name": "n"#, 18, &[]),
        ];
        for (line, start, expected) in table {
            let (found_start, found) = helper.candidates(line);
            assert_eq!(found, expected, "{line}");
            if !expected.is_empty() {
                assert_eq!(found_start, start, "{line}");
            }
        }
    }
}
