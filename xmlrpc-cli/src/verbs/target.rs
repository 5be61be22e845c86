//! `target`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// List the configured targets, or trust a folder's
#[derive(Clone, Debug, clap::Args)]
pub struct TargetArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &TargetArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
