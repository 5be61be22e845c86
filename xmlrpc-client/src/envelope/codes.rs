//! What the codes of faults mean to the envelopes that have codes of their own.

use xmlrpc_serde::Fault;

/// Returns whether a fault blames the caller: the call cannot be read, or has no such method or parameters.
pub(super) fn blames_caller(fault: &Fault) -> bool {
    matches!(
        fault.code,
        Fault::PARSE_ERROR
            | Fault::UNSUPPORTED_ENCODING
            | Fault::INVALID_CHARACTER
            | Fault::INVALID_REQUEST
            | Fault::METHOD_NOT_FOUND
            | Fault::INVALID_PARAMS
    )
}

/// Returns whether a code is one of those that the specification of fault codes reserves for servers.
pub(super) fn is_reserved(code: i32) -> bool {
    (-32768..=-32000).contains(&code)
}
