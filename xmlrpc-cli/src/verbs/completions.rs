//! `completions`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Write the completions for a shell
#[derive(Clone, Debug, clap::Args)]
pub struct CompletionsArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &CompletionsArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
