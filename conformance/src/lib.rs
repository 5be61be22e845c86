//! Drivers that run this project on language-neutral test material.
//!
//! Each binary reads requests, one line of JSON each, and answers each with one line of JSON. So a scorer in
//! any language can run it, and the drivers of other implementations as well.
//!
//! * `corpus` decodes and encodes documents. `wire.py` uses it too, to compare what it reads in recorded HTTP
//!   bodies with what CPython reads.
//! * `transport` makes calls to servers that misbehave.

mod lines;
mod outcome;
mod tree;

pub use lines::answer_lines;
pub use outcome::Outcome;
pub use tree::{from_tree, summary, to_tree};
