//! `UserCredentials`: how a server knows the user, and where a password comes from.

use crate::{
    context::Context,
    exit::{Attempt, Failure},
};
use std::process::{Command, Stdio};

/// How a server knows the user.
#[derive(Clone)]
pub enum UserCredentials {
    /// A user name and a password.
    Basic {
        /// The name.
        user: String,
        /// The password.
        password: String,
    },
    /// A token.
    Bearer(String),
}

impl UserCredentials {
    /// Creates basic credentials, and marks the password as a secret.
    #[must_use]
    pub fn basic(user: String, password: String, context: &Context) -> Self {
        context.secrets.add_password(&user, &password);
        Self::Basic { user, password }
    }

    /// Creates a token, and marks it as a secret.
    #[must_use]
    pub fn bearer(token: String, context: &Context) -> Self {
        context.secrets.add(&token);
        Self::Bearer(token)
    }

    /// Reads `--auth`: `USER`, which asks for the password, `USER:env:NAME` or `USER:cmd:COMMAND`.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if there is no terminal to ask on, or no such variable, or
    /// if the command fails.
    pub fn read_auth(text: &str, context: &Context) -> Attempt<Self> {
        let Some((user, source)) = text.split_once(':') else {
            return Ok(Self::basic(text.to_owned(), ask(text, context)?, context));
        };
        let password = secret(source, context)?.unwrap_or_else(|| {
            warn_visible("--auth USER:env:NAME, or --auth USER to be asked", context);
            source.to_owned()
        });
        Ok(Self::basic(user.to_owned(), password, context))
    }

    /// Reads `--bearer`: `env:NAME` or `cmd:COMMAND`.
    ///
    /// # Errors
    /// As [`read_auth`](Self::read_auth).
    pub fn read_bearer(text: &str, context: &Context) -> Attempt<Self> {
        let token = secret(text, context)?.unwrap_or_else(|| {
            warn_visible("--bearer env:NAME", context);
            text.to_owned()
        });
        Ok(Self::bearer(token, context))
    }

    /// Returns what the user's netrc file has for a host, if there is such a file.
    #[must_use]
    pub fn from_netrc(host: &str, context: &Context) -> Option<Self> {
        netrc::Netrc::get_file()?;
        match netrc::Netrc::new() {
            Ok(file) => {
                let entry = file.hosts.get(host).or_else(|| file.hosts.get("default"))?;
                Some(Self::basic(entry.login.clone(), entry.password.clone(), context))
            }
            Err(error) => {
                context.messages.warning(&format!("the netrc file is left aside: {error}"));
                None
            }
        }
    }
}

fn warn_visible(write: &str, context: &Context) {
    context.messages.warning(&format!(
        "a password on the command line is visible in the list of processes; write {write}"
    ));
}

/// Reads a secret that is not on the command line: `env:NAME` or `cmd:COMMAND`. Returns `None` for other
/// texts.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if there is no such variable, or if the command fails.
pub fn secret(text: &str, context: &Context) -> Attempt<Option<String>> {
    if let Some(name) = text.strip_prefix("env:") {
        return from_environment(name, context).map(Some);
    }
    match text.strip_prefix("cmd:") {
        Some(command) => from_command(command, context).map(Some),
        None => Ok(None),
    }
}

/// Returns the value of an environment variable, and marks it as a secret.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if there is no such variable.
pub fn from_environment(name: &str, context: &Context) -> Attempt<String> {
    match std::env::var(name) {
        Ok(value) => {
            context.secrets.add(&value);
            Ok(value)
        }
        Err(std::env::VarError::NotPresent) => {
            Err(Failure::usage(format!("the environment variable {name:?} is not set")))
        }
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Failure::usage(format!("the environment variable {name:?} is not UTF-8")))
        }
    }
}

/// Returns the first line that a command of the shell prints, and marks it as a secret.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the command fails.
pub fn from_command(command: &str, context: &Context) -> Attempt<String> {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let output = Command::new(shell)
        .args([flag, command])
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::usage(format!("cannot run the command for the password: {error}")))?;
    if !output.status.success() {
        return Err(Failure::usage(format!("the command for the password failed ({})", output.status))
            .with_remedy(format!("run it by itself to see why: {command}")));
    }
    let text = String::from_utf8(output.stdout)
        .map_err(|_| Failure::usage("the command for the password printed something that is not UTF-8"))?;
    let line = text.lines().next().unwrap_or_default().to_owned();
    context.secrets.add(&line);
    Ok(line)
}

/// Asks for a password on the terminal.
fn ask(user: &str, context: &Context) -> Attempt<String> {
    if !context.terminal.stdin {
        return Err(Failure::usage(format!("there is no terminal to ask for the password of {user:?}"))
            .with_remedy(format!("write --auth {user}:env:NAME or --auth \"{user}:cmd:COMMAND\"")));
    }
    let shown = crate::text::one_line(user);
    rpassword::prompt_password(format!("Password of {shown}: "))
        .map_err(|error| Failure::usage(format!("cannot read the password: {error}")))
}

impl std::fmt::Debug for UserCredentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Basic { .. } => "Basic(***)",
            Self::Bearer(_) => "Bearer(***)",
        })
    }
}
