//! `doctor`: finds out what a server is and speaks, and says what to set.

mod advice;
mod kind;
mod observe;

pub use advice::Advice;
pub use kind::ServerKind;
pub use observe::{Listing, Multicalls, Observations, Taken, observe};

use super::introspection::without_leading;
use crate::{
    connect::{ConnectOptions, ReplyReading},
    context::Context,
    exit::{Attempt, Failure},
    target, text,
};
use std::{
    fmt::Write as _,
    io::{Write as _, stdout},
};

const EXAMPLES: &str = "\
Examples:
  xmlrpc doctor :8000
  xmlrpc doctor scgi:///run/rtorrent.sock
  xmlrpc doctor https://host/RPC2 --auth me:env:PASSWORD";

/// Find out how a server is reached, which server it is, and what it speaks
///
/// Makes only calls that cannot do harm: system.listMethods, system.getCapabilities, system.multicall, and a
/// method that cannot exist, with values of several types. Says what to set on `Client::builder` in Rust, and
/// in an entry of targets.toml.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES, mut_arg("contract", |arg| arg.hide(true)),
          mut_arg("no_contract", |arg| arg.hide(true)))]
pub struct DoctorArgs {
    /// The server
    pub target: String,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// Runs the verb.
///
/// # Errors
/// Those of the first call, if the server cannot be reached or does not speak XML-RPC.
pub fn run(args: &DoctorArgs, context: &Context) -> Attempt {
    let target = target::resolve(&args.target, context)?;
    let url = target.url_without_user();
    let name = target.name.clone();
    // Leading parameters may be secrets, and none of these calls needs them.
    let connection = args.connect.connect(&without_leading(target), ReplyReading::Whole, context)?;
    let seen = observe(&connection, &url)?;
    let advice = Advice::of(&seen);
    let mut shown = report(&seen);
    shown.push('\n');
    for note in &advice.notes {
        let _ = writeln!(shown, "note      {note}");
    }
    let _ = write!(shown, "\nIn Rust:\n{}", indented(&advice.in_rust(&url)));
    let entry = advice.in_toml(&url, name.as_deref().unwrap_or("name"));
    let _ = write!(shown, "\nIn targets.toml:\n{}", indented(&entry));
    let masked = context.secrets.mask(&shown);
    let shown = if context.terminal.stdout { text::safe(&masked).into_owned() } else { masked };
    let mut stdout = stdout().lock();
    stdout
        .write_all(shown.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

fn indented(lines: &str) -> String {
    lines.lines().fold(
        String::new(),
        |all, line| if line.is_empty() { all + "\n" } else { all + "    " + line + "\n" },
    )
}

/// Says what was seen, one line for each thing.
fn report(seen: &Observations) -> String {
    let mut shown = String::new();
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(shown, "{label:9} {}", text::one_line(text));
    };
    line("target", &seen.url);
    line("reached", &seen.reached());
    for redirect in &seen.redirects {
        line("redirect", redirect);
    }
    line("server", &format!("{} ({})", ServerKind::of(seen).name(), seen.evidence()));
    line("methods", &seen.listing());
    if !seen.capabilities.is_empty() {
        line("claims", &seen.capabilities.join(", "));
    }
    line("multicall", seen.multicall.text());
    for (label, taken) in
        [("nil", &seen.nil), ("i8", &seen.i8), ("charset", &seen.wide_text), ("size", &seen.large)]
    {
        line(label, &taken.text(label));
    }
    shown
}
