//! `gen`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Generate a typed Rust API
#[derive(Clone, Debug, clap::Args)]
pub struct GenArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &GenArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
