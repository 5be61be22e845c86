//! `FaultCode`: error types that tell faults apart.

use crate::{Error, ErrorKind};
use std::{error::Error as StdError, fmt, sync::Arc};
use xmlrpc_serde::Fault;

/// An error type whose values stand for fault codes. `#[derive(FaultCode)]` implements it for an enum.
///
/// Use it as a bound where code is generic over the errors of an API:
///
/// ```
/// use xmlrpc_client::FaultCode;
/// use xmlrpc_serde::Fault;
///
/// /// Returns whether it makes sense to try again.
/// fn is_busy<E: FaultCode>(error: &E) -> bool {
///     error.code() == Some(503)
/// }
/// assert!(is_busy(&xmlrpc_client::Error::from(Fault::new(503, "try later"))));
/// ```
pub trait FaultCode: From<Error> + Into<Fault> {
    /// Returns the number that stands for this value. `None` for a value that has a word instead, and for
    /// one that holds other errors.
    fn code(&self) -> Option<i32>;

    /// Makes the value that a fault stands for.
    ///
    /// # Errors
    /// The fault itself, if no value stands for it.
    fn from_fault(fault: Fault) -> Result<Self, Fault>;
}

/// Every fault is an error.
impl FaultCode for Error {
    fn code(&self) -> Option<i32> {
        self.fault().and_then(Fault::number)
    }

    fn from_fault(fault: Fault) -> Result<Self, Fault> {
        Ok(fault.into())
    }
}

/// Makes a value of the fault in an error, or returns the error.
///
/// # Errors
/// The error, if it has no fault or if no value stands for its fault.
#[doc(hidden)]
pub fn from_error<E: FaultCode>(error: Error) -> Result<E, Error> {
    let answered_by =
        error.method().map(|method| AnsweredBy { method: method.into(), url: error.url().map(Into::into) });
    error.map_fault(|fault| {
        E::from_fault(match answered_by {
            Some(answered_by) => fault.with_source(answered_by),
            None => fault,
        })
    })
}

/// The source of a fault that another server answered with, by which a server knows not to pass it on.
#[derive(Debug)]
struct AnsweredBy {
    method: Box<str>,
    url: Option<Arc<str>>,
}

impl fmt::Display for AnsweredBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the answer of {}", self.method)?;
        match &self.url {
            Some(url) => write!(f, " at {url}"),
            None => Ok(()),
        }
    }
}

impl StdError for AnsweredBy {}

/// Returns the fault with which a server answers for a variant that holds any fault. A fault of another
/// server is masked, as the conversion of [`Error`] does it.
#[doc(hidden)]
#[must_use]
pub fn masked_unless_own(fault: Fault) -> Fault {
    if fault.source().is_some_and(<dyn StdError>::is::<AnsweredBy>) {
        Fault::new(Fault::INTERNAL_ERROR, "Internal error").with_source(fault)
    } else {
        fault
    }
}

/// Returns the fault of another server that a masked fault hides, for a gateway. Any other fault stays as it
/// is.
#[doc(hidden)]
#[must_use]
pub fn unmasked(fault: Fault) -> Fault {
    let hidden = match fault.source().filter(|_| fault.code == Fault::INTERNAL_ERROR) {
        None => None,
        Some(source) => match source.downcast_ref::<Error>() {
            Some(error) if error.kind() == ErrorKind::Fault => error.fault(),
            Some(_) => None,
            None => source.downcast_ref::<Fault>(),
        },
    };
    hidden.cloned().unwrap_or(fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_another_server_is_masked_and_a_gateway_unmasks_it() {
        let url = Arc::from("http://inside/");
        let error = Error::from(Fault::new(7, "from inside")).in_call("m", &url);
        let masked = Fault::from(error);
        assert_eq!((masked.code, &*masked.message), (Fault::INTERNAL_ERROR, "Internal error"));
        assert_eq!(unmasked(masked), Fault::new(7, "from inside"));

        let error = Error::new(ErrorKind::Connect, "db.internal").in_call("m", &url);
        assert_eq!(unmasked(Fault::from(error)).code, Fault::INTERNAL_ERROR);

        let own = Fault::new(Fault::INTERNAL_ERROR, "mine").with_source(std::io::Error::other("x"));
        assert_eq!(unmasked(own).message, "mine");
    }
}
