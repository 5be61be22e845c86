//! The targets that the configuration names.

use super::Target;
use crate::{context::Context, exit::Outcome};

/// Returns whether the configuration has a target of this name.
pub(super) fn contains(_name: &str) -> Outcome<bool> {
    Ok(false)
}

/// Returns the names of the targets in the configuration.
pub(super) fn names() -> Vec<String> {
    Vec::new()
}

/// Returns the target of this name in the configuration. What it reads from the environment, from commands and from
/// files becomes a secret of the run.
pub(super) fn find(_name: &str, _context: &Context) -> Outcome<Option<Target>> {
    Ok(None)
}
