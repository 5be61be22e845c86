//! `__complete`: names for the completion scripts. It is not a verb for people, and is in no help.

use crate::{
    contracts,
    exit::Attempt,
    target,
    words::{self, OptionTable, Word},
};
use std::{
    ffi::OsString,
    io::{Write as _, stdout},
};

/// The verbs whose first word is a target, and whether a method follows.
const WITH_TARGET: [(&str, bool); 8] = [
    ("call", true),
    ("describe", true),
    ("watch", true),
    ("batch", false),
    ("doctor", false),
    ("gen", false),
    ("methods", false),
    ("repl", false),
];

/// The first word of the command of a completion script.
pub const NAME: &str = "__complete";

/// Prints the names that may stand at the place of the last word. A mistake gives no names: a completion has
/// no place for messages. Nothing is asked of a server, no command is run, and no secret is read.
pub fn run(words: &[OsString], definition: &clap::Command) {
    let names = names(words, definition).unwrap_or_default();
    let shown = names.iter().fold(String::new(), |all, name| all + name + "\n");
    let _ = stdout().lock().write_all(shown.as_bytes());
}

fn names(words: &[OsString], definition: &clap::Command) -> Attempt<Vec<String>> {
    let Some((current, before)) = words.split_last() else { return Ok(Vec::new()) };
    let current = current.to_string_lossy();
    if current.starts_with('-') {
        return Ok(Vec::new());
    }
    let options = OptionTable::of(definition);
    let (_, before) = words::take(before.iter().cloned(), &options)?;
    let before: Vec<&str> = before
        .iter()
        .map(|word| match word {
            Word::Written(text) | Word::Text(text) => text.as_str(),
            Word::Struct(_) => "",
        })
        .collect();
    let found = match &before[..] {
        [] | ["proxy", _] => target::names(),
        [verb] if WITH_TARGET.iter().any(|(known, _)| known == verb) => target::names(),
        [verb, target] if WITH_TARGET.contains(&(*verb, true)) => methods(target)?,
        [target] => methods(target)?,
        _ => Vec::new(),
    };
    let mut found: Vec<String> =
        found.into_iter().filter(|name| name.starts_with(&*current) && is_plain(name)).collect();
    found.sort();
    Ok(found)
}

/// Returns the methods of a target that are known from earlier runs.
fn methods(word: &str) -> Attempt<Vec<String>> {
    let Some(target) = target::without_secrets(word)? else { return Ok(Vec::new()) };
    let known = contracts::load(&target, None)?;
    Ok(known.map(|known| known.contract.methods.into_keys().collect()).unwrap_or_default())
}

/// Returns whether a shell takes a name as it stands. A server could name a method so that it is a command.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('-')
        && name.chars().all(|char| char.is_ascii_alphanumeric() || "_.:/-".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_offered() {
        for (name, expected) in [
            ("supervisor.getState", true),
            ("a_b:c/d-e", true),
            ("", false),
            ("-x", false),
            ("a b", false),
            ("$(rm)", false),
            ("a;b", false),
            ("é", false),
            ("a\u{1b}", false),
        ] {
            assert_eq!(is_plain(name), expected, "{name}");
        }
    }
}
