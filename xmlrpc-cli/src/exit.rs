//! `Exit` and `Failure`: how a run ends, for scripts and for people.

use std::{fmt, io};
use xmlrpc::{Error, ErrorKind};

/// The exit codes of a run that did not do what was asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// The server answered with a fault.
    Fault = 1,
    /// The command is wrong, or an argument does not fit its contract. Nothing was sent.
    Usage = 2,
    /// The response has an HTTP status that is not a success, or it is not XML-RPC at all.
    Response = 3,
    /// The request was not sent. It is safe to repeat.
    Unsent = 4,
    /// The call may have run.
    Unknown = 5,
    /// The response begins as XML-RPC, but the rest cannot be read.
    Document = 6,
    /// A limit was exceeded.
    Limit = 7,
    /// The user interrupted the program.
    Interrupted = 130,
}

/// Why a run ends: an exit code, one line that says what happened, and a remedy where there is one.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    message: String,
    remedy: Option<String>,
    /// Everything was done that somebody still reads: the reader of the output has closed it.
    broken_pipe: bool,
    /// The failures are part of the output, so that nothing is left to say.
    said: bool,
    /// The text before and below the line that shows where in a document something is wrong.
    report: Option<String>,
}

/// The result of a part of the program.
pub type Attempt<T = ()> = Result<T, Failure>;

impl Failure {
    /// Creates a failure.
    #[must_use]
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self { exit, message: message.into(), remedy: None, broken_pipe: false, said: false, report: None }
    }

    /// Creates the failure of a command that is wrong.
    #[must_use]
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// Adds a line that says what to do.
    #[must_use]
    pub fn with_remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Replaces the line and the remedy by a report of several lines, as compilers write them.
    #[must_use]
    pub fn with_report(mut self, report: String) -> Self {
        self.report = Some(report);
        self
    }

    /// Creates the failure of a file or a stream that was read before anything was sent.
    #[must_use]
    pub fn reading(what: impl fmt::Display, error: &io::Error) -> Self {
        Self::usage(format!("cannot read {what}: {error}"))
    }

    /// Creates the failure of output that could not be written. After a call, the call may have run. A pipe
    /// that nobody reads any more ends the run with success.
    #[must_use]
    pub fn writing(what: impl fmt::Display, error: &io::Error, after_call: bool) -> Self {
        let exit = if after_call { Exit::Unknown } else { Exit::Usage };
        let mut failure = Self::new(exit, format!("cannot write {what}: {error}"));
        failure.broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        failure
    }

    /// Creates the failure of several calls, each of which the output shows. `exit` is the highest exit code.
    #[must_use]
    pub fn calls_failed(exit: Exit) -> Self {
        Self { said: true, ..Self::new(exit, "not all calls gave results") }
    }

    /// Returns whether nothing is left to say.
    #[must_use]
    pub fn is_said(&self) -> bool {
        self.said || self.broken_pipe
    }

    /// Returns the exit code; 0 for a broken pipe.
    #[must_use]
    pub fn code(&self) -> u8 {
        if self.broken_pipe { 0 } else { self.exit as u8 }
    }

    /// Returns the kind of the failure.
    #[must_use]
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// Returns whether the reader of the output has closed it.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }

    /// Returns the line that says what happened.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns the line that says what to do.
    #[must_use]
    pub fn remedy(&self) -> Option<&str> {
        self.remedy.as_deref()
    }

    /// Returns the report that stands for the line.
    #[must_use]
    pub fn report(&self) -> Option<&str> {
        self.report.as_deref()
    }
}

/// Returns what a failed call means for the exit code, and the option that helps.
impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from_ref(&error)
    }
}

impl Failure {
    /// Makes the failure of a call whose error is a part of another one.
    #[must_use]
    pub fn from_ref(error: &Error) -> Self {
        let exit = exit_of(error);
        // The program has options where the library has these settings.
        let message = error
            .to_string()
            .replace(" (raise it with `Options::max_depth`)", "")
            .replace(" (raise it with `Options::max_len`)", "");
        let failure = Self::new(exit, message);
        match remedy_of(error, exit) {
            Some(remedy) => failure.with_remedy(remedy),
            None => failure,
        }
    }
}

fn exit_of(error: &Error) -> Exit {
    match error.kind() {
        ErrorKind::Fault => Exit::Fault,
        ErrorKind::Encode | ErrorKind::Config => Exit::Usage,
        ErrorKind::Connect | ErrorKind::Tls => Exit::Unsent,
        ErrorKind::Status | ErrorKind::Protocol | ErrorKind::Redirect => Exit::Response,
        ErrorKind::TooLarge => Exit::Limit,
        ErrorKind::Decode => match error.format_error() {
            Some(format) if format.kind() == xmlrpc::format::ErrorKind::Limit => Exit::Limit,
            _ if error.body_start().is_some_and(has_root) => Exit::Document,
            _ => Exit::Response,
        },
        ErrorKind::Multicall => Exit::Document,
        _ if error.is_unsent() => Exit::Unsent,
        _ => Exit::Unknown,
    }
}

fn remedy_of(error: &Error, exit: Exit) -> Option<String> {
    let text = match (error.kind(), exit) {
        _ if is_depth(error) => "raise the limit with --max-depth N",
        (ErrorKind::TooLarge, _) => "raise the limit with --max-bytes SIZE, or --max-bytes none",
        (ErrorKind::Timeout, Exit::Unknown) => {
            "the call may have run; wait longer with --timeout 5m, or --timeout none"
        }
        (ErrorKind::Timeout, _) => "nothing was sent; wait longer with --timeout 5m",
        (ErrorKind::Tls, _) => "trust a certificate with --cacert FILE, or none of them with --insecure",
        (_, Exit::Unknown) => "the call may have run",
        (ErrorKind::Status, _) if error.status().is_some_and(|status| status.as_u16() == 401) => {
            "give a user with --auth USER, or a token with --bearer env:TOKEN"
        }
        (ErrorKind::Protocol, _) => "is this an SCGI port? then the target is scgi://host:port",
        _ => return None,
    };
    Some(text.to_owned())
}

/// Returns whether a reply is nested too deeply.
fn is_depth(error: &Error) -> bool {
    error.format_error().is_some_and(|error| {
        error.kind() == xmlrpc::format::ErrorKind::Limit && error.message().contains("nested")
    })
}

/// Returns whether a document's root is `methodResponse`, as far as the start of the document shows.
#[must_use]
pub fn has_root(start: &str) -> bool {
    let mut rest = start.trim_start_matches('\u{feff}');
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else {
            break;
        };
        let Some((_, behind)) = rest.split_once(end) else { return false };
        rest = behind;
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let end = tag.find(|char: char| char.is_whitespace() || matches!(char, '>' | '/')).unwrap_or(tag.len());
    let name = &tag[..end];
    name.rsplit_once(':').map_or(name, |(_, name)| name) == "methodResponse"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_behind_the_prolog() {
        for (document, expected) in [
            ("<methodResponse>", true),
            ("\u{feff}<?xml version='1.0'?>\n<!-- x -->\n<methodResponse a='1'>", true),
            ("<m:methodResponse>", true),
            ("<methodResponse/>", true),
            ("<methodResponses>", false),
            ("<html>", false),
            ("text", false),
            ("", false),
            ("<!-- <methodResponse>", false),
            ("<methodCall>", false),
        ] {
            assert_eq!(has_root(document), expected, "{document}");
        }
    }
}
