//! `target`: lists the targets of the configuration, and trusts the file of a project.

use crate::{
    config::{ConfigFile, Configuration, FileOrigin, Places, Trust},
    context::Context,
    exit::{Attempt, Failure},
    text,
};
use std::{
    fmt::Write as _,
    io::{Write as _, stdout},
};

const EXAMPLES: &str = "\
Examples:
  xmlrpc target list
  xmlrpc target trust      # after reading .xmlrpc.toml

A file of targets, $XDG_CONFIG_HOME/xmlrpc/targets.toml:
  [sv]
  url = \"unix:///run/supervisor.sock\"
  auth = { user = \"ops\", password = { command = \"pass show sv\" } }

  [odoo]
  url = \"https://erp.example/xmlrpc/2/object\"
  leading = [\"prod\", 2, { env = \"ODOO_KEY\" }]";

const LONG: &str = "\
List the targets of the configuration, and trust the file of a project

Targets are named in $XDG_CONFIG_HOME/xmlrpc/targets.toml, and in .xmlrpc.toml in the nearest folder \
upwards. The keys of a target are url, dialect, auth, bearer, header, leading, login, envelope, proxy, \
insecure, cacert, cert and contract. A secret is { env = NAME }, { command = LINE } or { file = PATH }.

A project's file comes with the folder, perhaps from a stranger. Until you trust it, it may only add names \
with url and dialect. Trust holds for one path and one content: when the file changes, you are asked again.";

/// List the targets of the configuration, and trust the file of a project
#[derive(Debug, clap::Args)]
#[command(long_about = LONG, after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct TargetArgs {
    /// What to do.
    #[command(subcommand)]
    pub action: TargetAction,
}

/// What to do with targets.
#[derive(Debug, clap::Subcommand)]
pub enum TargetAction {
    /// List the names, their urls and the files that they are from
    List,
    /// Trust the project's file, as it is now
    ///
    /// Shows what the file asks for, and trusts exactly this content at this path.
    Trust {
        /// End the trust instead
        #[arg(long)]
        revoke: bool,
    },
}

/// Runs the verb.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if a file cannot be read or written, or there is nothing to
/// trust.
pub fn run(args: &TargetArgs, context: &Context) -> Attempt {
    let places = Places::of_the_user();
    let configuration = Configuration::load_from(&places)?;
    match args.action {
        TargetAction::List => {
            for warning in &configuration.warnings {
                context.messages.warning(warning);
            }
            print(&list(&configuration), context)
        }
        TargetAction::Trust { revoke } => trust(&configuration, &places, revoke, context),
    }
}

fn print(shown: &str, context: &Context) -> Attempt {
    let shown = if context.terminal.stdout { text::safe(shown) } else { shown.into() };
    let mut stdout = stdout().lock();
    stdout
        .write_all(shown.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

fn list(configuration: &Configuration) -> String {
    let rows: Vec<[String; 3]> = configuration
        .names()
        .into_iter()
        .map(|name| {
            let file = [&configuration.project, &configuration.user]
                .into_iter()
                .flatten()
                .find(|file| file.has(&name))
                .map_or(String::new(), |file| file.path.display().to_string());
            let (url, note) = match configuration.find(&name) {
                Ok(Some((entry, _))) => (without_password(&entry.url), String::new()),
                Ok(None) => (String::new(), String::new()),
                Err(failure)
                    if failure.remedy().is_some_and(|remedy| remedy.contains("xmlrpc target trust")) =>
                {
                    ("-".to_owned(), " (not trusted: run `xmlrpc target trust`)".to_owned())
                }
                Err(failure) => ("-".to_owned(), format!(" ({})", failure.message())),
            };
            [name, url, format!("{file}{note}")]
        })
        .collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (names, urls) = (width(0), width(1));
    let mut shown = String::new();
    for [name, url, file] in rows {
        let _ = writeln!(shown, "{name:names$}  {url:urls$}  {file}");
    }
    shown
}

/// Returns a url without the user and the password in it.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest[..end].rfind('@') {
        Some(at) => format!("{scheme}://***@{}", &rest[at + 1..]),
        None => url.to_owned(),
    }
}

fn trust(configuration: &Configuration, places: &Places, revoke: bool, context: &Context) -> Attempt {
    let Some(project) = &configuration.project else {
        let failure = Failure::usage("there is no .xmlrpc.toml in this folder or above it");
        return Err(match configuration.warnings.first() {
            Some(warning) => Failure::usage(warning.clone()),
            None => failure,
        });
    };
    let file = places.trust_file().ok_or_else(|| {
        Failure::usage("there is no home folder to keep the trust in").with_remedy("set HOME")
    })?;
    let mut trust = Trust::load(&file)?;
    if revoke {
        if !trust.remove(&project.path) {
            return Err(Failure::usage(format!("{} was not trusted", project.path.display())));
        }
        trust.save(&file)?;
        context.messages.notice(&format!("{} is not trusted any more", project.path.display()));
        return Ok(());
    }
    // A file that cannot be read whole is not trusted blindly.
    for name in project.names() {
        project.entry(name)?;
    }
    context.messages.notice(&asked_for(project, configuration));
    trust.add(&project.path, &project.content);
    trust.save(&file)?;
    context.messages.notice(&format!("{} is trusted as it is now", project.path.display()));
    Ok(())
}

/// Says what a file may do once it is trusted.
fn asked_for(project: &ConfigFile, configuration: &Configuration) -> String {
    let mut lines = Vec::new();
    for name in project.names() {
        let mut asked: Vec<String> =
            project.refused_keys(name).into_iter().map(|key| format!("`{key}`")).collect();
        if configuration.user.as_ref().is_some_and(|user| user.has(name)) {
            asked.push("the place of your own entry of this name".to_owned());
        }
        let asked = if asked.is_empty() { "no more than any file may".to_owned() } else { asked.join(", ") };
        lines.push(format!("[{name}] asks for {asked}"));
    }
    debug_assert_ne!(project.origin, FileOrigin::User);
    lines.join("\n")
}
