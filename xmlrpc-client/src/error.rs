//! `Error`: what a call can come to besides its value.

use crate::{
    excerpt::{self, Escaped},
    reply_info::ReplyInfo,
};
use http::{HeaderMap, StatusCode};
use std::{error::Error as StdError, fmt, sync::Arc};
use xmlrpc_serde::Fault;

/// A call that did not give its value.
///
/// One machine word. [`kind`](Self::kind) says what to do about it, `Display` says in one line what happened to which method
/// at which url, and what really came back:
///
/// ```text
/// blog.getPost at http://example.org/RPC2: HTTP 401 Unauthorized, text/html: an HTML page ("Please log in")
/// ```
///
/// Neither `Display` nor `Debug` ever shows a password, a token or a cookie.
pub struct Error(Box<ErrorFields>);

struct ErrorFields {
    kind: ErrorKind,
    message: String,
    method: Option<Box<str>>,
    url: Option<Arc<str>>,
    fault: Option<Fault>,
    reply: Option<ReplyInfo>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    unsent: bool,
}

/// What failed, as far as a program can act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The server ran the call and answered with a fault: [`Error::fault`].
    Fault,
    /// An argument cannot be written as XML-RPC. Nothing was sent.
    Encode,
    /// The reply is not a `methodResponse`, or its value does not fit the type asked for.
    Decode,
    /// The url, or an option of the client, cannot be used. Nothing was sent.
    Config,
    /// No connection came about. Nothing was sent.
    Connect,
    /// A certificate was refused, the server's or ours, or TLS did not come about otherwise. The server read nothing of the
    /// call. What breaks later is [`Io`](Self::Io).
    Tls,
    /// The time for connecting, or for the whole call, was over. The call may have run, unless [`Error::is_unsent`].
    Timeout,
    /// The connection broke. The call may have run, unless [`Error::is_unsent`].
    Io,
    /// What came back is not HTTP (or not SCGI), or breaks its rules.
    Protocol,
    /// An HTTP status that is no success, without a fault in the body: [`Error::status`].
    Status,
    /// A redirect that is not followed: too many, to another scheme, or one that asks for `GET`.
    Redirect,
    /// The reply is longer than `max_response_bytes` allows, before or after decompression.
    TooLarge,
    /// The reply to a multicall does not match the calls, or a slot is of another batch.
    Multicall,
}

