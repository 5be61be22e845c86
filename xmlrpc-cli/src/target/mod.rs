//! `Target`: the server that a word means.

mod configured;
mod definition;
mod nearest;
mod resolve;
mod url;

pub use definition::{Target, TargetSettings};
pub use nearest::nearest;
pub use resolve::{check_first_word, resolve};
