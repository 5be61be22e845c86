//! `KnownEnvelope`: the shapes in which servers wrap results.

use serde::{Deserialize, Serialize};

/// The shape in which a server wraps every result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KnownEnvelope {
    /// `[code, message, value]`.
    Ros,
    /// `[success, value or message, code]`.
    OpenNebula,
    /// `{Status, Value}` or `{Status, ErrorDescription}`.
    Xapi,
    /// An envelope that a trait names by a path of its own.
    Other,
}
