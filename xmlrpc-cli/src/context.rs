//! `Context`: what all parts of a run share.

use crate::{messages::Messages, secrets::Secrets, terminal::Terminal};

/// What all parts of a run share.
#[derive(Clone, Debug)]
pub struct Context {
    /// The values that no message may show.
    pub secrets: Secrets,
    /// What is said on standard error.
    pub messages: Messages,
    /// What the standard streams are.
    pub terminal: Terminal,
}
