//! `Progress`: a bar on the terminal for calls that take long.

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
pub struct Progress {
    started: Instant,
    bar: Mutex<Option<(Direction, ProgressBar)>>,
}

impl Progress {
    /// Begins to watch a call.
    #[must_use]
    pub fn new() -> Self {
        Self { started: Instant::now(), bar: Mutex::new(None) }
    }

    /// Shows that a part of a body was sent or received.
    pub fn advance(&self, part: xmlrpc::Progress) {
        if self.started.elapsed() < PATIENCE {
            return;
        }
        let Ok(mut shown) = self.bar.lock() else { return };
        if shown.as_ref().is_none_or(|(direction, _)| *direction != part.direction) {
            if let Some((_, bar)) = shown.take() {
                bar.finish_and_clear();
            }
            *shown = Some((part.direction, bar(part)));
        }
        if let Some((_, bar)) = &*shown {
            bar.set_position(part.bytes);
            if part.total.is_some_and(|total| part.bytes >= total) {
                bar.finish_and_clear();
            }
        }
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Ok(Some((_, bar))) = self.bar.get_mut().map(Option::take) {
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
