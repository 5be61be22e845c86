//! `Terminal`: what the program may assume of the streams that it writes to.

use std::io::{IsTerminal as _, stderr, stdin, stdout};

/// When the output is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which of the standard streams are terminals, and what they can show.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "three streams and two uses of colour are independent")]
pub struct Terminal {
    /// Whether standard input is a terminal.
    pub stdin: bool,
    /// Whether standard output is a terminal.
    pub stdout: bool,
    /// Whether standard error is a terminal.
    pub stderr: bool,
    /// Whether standard output is coloured.
    pub color: bool,
    /// Whether messages are coloured.
    pub stderr_color: bool,
}

impl Terminal {
    /// Looks at the standard streams and at `NO_COLOR`.
    #[must_use]
    pub fn detect(color: Color) -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let colored = |is_terminal: bool| match color {
            Color::Auto => is_terminal && !no_color && !dumb,
            Color::Always => true,
            Color::Never => false,
        };
        let (stdout, stderr) = (stdout().is_terminal(), stderr().is_terminal());
        Self {
            stdin: stdin().is_terminal(),
            stdout,
            stderr,
            color: colored(stdout),
            stderr_color: colored(stderr),
        }
    }

    /// Returns the width of standard output in columns, if it is a terminal.
    #[must_use]
    pub fn width(&self) -> Option<usize> {
        if !self.stdout {
            return None;
        }
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|&width| width > 0)
    }
}
