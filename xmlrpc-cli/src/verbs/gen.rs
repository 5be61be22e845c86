//! `gen`: writes the Rust source of an API.

use super::introspection::without_leading;
use crate::{
    connect::{ConnectOptions, ReplyReading},
    context::Context,
    contracts,
    exit::{Attempt, Exit, Failure},
    target, text,
};
use std::{
    fs,
    io::{Write as _, stdout},
    path::PathBuf,
};
use xmlrpc_gen::{
    Contract, Output, Project, ProjectError, Wishes, from_json, infer, merge,
    source::{Answers, answers_contract, recordings},
    to_json,
};

const EXAMPLES: &str = "\
Examples:
  xmlrpc gen :8000 -o src/api.rs                        # what the server says of itself
  xmlrpc proxy :9000 :8000 --save recorded              # record what a program does with it
  xmlrpc gen :8000 --recorded recorded -o src/api.rs    # and the shapes that were recorded
  xmlrpc gen :8000 --check src/api.rs                   # in CI: has the server's API drifted?
  xmlrpc gen :8000 --contract api.json                  # the neutral form, for other languages";

/// Write the Rust source of a server's API: an `#[xmlrpc::api]` trait for each namespace, with its types
///
/// What a server says of itself gives names and sometimes parameters. Recordings give the types of results.
/// Without a target, everything comes from the recordings, or from a contract file.
///
/// The file is yours: edit it, and run `gen` again with more recordings. What you edited is kept and named.
/// Beside src/api.rs stand api.contract.json (what was learned; keep it), api.gen.toml (your wishes) and,
/// with recordings, `tests/api_recorded.rs` (which proves that the types read every recording). No value of a
/// recording enters any of them.
///
/// With --check nothing is written. The exit code is 0 if the server still is as the file says, and 1 if its
/// API drifted; 1 means nothing else.
#[derive(Debug, clap::Args)]
#[command(
    after_help = EXAMPLES,
    after_long_help = EXAMPLES,
    mut_arg("contract", |arg| arg
        .help("Write the contract as JSON; read it if there is neither a target nor a recording")
        .help_heading("Output")),
    mut_arg("no_contract", |arg| arg.hide(true)),
)]
pub struct GenArgs {
    /// The server that is asked; nothing but questions is called
    pub target: Option<String>,
    /// A folder of recordings; may be repeated
    #[arg(long, value_name = "DIR")]
    pub recorded: Vec<PathBuf>,
    /// The file of the source, such as src/api.rs [default: standard output]
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,
    /// Compare the server with a file that was generated, and write nothing
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "force"], help_heading = "Output")]
    pub check: Option<PathBuf>,
    /// Overwrite a file that was not generated, and edits
    #[arg(long, help_heading = "Output")]
    pub force: bool,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// Runs the verb.
///
/// # Errors
/// [`Exit::Fault`] if there is drift. [`Exit::Usage`] if a file cannot be read or written. Those of a call if
/// the server cannot be asked.
pub fn run(args: &GenArgs, context: &Context) -> Attempt {
    let asks = args.target.is_some() || !args.recorded.is_empty();
    if !asks && args.connect.contract.is_none() {
        return Err(Failure::usage("there is nothing to learn from")
            .with_remedy("give a target, --recorded DIR, or --contract FILE"));
    }
    let project =
        args.check.as_ref().or(args.output.as_ref()).map(Project::new).transpose().map_err(failed)?;
    let known = project.as_ref().map(Project::known).transpose().map_err(failed)?.unwrap_or_default();
    let learned = match learn(args, &known, context) {
        // In CI, 1 means drift and nothing else.
        Err(failure) if args.check.is_some() && failure.exit() == Exit::Fault => {
            return Err(Failure::new(Exit::Response, failure.message()));
        }
        learned => learned?,
    };
    if let Some(path) = args.connect.contract.as_ref().filter(|_| asks && args.check.is_none()) {
        let contract = infer(&learned, &known, &Wishes::default());
        fs::write(path, to_json(&contract))
            .map_err(|error| Failure::writing(path.display(), &error, false))?;
        context.messages.notice(&format!("wrote {}", path.display()));
    }
    match project {
        Some(project) if args.check.is_some() => check(&project, &learned, context),
        Some(project) => generate(args, &project, &learned, context),
        None if args.connect.contract.is_some() && asks => Ok(()),
        None => {
            let contract = infer(&learned, &known, &Wishes::default());
            print(&Output::new("api").render(&contract, &Wishes::default()), context)
        }
    }
}

