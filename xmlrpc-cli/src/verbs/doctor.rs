//! `doctor`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Find out what a server speaks and how to set up a client for it
#[derive(Clone, Debug, clap::Args)]
pub struct DoctorArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &DoctorArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
