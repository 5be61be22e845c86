//! `Fault`: the error that a server answers with.
use crate::{Error, ErrorKind, Result, Struct, Value};
use std::{error, fmt, sync::Arc};

/// An error that a server answers with: a number and a text.
///
/// ```
/// use xmlrpc_serde::{Fault, Options, response};
///
/// let xml = response::encode_fault(&Fault::new(4, "Too many parameters."), Options::new())?;
/// let answer = response::decode::<i32>(xml.as_bytes(), Options::new())?;
/// assert_eq!(answer, Err(Fault::new(4, "Too many parameters.")));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// The constants are the codes that the [Specification for Fault Code
/// Interoperability](https://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php) reserves. A program
/// chooses its own codes among the other numbers.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The number, `faultCode`. It is 0 if the server sent none.
    pub code: i32,
    /// The text, `faultString`.
    pub message: String,
    raw: Option<Box<Struct>>,
    source: Option<Arc<dyn error::Error + Send + Sync>>,
}

impl Fault {
    /// The request is not well-formed XML.
    pub const PARSE_ERROR: i32 = -32700;
    /// The request is in an encoding that is not supported.
    pub const UNSUPPORTED_ENCODING: i32 = -32701;
    /// The request holds a character that its encoding lacks.
    pub const INVALID_CHARACTER: i32 = -32702;
    /// The request is XML, but not XML-RPC.
    pub const INVALID_REQUEST: i32 = -32600;
    /// There is no such method.
    pub const METHOD_NOT_FOUND: i32 = -32601;
    /// The parameters are too few, too many, or of other types.
    pub const INVALID_PARAMS: i32 = -32602;
    /// The server failed.
    pub const INTERNAL_ERROR: i32 = -32603;
    /// The application failed.
    pub const APPLICATION_ERROR: i32 = -32500;
    /// The system beneath failed.
    pub const SYSTEM_ERROR: i32 = -32400;
    /// The transport failed.
    pub const TRANSPORT_ERROR: i32 = -32300;

    /// Creates a fault from a code and a text.
    ///
    /// ```
    /// use xmlrpc_serde::Fault;
    /// let fault = Fault::new(Fault::METHOD_NOT_FOUND, "no such method: d.nope");
    /// assert_eq!(fault.to_string(), "fault -32601: no such method: d.nope");
    /// ```
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), raw: None, source: None }
    }

    /// The fault that a `<fault>` holds.
    ///
    /// Members may come in any order, be missing or be more; what is no integer or no text gives 0 or
    /// nothing, and [`raw`](Self::raw) has it.
    pub(crate) fn from_struct(raw: Struct) -> Result<Self> {
        let code = match raw.get("faultCode").and_then(Value::as_i64) {
            Some(code) => i32::try_from(code).map_err(|_| {
                let message = format!("the fault's code {code} is beyond 32 bits");
                Error::new(ErrorKind::Data, message).in_member("faultCode")
            })?,
            None => 0,
        };
        let message = match raw.get("faultString") {
            Some(Value::String(message)) => message.clone(),
            // Text with non-ASCII characters, as Perl's `XMLRPC::Lite` sends it.
            Some(Value::Base64(bytes)) => String::from_utf8_lossy(bytes).into_owned(),
            Some(Value::Int(number)) => number.to_string(),
            Some(Value::I8(number)) => number.to_string(),
            _ => String::new(),
        };
        Ok(Self { code, message, raw: Some(Box::new(raw)), source: None })
    }

    /// Adds the error that caused this fault, for the log of the server.
    /// [`source`](std::error::Error::source) returns it. It is never written.
    ///
    /// ```
    /// use std::{error::Error as _, io};
    /// use xmlrpc_serde::Fault;
    ///
    /// let cause = io::Error::other("/etc/secret cannot be read");
    /// let fault = Fault::new(Fault::INTERNAL_ERROR, "Internal error").with_source(cause);
    /// assert_eq!(fault.to_string(), "fault -32603: Internal error");
    /// assert_eq!(fault.source().unwrap().to_string(), "/etc/secret cannot be read");
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into().into());
        self
    }

    /// The struct as it came, every member kept; `None` for a fault made here.
    ///
    /// Some servers add members; others send a text for the code (`XMLRPC::Lite`: `Server`), or nothing at
    /// all (npm's xmlrpc for a thrown `Error`).
    #[must_use]
    pub fn raw(&self) -> Option<&Struct> {
        self.raw.as_deref()
    }
}

/// By code and message: whether it was read or made does not matter.
impl PartialEq for Fault {
    fn eq(&self, other: &Self) -> bool {
        (self.code, &self.message) == (other.code, &other.message)
    }
}

impl Eq for Fault {}

/// A code and a message.
impl<M: Into<String>> From<(i32, M)> for Fault {
    fn from((code, message): (i32, M)) -> Self {
        Self::new(code, message)
    }
}

/// The struct on the wire: as it came, or `faultCode` and `faultString`.
impl From<Fault> for Struct {
    fn from(fault: Fault) -> Self {
        match fault.raw {
            Some(raw) => *raw,
            None => {
                [("faultCode", Value::from(fault.code)), ("faultString", Value::from(fault.message))].into()
            }
        }
    }
}

impl From<Fault> for Value {
    fn from(fault: Fault) -> Self {
        Self::Struct(fault.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "fault {}: {}", self.code, self.message)
    }
}

impl error::Error for Fault {
    /// Returns the error that caused this fault. A fault that was read from a document has none.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
