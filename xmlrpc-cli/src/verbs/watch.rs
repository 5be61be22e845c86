//! `watch`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Repeat a call
#[derive(Clone, Debug, clap::Args)]
pub struct WatchArgs {
    /// The call.
    #[command(flatten)]
    pub call: super::call::CallArgs,
}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &WatchArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
