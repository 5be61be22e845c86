//! `repl`: a prompt for the calls to one server.

mod helper;
mod history;
mod split;

use super::{
    call::{self, CallArgs},
    describe, introspection,
    methods::NamePattern,
};
use crate::{
    connect::{ConnectOptions, ReplyReading, TargetClient},
    context::Context,
    contracts,
    exit::{Attempt, Exit, Failure},
    target::{self, Target},
    text, typed,
    words::{self, OptionTable},
};
use helper::{COMMANDS, ReplHelper};
use rustyline::{Config, Editor, error::ReadlineError, history::FileHistory};
use signal_hook::{consts::SIGINT, flag};
use std::{
    ffi::OsString,
    fs,
    io::{Write as _, stdout},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};
use xmlrpc::Value;
use xmlrpc_gen::source::Answers;

/// The options that a line may have. The others belong to the connection.
const LINE_OPTIONS: [&str; 11] = [
    "-o",
    "-r",
    "--raw-output",
    "--jq",
    "--output",
    "--rows",
    "--columns",
    "--kw",
    "--arguments",
    "--explain",
    "--struct",
];

const EXAMPLES: &str = "\
Examples:
  xmlrpc repl :8000
  > add 1 2
  > staff.list -o table
  > staff.add {\"name\": \"Linus\",
      \"salary\": 4000.5}
  > :describe add
  > :save people.json";

/// A prompt for the calls to one server, with completion and a history
///
/// A line is a method and its arguments, as after `xmlrpc TARGET`. JSON needs no quotes around it, and goes
/// on over several lines until its brackets are closed. Tab completes methods, members and options. Ctrl-C
/// cancels a call, and Ctrl-D ends the program. The history keeps no secrets: known ones are masked, of a
/// login only the method is kept, and a line that begins with a space is not kept at all.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct ReplArgs {
    /// The server
    pub target: String,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// Reads the words behind `call`; `None` if the mistake, or the help, was shown.
pub type ReadCall = fn(Vec<OsString>) -> Option<CallArgs>;

/// Runs the verb.
///
/// # Errors
/// [`Exit::Usage`] if the target or an option cannot be used.
pub fn run(args: &ReplArgs, definition: &clap::Command, read_call: ReadCall, context: &Context) -> Attempt {
    let target = target::resolve(&args.target, context)?;
    let connection = Arc::new(args.connect.connect(&target, ReplyReading::Kept, context)?);
    let config = Config::builder()
        .auto_add_history(false)
        .max_history_size(1000)
        .map(rustyline::config::Builder::build);
    let mut editor = config
        .and_then(Editor::<ReplHelper, FileHistory>::with_config)
        .map_err(|error| Failure::usage(format!("the prompt cannot be shown: {error}")))?;
    editor.set_helper(Some(ReplHelper::default()));
    let history = history::file();
    if let Some(file) = &history {
        let _ = editor.load_history(file);
    }
    let interrupted = Arc::new(AtomicBool::new(false));
    // It comes after the editor, whose own handler it calls too.
    let _ = flag::register(SIGINT, Arc::clone(&interrupted));
    let mut repl = Repl {
        args,
        target,
        connection,
        context,
        interrupted,
        options: OptionTable::of(definition),
        read_call,
        last: None,
        shows_time: false,
    };
    repl.learn(&mut editor);
    let name = repl.target.name.clone().unwrap_or_else(|| repl.target.url_without_user());
    let prompt = format!("{}> ", text::one_line(&name));
    loop {
        match editor.readline(&prompt) {
            Ok(line) => {
                let words = split::split(&line).unwrap_or_default();
                if words.is_empty() {
                    continue;
                }
                match repl.line(&words, &mut editor) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(failure) if failure.is_broken_pipe() => return Err(failure),
                    Err(failure) => context.messages.failure(&failure),
                }
                // The secrets of the line are known only now.
                if let Some(kept) = history::kept(&line, &words, &context.secrets) {
                    let _ = editor.add_history_entry(kept);
                }
            }
            // The signal may have come during a call, and is seen by the editor only now.
            Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => {}
            Err(ReadlineError::Eof) => break,
            Err(error) => return Err(Failure::usage(format!("the prompt cannot be read: {error}"))),
        }
    }
    if let Some(file) = &history {
        save_history(&mut editor, file);
    }
    Ok(())
}

