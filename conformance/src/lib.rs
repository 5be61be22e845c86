//! Drivers that put the project through language-neutral test material.
//!
//! Each binary reads one JSON request a line and answers with one JSON line, so that a scorer written in any
//! language can drive it beside the drivers of other implementations:
//!
//! * `corpus` decodes and encodes documents (`wire.py` also gives it recorded HTTP bodies, and compares what it reads
//!   with what CPython reads);
//! * `transport` makes calls to a server that misbehaves.

mod lines;
mod outcome;
mod tree;

pub use lines::answer_lines;
pub use outcome::Outcome;
pub use tree::{from_tree, summary, to_tree};
