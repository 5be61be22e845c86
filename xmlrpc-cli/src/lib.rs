//! The parts of the program `xmlrpc`, which talks to XML-RPC servers from a shell.
//!
//! The package is a program. Its library exists so that the parts have tests of their own, and it promises no
//! stable names.
//!
//! A command goes through the modules in this order:
//!
//! | module | what it does |
//! |---|---|
//! | [`command_line`], [`words`] | sort the words of the command into a verb, its options and its arguments |
//! | [`verbs`] | one file for each verb |
//! | [`target`], [`config`] | find out which server a word means |
//! | [`arguments`] | turns words into parameters |
//! | [`contracts`] | gives parameters the types that their method is known to take |
//! | [`connect`] | makes a client of the options that every call has |
//! | [`output`] | writes a result in one of the forms of `-o` |
//!
//! Below them are [`typed`] (JSON that keeps the types), [`listen`] and [`replay`] (for the verbs that
//! serve), [`dialect`], [`envelope`], [`credentials`], [`context`] (what the whole run shares),
//! [`messages`], [`secrets`], [`text`] (what a terminal may be sent) and [`exit`] (exit codes).

pub mod arguments;
pub mod command_line;
pub mod config;
pub mod connect;
pub mod context;
pub mod contracts;
pub mod credentials;
pub mod dialect;
pub mod envelope;
pub mod exit;
pub mod interrupt;
pub mod listen;
pub mod messages;
pub mod nearest;
pub mod output;
pub mod progress;
pub mod replay;
pub mod secrets;
pub mod target;
pub mod terminal;
pub mod text;
pub mod typed;
pub mod verbs;
pub mod words;

use command_line::{Command, Verb};
use exit::Attempt;
use std::{ffi::OsString, process::ExitCode};

/// Runs the program with the words of its command line, the first of which is its own name.
#[must_use]
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut words = words.into_iter().skip(1).peekable();
    if words.next_if(|word| word == verbs::complete::NAME).is_some() {
        let words: Vec<OsString> = words.skip_while(|word| word == "--").collect();
        verbs::complete::run(&words, &command_line::definition());
        return ExitCode::SUCCESS;
    }
    let Command { verb, context } = match command_line::parse(words) {
        Ok(command) => command,
        Err(code) => return code,
    };
    // The prompt handles interrupts itself, behind the editor of its lines, which takes the signal too.
    if !matches!(verb, Verb::Repl(_)) {
        interrupt::exit_on_interrupt();
    }
    let outcome: Attempt = match verb {
        Verb::Call(args) => verbs::call::run(&args, &context),
        Verb::Methods(args) => verbs::methods::run(&args, &context),
        Verb::Describe(args) => verbs::describe::run(&args, &context),
        Verb::Doctor(args) => verbs::doctor::run(&args, &context),
        Verb::Decode(args) => verbs::decode::run(&args, &context),
        Verb::Encode(args) => verbs::encode::run(&args, &context),
        Verb::Batch(args) => verbs::batch::run(&args, &context),
        Verb::Watch(args) => verbs::watch::run(&args, &context),
        Verb::Repl(args) => {
            verbs::repl::run(&args, &command_line::definition(), command_line::call, &context)
        }
        Verb::Proxy(args) => verbs::proxy::run(&args, &context),
        Verb::Serve(args) => verbs::serve::run(&args, &context),
        Verb::Gen(args) => verbs::r#gen::run(&args, &context),
        Verb::Target(args) => verbs::target::run(&args, &context),
        Verb::Completions(args) => verbs::completions::run(&args, command_line::definition()),
        Verb::Man(args) => verbs::man::run(&args, command_line::definition(), &context),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.is_said() {
                context.messages.failure(&failure);
            }
            ExitCode::from(failure.code())
        }
    }
}
