//! `Messages`: what the program says on standard error.

use crate::{exit::Failure, secrets::Secrets, terminal::Terminal, text};
use anstyle::{AnsiColor, Style};
use std::io::{Write as _, stderr};

/// What is said: nothing but errors, warnings, what was sent, or also the bodies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `-q`: errors only.
    Quiet,
    /// Errors and warnings.
    #[default]
    Normal,
    /// `-v`: one line for each request.
    Verbose,
    /// `-vv`: also the bodies.
    Bodies,
}

/// What the program says on standard error. No message shows a secret, and a terminal gets no controls.
#[derive(Clone, Debug)]
pub struct Messages {
    level: Level,
    terminal: Terminal,
    secrets: Secrets,
}

impl Messages {
    /// Creates the messages of a run.
    #[must_use]
    pub fn new(level: Level, terminal: Terminal, secrets: Secrets) -> Self {
        Self { level, terminal, secrets }
    }

    /// Returns how much is said.
    #[must_use]
    pub fn level(&self) -> Level {
        self.level
    }

    /// Says why the run ends: an error of one line, and a remedy where there is one.
    pub fn failure(&self, failure: &Failure) {
        if let Some(report) = failure.report() {
            return self.write(report.trim_end());
        }
        self.labelled("error", AnsiColor::Red, failure.message());
        if let Some(remedy) = failure.remedy() {
            self.labelled("help", AnsiColor::Cyan, remedy);
        }
    }

    /// Says what the user should know although the run goes on.
    pub fn warning(&self, message: &str) {
        if self.level > Level::Quiet {
            self.labelled("warning", AnsiColor::Yellow, message);
        }
    }

    /// Says what may help, after an error or a warning.
    pub fn help(&self, message: &str) {
        if self.level > Level::Quiet {
            self.labelled("help", AnsiColor::Cyan, message);
        }
    }

    /// Says what was done, unless the user wants errors only.
    pub fn notice(&self, message: &str) {
        if self.level > Level::Quiet {
            self.write(message);
        }
    }

    /// Says something with `-v`.
    pub fn verbose(&self, message: &str) {
        if self.level >= Level::Verbose {
            self.write(message);
        }
    }

    /// Says a body with `-vv`, of several lines.
    pub fn body(&self, label: &str, body: &[u8]) {
        if self.level < Level::Bodies {
            return;
        }
        self.write(&format!("{label}\n{}", text::safe_bytes(&self.secrets.mask_bytes(body))));
    }

    /// Writes a line with a label. The line stays one line.
    fn labelled(&self, label: &str, color: AnsiColor, message: &str) {
        let message = message.replace('\n', "\\n");
        if self.terminal.stderr_color {
            let style = Style::new().bold().fg_color(Some(color.into()));
            let masked = text::safe(&self.secrets.mask(&message)).into_owned();
            let _ = writeln!(stderr().lock(), "{style}{label}:{style:#} {masked}");
        } else {
            self.write(&format!("{label}: {message}"));
        }
    }

    fn write(&self, message: &str) {
        let masked = self.secrets.mask(message);
        let _ = writeln!(stderr().lock(), "{}", text::safe(&masked));
    }
}