impl Error {
    /// An error of a kind, told in a line. For [`Transport`](crate::Transport)s of your own.
    ///
    /// ```
    /// use xmlrpc_client::{Error, ErrorKind};
    /// let error = Error::new(ErrorKind::Io, "the pipe closed");
    /// assert_eq!(error.to_string(), "the pipe closed");
    /// ```
    #[cold]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(ErrorFields {
            kind,
            message: message.into(),
            method: None,
            url: None,
            fault: None,
            reply: None,
            source: None,
            unsent: matches!(
                kind,
                ErrorKind::Encode | ErrorKind::Config | ErrorKind::Connect | ErrorKind::Tls
            ),
        }))
    }

    /// An error of the kind [`ErrorKind::Config`].
    #[cold]
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// An error that says what its source says.
    #[cold]
    pub(crate) fn from_source(kind: ErrorKind, source: impl StdError + Send + Sync + 'static) -> Self {
        Self::new(kind, source.to_string()).with_source(source)
    }

    /// An argument that the format cannot write.
    #[cold]
    pub(crate) fn encode(error: xmlrpc_serde::Error) -> Self {
        Self::from_source(ErrorKind::Encode, error)
    }

    /// Puts what the error is about in front of its text.
    pub(crate) fn about(mut self, what: &str) -> Self {
        self.0.message = format!("{what}: {}", self.0.message);
        self
    }

    /// Adds what caused it, for [`std::error::Error::source`].
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Says that no byte of the call was written, so that it may be sent again whatever it does.
    #[must_use]
    pub fn with_unsent(mut self) -> Self {
        self.0.unsent = true;
        self
    }

    /// What failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The fault that the server answered with.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.0.fault.as_ref()
    }

    /// The fault itself, or the error back where it is none.
    ///
    /// # Errors
    /// The error itself, when it is no fault.
    pub fn try_into_fault(mut self) -> Result<Fault, Self> {
        self.0.fault.take().ok_or(self)
    }

    /// Whether the time for connecting or for the whole call was over.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether no byte of the call was written: it cannot have run, and may be made again.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        self.0.unsent
    }

    /// The method that was called.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.0.method.as_deref()
    }

    /// The url that was called, without user, password and query.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// The HTTP status, where a reply came. A fault can come with another than 200.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.reply.as_ref().map(|reply| reply.status)
    }

    /// The words that the server put behind the status, or the usual ones.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.reply.as_ref().map(ReplyInfo::reason)
    }

    /// The reply's headers. Those that carry secrets are marked sensitive, so `Debug` does not show them.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.reply.as_ref().map(|reply| &reply.headers)
    }

    /// The reply's `Content-Type`, as it was sent.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.reply.as_ref().and_then(ReplyInfo::content_type)
    }

    /// The first 4 KiB of the reply's body, decompressed; bytes that are no UTF-8 are replaced.
    #[must_use]
    pub fn body_start(&self) -> Option<&str> {
        self.0.reply.as_ref().map(|reply| &*reply.body_start)
    }

    /// Names the call; an error that names one already keeps it.
    pub(crate) fn in_call(mut self, method: &str, url: &Arc<str>) -> Self {
        self.0.url.get_or_insert_with(|| Arc::clone(url));
        self.in_method(method)
    }

    pub(crate) fn in_method(mut self, method: &str) -> Self {
        self.0.method.get_or_insert_with(|| method.into());
        self
    }

    pub(crate) fn at_url(mut self, url: &Arc<str>) -> Self {
        self.0.url.get_or_insert_with(|| Arc::clone(url));
        self
    }

    /// The deadline of a call that `started` then.
    pub(crate) fn timed_out(started: std::time::Instant) -> Self {
        let waited = started.elapsed().as_secs_f64();
        Self::new(ErrorKind::Timeout, format!("no reply within the time for the call ({waited:.1} s waited)"))
    }

    pub(crate) fn with_reply(mut self, reply: ReplyInfo) -> Self {
        self.0.reply = Some(reply);
        self
    }

    /// The same again, for the other slots that one failed request leaves empty. The source stays with the first.
    pub(crate) fn duplicate(&self) -> Self {
        let fields = &*self.0;
        Self(Box::new(ErrorFields {
            kind: fields.kind,
            message: fields.message.clone(),
            method: fields.method.clone(),
            url: fields.url.clone(),
            fault: fields.fault.clone(),
            reply: fields.reply.clone(),
            source: None,
            unsent: fields.unsent,
        }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = &*self.0;
        match (&fields.method, &fields.url) {
            (Some(method), Some(url)) => write!(f, "{} at {url}: ", display_method(method))?,
            (Some(method), None) => write!(f, "{}: ", display_method(method))?,
            (None, Some(url)) => write!(f, "{url}: ")?,
            (None, None) => {}
        }
        match &fields.fault {
            Some(fault) => fault.fmt(f),
            None => f.write_str(&fields.message),
        }
    }
}

/// How many characters of a method's name, and in `Debug` of a body, are shown; more would bury the line.
const MAX_SHOWN_CHARS: usize = 200;

fn display_method(name: &str) -> Escaped<'_> {
    Escaped { text: name, max: MAX_SHOWN_CHARS }
}

/// What `unwrap()` shows: the line, then what a person wants to see next.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Error");
        out.field("kind", &self.0.kind).field("message", &format_args!("{self}"));
        if let Some(reply) = &self.0.reply {
            let body_start = excerpt::start(&reply.body_start, MAX_SHOWN_CHARS);
            out.field("status", &reply.status.as_u16()).field("body_start", &body_start);
        }
        if let Some(source) = &self.0.source {
            out.field("source", &format_args!("{source}"));
        }
        out.finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let mut error = Self::new(ErrorKind::Fault, String::new());
        error.0.fault = Some(fault);
        error
    }
}

/// An answer for a server to give: the fault itself, or -32603 (internal error) with the line.
impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        error.try_into_fault().unwrap_or_else(|error| {
            let code = match error.kind() {
                ErrorKind::Connect | ErrorKind::Tls | ErrorKind::Timeout | ErrorKind::Io => {
                    Self::TRANSPORT_ERROR
                }
                _ => Self::INTERNAL_ERROR,
            };
            Self::new(code, error.to_string())
        })
    }
}

impl From<xmlrpc_serde::Error> for Error {
    fn from(error: xmlrpc_serde::Error) -> Self {
        let kind = match error.kind() {
            xmlrpc_serde::ErrorKind::Unsupported => ErrorKind::Encode,
            _ => ErrorKind::Decode,
        };
        Self::from_source(kind, error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        let kind = match error.kind() {
            std::io::ErrorKind::TimedOut => ErrorKind::Timeout,
            std::io::ErrorKind::ConnectionRefused | std::io::ErrorKind::NotFound => ErrorKind::Connect,
            _ => ErrorKind::Io,
        };
        Self::from_source(kind, error)
    }
}
