//! `describe`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Show what is known of a method
#[derive(Clone, Debug, clap::Args)]
pub struct DescribeArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &DescribeArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
