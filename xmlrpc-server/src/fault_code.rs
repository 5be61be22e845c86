//! Fault codes of the [interoperability proposal](https://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php),
//! which most servers with codes of their own follow.

/// The document is not well-formed, is of an encoding that cannot be read, or goes beyond a limit.
pub const PARSE_ERROR: i32 = -32700;
/// Well-formed, but no XML-RPC call.
pub const INVALID_REQUEST: i32 = -32600;
/// No method of this name.
pub const METHOD_NOT_FOUND: i32 = -32601;
/// Too few or too many parameters, or one of another type than the method takes.
pub const INVALID_PARAMS: i32 = -32602;
/// The method failed in a way that is no answer: it panicked, or its result cannot be written.
pub const INTERNAL_ERROR: i32 = -32603;
/// The server is not able to run the call now: it took longer than it may.
pub const SYSTEM_ERROR: i32 = -32400;
