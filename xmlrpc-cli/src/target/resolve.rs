//! `resolve`: finds out which server a word means.

use super::{
    configured,
    definition::Target,
    url::{add_secrets, has_password, url_of},
};
use crate::{
    context::Context,
    exit::{Attempt, Failure},
    nearest::nearest,
};

/// Checks the first word of a command that is not a verb.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if it cannot be a target: a did-you-mean.
pub fn check_first_word(word: &str, verbs: &[&str]) -> Attempt {
    if url_of(word)?.is_some() || configured::contains(word)? {
        return Ok(());
    }
    let names = configured::names();
    let known = verbs.iter().copied().chain(names.iter().map(String::as_str));
    let failure = Failure::usage(format!("{word:?} is neither a verb nor a target"));
    Err(match nearest(word, known) {
        Some(name) => failure.with_remedy(format!("did you mean {name}?")),
        None => match configured::warnings().pop() {
            // The name may be in a file that is ignored.
            Some(warning) => failure.with_remedy(warning),
            None => failure
                .with_remedy("a target is a url, :PORT, host:port, host/path or a name of targets.toml"),
        },
    })
}

/// Finds out which server a word means.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the word is not a target.
pub fn resolve(word: &str, context: &Context) -> Attempt<Target> {
    if let Some(url) = url_of(word)? {
        if has_password(&url) {
            context.messages.warning(
                "a password in the url is visible in the list of processes; write --auth USER or --auth USER:env:NAME",
            );
        }
        add_secrets(&url, context);
        return Ok(Target::at(url));
    }
    if let Some(target) = configured::find(word, context)? {
        return Ok(target);
    }
    let names = configured::names();
    let failure = Failure::usage(format!("{word:?} is not a target"));
    Err(match nearest(word, names.iter().map(String::as_str)) {
        Some(name) => failure.with_remedy(format!("did you mean {name}?")),
        None => {
            failure.with_remedy("a target is a url, :PORT, host:port, host/path or a name of targets.toml")
        }
    })
}

/// Returns the names of the targets in the configuration.
#[must_use]
pub fn names() -> Vec<String> {
    configured::names()
}

/// Finds out which server a word means, without its credentials: no command is run, and no secret is read.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the word or the configuration is wrong.
pub fn without_secrets(word: &str) -> Attempt<Option<Target>> {
    match url_of(word)? {
        Some(url) => Ok(Some(Target::at(url))),
        None => configured::url_and_contract(word),
    }
}
