//! `proxy`.

use crate::{
    context::Context,
    exit::{Failure, Outcome},
};

/// Stand between a client and a server, and record
#[derive(Clone, Debug, clap::Args)]
pub struct ProxyArgs {}

/// Runs the verb.
///
/// # Errors
/// Always, because it is not built yet.
pub fn run(_args: &ProxyArgs, _context: &Context) -> Outcome {
    Err(Failure::usage("this verb is not built yet"))
}
