//! `Error`: what was wrong, where in the value, where in the document, and what can be done.
mod message;
mod place;
mod wire_terms;

use crate::excerpt;
use message::{ErrorMessage, Named, Problem, Terms};
pub(crate) use place::Position;
use place::{Path, write_path};
use serde_core::de::{Expected, Unexpected};
use std::{any, fmt};

/// Why a document or a value was refused.
///
/// The message alone should be enough to find the place, however large the document. The type is one machine
/// word.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::Deserialize;
/// #[derive(Debug, Deserialize)]
/// struct Process { state: i32 }
///
/// let xml = "<value><array><data>\n<value><struct><member><name>state</name>\
///            <value><string>up</string></value></member></struct></value></data></array></value>";
/// let error = xmlrpc::from_str::<Vec<Process>>(xml).unwrap_err();
/// assert_eq!(error.to_string(), "invalid type: string, expected i32 at [0].state (line 2, column 49)");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: ErrorMessage,
    terms: Terms,
    offset: Option<usize>,
    /// Line and column. They are counted when the error leaves the crate.
    position: Option<Position>,
    path: Path,
    /// What the author of the program can do.
    advice: Option<&'static str>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The document is not well-formed XML, or it has a DOCTYPE, which is refused unread.
    Syntax,
    /// The document is well-formed XML, to its end, but not XML-RPC.
    Structure,
    /// The document ends early.
    Eof,
    /// A value does not fit the type that was asked for.
    Data,
    /// A value cannot be written, because XML-RPC or the chosen [`Options`](crate::Options) have no form for
    /// it.
    Unsupported,
    /// The document or the value exceeds a limit of [`Options`](crate::Options).
    Limit,
    /// The bytes are not valid in the document's encoding, or the encoding is unknown.
    Encoding,
    /// The underlying reader or writer failed. [`source`](std::error::Error::source) returns its error.
    Io,
}

impl Error {
    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the place in the document, in bytes from its start. `None` if no document is involved.
    ///
    /// If the document was converted to UTF-8, the bytes are those of the converted text.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// Returns the line of [`offset`](Self::offset), counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|position| position.line)
    }

    /// Returns the column of [`offset`](Self::offset) in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|position| position.column)
    }

    /// Returns the place in the value, such as `params[0].state`. Empty if the error is not about a part of a
    /// value.
    ///
    /// The name of each member is cut to 200 characters. The message of the error shows at most 200
    /// characters of the path.
    #[must_use]
    pub fn path(&self) -> String {
        self.0.path.to_string()
    }

    /// Returns what was wrong, without the place and the advice that the error's text has as well.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// let error = xmlrpc::from_str::<[bool; 1]>(
    ///     "<value><array><data><value>yes</value></data></array></value>",
    /// ).unwrap_err();
    /// assert_eq!(error.message(), "invalid type: string, expected a boolean");
    /// assert_eq!(error.to_string(), "invalid type: string, expected a boolean at [0] (line 1, column 28)");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        let mut message = OneLine(String::new());
        // Writing to a `String` does not fail.
        let _ = self.0.message.write(&mut message, self.0.terms);
        message.0
    }

    /// Says the same to the program on the other side: in the terms of XML-RPC instead of Rust's, and without
    /// the advice, which is meant for the author of this program.
    ///
    /// A server uses it for the text of a fault.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// let error = xmlrpc::from_str::<u8>("<value>seven</value>").unwrap_err();
    /// assert_eq!(error.to_string(), "invalid type: string, expected u8 (line 1, column 8)");
    /// assert_eq!(error.for_peer().to_string(), "expected int, found string (line 1, column 8)");
    /// ```
    #[must_use]
    pub fn for_peer(mut self) -> Self {
        self.0.terms = Terms::Wire;
        self.without_advice()
    }

    /// Removes the advice at the end of the message, which is meant for the program's author.
    ///
    /// Use it for a text that is sent to someone else.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// let error = xmlrpc::to_string(&[None::<i32>]).unwrap_err();
    /// assert!(error.to_string().starts_with("XML-RPC has no form for `None` at [0]: "));
    /// assert_eq!(error.without_advice().to_string(), "XML-RPC has no form for `None` at [0]");
    /// ```
    #[must_use]
    pub fn without_advice(mut self) -> Self {
        self.0.advice = None;
        self
    }
}

