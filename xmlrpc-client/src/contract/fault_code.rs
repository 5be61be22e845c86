//! `FaultCode`: a code with a meaning of its own.

use serde::{Deserialize, Serialize};

/// A code of a fault that has a meaning of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FaultCode {
    /// The code.
    pub code: i32,
    /// The upper-case word at the beginning of the fault's text, such as `BAD_NAME`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
