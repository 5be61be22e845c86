//! `Fault`: an error that the other side answered with.
use crate::Struct;
use std::fmt;

/// A fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// `faultCode`.
    pub code: i32,
    /// `faultString`.
    pub message: String,
    raw: Option<Box<Struct>>,
}

impl Fault {
    /// A fault.
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), raw: None }
    }
    /// The struct as it came, every member kept; `None` for a fault made here.
    #[must_use]
    pub fn raw(&self) -> Option<&Struct> {
        self.raw.as_deref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "fault {}: {}", self.code, self.message)
    }
}

impl std::error::Error for Fault {}