/// How this crate makes errors, and what it adds to them on their way out.
impl Error {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: ErrorKind, message: impl Into<Box<str>>) -> Self {
        Self::with_message(kind, ErrorMessage::Text(message.into()))
    }

    #[cold]
    #[inline(never)]
    fn with_message(kind: ErrorKind, message: ErrorMessage) -> Self {
        Self(Box::new(Inner {
            kind,
            message,
            terms: Terms::Rust,
            offset: None,
            position: None,
            path: Path::default(),
            advice: None,
            source: None,
        }))
    }

    /// An error for a value that has no form in XML-RPC, or none with the chosen options.
    #[cold]
    #[inline(never)]
    pub(crate) fn unsupported(message: impl Into<Box<str>>) -> Self {
        Self::new(ErrorKind::Unsupported, message)
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn io(source: std::io::Error) -> Self {
        let mut error = Self::new(ErrorKind::Io, source.to_string());
        error.0.source = Some(Box::new(source));
        error
    }

    /// Changes what kind of error it is.
    #[cold]
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// Returns this error for the next read, without the path that it gets on its way out.
    #[cold]
    pub(crate) fn repeat(&self) -> Self {
        let Inner { kind, message, offset, advice, .. } = &*self.0;
        let mut error = Self::with_message(*kind, message.clone());
        error.0.offset = *offset;
        error.0.advice = *advice;
        error
    }

    /// Adds what the author of the program can do.
    #[cold]
    #[inline(never)]
    pub(crate) fn with_advice(mut self, advice: &'static str) -> Self {
        self.0.advice = Some(advice);
        self
    }

    /// Returns whether `E` is this type. `E` may borrow, so [`TypeId`](std::any::TypeId) cannot tell.
    pub(crate) fn is_type<E>() -> bool {
        any::type_name::<E>() == any::type_name::<Self>()
    }

    /// Adds advice to the error of a type that was given the text of a date and could not read it. Mostly
    /// that is a type of a date library, with the library's own `Deserialize`.
    #[cold]
    pub(crate) fn with_date_advice(self) -> Self {
        self.with_advice(
            "this is a dateTime.iso8601: read it as `DateTime`, or by one of the modules of `with`",
        )
    }

    /// Sets the offset, unless the error has one. The first offset is the one nearest to the cause.
    #[cold]
    #[inline(never)]
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// Adds to the path that the error is in the element `index` of an array.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_element(mut self, index: usize) -> Self {
        self.0.path.push_index(index);
        self
    }

    /// Adds to the path that the error is in the member `name` of a struct.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_member(mut self, name: &str) -> Self {
        self.0.path.push_member(name);
        self
    }

    /// Adds to the path that it starts at `name`, such as `params`.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_root(mut self, name: &'static str) -> Self {
        self.0.path.push_root(name);
        self
    }

    /// Moves the offset by the place of the part of a document in which it was counted.
    #[cold]
    pub(crate) fn moved_by(mut self, start: usize) -> Self {
        self.0.offset = self.0.offset.map(|offset| offset + start);
        self
    }

    /// Takes the offset for one in `part`, which begins at the offset `start` of its document and at the
    /// position `known`, and makes it one in the document.
    #[cold]
    pub(crate) fn in_part(self, part: &str, start: usize, known: Position) -> Self {
        self.in_document_after(part, 0, known).moved_by(start)
    }

    /// Counts the line and the column of the offset in `document`.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_document(self, document: &str) -> Self {
        self.in_document_after(document, 0, Position::START)
    }

    /// Counts the line and the column of the offset in `document`, from `start` on, whose own are known.
    /// Counting takes as long as there is text between the two.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_document_after(mut self, document: &str, start: usize, known: Position) -> Self {
        if let (Some(offset), None) = (self.0.offset, self.0.position) {
            let between = document.as_bytes().get(start..offset.min(document.len())).unwrap_or_default();
            self.0.position = Some(known.after(between));
        }
        self
    }
}

/// Shows what was wrong, where, and what can be done, on one line. What a peer sent is shown with at most 200
/// characters of each piece, and its control characters are escaped.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        let mut line = OneLine(f);
        self.0.message.write(&mut line, self.0.terms)?;
        if !self.0.path.is_empty() {
            line.write_str(" at ")?;
            write_path(&mut line, &self.0.path)?;
        }
        match (self.0.position, self.0.offset) {
            (Some(Position { line: number, column }), _) => {
                write!(line, " (line {number}, column {column})")?;
            }
            (None, Some(offset)) => write!(line, " (byte {offset})")?,
            (None, None) => {}
        }
        self.0.advice.map_or(Ok(()), |advice| write!(line, ": {advice}"))
    }
}

/// Writes a text with its control characters escaped.
struct OneLine<W>(W);

impl<W: fmt::Write> fmt::Write for OneLine<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        excerpt::write_line(&mut self.0, text)
    }
}

/// Shows the kind and the message, because `unwrap` prints this.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?}, {:?})", self.0.kind, self.to_string())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl serde_core::ser::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(ErrorKind::Data, message.to_string())
    }
}

