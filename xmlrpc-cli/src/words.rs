//! `Word` and `sort`: the words of a command, sorted into a verb, its options and the arguments of the
//! remote method.

use crate::{
    exit::{Attempt, Failure},
    target,
};
use clap::{Arg, Command};
use std::{collections::VecDeque, ffi::OsString};

/// One argument of the remote method, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// A word that the argument grammar reads.
    Written(String),
    /// A string, exactly as it stands, because it follows `--strings`.
    Text(String),
    /// The items of one `--struct`.
    Struct(Vec<String>),
}

/// The words of a command, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// What clap reads: the program's name, the verb, the options, and after `--` the first positional words.
    pub options: Vec<OsString>,
    /// What the argument grammar reads.
    pub arguments: Vec<Word>,
}

/// Returns how many positional words stand before the arguments of the remote method, if the verb takes such
/// arguments.
fn positionals(verb: &str) -> Option<usize> {
    match verb {
        "call" | "watch" => Some(2),
        "encode" => Some(1),
        _ => None,
    }
}

/// Sorts the words of a command, without the program's own name.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the first word is neither a verb nor a target, or if a word
/// cannot stand where it stands.
pub fn sort(words: impl IntoIterator<Item = OsString>, definition: &Command) -> Attempt<Sorted> {
    let mut words: VecDeque<OsString> = words.into_iter().collect();
    let options = OptionTable::of(definition);
    let Some(at) = options.first_word(&words) else {
        // Only options: the help, the version, or an error that clap knows best.
        let program = OsString::from(definition.get_name());
        return Ok(Sorted { options: [program].into_iter().chain(words).collect(), arguments: Vec::new() });
    };
    let first = words[at].to_string_lossy().into_owned();
    let is_verb = first == "help" || definition.find_subcommand(&first).is_some();
    let verb = if is_verb {
        words.remove(at);
        first
    } else {
        target::check_first_word(&first, &verbs(definition))?;
        "call".to_owned()
    };
    let mut sorted = Sorted::default();
    sorted.options.push(definition.get_name().into());
    sorted.options.push(verb.as_str().into());
    match positionals(&verb) {
        None => sorted.options.extend(words),
        Some(count) => {
            let (taken, found) = take(words, &options)?;
            let mut found = found.into_iter();
            sorted.options.extend(taken);
            sorted.options.push("--".into());
            for word in found.by_ref().take(count) {
                match word {
                    Word::Written(word) | Word::Text(word) => sorted.options.push(word.into()),
                    Word::Struct(_) => {
                        let names = if count == 1 { "METHOD" } else { "TARGET METHOD" };
                        return Err(Failure::usage(format!("--struct stands before {names}"))
                            .with_remedy(format!("write xmlrpc {verb} {names} --struct …")));
                    }
                }
            }
            sorted.arguments = found.collect();
        }
    }
    Ok(sorted)
}

fn verbs(definition: &Command) -> Vec<&str> {
    definition.get_subcommands().map(Command::get_name).collect()
}

/// Takes the options out of words, and returns them and the arguments.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if an argument begins with `-` and is not a number, or if a
/// word is not UTF-8.
pub fn take(
    words: impl IntoIterator<Item = OsString>,
    options: &OptionTable,
) -> Attempt<(Vec<OsString>, Vec<Word>)> {
    let mut taken = Vec::new();
    let mut arguments = Vec::new();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let Some(text) = word.to_str() else {
            arguments.push(Word::Written(utf8(word)?));
            continue;
        };
        match text {
            "--" => {
                for word in words.by_ref() {
                    arguments.push(Word::Written(utf8(word)?));
                }
            }
            "--strings" => {
                for word in words.by_ref() {
                    arguments.push(Word::Text(utf8(word)?));
                }
            }
            "--struct" => {
                let mut items = Vec::new();
                while let Some(item) = words.next_if(|next| !next.as_encoded_bytes().starts_with(b"-")) {
                    items.push(utf8(item)?);
                }
                arguments.push(Word::Struct(items));
            }
            _ if !text.starts_with('-') || is_negative_number(text) => {
                arguments.push(Word::Written(text.to_owned()));
            }
            _ => match options.look_up(text) {
                OptionKind::Flag | OptionKind::WithValue => taken.push(word),
                OptionKind::BeforeValue => {
                    taken.push(word);
                    taken.extend(words.next());
                }
                OptionKind::Unknown if text.starts_with("--") => taken.push(word),
                OptionKind::Unknown => {
                    return Err(Failure::usage(format!("unknown option {text:?}")).with_remedy(
                        "an argument that begins with - and is not a number comes after --, \
                         as in: xmlrpc TARGET METHOD -- -x",
                    ));
                }
            },
        }
    }
    Ok((taken, arguments))
}

