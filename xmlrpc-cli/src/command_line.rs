//! `Cli`: the verbs and the options that all of them have, and how the words of a command are sorted.
//!
//! The words go through [`words::sort`] before clap sees them: it finds the verb (`call` is implied in
//! front of a target) and takes out the arguments of the remote method, whose rules are not those of
//! options. clap gets the verb, the options and the first positional words.
//!
//! # How to add a verb
//! A verb is a file `verbs/NAME.rs` with a struct `NameArgs` (`clap::Args`) and a function `run(args:
//! NameArgs, context: &Context) -> Attempt`, a variant of [`Verb`] and an arm in `crate::run`. A verb that
//! takes arguments for a remote method has a field `words: Vec<Word>` with `#[arg(skip)]`, which [`parse`]
//! fills, and a line in `words.rs`.

use crate::{
    context::Context,
    messages::{Level, Messages},
    secrets::Secrets,
    terminal::{Color, Terminal},
    text, verbs, words,
    words::Word,
};
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use std::{
    ffi::OsString,
    io::{Write as _, stderr, stdout},
    process::ExitCode,
};

/// Talks to XML-RPC servers: curl for XML-RPC, with types.
#[derive(Debug, Parser)]
#[command(name = "xmlrpc", version, max_term_width = 100, after_help = AFTER_HELP, after_long_help = AFTER_LONG_HELP)]
pub struct Cli {
    /// The options about messages.
    #[command(flatten)]
    pub messages: MessageOptions,
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

const AFTER_HELP: &str = "\
A target is a url (http, https, unix, http+unix, scgi), :PORT, host:port, host/path, or a name
of targets.toml.
If the first word is a target, `call` may be left out.

Examples:
  xmlrpc :8000 system.listMethods
  xmlrpc unix:///run/supervisor.sock supervisor.getState
  xmlrpc scgi:///run/rtorrent.sock d.multicall2 '' main d.name= d.size_bytes= -o table";

const AFTER_LONG_HELP: &str = "\
A target is a url (http, https, unix, http+unix, scgi), :PORT, host:port, host/path, or a name
of targets.toml.
If the first word is a target, `call` may be left out.

Examples:
  xmlrpc :8000 system.listMethods
  xmlrpc unix:///run/supervisor.sock supervisor.getState
  xmlrpc scgi:///run/rtorrent.sock d.multicall2 '' main d.name= d.size_bytes= -o table
  xmlrpc koji listBuilds --kw packageID:=280 --kw 'queryOpts:={\"limit\":3}' --jq '.[].nvr'

Exit codes:
    0  done, also if the reader of the output closed it
    1  the server answered with a fault
    2  the command is wrong, or an argument does not fit its contract; nothing was sent
    3  the response has an HTTP status that is not a success, or it is not XML-RPC
    4  the request was not sent (refused, DNS, TLS); it is safe to repeat
    5  the call may have run (timeout, broken connection, output that could not be written)
    6  the response begins as XML-RPC, but the rest cannot be read
    7  a limit was exceeded; the message names the option
  130  interrupted";

/// The options about messages, which all verbs have.
#[derive(Clone, Copy, Debug, clap::Args)]
#[command(next_help_heading = "Messages")]
pub struct MessageOptions {
    /// Show each request: method, time, status, bytes; twice: also the bodies
    #[arg(short, long, action = clap::ArgAction::Count, global = true)]
    pub verbose: u8,
    /// Show errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// When to colour the output
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_possible_values = false, global = true)]
    pub color: Color,
}

/// What to do.
#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "what a verb does is said by its arguments, and shown in the help")]
pub enum Verb {
    Call(verbs::call::CallArgs),
    Methods(verbs::methods::MethodsArgs),
    Describe(verbs::describe::DescribeArgs),
    Doctor(verbs::doctor::DoctorArgs),
    Decode(verbs::decode::DecodeArgs),
    Encode(verbs::encode::EncodeArgs),
    Batch(verbs::batch::BatchArgs),
    Watch(verbs::watch::WatchArgs),
    Repl(verbs::repl::ReplArgs),
    Proxy(verbs::proxy::ProxyArgs),
    Serve(verbs::serve::ServeArgs),
    Gen(verbs::r#gen::GenArgs),
    Target(verbs::target::TargetArgs),
    Completions(verbs::completions::CompletionsArgs),
    Man(verbs::man::ManArgs),
}

/// A command whose words were understood.
#[derive(Debug)]
pub struct Command {
    /// What to do.
    pub verb: Verb,
    /// What the whole run shares.
    pub context: Context,
}

/// Returns the definition of the command line: all verbs and options.
#[must_use]
pub fn definition() -> clap::Command {
    let mut definition = Cli::command();
    definition.build();
    definition
}

/// Reads the words behind `call`; `None` if the mistake, or the help, was shown.
#[must_use]
pub fn call(words: Vec<OsString>) -> Option<verbs::call::CallArgs> {
    match parse([OsString::from("call")].into_iter().chain(words)) {
        Ok(Command { verb: Verb::Call(args), .. }) => Some(args),
        _ => None,
    }
}

/// Sorts the words of a command line, without the program's own name.
///
/// # Errors
/// The exit code of a command that is done or wrong: the help, the version, or an error. It has been said
/// then.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, ExitCode> {
    let mut definition = definition();
    // Errors before the options are known are shown without colours, unless the terminal takes them.
    let early = Terminal::detect(Color::Auto);
    let failed = |failure: &crate::exit::Failure| {
        Messages::new(Level::Normal, early, Secrets::new()).failure(failure);
        ExitCode::from(failure.code())
    };
    let sorted = words::sort(words, &definition).map_err(|failure| failed(&failure))?;
    let matches = definition.try_get_matches_from_mut(sorted.options).map_err(|error| say(&error, early))?;
    let mut cli = Cli::from_arg_matches(&matches).map_err(|error| say(&error, early))?;
    match &mut cli.verb {
        Verb::Call(args) => args.words = sorted.arguments,
        Verb::Encode(args) => args.words = sorted.arguments,
        Verb::Watch(args) => args.call.words = sorted.arguments,
        _ => debug_assert_eq!(sorted.arguments, Vec::<Word>::new()),
    }
    let terminal = Terminal::detect(cli.messages.color);
    let level = match (cli.messages.quiet, cli.messages.verbose) {
        (true, _) => Level::Quiet,
        (false, 0) => Level::Normal,
        (false, 1) => Level::Verbose,
        (false, _) => Level::Bodies,
    };
    let secrets = Secrets::new();
    let messages = Messages::new(level, terminal, secrets.clone());
    Ok(Command { verb: cli.verb, context: Context { secrets, messages, terminal } })
}

