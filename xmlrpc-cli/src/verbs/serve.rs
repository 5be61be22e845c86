//! `serve`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Act as a recorded server
#[derive(Clone, Debug, clap::Args)]
pub struct ServeArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &ServeArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
