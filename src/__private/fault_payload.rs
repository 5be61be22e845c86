//! What a variant of a fault enum may hold.
use xmlrpc_serde::Fault;

/// The field of a variant with a code.
#[diagnostic::on_unimplemented(
    message = "a variant with a code cannot hold `{Self}`",
    label = "neither `String` nor `xmlrpc::Fault`",
    note = "it holds nothing, a `String` (the fault's message) or an `xmlrpc::Fault`"
)]
pub trait FaultPayload {
    /// Taken from a fault with that code.
    fn from_fault(fault: Fault) -> Self;
    /// Back into a fault with that code.
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
