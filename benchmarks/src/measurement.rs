//! `Measurement`: one figure, as the measuring programs print it and the report reads it.

use crate::Case;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The unit of a figure.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Metric {
    Instructions,
    /// Allocations and reallocations.
    Allocations,
    /// The most bytes that were allocated at once.
    Peak,
    /// The part of the peak that was freed before the result was complete.
    Transient,
    /// Time by the clock.
    Nanoseconds,
    /// Processor time in nanoseconds.
    Cpu,
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// One figure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Measurement {
    /// The work that was measured, a name of [`work`](crate::names::work).
    pub work: String,
    /// Which library did it, a name of [`by`](crate::names::by).
    pub by: String,
    pub metric: Metric,
    /// The number of records, numbers or calls.
    pub items: usize,
    /// The length of the document.
    pub bytes: usize,
    /// The figure for all items together.
    pub value: f64,
}

impl Measurement {
    /// Creates the figure of a case.
    #[must_use]
    pub fn of(case: &Case, metric: Metric, value: f64) -> Self {
        Self {
            work: case.work.clone(),
            by: case.by.into(),
            metric,
            items: case.items,
            bytes: case.bytes,
            value,
        }
    }

    /// Prints the figure as one line, which [`parse`] reads.
    pub fn print(&self) {
        println!("{}", serde_json::to_string(self).expect("plain data"));
    }

    /// Returns the figure for one item.
    #[must_use]
    pub fn per_item(&self) -> f64 {
        self.value / self.items as f64
    }
}

/// Reads the lines that a measuring program printed.
///
/// # Panics
///
/// Panics if a line is anything else.
#[must_use]
pub fn parse(lines: &str) -> Vec<Measurement> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a line by `Measurement::print`")).collect()
}
