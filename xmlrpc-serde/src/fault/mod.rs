//! `Fault`: the error that a server answers with.
mod code;
mod read;

use crate::{Struct, Value, excerpt};
use code::{ReceivedCode, code_of, join, text_of};
pub(crate) use read::read_fault;
use std::{
    error,
    fmt::{self, Write as _},
    sync::Arc,
};

/// An error that a server answers with: a number and a text.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Fault, Options, response};
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
///
/// # What servers send
///
/// The specification has an integer and a string. Servers send other things as well, and whatever they send
/// is a fault with its text:
///
/// * A code may come in any element, such as `<string>4</string>` or `<double>4.0</double>`. It is a
///   number all the same.
/// * Any other code, such as a word or a number of more than 32 bits, is 0 in [`code`](Self::code), and
///   [`word`](Self::word) returns it.
/// * A text that is not a string is converted to one. A bare string instead of a struct is the text.
/// * The members may be named `FaultCode` and `FaultString`, and others may stand beside them.
///   [`raw`](Self::raw) returns the value as it came.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The number, `faultCode`. It is 0 if the server sent none, or a code that is not a number of 32 bits.
    pub code: i32,
    /// The text, `faultString`.
    pub message: String,
    details: Option<Box<Details>>,
}

/// What few faults have.
#[derive(Clone, Debug, Default)]
struct Details {
    /// The value as it came.
    raw: Option<Value>,
    code: ReceivedCode,
    /// The cause, which is never written.
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
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Fault;
    /// let fault = Fault::new(Fault::METHOD_NOT_FOUND, "no such method: d.nope");
    /// assert_eq!(fault.to_string(), "fault -32601: no such method: d.nope");
    /// ```
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), details: None }
    }

    /// Creates a fault whose code is a word, for peers that expect one. [`code`](Self::code) is 0.
    ///
    /// The word is written as a `<string>`. The specification has numbers alone, so use [`new`](Self::new)
    /// wherever the peer does not ask for a word.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Fault, Options, response};
    ///
    /// let fault = Fault::with_word("No_Such_Object", "there is no object 7");
    /// let xml = response::encode_fault(&fault, Options::new())?;
    /// assert!(xml.contains("<name>faultCode</name><value><string>No_Such_Object</string></value>"));
    /// assert_eq!(fault.to_string(), "fault No_Such_Object: there is no object 7");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn with_word(word: impl Into<String>, message: impl Into<String>) -> Self {
        let code = ReceivedCode::Word(word.into().into());
        Self {
            code: 0,
            message: message.into(),
            details: Some(Box::new(Details { code, ..Details::default() })),
        }
    }

    /// Sets the cause of the fault, which [`source`](std::error::Error::source) returns. It is never written.
    ///
    /// A server uses it for its log: the caller gets the code and the text alone.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use std::error::Error;
    /// use xmlrpc::{Fault, Options, response};
    ///
    /// let cause = std::io::Error::other("disk /dev/sda1 failed");
    /// let fault = Fault::new(Fault::INTERNAL_ERROR, "Internal error").with_source(cause);
    /// assert_eq!(fault.source().unwrap().to_string(), "disk /dev/sda1 failed");
    /// assert!(!response::encode_fault(&fault, Options::new())?.contains("sda1"));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        self.details.get_or_insert_default().source = Some(source.into().into());
        self
    }

    /// Makes a fault of the value that a server sent as one.
    pub(crate) fn from_value(raw: Value) -> Self {
        let (code, message) = match &raw {
            Value::Struct(members) => {
                let member = |names: [&str; 2]| names.into_iter().find_map(|name| members.get(name));
                let (code, text) = (member(CODE_NAMES), member(STRING_NAMES));
                let message = match text {
                    Some(text) => text_of(text),
                    // Other members may say what happened.
                    None => join(
                        members
                            .iter()
                            .filter(|(name, _)| !CODE_NAMES.contains(name))
                            .map(|(name, value)| format!("{name}: {}", text_of(value))),
                    ),
                };
                (code.map_or(ReceivedCode::Missing, code_of), message)
            }
            Value::Int(_) | Value::I8(_) => (code_of(&raw), String::new()),
            other => (ReceivedCode::Missing, text_of(other)),
        };
        let number = if let ReceivedCode::Number(number) = code { number } else { 0 };
        let details = Details { raw: Some(raw), code, source: None };
        Self { code: number, message, details: Some(Box::new(details)) }
    }

    /// Returns the code if it is a number. `None` for a fault without a code and for one whose code is a
    /// word.
    ///
    /// Use it to tell the code 0 from one that is missing.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Fault;
    /// assert_eq!(Fault::new(0, "no code").number(), Some(0));
    /// assert_eq!(Fault::with_word("No_Such_Object", "no number").number(), None);
    /// ```
    #[must_use]
    pub fn number(&self) -> Option<i32> {
        match self.received_code() {
            // The field is public, so it may have been set since.
            Some(ReceivedCode::Missing | ReceivedCode::Word(_)) if self.code == 0 => None,
            _ => Some(self.code),
        }
    }

    /// Returns the code if it is not a number of 32 bits, as the server wrote it: a word, or the text of a
    /// number with a fraction or with more bits. An empty code is the empty text, and `<nil/>` is `nil`.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Fault, Options, response};
    ///
    /// let xml = "<methodResponse><fault><value><struct>\
    ///     <member><name>faultCode</name><value><string>No_Such_Object</string></value></member>\
    ///     <member><name>faultString</name><value>there is no object 7</value></member>\
    ///     </struct></value></fault></methodResponse>";
    /// let fault = response::decode::<()>(xml.as_bytes(), Options::new())?.unwrap_err();
    /// assert_eq!((fault.code, fault.word()), (0, Some("No_Such_Object")));
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        match self.received_code() {
            Some(ReceivedCode::Word(word)) if self.code == 0 => Some(word),
            _ => None,
        }
    }

    /// Returns the value as the server sent it, with all members. `None` for a fault that was made here.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Fault, Options, response};
    ///
    /// let xml = "<methodResponse><fault><value><struct>\
    ///     <member><name>faultCode</name><value><int>4</int></value></member>\
    ///     <member><name>faultString</name><value>no</value></member>\
    ///     <member><name>detail</name><value>disk full</value></member>\
    ///     </struct></value></fault></methodResponse>";
    /// let fault = response::decode::<()>(xml.as_bytes(), Options::new())?.unwrap_err();
    /// assert_eq!(fault.raw().unwrap()["detail"], "disk full");
    /// assert_eq!(Fault::new(4, "no").raw(), None);
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub fn raw(&self) -> Option<&Value> {
        self.details.as_ref()?.raw.as_ref()
    }

    fn received_code(&self) -> Option<&ReceivedCode> {
        self.details.as_ref().map(|details| &details.code)
    }
}