impl serde_core::de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::with_message(ErrorKind::Data, ErrorMessage::of_pieces(&message))
    }

    /// Names types as XML-RPC does. The value is left out, because it may be secret, and it may be long.
    #[cold]
    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        // This is how serde describes the target of `&str`.
        if let (Unexpected::Str(_), "a borrowed string") = (&found, expected.to_string().as_str()) {
            let message = "this string cannot be borrowed, because the document does not hold it as it is \
                           (references, CDATA, another encoding): use `String` or `Cow<str>`";
            return Self::new(ErrorKind::Data, message);
        }
        let error = mismatch(Problem::Type, type_name(&found), expected);
        // Only behind serde's buffer: elsewhere a string accepts the text of a date.
        if matches!(found, Unexpected::NewtypeStruct) && expected.to_string() == "a string" {
            return error.with_advice("read it as `DateTime`, by `with::text` if it may also be a string");
        }
        error
    }

    #[cold]
    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        let found = match found {
            // A long text would hide the rest of the message.
            Unexpected::Str(text) if excerpt::start(text, LONG_VALUE_LEN).len() < text.len() => {
                format!("string of {} bytes", text.len())
            }
            Unexpected::Unit => "nil".into(),
            Unexpected::Bytes(bytes) if str::from_utf8(bytes).is_err() => {
                format!("base64 of {} bytes that are not UTF-8", bytes.len())
            }
            Unexpected::Other(text) => excerpt::cut(text).into(),
            found => found.to_string(),
        };
        mismatch(Problem::Value, found, expected)
    }

    #[cold]
    fn invalid_length(len: usize, expected: &dyn Expected) -> Self {
        mismatch(Problem::Length, len.to_string(), expected)
    }

    #[cold]
    fn unknown_field(name: &str, expected: &'static [&'static str]) -> Self {
        unknown(Named::Member, name, expected)
    }

    #[cold]
    fn unknown_variant(name: &str, expected: &'static [&'static str]) -> Self {
        unknown(Named::Variant, name, expected)
    }

    #[cold]
    fn missing_field(name: &'static str) -> Self {
        Self::with_message(ErrorKind::Data, ErrorMessage::Missing(name))
    }

    #[cold]
    fn duplicate_field(name: &'static str) -> Self {
        Self::with_message(ErrorKind::Data, ErrorMessage::Repeated(name))
    }
}

fn mismatch(problem: Problem, found: String, expected: &dyn Expected) -> Error {
    let (expected, found) = (expected.to_string().into(), found.into());
    Error::with_message(ErrorKind::Data, ErrorMessage::Mismatch { problem, expected, found })
}

fn unknown(what: Named, name: &str, expected: &'static [&'static str]) -> Error {
    let name = excerpt::cut(name).into();
    Error::with_message(ErrorKind::Data, ErrorMessage::Unknown { what, name, expected })
}

/// From how many characters on an error tells the length of a string instead of its text.
const LONG_VALUE_LEN: usize = 60;

/// The name of a type in XML-RPC.
fn type_name(found: &Unexpected) -> String {
    match found {
        Unexpected::Bool(_) => "boolean".into(),
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "int".into(),
        Unexpected::Float(_) => "double".into(),
        Unexpected::Str(_) | Unexpected::Char(_) => "string".into(),
        Unexpected::Bytes(_) => "base64".into(),
        Unexpected::Unit | Unexpected::Option => "nil".into(),
        Unexpected::NewtypeStruct => "dateTime.iso8601".into(),
        Unexpected::Seq => "array".into(),
        Unexpected::Map => "struct".into(),
        Unexpected::Other(text) => excerpt::cut(text).into(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_word() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
        assert_eq!(size_of::<crate::Result<()>>(), size_of::<usize>());
    }

    #[test]
    fn reads_from_message_to_path_to_place() {
        let error = Error::new(ErrorKind::Data, "bad")
            .at(5)
            .in_member("a b")
            .in_element(0)
            .in_member("states")
            .in_element(2)
            .in_root("params");
        assert_eq!(error.path(), r#"params[2].states[0]["a b"]"#);
        let error = error.in_document("é\nabü");
        assert_eq!((error.line(), error.column()), (Some(2), Some(3)));
        assert_eq!(error.to_string(), r#"bad at params[2].states[0]["a b"] (line 2, column 3)"#);
    }

    #[test]
    fn shortens_a_long_name() {
        let error = Error::new(ErrorKind::Data, "bad").in_member(&"é".repeat(1000));
        assert_eq!(error.path(), format!("{}…", "é".repeat(excerpt::SHOWN)));
    }

    #[test]
    fn the_offset_nearest_to_the_cause_stays() {
        assert_eq!(Error::new(ErrorKind::Data, "bad").at(5).at(3).offset(), Some(5));
    }
}
