//! `Error`: what was wrong, and where in the document and in the value.
use crate::excerpt;
use serde_core::de::{Expected, Unexpected};
use std::{
    cell::Cell,
    fmt::{self, Write as _},
};

/// What a document or a value was refused for.
///
/// One machine word. Its text alone is meant to suffice for finding the place, in a document of any size:
///
/// ```
/// use serde::Deserialize;
/// #[derive(Debug, Deserialize)]
/// struct Process { state: i32 }
///
/// let xml = "<value><array><data>\n<value><struct><member><name>state</name>\
///            <value><string>up</string></value></member></struct></value></data></array></value>";
/// let error = xmlrpc_serde::from_str::<Vec<Process>>(xml).unwrap_err();
/// assert_eq!(error.to_string(), "invalid type: string, expected i32 at [0].state (line 2, column 49)");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: Box<str>,
    offset: Option<usize>,
    /// Line and column, counted only once the error leaves the crate.
    position: Option<(usize, usize)>,
    /// Innermost segment first: they are pushed while the error unwinds.
    path: Vec<Segment>,
    /// What the author of the program can do about it.
    advice: Option<&'static str>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

enum Segment {
    Root(&'static str),
    Index(usize),
    Member(Box<str>),
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
    /// A value does not fit the type asked for.
    Data,
    /// The value cannot be written: XML-RPC, or the chosen [`Options`](crate::Options), has no form for it.
    Unsupported,
    /// A limit of [`Options`](crate::Options) was passed.
    Limit,
    /// Bytes that are not of the document's encoding, or an encoding that is not known.
    Encoding,
    /// The reader or writer beneath failed; [`source`](std::error::Error::source) is its own error.
    Io,
}

impl Error {
    /// What kind of error it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Where in the document, in bytes from its start; `None` where no document is involved.
    ///
    /// In a document that had to be converted to UTF-8 it counts the bytes of the converted text.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.0.offset
    }

    /// The line of [`offset`](Self::offset), counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|(line, _)| line)
    }

    /// The column of [`offset`](Self::offset) in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|(_, column)| column)
    }

    /// Where in the value: `params[0].state`; empty where there is no such place.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for segment in self.0.path.iter().rev() {
            let _ = match segment {
                Segment::Root(name) => write!(path, "{name}"),
                Segment::Index(index) => write!(path, "[{index}]"),
                Segment::Member(name) if is_plain(name) => {
                    write!(path, "{}{name}", if path.is_empty() { "" } else { "." })
                }
                Segment::Member(name) => write!(path, "[{name:?}]"),
            };
        }
        path
    }

    /// The error without the advice that some texts end with, which is meant for the author of the program:
    /// for a text that goes to a stranger.
    ///
    /// ```
    /// let error = xmlrpc_serde::to_string(&[None::<i32>]).unwrap_err();
    /// assert!(error.to_string().starts_with("XML-RPC has no form for `None` at [0]: "));
    /// assert_eq!(error.without_advice().to_string(), "XML-RPC has no form for `None` at [0]");
    /// ```
    #[must_use]
    pub fn without_advice(mut self) -> Self {
        self.0.advice = None;
        self
    }
}

fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '$' | '…'))
}

thread_local! {
    /// How often this thread found a document broken: errors of any kind but [`ErrorKind::Data`].
    static BROKEN: Cell<u32> = const { Cell::new(0) };
}

