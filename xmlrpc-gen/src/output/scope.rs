//! `Scope`: what the parts of the output share.

use super::{aliases::Aliases, helpers::Helper, names::Names};
use crate::{Contract, Wishes};
use std::collections::BTreeSet;

/// What the parts of the output share while they are written.
pub(crate) struct Scope<'a> {
    pub(crate) contract: &'a Contract,
    pub(crate) wishes: &'a Wishes,
    pub(crate) names: &'a Names,
    pub(crate) aliases: Aliases,
    /// The helper modules that are used.
    pub(crate) helpers: BTreeSet<Helper>,
}
