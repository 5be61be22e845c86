//! `batch`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Make the calls that standard input lists
#[derive(Clone, Debug, clap::Args)]
pub struct BatchArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &BatchArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