/// How the crate makes errors, and what it adds to them on their way out.
impl Error {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: ErrorKind, message: impl Into<Box<str>>) -> Self {
        if kind != ErrorKind::Data {
            BROKEN.set(BROKEN.get().wrapping_add(1));
        }
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            offset: None,
            position: None,
            path: Vec::new(),
            advice: None,
            source: None,
        }))
    }

    /// A value that has no form in XML-RPC, or none by the chosen options.
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

    /// A number that changes with each error on this thread that says that a document is broken: a type that makes do
    /// without a value must not hide it.
    pub(crate) fn broken() -> u32 {
        BROKEN.get()
    }

    /// Adds what the author of the program can do about it.
    #[cold]
    #[inline(never)]
    pub(crate) fn with_advice(mut self, advice: &'static str) -> Self {
        self.0.advice = Some(advice);
        self
    }

    /// A type took a date's text and could not read it: mostly one of a date library, by that library's own
    /// serde.
    #[cold]
    pub(crate) fn with_date_advice(self) -> Self {
        self.with_advice(
            "this is a dateTime.iso8601: read it as `DateTime`, or by one of the modules of `with`",
        )
    }

    /// Sets the offset, if none nearer to the cause did.
    #[cold]
    #[inline(never)]
    pub(crate) fn at(mut self, offset: usize) -> Self {
        self.0.offset.get_or_insert(offset);
        self
    }

    /// The error happened inside the element `index` of an array.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_element(mut self, index: usize) -> Self {
        self.0.path.push(Segment::Index(index));
        self
    }

    /// The error happened inside the member `name` of a struct.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_member(mut self, name: &str) -> Self {
        let shown = excerpt::start(name, excerpt::SHOWN);
        let name = if shown.len() < name.len() { format!("{shown}…").into() } else { name.into() };
        self.0.path.push(Segment::Member(name));
        self
    }

    /// The path starts at `name`, such as `params`.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_root(mut self, name: &'static str) -> Self {
        self.0.path.push(Segment::Root(name));
        self
    }

    /// Counts line and column in the document that the offset points into.
    #[cold]
    #[inline(never)]
    pub(crate) fn in_document(mut self, document: &str) -> Self {
        if let (Some(offset), None) = (self.0.offset, self.0.position) {
            let before = &document.as_bytes()[..offset.min(document.len())];
            let line_start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
            let line = memchr::memchr_iter(b'\n', before).count() + 1;
            // Every character has one byte that is no continuation byte.
            let column = before[line_start..].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() + 1;
            self.0.position = Some((line, column));
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        if !self.0.path.is_empty() {
            write!(f, " at {}", self.path())?;
        }
        match (self.0.position, self.0.offset) {
            (Some((line, column)), _) => write!(f, " (line {line}, column {column})")?,
            (None, Some(offset)) => write!(f, " (byte {offset})")?,
            (None, None) => {}
        }
        self.0.advice.map_or(Ok(()), |advice| write!(f, ": {advice}"))
    }
}

/// `unwrap()` shows this, so it reads like the message.
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
        Self::new(ErrorKind::Data, message.to_string())
    }

    /// Names types as XML-RPC does, and leaves the value out: it may be secret, and it may be long.
    #[cold]
    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        // What serde calls the target of `&str`.
        if let (Unexpected::Str(_), "a borrowed string") = (&found, expected.to_string().as_str()) {
            let message = "this string cannot be borrowed, since it does not stand in the document as it is \
                           (references, CDATA, another encoding): use `String` or `Cow<str>`";
            return Self::new(ErrorKind::Data, message);
        }
        Self::new(ErrorKind::Data, format!("invalid type: {}, expected {expected}", type_name(&found)))
    }

    #[cold]
    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        let text = match found {
            // A long text would bury the rest of the message.
            Unexpected::Str(text) if excerpt::start(text, LONG_VALUE_LEN).len() < text.len() => {
                format!("invalid value: string of {} bytes, expected {expected}", text.len())
            }
            Unexpected::Unit => format!("invalid value: nil, expected {expected}"),
            Unexpected::Bytes(bytes) if str::from_utf8(bytes).is_err() => {
                format!(
                    "invalid value: base64 of {} bytes that are not UTF-8, expected {expected}",
                    bytes.len()
                )
            }
            found => format!("invalid value: {found}, expected {expected}"),
        };
        Self::new(ErrorKind::Data, text)
    }
}

/// From how many characters on an error tells the length of a string instead of its text.
const LONG_VALUE_LEN: usize = 60;

/// What XML-RPC calls it.
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
