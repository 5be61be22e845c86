//! `Error`.
use std::fmt;
use xmlrpc_serde::Fault;

/// A call that failed.
#[derive(Debug)]
pub struct Error(Box<Inner>);
#[derive(Debug)]
enum Inner {
    Fault(Fault),
    Format(xmlrpc_serde::Error),
}
/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum ErrorKind {
    Fault,
    Encode,
    Decode,
    Config,
    Connect,
    Tls,
    Timeout,
    Io,
    Protocol,
    Status,
    Redirect,
    TooLarge,
    Multicall,
}
impl Error {
    /// What failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match &*self.0 {
            Inner::Fault(_) => ErrorKind::Fault,
            Inner::Format(_) => ErrorKind::Decode,
        }
    }
    /// The fault that the server answered with.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        match &*self.0 {
            Inner::Fault(fault) => Some(fault),
            Inner::Format(_) => None,
        }
    }
}
impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self(Box::new(Inner::Fault(fault)))
    }
}
impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match *error.0 {
            Inner::Fault(fault) => fault,
            Inner::Format(error) => Fault::new(-32603, error.to_string()),
        }
    }
}
impl From<xmlrpc_serde::Error> for Error {
    fn from(error: xmlrpc_serde::Error) -> Self {
        Self(Box::new(Inner::Format(error)))
    }
}
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Inner::Fault(fault) => fault.fmt(f),
            Inner::Format(error) => error.fmt(f),
        }
    }
}
impl std::error::Error for Error {}