/// Keeps the history in a file that only the user can read.
fn save_history(editor: &mut Editor<ReplHelper, FileHistory>, file: &std::path::Path) {
    let Some(folder) = file.parent() else { return };
    if fs::create_dir_all(folder).is_ok() {
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            let _ = fs::OpenOptions::new().append(true).create(true).mode(0o600).open(file);
        }
        let _ = editor.save_history(file);
    }
}

struct Repl<'a> {
    args: &'a ReplArgs,
    target: Target,
    connection: Arc<TargetClient>,
    context: &'a Context,
    interrupted: Arc<AtomicBool>,
    options: OptionTable,
    read_call: ReadCall,
    /// The last result.
    last: Option<Value>,
    shows_time: bool,
}

impl Repl<'_> {
    /// Learns the names of the methods. A server that does not tell them can be called all the same.
    fn learn(&self, editor: &mut Editor<ReplHelper, FileHistory>) {
        let Some(helper) = editor.helper_mut() else { return };
        helper.options = LINE_OPTIONS.map(str::to_owned).to_vec();
        let bare = introspection::without_leading(self.target.clone());
        let learned = self
            .args
            .connect
            .connect(&bare, ReplyReading::Whole, self.context)
            .and_then(|connection| Ok(Answers::ask_names(connection.client())?));
        match learned {
            Ok(answers) => {
                helper.methods = answers.names();
                match introspection::keep(&bare, &answers) {
                    Ok(contract) => helper.contract = contract,
                    Err(failure) => self.context.messages.warning(failure.message()),
                }
                self.context
                    .messages
                    .notice(&format!("{} methods; :help shows the commands", helper.methods.len()));
            }
            Err(failure) => {
                self.context.messages.warning(&format!("the methods are not known: {}", failure.message()));
            }
        }
        if helper.methods.is_empty()
            && let Ok(Some(known)) = contracts::load(&bare, None)
        {
            helper.methods = known.contract.methods.keys().cloned().collect();
            helper.contract = known.contract;
        }
    }

    /// Does what a line says. Returns whether the prompt goes on.
    fn line(&mut self, words: &[String], editor: &mut Editor<ReplHelper, FileHistory>) -> Attempt<bool> {
        let rest: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        match (words[0].as_str(), &rest[..]) {
            (":quit" | ":q" | ":exit", _) => return Ok(false),
            (":help" | ":h" | ":?", _) => {
                let lines = COMMANDS
                    .iter()
                    .fold(String::new(), |all, (form, what)| all + &format!("{form:19} {what}\n"));
                self.print(&lines)?;
            }
            (":time", _) => {
                self.shows_time = !self.shows_time;
                self.context.messages.notice(if self.shows_time {
                    "times are shown"
                } else {
                    "times are not shown"
                });
            }
            (":refresh", _) => self.learn(editor),
            (":methods", pattern) => {
                let pattern = pattern.first().map(|pattern| NamePattern::new(pattern)).transpose()?;
                let mut names = editor.helper().map(|helper| helper.methods.clone()).unwrap_or_default();
                names.sort();
                names.retain(|name| pattern.as_ref().is_none_or(|pattern| pattern.matches(name)));
                self.print(&names.iter().fold(String::new(), |all, name| all + name + "\n"))?;
            }
            (":describe" | "describe", [method]) => {
                let bare = introspection::without_leading(self.target.clone());
                let connection = self.args.connect.connect(&bare, ReplyReading::Whole, self.context)?;
                let contract = describe::ask(&connection, &bare, method, self.context)?;
                self.print(&describe::text(method, &contract, &self.args.target)?)?;
                if let Some(helper) = editor.helper_mut() {
                    helper.contract = contract;
                }
            }
            (":raw", _) => {
                let reply =
                    self.connection.last_reply().ok_or_else(|| Failure::usage("there is no reply yet"))?;
                let masked = self.context.secrets.mask_bytes(&reply.body);
                self.print(&(text::safe_bytes(&masked) + "\n"))?;
            }
            (":save", [file]) => self.save(file)?,
            (command, _) if command.starts_with(':') => {
                return Err(Failure::usage(format!("{command} is not a command of this form"))
                    .with_remedy(":help shows the commands"));
            }
            _ => self.call(words, editor)?,
        }
        Ok(true)
    }

    fn print(&self, shown: &str) -> Attempt {
        let shown = if self.context.terminal.stdout { text::safe(shown) } else { shown.into() };
        let mut stdout = stdout().lock();
        stdout
            .write_all(shown.as_bytes())
            .and_then(|()| stdout.flush())
            .map_err(|error| Failure::writing("standard output", &error, false))
    }

    fn save(&self, file: &str) -> Attempt {
        let result = self.last.as_ref().ok_or_else(|| Failure::usage("there is no result yet"))?;
        let written = match result {
            Value::Base64(bytes) => fs::write(file, bytes),
            other => fs::write(file, typed::write(other) + "\n"),
        };
        written.map_err(|error| Failure::writing(file, &error, false))?;
        self.context.messages.notice(&format!("wrote {file}"));
        Ok(())
    }

    /// Makes the call that a line says.
    fn call(&mut self, line: &[String], editor: &mut Editor<ReplHelper, FileHistory>) -> Attempt {
        let Some(args) = self.read(line)? else { return Ok(()) };
        let arguments = call::read_arguments(&args, &self.target, self.context)?;
        if args.explain {
            return call::explain(&args, &self.target, &arguments, self.context);
        }
        let mut printer = args.output.prepare(true, self.context)?;
        let started = Instant::now();
        let outcome = self.make(&args.method, &arguments.values);
        if self.shows_time {
            self.context.messages.notice(&format!("{:.1?}", started.elapsed()));
        }
        let Some(outcome) = outcome else {
            return Err(Failure::new(Exit::Unknown, "cancelled; the call may have run"));
        };
        if let Ok(value) = &outcome {
            self.last = Some(value.clone());
            if let Some(helper) = editor.helper_mut() {
                helper.note_members(value);
            }
        }
        call::print(outcome, &self.connection, &args.method, &arguments, &mut printer)
    }

    /// Reads a line as the words of `call`; `None` if the mistake, or the help, was shown.
    fn read(&self, line: &[String]) -> Attempt<Option<CallArgs>> {
        let (options, _) = words::take(line.iter().map(OsString::from), &self.options)?;
        for option in
            options.iter().map(|option| option.to_string_lossy()).filter(|word| word.starts_with('-'))
        {
            let name = option.split('=').next().unwrap_or_default();
            let is_known =
                LINE_OPTIONS.contains(&name) || name.starts_with("-o") || matches!(name, "-h" | "--help");
            if !is_known {
                return Err(Failure::usage(format!("{name} belongs to the connection"))
                    .with_remedy(format!("start again with `xmlrpc repl {} {name} …`", self.args.target)));
            }
        }
        let words = std::iter::once(self.args.target.clone()).chain(line.iter().cloned()).map(OsString::from);
        Ok((self.read_call)(words.collect())
            .map(|args| CallArgs { connect: self.args.connect.clone(), ..args }))
    }

    /// Makes a call that the user may cancel; `None` if so. The connection of a cancelled call is not used
    /// again.
    fn make(&self, method: &str, params: &[Value]) -> Option<Attempt<Value>> {
        self.interrupted.store(false, Ordering::Relaxed);
        let (sender, receiver) = channel();
        let (connection, method, params) = (Arc::clone(&self.connection), method.to_owned(), params.to_vec());
        thread::spawn(move || {
            // Nobody waits any more for a call that was cancelled.
            let _ = sender.send(connection.call(&method, &params));
        });
        loop {
            match receiver.recv_timeout(Duration::from_millis(20)) {
                Ok(outcome) => return Some(outcome),
                Err(RecvTimeoutError::Timeout) if self.interrupted.load(Ordering::Relaxed) => return None,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Some(Err(Failure::new(Exit::Unknown, "the call ended without a result")));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{command_line, words::Word};

    fn arguments_of(line: &str) -> Vec<Word> {
        let options = OptionTable::of(&command_line::definition());
        let words = split::split(line).unwrap().into_iter().skip(1).map(OsString::from);
        words::take(words, &options).unwrap().1
    }

    #[test]
    fn a_line_has_the_arguments_of_call() {
        let written = |text: &str| Word::Written(text.to_owned());
        assert_eq!(
            arguments_of(r#"m 5 {"a": 1} 'x y' -o table -- -z"#),
            [written("5"), written(r#"{"a": 1}"#), written("x y"), written("-z")]
        );
    }
}