fn utf8(word: OsString) -> Attempt<String> {
    word.into_string().map_err(|word| {
        Failure::usage(format!("the argument {:?} is not UTF-8", word.to_string_lossy()))
            .with_remedy("put the bytes into a file and write @file")
    })
}

/// Returns whether a word that begins with `-` is a number, and so an argument and not an option.
fn is_negative_number(word: &str) -> bool {
    let number = word.strip_prefix('-').unwrap_or_default();
    number.starts_with(|char: char| char.is_ascii_digit())
        && serde_json::from_str::<&serde_json::value::RawValue>(word).is_ok()
}

/// The options of all verbs: which of them take a value.
#[derive(Debug, Default)]
pub struct OptionTable {
    long: Vec<(String, bool)>,
    short: Vec<(char, bool)>,
}

/// What a word that begins with `-` is.
enum OptionKind {
    Flag,
    /// An option whose value stands in the same word.
    WithValue,
    /// An option whose value is the next word.
    BeforeValue,
    Unknown,
}

impl OptionTable {
    /// Collects the options of a command and of its verbs.
    #[must_use]
    pub fn of(definition: &Command) -> Self {
        let mut table = Self::default();
        let all = definition.get_subcommands().flat_map(Command::get_arguments);
        for arg in definition.get_arguments().chain(all) {
            let takes_value = takes_value(arg);
            table.long.extend(
                arg.get_long_and_visible_aliases()
                    .into_iter()
                    .flatten()
                    .map(|name| (name.to_owned(), takes_value)),
            );
            table.short.extend(
                arg.get_short_and_visible_aliases().into_iter().flatten().map(|name| (name, takes_value)),
            );
        }
        table.long.extend([("help".to_owned(), false), ("version".to_owned(), false)]);
        table.short.extend([('h', false), ('V', false)]);
        table
    }

    fn look_up(&self, word: &str) -> OptionKind {
        if let Some(long) = word.strip_prefix("--") {
            let (name, has_value) = long.split_once('=').map_or((long, false), |(name, _)| (name, true));
            return match self.long.iter().find(|(known, _)| known == name) {
                Some(_) if has_value => OptionKind::WithValue,
                Some((_, true)) => OptionKind::BeforeValue,
                Some((_, false)) => OptionKind::Flag,
                None => OptionKind::Unknown,
            };
        }
        let mut shorts = word.chars().skip(1).peekable();
        while let Some(short) = shorts.next() {
            match self.short.iter().find(|(known, _)| *known == short) {
                Some((_, true)) => {
                    return if shorts.peek().is_some() {
                        OptionKind::WithValue
                    } else {
                        OptionKind::BeforeValue
                    };
                }
                Some((_, false)) => {}
                None => return OptionKind::Unknown,
            }
        }
        if word.len() > 1 { OptionKind::Flag } else { OptionKind::Unknown }
    }

    /// Returns where the first word is that is not an option and not the value of one.
    fn first_word(&self, words: &VecDeque<OsString>) -> Option<usize> {
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let text = word.to_string_lossy();
            if text == "--" {
                return words.get(at + 1).map(|_| at + 1);
            }
            if !text.starts_with('-') {
                return Some(at);
            }
            at += match self.look_up(&text) {
                OptionKind::BeforeValue => 2,
                _ => 1,
            };
        }
        None
    }
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_action().takes_values()
}