/// Learns from everything that the options name.
fn learn(args: &GenArgs, known: &Contract, context: &Context) -> Attempt<Contract> {
    let mut learned = Contract::default();
    if let Some(word) = &args.target {
        let target = without_leading(target::resolve(word, context)?);
        let connection = args.connect.connect(&target, ReplyReading::Whole, context)?;
        let answers = Answers::ask(connection.client())?;
        merge(&mut learned, &answers_contract(&answers));
        if learned.methods.is_empty() && args.recorded.is_empty() {
            return Err(Failure::new(Exit::Response, "the server does not say which methods it has")
                .with_remedy("record calls with `xmlrpc proxy`, and give the folder with --recorded DIR"));
        }
        contracts::store(&target, &infer(&learned, &Contract::default(), &Wishes::default()))?;
    }
    if !args.recorded.is_empty() {
        let mut skipped = Vec::new();
        let found = recordings::contract(&args.recorded, known, &mut skipped)
            .map_err(|error| Failure::usage(error.to_string()))?;
        for exchange in &skipped {
            context.messages.warning(&exchange.to_string());
        }
        if found.methods.is_empty() && args.target.is_none() {
            return Err(Failure::usage("there are no recorded calls in the folders"));
        }
        merge(&mut learned, &found);
    }
    if let (None, true, Some(path)) = (&args.target, args.recorded.is_empty(), &args.connect.contract) {
        let text = fs::read_to_string(path).map_err(|error| Failure::reading(path.display(), &error))?;
        let contract = from_json(&text)
            .map_err(|error| Failure::usage(format!("{} is not a contract: {error}", path.display())))?;
        merge(&mut learned, &contract);
    }
    Ok(learned)
}

/// Prints where a server differs from what is known of it.
fn check(project: &Project, learned: &Contract, context: &Context) -> Attempt {
    let diff = project.check(learned).map_err(failed)?;
    if diff.is_empty() {
        return Ok(());
    }
    print(&diff.to_string(), context)?;
    Err(Failure::new(Exit::Fault, "the server's API drifted from the file")
        .with_remedy("run `xmlrpc gen` with -o to bring the file up to date, and look at what changed"))
}

fn generate(args: &GenArgs, project: &Project, learned: &Contract, context: &Context) -> Attempt {
    let report = project.generate(learned, &args.recorded, args.force).map_err(failed)?;
    for path in &report.written {
        context.messages.notice(&format!("wrote {}", path.display()));
    }
    if report.written.is_empty() {
        context.messages.notice("nothing changed");
    }
    for item in &report.edited {
        context.messages.warning(&format!("{item} was edited by hand, and is left as it is"));
    }
    for item in &report.deleted {
        context.messages.warning(&format!("{item} was deleted by hand, and is not written again"));
    }
    for wish in &report.unmet {
        context.messages.warning(&format!("nothing answers to the wish for {wish}"));
    }
    Ok(())
}

fn print(source: &str, context: &Context) -> Attempt {
    let shown = if context.terminal.stdout { text::safe(source) } else { source.into() };
    let mut stdout = stdout().lock();
    stdout
        .write_all(shown.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` gives the error away")]
fn failed(error: ProjectError) -> Failure {
    let failure = Failure::usage(error.to_string());
    match error {
        ProjectError::Foreign(_) => failure.with_remedy("move the file away, or overwrite it with --force"),
        ProjectError::NotRust(_) => failure.with_remedy("give a file such as src/api.rs"),
        _ => failure,
    }
}
