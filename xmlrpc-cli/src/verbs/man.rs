//! `man`: the manual pages.

use crate::{
    context::Context,
    exit::{Attempt, Failure},
};
use clap::Command;
use clap_mangen::Man;
use std::{
    fs, io,
    io::{Write as _, stdout},
    path::PathBuf,
};

const EXAMPLES: &str = "\
Examples:
  xmlrpc man | man -l -
  xmlrpc man --dir ~/.local/share/man/man1   # xmlrpc.1, xmlrpc-call.1 …";

/// Print the manual page, or write the pages of all verbs into a folder
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct ManArgs {
    /// The folder for xmlrpc.1 and a page for each verb
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// Runs the verb.
///
/// # Errors
/// If a page cannot be written.
pub fn run(args: &ManArgs, definition: Command, context: &Context) -> Attempt {
    let Some(folder) = &args.dir else {
        let page = page(definition).map_err(|error| Failure::writing("the page", &error, false))?;
        let mut stdout = stdout().lock();
        return stdout
            .write_all(&page)
            .and_then(|()| stdout.flush())
            .map_err(|error| Failure::writing("standard output", &error, false));
    };
    let failed = |error: io::Error| Failure::writing(folder.display(), &error, false);
    fs::create_dir_all(folder).map_err(failed)?;
    let mut count = 1;
    for verb in definition.get_subcommands().filter(|verb| verb.get_name() != "help") {
        let name = format!("xmlrpc-{}", verb.get_name());
        let of_the_verb = verb.clone().name(name.clone()).bin_name(format!("xmlrpc {}", verb.get_name()));
        fs::write(folder.join(format!("{name}.1")), page(of_the_verb).map_err(failed)?).map_err(failed)?;
        count += 1;
    }
    fs::write(folder.join("xmlrpc.1"), page(definition).map_err(failed)?).map_err(failed)?;
    context.messages.notice(&format!("wrote {count} pages to {}", folder.display()));
    Ok(())
}

fn page(definition: Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(definition.version(env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    Ok(page)
}
