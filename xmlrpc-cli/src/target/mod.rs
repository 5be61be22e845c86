//! `Target`: the server that a word means.

mod configured;
mod definition;
mod resolve;
mod url;

pub use crate::nearest::nearest;
pub use definition::{Target, TargetLogin, TargetSettings};
pub use resolve::{check_first_word, names, resolve, without_secrets};
