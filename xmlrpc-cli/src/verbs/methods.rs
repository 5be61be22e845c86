//! `methods`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// List the methods of a server
#[derive(Clone, Debug, clap::Args)]
pub struct MethodsArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &MethodsArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
