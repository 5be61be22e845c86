//! `man`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Write the man page
#[derive(Clone, Debug, clap::Args)]
pub struct ManArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &ManArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
