//! `Error` and `ErrorKind`: why a call returned no value.

use crate::{
    excerpt::{self, Escaped},
    reply_info::ReplyInfo,
};
use http::{HeaderMap, StatusCode};
use std::{error::Error as StdError, fmt, sync::Arc};
use xmlrpc_serde::Fault;

/// Why a call returned no value.
///
/// [`kind`](Self::kind) is for programs. `Display` is for people: it says in one line what happened, to which
/// method, at which url, and what really came back:
///
/// ```text
/// blog.getPost at http://example.org/RPC2: HTTP 401 Unauthorized, text/html: an HTML page ("Please log in")
/// ```
///
/// Neither `Display` nor `Debug` ever shows a password, a token or a cookie. The type is one machine word.
///
/// ```
/// use xmlrpc_client::{Error, ErrorKind};
///
/// fn advice(error: &Error) -> &'static str {
///     match error.kind() {
///         ErrorKind::Fault if error.fault().is_some_and(|fault| fault.code == 4) => "no such user",
///         ErrorKind::Tls => "check the certificates",
///         _ if error.is_unsent() => "try again",
///         _ => "see the log",
///     }
/// }
/// assert_eq!(advice(&Error::new(ErrorKind::Connect, "no route to host")), "try again");
/// ```
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
    /// The server answered with a fault: it refused the call, or the method failed. See [`Error::fault`].
    Fault,
    /// An argument cannot be written as XML-RPC. Nothing was sent.
    Encode,
    /// The reply is not a `methodResponse`, or its value does not fit the requested type. The call may have
    /// run.
    Decode,
    /// The url or a setting of the client is invalid. Nothing was sent.
    Config,
    /// The connection could not be established. Nothing was sent.
    Connect,
    /// The TLS handshake failed: the server's certificate or ours was refused, or the two sides found no
    /// common protocol. The server has read nothing of the call. TLS that fails later is [`Io`](Self::Io).
    Tls,
    /// The connect timeout or the call's timeout passed. The call may have run, unless [`Error::is_unsent`].
    Timeout,
    /// The connection broke. The call may have run, unless [`Error::is_unsent`].
    Io,
    /// The response is not valid HTTP (or SCGI). The call may have run.
    Protocol,
    /// The HTTP status is not a success, and the body holds no fault. See [`Error::status`]. The call may
    /// have run.
    Status,
    /// A redirect was not followed: there were too many, it leads from `https` to `http` or to another
    /// scheme, it asks for a `GET` (303), it has no `Location`, or it leads to another host with leading
    /// parameters or from a socket.
    Redirect,
    /// The reply is longer than `max_response_bytes`, before or after decompression. The call may have run.
    TooLarge,
    /// The results of a multicall do not match its calls, or a slot belongs to another batch.
    Multicall,
}

impl Error {
    /// Creates an error with a message of one line, for a [`Transport`](crate::Transport) of your own.
    ///
    /// The kinds `Encode`, `Config`, `Connect` and `Tls` mean that the call was not sent. For any other kind,
    /// [`with_unsent`](Self::with_unsent) says so.
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

    /// Creates an error about a setting.
    #[cold]
    pub(crate) fn config(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// Creates an error whose message is that of its source.
    #[cold]
    pub(crate) fn from_source(kind: ErrorKind, source: impl StdError + Send + Sync + 'static) -> Self {
        Self::new(kind, source.to_string()).with_source(source)
    }

    /// Creates an error about an argument that the format cannot write.
    #[cold]
    pub(crate) fn encode(error: xmlrpc_serde::Error) -> Self {
        Self::from_source(ErrorKind::Encode, error)
    }

    /// Puts what the error is about in front of its message.
    pub(crate) fn about(mut self, what: &str) -> Self {
        self.0.message = format!("{what}: {}", self.0.message);
        self
    }

    /// Adds the error that caused this one. [`std::error::Error::source`] returns it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// States that no byte of the call was written, so that it can be sent again even if it is not
    /// idempotent.
    #[must_use]
    pub fn with_unsent(mut self) -> Self {
        self.0.unsent = true;
        self
    }

    /// Returns what failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the fault that the server answered with, if it did.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.0.fault.as_ref()
    }

    /// Returns the fault, or the error unchanged if it is not a fault.
    ///
    /// # Errors
    /// The error itself, if its kind is not [`ErrorKind::Fault`].
    pub fn try_into_fault(mut self) -> Result<Fault, Self> {
        self.0.fault.take().ok_or(self)
    }

    /// Returns whether the connect timeout or the call's timeout passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether it is certain that no byte of the call was written. Then the call cannot have run, and
    /// it is safe to make it again.
    ///
    /// `false` means that the call may have run.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        self.0.unsent
    }

    /// Returns the name of the method that was called.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.0.method.as_deref()
    }

    /// Returns the url that was called, without user, password and query.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// Returns the HTTP status, if there was a response. The status of a fault is not always 200.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.reply.as_ref().map(|reply| reply.status)
    }

    /// Returns the words after the status code, if there was a response: the server's own, or else the
    /// standard ones.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.0.reply.as_ref().map(ReplyInfo::reason)
    }

    /// Returns the headers, if there was a response. Those that carry secrets are marked as sensitive, so
    /// that `Debug` does not show them.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.reply.as_ref().map(|reply| &reply.headers)
    }

    /// Returns the `Content-Type` as the server sent it.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.reply.as_ref().and_then(ReplyInfo::content_type)
    }

    /// Returns the first 4 KiB of the body, decompressed. Bytes that are not UTF-8 are replaced.
    #[must_use]
    pub fn body_start(&self) -> Option<&str> {
        self.0.reply.as_ref().map(|reply| &*reply.body_start)
    }

    /// Names the method and the url of the call. An error that already names them keeps its own.
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

    /// Creates the error of a call that has passed its timeout.
    pub(crate) fn timed_out(started: std::time::Instant) -> Self {
        let waited = started.elapsed().as_secs_f64();
        Self::new(ErrorKind::Timeout, format!("no reply within the call's timeout (waited {waited:.1} s)"))
    }

    pub(crate) fn with_reply(mut self, reply: ReplyInfo) -> Self {
        self.0.reply = Some(reply);
        self
    }

    /// Copies the error, because one failed request is the error of several slots. The copy has no source.
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

/// How many characters of a method's name are shown, and how many of a body by `Debug`. More would bury the
/// rest of the line.
const MAX_SHOWN_CHARS: usize = 200;

fn display_method(name: &str) -> Escaped<'_> {
    Escaped { text: name, max: MAX_SHOWN_CHARS }
}

/// Shows the line of `Display` first, then the status, the start of the body and the source. It is what
/// `unwrap()` prints.
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

/// Makes the fault with which a server answers: the fault itself if there is one, or else
/// [`Fault::TRANSPORT_ERROR`] or [`Fault::INTERNAL_ERROR`] with the error's line.
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