/// The names of the code's member: the specification's first.
pub(crate) const CODE_NAMES: [&str; 2] = ["faultCode", "FaultCode"];
/// The names of the text's member.
pub(crate) const STRING_NAMES: [&str; 2] = ["faultString", "FaultString"];

/// Compares code, word and text. It does not matter whether a fault was read or made.
impl PartialEq for Fault {
    fn eq(&self, other: &Self) -> bool {
        (self.code, self.word(), &self.message) == (other.code, other.word(), &other.message)
    }
}

impl Eq for Fault {}

/// A code and a text.
impl<M: Into<String>> From<(i32, M)> for Fault {
    fn from((code, message): (i32, M)) -> Self {
        Self::new(code, message)
    }
}

/// The struct as the server sent it, or one of `faultCode` and `faultString`.
impl From<Fault> for Struct {
    fn from(fault: Fault) -> Self {
        let word = fault.word().map(Value::from);
        match fault.details.and_then(|details| details.raw) {
            Some(Value::Struct(members)) => members,
            _ => [
                (CODE_NAMES[0], word.unwrap_or_else(|| fault.code.into())),
                (STRING_NAMES[0], fault.message.into()),
            ]
            .into(),
        }
    }
}

impl From<Fault> for Value {
    fn from(fault: Fault) -> Self {
        Self::Struct(fault.into())
    }
}

/// Shows the code or the word, and then at most 4,000 characters of the text, on one line and without control
/// characters. [`message`](Self::message) has the whole text.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fault")?;
        match (self.word(), self.number()) {
            // XAPI's texts begin with the word.
            (Some(word), _) if !word.is_empty() && self.message.starts_with(word) => {
                return self.write_message(f, " ");
            }
            (Some(""), _) => f.write_str(" \"\"")?,
            (Some(word), _) => write!(f, " {}", excerpt::excerpt(word))?,
            (None, Some(number)) => write!(f, " {number}")?,
            (None, None) => {}
        }
        self.write_message(f, ": ")
    }
}

impl Fault {
    /// Writes the message, after something that separates it from what is before it.
    fn write_message(&self, f: &mut fmt::Formatter<'_>, separator: &str) -> fmt::Result {
        if self.message.trim().is_empty() {
            return f.write_str(" with an empty text");
        }
        f.write_str(separator)?;
        write_one_line(f, &self.message)
    }
}

/// Writes the start of a text, with one space for each run of white space, and without control characters.
fn write_one_line(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    const SHOWN: usize = 4000;
    let is_break = |c: char| c.is_whitespace();
    let mut left = SHOWN;
    for (index, word) in text.split(is_break).filter(|word| !word.is_empty()).enumerate() {
        let space = (index > 0).then_some(' ');
        for c in space.into_iter().chain(word.chars().filter(|c| !excerpt::is_control(*c))) {
            if left == 0 {
                return f.write_char('…');
            }
            f.write_char(c)?;
            left -= 1;
        }
    }
    Ok(())
}

impl error::Error for Fault {
    /// Returns the error that caused this fault. A fault that was read from a document has none.
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.details.as_ref()?.source.as_deref().map(|source| source as _)
    }
}
