//! `methods`: lists the methods of a server.

use super::introspection::{keep, without_leading};
use crate::{
    connect::{ConnectOptions, ReplyReading},
    context::Context,
    exit::{Attempt, Exit, Failure},
    target, text,
};
use glob::Pattern;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{Write as _, stdout},
};
use xmlrpc_gen::source::Answers;

const EXAMPLES: &str = "\
Examples:
  xmlrpc methods :8000
  xmlrpc methods :8000 process           # names with this part
  xmlrpc methods :8000 'supervisor.*Log' # names that match as a whole
  xmlrpc methods scgi:///run/rtorrent.sock --tree";

/// List the methods of a server
///
/// Asks with system.listMethods, with Koji's _listapi or with Robot Framework's `get_keyword_names`,
/// whichever the server answers. The names are kept for the completion of the shell; --refresh also learns
/// the signatures and the documentation of all methods, which then help `call` to send the right types.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES, mut_arg("contract", |arg| arg.hide(true)),
          mut_arg("no_contract", |arg| arg.hide(true)))]
pub struct MethodsArgs {
    /// The server
    pub target: String,
    /// A part of the name; with any of *?[ a glob over the whole name
    pub pattern: Option<String>,
    /// Show the names as a tree
    #[arg(long)]
    pub tree: bool,
    /// Also learn the signatures and the documentation of all methods
    #[arg(long)]
    pub refresh: bool,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// Runs the verb.
///
/// # Errors
/// Those of a call. [`Exit::Response`] if the server does not say which methods it has.
pub fn run(args: &MethodsArgs, context: &Context) -> Attempt {
    let pattern = args.pattern.as_deref().map(NamePattern::new).transpose()?;
    let target = without_leading(target::resolve(&args.target, context)?);
    let connection = args.connect.connect(&target, ReplyReading::Whole, context)?;
    let client = connection.client();
    let answers = if args.refresh { Answers::ask(client)? } else { Answers::ask_names(client)? };
    let mut names = answers.names();
    if names.is_empty() {
        return Err(Failure::new(Exit::Response, "the server does not say which methods it has")
            .with_remedy("look for a list in the system's documentation, or record what its programs call"));
    }
    if let Err(failure) = keep(&target, &answers) {
        context.messages.warning(failure.message());
    }
    names.sort();
    names.retain(|name| pattern.as_ref().is_none_or(|pattern| pattern.matches(name)));
    let mut shown = if args.tree {
        tree(&names)
    } else {
        names.iter().fold(String::new(), |all, name| all + name + "\n")
    };
    if context.terminal.stdout {
        shown = text::safe(&shown).into_owned();
    }
    let mut stdout = stdout().lock();
    stdout
        .write_all(shown.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

/// Which names are shown.
#[derive(Debug)]
pub(crate) enum NamePattern {
    /// A part of the name.
    Part(String),
    /// A glob over the whole name.
    Whole(Pattern),
}

impl NamePattern {
    pub(crate) fn new(text: &str) -> Attempt<Self> {
        if !text.contains(['*', '?', '[']) {
            return Ok(Self::Part(text.to_owned()));
        }
        Pattern::new(text)
            .map(Self::Whole)
            .map_err(|error| Failure::usage(format!("{text:?} is not a glob: {error}")))
    }

    pub(crate) fn matches(&self, name: &str) -> bool {
        match self {
            Self::Part(part) => name.contains(part.as_str()),
            Self::Whole(glob) => glob.matches(name),
        }
    }
}

#[derive(Default)]
struct Branch<'a> {
    /// Whether a method ends here.
    is_method: bool,
    below: BTreeMap<&'a str, Branch<'a>>,
}

/// Returns names as a tree, whose branches are the parts between dots.
fn tree(names: &[String]) -> String {
    let mut root = Branch::default();
    for name in names {
        let mut branch = &mut root;
        for part in name.split('.') {
            branch = branch.below.entry(part).or_default();
        }
        branch.is_method = true;
    }
    let mut shown = String::new();
    for (part, branch) in &root.below {
        let _ = writeln!(shown, "{part}{}", mark(branch));
        draw(branch, "", &mut shown);
    }
    shown
}

/// A method that is also a namespace is marked, because its line would not show that it can be called.
fn mark(branch: &Branch<'_>) -> &'static str {
    if branch.is_method && !branch.below.is_empty() { " (method)" } else { "" }
}

fn draw(branch: &Branch<'_>, indent: &str, shown: &mut String) {
    let last = branch.below.len().saturating_sub(1);
    for (at, (part, below)) in branch.below.iter().enumerate() {
        let (arm, next) = if at == last { ("└── ", "    ") } else { ("├── ", "│   ") };
        let _ = writeln!(shown, "{indent}{arm}{part}{}", mark(below));
        draw(below, &format!("{indent}{next}"), shown);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_a_part_or_a_glob_over_the_whole_name() {
        for (pattern, name, expected) in [
            ("State", "supervisor.getState", true),
            ("state", "supervisor.getState", false),
            ("*State", "supervisor.getState", true),
            ("get*", "supervisor.getState", false),
            ("supervisor.get?tate", "supervisor.getState", true),
            ("[sx]*", "system.listMethods", true),
            ("*", "a.b.c", true),
            ("", "a", true),
        ] {
            assert_eq!(NamePattern::new(pattern).unwrap().matches(name), expected, "{pattern} {name}");
        }
        assert!(NamePattern::new("[").is_err());
    }

    #[test]
    fn names_as_a_tree() {
        let names = ["add", "d.name", "d.name.set", "d.size", "system.multicall"].map(str::to_owned);
        assert_eq!(tree(&names), "add\nd\n├── name (method)\n│   └── set\n└── size\nsystem\n└── multicall\n");
    }
}
