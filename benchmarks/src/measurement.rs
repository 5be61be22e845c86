//! `Measurement`: one figure, as the measuring programs print it and the report reads it.

use crate::Case;
use serde::{Deserialize, Serialize};

/// One figure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Measurement {
    /// What was done: `decode records`.
    pub work: String,
    /// By whom: `ours`, `serde_json`.
    pub by: String,
    /// Of what: `instructions`, `allocations`, `peak`, `transient`, `nanoseconds`, `cpu`.
    pub metric: String,
    /// How many records, numbers or calls that was for.
    pub items: usize,
    /// The length of the document.
    pub bytes: usize,
    /// The figure, for all items together.
    pub value: f64,
}

impl Measurement {
    /// A figure of a case.
    #[must_use]
    pub fn of(case: &Case, metric: &str, value: f64) -> Self {
        Self {
            work: case.work.clone(),
            by: case.by.into(),
            metric: metric.into(),
            items: case.items,
            bytes: case.bytes,
            value,
        }
    }

    /// As a line for the report.
    pub fn print(&self) {
        println!("{}", serde_json::to_string(self).expect("plain data"));
    }

    /// The figure for one item.
    #[must_use]
    pub fn per_item(&self) -> f64 {
        self.value / self.items as f64
    }
}

/// The lines that a measuring program printed.
#[must_use]
pub fn parse(lines: &str) -> Vec<Measurement> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a line by `Measurement::print`")).collect()
}