/// Says what clap has to say: help, the version, or an error.
fn say(error: &clap::Error, terminal: Terminal) -> ExitCode {
    let styled = |yes: bool| {
        let rendered = error.render();
        if yes { rendered.ansi().to_string() } else { text::safe(&rendered.to_string()).into_owned() }
    };
    if error.use_stderr() {
        // The message repeats what the user typed, which may hold controls. Then it has no colours.
        let plain = error.render().to_string();
        let colored = terminal.stderr_color && !plain.contains(text::is_unsafe);
        let _ = write!(stderr().lock(), "{}", styled(colored));
    } else {
        let _ = write!(stdout().lock(), "{}", styled(terminal.color));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(line: &[&str]) -> (String, Vec<Word>) {
        let mut definition = Cli::command();
        definition.build();
        let sorted = words::sort(line.iter().map(OsString::from), &definition).unwrap();
        let options: Vec<String> =
            sorted.options.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        (options.join(" "), sorted.arguments)
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    fn written(words: &[&str]) -> Vec<Word> {
        words.iter().map(|word| Word::Written((*word).to_owned())).collect()
    }

    #[test]
    fn options_may_stand_anywhere_and_call_is_implied() {
        for (line, options, arguments) in [
            (&["call", ":1", "m", "5"][..], "call -- :1 m", &["5"][..]),
            (&[":1", "m", "5", "-3"], "call -- :1 m", &["5", "-3"]),
            (&["-o", "json", ":1", "m", "5"], "call -o json -- :1 m", &["5"]),
            (&[":1", "-v", "m", "--timeout", "5s", "5"], "call -v --timeout 5s -- :1 m", &["5"]),
            (
                &[":1", "m", "--timeout=5s", "-ojson", "-3.5e1"],
                "call --timeout=5s -ojson -- :1 m",
                &["-3.5e1"],
            ),
            (&[":1", "m", "-vo", "json", "x"], "call -vo json -- :1 m", &["x"]),
            (&[":1", "m", "--", "-x", "--struct", "-v"], "call -- :1 m", &["-x", "--struct", "-v"]),
            (&["-v", "decode", "file"], "decode -v file", &[]),
            (&["encode", "m", "1"], "encode -- m", &["1"]),
            (&["--", ":1", "m", "-x"], "call -- :1 m", &["-x"]),
        ] {
            assert_eq!(sorted(line), (options.to_owned(), written(arguments)), "{line:?}");
        }
    }

    #[test]
    fn a_struct_ends_at_the_next_option() {
        let (options, arguments) =
            sorted(&[":1", "m", "--struct", "a=1", "b:=2", "-v", "x", "--struct", "--", "y"]);
        assert_eq!(options, "call -v -- :1 m");
        assert_eq!(
            arguments,
            [
                Word::Struct(vec!["a=1".to_owned(), "b:=2".to_owned()]),
                Word::Written("x".to_owned()),
                Word::Struct(vec![]),
                Word::Written("y".to_owned()),
            ]
        );
    }

    #[test]
    fn all_that_follows_strings_is_data() {
        let (options, arguments) =
            sorted(&[":1", "m", "1", "--strings", "--output=/etc/x", "--", "env:HOME"]);
        assert_eq!(options, "call -- :1 m");
        let text = |text: &str| Word::Text(text.to_owned());
        assert_eq!(
            arguments,
            [Word::Written("1".to_owned()), text("--output=/etc/x"), text("--"), text("env:HOME")]
        );
    }

    #[test]
    fn an_unknown_option_names_the_way_to_send_it() {
        let mut definition = Cli::command();
        definition.build();
        let error = words::sort([":1", "m", "-x"].map(OsString::from), &definition).unwrap_err();
        assert_eq!(error.message(), "unknown option \"-x\"");
        assert!(error.remedy().unwrap().contains("comes after --"));
    }
}
