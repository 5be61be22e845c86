//! `repl`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Call methods one after another
#[derive(Clone, Debug, clap::Args)]
pub struct ReplArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &ReplArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
