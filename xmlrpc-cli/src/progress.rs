//! `ProgressDisplay` and `CountDisplay`: bars on the terminal for work that takes long.

use crate::{context::Context, messages::Level};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    sync::Mutex,
    time::{Duration, Instant},
};
use xmlrpc::Direction;

/// How long a call takes before its progress is shown.
const PATIENCE: Duration = Duration::from_millis(500);

/// The progress of a call on standard error, which must be a terminal.
#[derive(Debug)]
pub struct ProgressDisplay {
    state: Mutex<ProgressState>,
}

#[derive(Debug)]
struct ProgressState {
    /// When the call began.
    started: Instant,
    /// How many rows the reply has so far.
    rows: u64,
    /// What was told last of the call.
    last: Option<(Direction, u64)>,
    bar: Option<(Direction, ProgressBar)>,
}

impl ProgressDisplay {
    /// Begins to watch the calls of a client.
    #[must_use]
    pub fn new() -> Self {
        let state = ProgressState { started: Instant::now(), rows: 0, last: None, bar: None };
        Self { state: Mutex::new(state) }
    }

    /// Counts a row of the reply.
    pub fn count_row(&self) {
        if let Ok(mut state) = self.state.lock() {
            state.rows += 1;
        }
    }

    /// Shows that a part of a body was sent or received.
    pub fn advance(&self, part: xmlrpc::Progress) {
        let Ok(mut state) = self.state.lock() else { return };
        // Another call begins where a request begins anew.
        let goes_on = match state.last {
            Some((last, bytes)) => last == part.direction && part.bytes > bytes,
            None => false,
        };
        if part.direction == Direction::Sent && !goes_on {
            state.started = Instant::now();
            state.rows = 0;
        }
        state.last = Some((part.direction, part.bytes));
        if state.started.elapsed() < PATIENCE {
            return;
        }
        if state.bar.as_ref().is_none_or(|(direction, _)| *direction != part.direction) {
            if let Some((_, bar)) = state.bar.take() {
                bar.finish_and_clear();
            }
            state.bar = Some((part.direction, bar(part)));
        }
        if let Some((_, bar)) = &state.bar {
            bar.set_position(part.bytes);
            if state.rows > 0 {
                bar.set_message(format!("{} rows received", state.rows));
            }
            if part.total.is_some_and(|total| part.bytes >= total) {
                bar.finish_and_clear();
            }
        }
    }
}

impl Default for ProgressDisplay {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for ProgressDisplay {
    fn drop(&mut self) {
        if let Ok(Some((_, bar))) = self.state.get_mut().map(|state| state.bar.take()) {
            bar.finish_and_clear();
        }
    }
}

fn bar(part: xmlrpc::Progress) -> ProgressBar {
    let what = match part.direction {
        Direction::Sent => "sent",
        _ => "received",
    };
    let (bar, template) = match part.total {
        Some(total) => (ProgressBar::new(total), "{msg} {bar:30} {bytes}/{total_bytes} {bytes_per_sec}"),
        None => (ProgressBar::no_length(), "{msg} {bytes} {bytes_per_sec}"),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.with_message(what)
}

/// A count of calls or rows on standard error, if that is a terminal.
#[derive(Debug)]
pub struct CountDisplay {
    bar: Option<ProgressBar>,
}

impl CountDisplay {
    /// Begins to count. Nothing is shown if standard error is not a terminal.
    #[must_use]
    pub fn new(what: &'static str, context: &Context) -> Self {
        if !context.terminal.stderr || context.messages.level() == Level::Quiet {
            return Self { bar: None };
        }
        let bar = ProgressBar::no_length().with_message(what);
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        if let Ok(style) = ProgressStyle::with_template("{pos} {msg} {per_sec}") {
            bar.set_style(style);
        }
        Self { bar: Some(bar) }
    }

    /// Counts one more.
    pub fn advance(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }
}

impl Drop for CountDisplay {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
