//! `ArgumentReader`: reads all arguments of a call.

use super::{
    expected::Expected,
    item::{self, ItemContent},
    prefix, word,
};
use crate::{
    context::Context,
    contracts::{self, Known},
    dialect::Dialect,
    exit::{Attempt, Failure},
    text, typed,
    words::Word,
};
use std::{
    fs,
    io::{Read as _, stdin},
    path::Path,
};
use xmlrpc::{Struct, Value};

/// The parameters of a call, read from its arguments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arguments {
    /// The parameters.
    pub values: Vec<Value>,
    /// Whether a word was read as a number although nothing says that it is one.
    pub guessed: bool,
    /// Why the arguments do not fit what the server said of the method, which is often wrong.
    pub misfit: Option<String>,
}

/// Where the parameters of a call come from.
pub struct ArgumentReader<'a> {
    context: &'a Context,
    known: Option<&'a Known>,
    method: &'a str,
    dialect: Dialect,
    stdin_taken: bool,
    guessed: bool,
}

impl<'a> ArgumentReader<'a> {
    /// Creates a reader for the arguments of one call.
    #[must_use]
    pub fn new(method: &'a str, dialect: Dialect, known: Option<&'a Known>, context: &'a Context) -> Self {
        Self { context, known, method, dialect, stdin_taken: false, guessed: false }
    }

    /// Reads the arguments: those of `file` if there is one, or else `words`, and then the keyword arguments.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if an argument cannot be read, or if a contract refuses the
    /// arguments. Nothing was sent then.
    pub fn read(mut self, words: &[Word], keywords: &[String], file: Option<&Path>) -> Attempt<Arguments> {
        let mut values = match file {
            Some(_) if !words.is_empty() => {
                return Err(Failure::usage(
                    "--arguments holds all parameters, but there are arguments beside it",
                )
                .with_remedy("put them into the file, or leave --arguments out"));
            }
            Some(file) => self.file_of_arguments(file)?,
            None => {
                let count = words.len() + usize::from(!keywords.is_empty());
                words
                    .iter()
                    .enumerate()
                    .map(|(index, word)| self.word(word, index, count))
                    .collect::<Attempt<Vec<_>>>()?
            }
        };
        if !keywords.is_empty() {
            let count = values.len() + 1;
            let members = self.members(keywords, "--kw", self.expected(count - 1, count))?;
            values.push(self.dialect.keywords(members));
        }
        let misfit = match self.known {
            Some(known) => contracts::check(known, self.method, &values)?,
            None => None,
        };
        Ok(Arguments { values, guessed: self.guessed, misfit })
    }

    fn expected(&self, index: usize, count: usize) -> Option<Expected<'a>> {
        let known = self.known?;
        known.parameter(self.method, index, count).map(|ty| Expected::new(known, ty))
    }

    fn word(&mut self, word: &Word, index: usize, count: usize) -> Attempt<Value> {
        let expected = self.expected(index, count);
        match word {
            Word::Text(text) => Ok(Value::String(text.clone())),
            Word::Written(word) => self.argument(word, expected),
            Word::Struct(items) => Ok(Value::Struct(self.members(items, "--struct", expected)?)),
        }
    }

    fn members(&mut self, items: &[String], option: &str, expected: Option<Expected<'a>>) -> Attempt<Struct> {
        let mut members = Struct::with_capacity(items.len());
        for item in items {
            let item = item::read(item, option)?;
            let value = match item.content {
                ItemContent::Text(text) => Value::String(text),
                ItemContent::Argument(word) => {
                    let expected = expected.and_then(|expected| expected.member(&item.name));
                    self.argument(&word, expected)?
                }
            };
            if members.contains_key(&item.name) {
                return Err(Failure::usage(format!("{option} has two members {:?}", item.name)).with_remedy(
                    r#"for two members of one name write {"$struct": [["name", …], ["name", …]]}"#,
                ));
            }
            members.push(item.name, value);
        }
        Ok(members)
    }

    /// Reads one argument.
    fn argument(&mut self, word: &str, expected: Option<Expected<'a>>) -> Attempt<Value> {
        if let Some(file) = word.strip_prefix("=@") {
            let bytes = self.content(file, word)?;
            return String::from_utf8(bytes).map(Value::String).map_err(|_| {
                Failure::usage(format!("{file:?} is not text in UTF-8"))
                    .with_remedy(format!("write @{file} to send its bytes as base64"))
            });
        }
        if let Some(file) = word.strip_prefix('@') {
            return self.content(file, word).map(Value::Base64);
        }
        if let Some(value) = prefix::read(word, self.context)? {
            return Ok(value);
        }
        word::read(word, expected, &mut self.guessed)
    }

    /// Reads the content of a file, or of standard input for `-`.
    fn content(&mut self, file: &str, word: &str) -> Attempt<Vec<u8>> {
        let as_text = format!("for the text itself write s:{word}");
        match file {
            "" => {
                Err(Failure::usage(format!("expected the name of a file in {word:?}")).with_remedy(as_text))
            }
            "-" => self.standard_input(word),
            _ => fs::read(file)
                .map_err(|error| Failure::reading(format!("{file:?}"), &error).with_remedy(as_text)),
        }
    }

    fn standard_input(&mut self, wanted_by: &str) -> Attempt<Vec<u8>> {
        if self.stdin_taken {
            return Err(Failure::usage(format!(
                "standard input is read twice; {wanted_by} is the second time"
            )));
        }
        self.stdin_taken = true;
        let mut bytes = Vec::new();
        stdin().lock().read_to_end(&mut bytes).map_err(|error| Failure::reading("standard input", &error))?;
        Ok(bytes)
    }

    fn file_of_arguments(&mut self, file: &Path) -> Attempt<Vec<Value>> {
        let bytes = if file == Path::new("-") {
            self.standard_input("--arguments -")?
        } else {
            fs::read(file).map_err(|error| Failure::reading(file.display(), &error))?
        };
        let shown = if file == Path::new("-") { "standard input".into() } else { file.to_string_lossy() };
        let json =
            String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{shown} is not text in UTF-8")))?;
        match typed::read(&json).map_err(|error| prefix::bad_json(&json, &error))? {
            Value::Array(values) => Ok(values),
            other => Err(Failure::usage(format!(
                "expected a JSON array of all parameters in {shown}, found {}",
                contracts::kind_of(&other)
            ))
            .with_remedy("write [ … ] around a single parameter")),
        }
    }
}

/// Describes parameters with their types, on one line: `int 5, string "x"`.
#[must_use]
pub fn describe(values: &[Value]) -> String {
    let described: Vec<String> = values
        .iter()
        .map(|value| match value {
            Value::Nil => "nil".to_owned(),
            _ => format!("{} {}", contracts::kind_of(value), typed::write_plain(value)),
        })
        .collect();
    text::one_line(&described.join(", "))
}
