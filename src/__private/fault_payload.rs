//! What a variant with a code may hold, in an enum with `#[derive(FaultCode)]`.
use xmlrpc_serde::Fault;

/// The field of a variant with a code: the fault's message, or the whole fault.
#[diagnostic::on_unimplemented(
    message = "a variant with a code cannot hold `{Self}`",
    label = "expected `String` or `xmlrpc::Fault`",
    note = "a variant with a code holds nothing, a `String` (the fault's message) or an `xmlrpc::Fault`"
)]
pub trait FaultPayload {
    /// Takes the field from a fault with the variant's code.
    fn from_fault(fault: Fault) -> Self;
    /// Makes a fault with the variant's code.
    fn into_fault(self, code: i32) -> Fault;
}

impl FaultPayload for String {
    fn from_fault(fault: Fault) -> Self {
        fault.message
    }
    fn into_fault(self, code: i32) -> Fault {
        Fault::new(code, self)
    }
}

impl FaultPayload for Fault {
    fn from_fault(fault: Fault) -> Self {
        fault
    }
    fn into_fault(mut self, code: i32) -> Fault {
        self.code = code;
        self
    }
}
