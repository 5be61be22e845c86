//! `SecretSource`: where the text of a password or a key comes from. `ConfigValue`: a parameter in a file.

use crate::{
    context::Context,
    exit::{Attempt, Failure},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use xmlrpc::{DateTime, Struct, Value};

/// Literal texts of a configuration that are shorter are not masked: they are parts of too many other texts.
const SHORTEST_SECRET: usize = 4;

/// Where the text of a password or a key comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretSource {
    /// The text itself.
    Text(String),
    /// `{ env = "NAME" }`: a variable of the environment.
    Env(String),
    /// `{ command = "pass show sv" }`: what a command prints, without the last line end. A text runs in the
    /// shell, and a list runs a program with arguments.
    Command(Vec<String>),
    /// `{ file = "key.txt" }`: the text in a file, without the last line end.
    File(PathBuf),
}

impl SecretSource {
    /// Reads a source. Paths are relative to `folder`.
    ///
    /// # Errors
    /// A text that says what was expected.
    pub fn from_toml(value: &toml::Value, folder: &Path) -> Result<Self, String> {
        match value {
            toml::Value::String(text) => Ok(Self::Text(text.clone())),
            toml::Value::Integer(number) => Ok(Self::Text(number.to_string())),
            toml::Value::Table(table) => Self::from_table(table, folder)
                .unwrap_or_else(|| Err("expected { env = … }, { command = … } or { file = … }".to_owned())),
            other => Err(format!("expected a text or {{ env = … }}, found {}", other.type_str())),
        }
    }

    /// Reads a table with the one key `env`, `command` or `file`; `None` for any other table.
    fn from_table(table: &toml::Table, folder: &Path) -> Option<Result<Self, String>> {
        let mut members = table.iter();
        let (key, value) = members.next()?;
        if members.next().is_some() || !matches!(key.as_str(), "env" | "command" | "file") {
            return None;
        }
        let wrong = |expected: &str| Err(format!("`{key}`: expected {expected}, found {}", value.type_str()));
        Some(match (key.as_str(), value) {
            ("env", toml::Value::String(name)) => Ok(Self::Env(name.clone())),
            ("file", toml::Value::String(path)) => Ok(Self::File(folder.join(path))),
            ("command", toml::Value::String(line)) => Ok(Self::Command(vec![line.clone()])),
            ("command", toml::Value::Array(words)) if !words.is_empty() => words
                .iter()
                .map(|word| word.as_str().map(str::to_owned))
                .collect::<Option<Vec<_>>>()
                .map_or_else(|| wrong("a list of texts"), |words| Ok(Self::Command(words))),
            ("command", _) => wrong("a text or a list of texts"),
            _ => wrong("a text"),
        })
    }

    /// Gets the text, and marks it as a secret.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if the variable is not set, the command fails, or the file
    /// cannot be read.
    pub fn read(&self, context: &Context) -> Attempt<String> {
        let text = match self {
            Self::Text(text) => text.clone(),
            Self::Env(name) => std::env::var(name).map_err(|_| {
                Failure::usage(format!("the configuration needs the variable {name}, which is not set"))
                    .with_remedy(format!("set it: export {name}=…"))
            })?,
            Self::Command(words) => output_of(words)?,
            Self::File(path) => fs::read_to_string(path)
                .map_err(|error| Failure::reading(path.display(), &error))
                .map(without_line_end)?,
        };
        context.secrets.add(&text);
        Ok(text)
    }
}

/// Runs a command, and returns what it prints. It may ask the user: its standard input and standard error are
/// the program's own.
fn output_of(words: &[String]) -> Attempt<String> {
    let (mut command, shown) = match words {
        [line] => {
            let mut shell = if cfg!(windows) { Command::new("cmd") } else { Command::new("sh") };
            shell.args([if cfg!(windows) { "/C" } else { "-c" }, line]);
            (shell, line.clone())
        }
        words => {
            let mut command = Command::new(words.first().map_or("", String::as_str));
            command.args(words.iter().skip(1));
            (command, words.join(" "))
        }
    };
    let output = command
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::usage(format!("the command {shown:?} cannot be run: {error}")))?;
    if !output.status.success() {
        return Err(Failure::usage(format!("the command {shown:?} failed: {}", output.status)));
    }
    match String::from_utf8(output.stdout) {
        Ok(text) => Ok(without_line_end(text)),
        Err(_) => Err(Failure::usage(format!("the command {shown:?} did not print text in UTF-8"))),
    }
}

fn without_line_end(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    text
}

/// A parameter in a file: a value, or a secret somewhere in it.
#[derive(Clone, Debug, PartialEq)]
pub enum ConfigValue {
    /// A value that is neither of the others.
    Plain(Value),
    /// A literal text, or one that comes from elsewhere.
    Secret(SecretSource),
    /// A list.
    List(Vec<ConfigValue>),
    /// A table.
    Table(Vec<(String, ConfigValue)>),
}

impl ConfigValue {
    /// Reads a value. Paths are relative to `folder`.
    ///
    /// # Errors
    /// A text that says what was expected.
    pub fn from_toml(value: &toml::Value, folder: &Path) -> Result<Self, String> {
        Ok(match value {
            toml::Value::String(text) => Self::Secret(SecretSource::Text(text.clone())),
            toml::Value::Integer(number) => {
                Self::Plain(i32::try_from(*number).map_or(Value::I8(*number), Value::Int))
            }
            toml::Value::Float(number) => Self::Plain(Value::Double(*number)),
            toml::Value::Boolean(yes) => Self::Plain(Value::Bool(*yes)),
            toml::Value::Datetime(date) => {
                let parsed: DateTime = date
                    .to_string()
                    .parse()
                    .map_err(|error| format!("{date} cannot be sent as a date: {error}"))?;
                Self::Plain(Value::DateTime(parsed))
            }
            toml::Value::Array(items) => {
                Self::List(items.iter().map(|item| Self::from_toml(item, folder)).collect::<Result<_, _>>()?)
            }
            toml::Value::Table(table) => match SecretSource::from_table(table, folder) {
                Some(source) => Self::Secret(source?),
                None => Self::Table(
                    table
                        .iter()
                        .map(|(name, value)| Ok((name.clone(), Self::from_toml(value, folder)?)))
                        .collect::<Result<_, String>>()?,
                ),
            },
        })
    }

    /// Gets the value with its secrets, and marks these.
    ///
    /// # Errors
    /// As [`SecretSource::read`].
    pub fn read(&self, context: &Context) -> Attempt<Value> {
        Ok(match self {
            Self::Plain(value) => value.clone(),
            Self::Secret(SecretSource::Text(text)) if text.chars().count() < SHORTEST_SECRET => {
                Value::String(text.clone())
            }
            Self::Secret(source) => Value::String(source.read(context)?),
            Self::List(items) => {
                Value::Array(items.iter().map(|item| item.read(context)).collect::<Attempt<_>>()?)
            }
            Self::Table(members) => {
                let members = members.iter().map(|(name, value)| Ok((name.clone(), value.read(context)?)));
                Value::Struct(members.collect::<Attempt<Struct>>()?)
            }
        })
    }
}
