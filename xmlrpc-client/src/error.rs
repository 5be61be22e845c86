//! `Error` and `ErrorKind`: why a call returned no value.

use crate::{
    excerpt::{self, Escaped},
    phase::Phase,
    reply_info::ReplyInfo,
};
use http::{HeaderMap, StatusCode};
use std::{error::Error as StdError, fmt, io, sync::Arc, time::Duration};
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
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{Error, ErrorKind};
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
    cause: Option<Cause>,
    io_kind: Option<io::ErrorKind>,
    unsent: bool,
    attempts: u32,
    in_envelope: bool,
}

/// The error that caused another one, and how much of it the message says already.
#[derive(Clone)]
struct Cause {
    error: Arc<dyn StdError + Send + Sync>,
    said: Said,
}

/// How much of its cause a message says. `source` begins below, so that nothing is printed twice by programs
/// that print a whole chain.
#[derive(Clone, Copy)]
enum Said {
    Nothing,
    /// The text of the cause, but not of what is below it.
    Text,
    /// The cause and everything below it.
    #[cfg(feature = "client")]
    All,
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
    /// The call was given up, because its future was dropped. Only a
    /// [`CallReport`](crate::CallReport) has such an error. The call may have run.
    Cancelled,
}

impl ErrorKind {
    /// Returns the name of the kind in lower case, such as `timeout`. It stays the same in later versions, so
    /// that it can be the label of a metric.
    ///
    /// ```
    /// # use xmlrpc_client as xmlrpc;
    /// use xmlrpc::ErrorKind;
    /// assert_eq!(ErrorKind::TooLarge.as_str(), "too_large");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fault => "fault",
            Self::Encode => "encode",
            Self::Decode => "decode",
            Self::Config => "config",
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Timeout => "timeout",
            Self::Io => "io",
            Self::Protocol => "protocol",
            Self::Status => "status",
            Self::Redirect => "redirect",
            Self::TooLarge => "too_large",
            Self::Multicall => "multicall",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Error {
    /// Creates an error with a message of one line, for a [`Transport`](crate::Transport) of your own.
    ///
    /// The kinds `Encode`, `Config`, `Connect` and `Tls` mean that the call was not sent. For any other kind,
    /// [`with_unsent`](Self::with_unsent) says so.
    ///
    /// ```
    /// # use xmlrpc_client as xmlrpc;
    /// use xmlrpc::{Error, ErrorKind};
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
            cause: None,
            io_kind: None,
            unsent: matches!(
                kind,
                ErrorKind::Encode | ErrorKind::Config | ErrorKind::Connect | ErrorKind::Tls
            ),
            attempts: 0,
            in_envelope: false,
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
        Self::new(kind, source.to_string()).with_said_source(source)
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
    ///
    /// The message should not repeat its text, because many programs print an error with all its sources.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.with_cause(source.into(), Said::Nothing)
    }

    /// Adds the error that caused this one, whose text the message contains.
    #[must_use]
    pub(crate) fn with_said_source(self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.with_cause(Box::new(source), Said::Text)
    }

    /// Adds the error that caused this one, whose text the message contains.
    #[must_use]
    pub(crate) fn with_said_boxed_source(self, source: Box<dyn StdError + Send + Sync>) -> Self {
        self.with_cause(source, Said::Text)
    }

    /// Adds the error that caused this one. The message says everything that its chain has to say.
    #[cfg(feature = "client")]
    #[must_use]
    pub(crate) fn with_said_chain(self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.with_cause(Box::new(source), Said::All)
    }

    fn with_cause(mut self, error: Box<dyn StdError + Send + Sync>, said: Said) -> Self {
        self.0.cause = Some(Cause { error: error.into(), said });
        self
    }

    /// States the kind of a failure of I/O that no source tells.
    #[must_use]
    pub(crate) fn with_io_kind(mut self, kind: io::ErrorKind) -> Self {
        self.0.io_kind = Some(kind);
        self
    }

    /// States that no byte of the call was written, so that it can be sent again even if it is not
    /// idempotent.
    #[must_use]
    pub fn with_unsent(mut self) -> Self {
        self.0.unsent = true;
        self
    }

    /// Takes back that nothing was sent, because an earlier request of the same call may have been.
    pub(crate) fn without_unsent(mut self) -> Self {
        self.0.unsent = false;
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

    /// Returns the fault with which a server passes this error on to its own caller.
    ///
    /// A fault that another server answered with goes on as it is, with its code and its text. Any other
    /// error becomes `Internal error` (-32603), because its text says how the server works inside. The error
    /// is the [`source`](std::error::Error::source) of that fault, for the log; it is never written.
    ///
    /// The conversion `Fault::from(error)`, which `?` uses, is stricter: it also hides the fault of another
    /// server. Call this method only where the caller may see what the other server says.
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_client::{Error, ErrorKind}; pub use xmlrpc_serde::Fault; }
    /// use xmlrpc::{Error, ErrorKind, Fault};
    ///
    /// let fault = Error::from(Fault::new(4, "no such user")).into_fault();
    /// assert_eq!(fault.to_string(), "fault 4: no such user");
    /// let fault = Error::new(ErrorKind::Connect, "cannot connect: db.internal").into_fault();
    /// assert_eq!(fault.to_string(), "fault -32603: Internal error");
    /// ```
    #[must_use]
    pub fn into_fault(self) -> Fault {
        self.try_into_fault().unwrap_or_else(masked)
    }

    /// Returns the fault, or the error unchanged if it is not a fault.
    ///
    /// # Errors
    /// The error itself, if its kind is not [`ErrorKind::Fault`].
    pub fn try_into_fault(mut self) -> Result<Fault, Self> {
        self.0.fault.take().ok_or(self)
    }

    /// Makes something else of the fault, or returns the error unchanged if it has none or if `map` gives it
    /// back.
    pub(crate) fn map_fault<T>(mut self, map: impl FnOnce(Fault) -> Result<T, Fault>) -> Result<T, Self> {
        let Some(fault) = self.0.fault.take() else { return Err(self) };
        map(fault).map_err(|fault| {
            self.0.fault = Some(fault);
            self
        })
    }

    /// Returns whether the connect timeout or the call's timeout passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether the connection could not be established. Then nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.0.kind == ErrorKind::Connect
    }

    /// Returns whether the server answered with a fault. [`fault`](Self::fault) returns it.
    #[must_use]
    pub fn is_fault(&self) -> bool {
        self.0.kind == ErrorKind::Fault
    }

    /// Returns whether the reply was an [envelope](crate::envelope) that says that the call failed. Its
    /// [`fault`](Self::fault) has the code and the text of the envelope.
    ///
    /// Such an error has the kind [`ErrorKind::Fault`], like a fault of the server.
    ///
    /// ```
    /// use xmlrpc_client::{Caller, Error, Method, blocking::Client, envelope::Ros, testing::Canned};
    /// use xmlrpc_serde::Fault;
    ///
    /// let canned = Canned::new()
    ///     .value("shutdown", &(-1, "not allowed", 0))
    ///     .fault("getPid", Fault::new(4, "no such method"));
    /// let client = Client::builder("http://test/").transport(canned).build()?;
    /// let call = |name| Caller::call::<_, Ros<i32>, i32, Error>(&client, &Method::new(name), &("/me",));
    /// assert!(call("shutdown").unwrap_err().is_envelope_failure());
    /// assert!(!call("getPid").unwrap_err().is_envelope_failure());
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn is_envelope_failure(&self) -> bool {
        self.0.in_envelope && self.0.kind == ErrorKind::Fault
    }

    /// States that an envelope said so.
    pub(crate) fn in_envelope(mut self) -> Self {
        self.0.in_envelope = true;
        self
    }

    /// Returns whether it is certain that no byte of the call was written. Then the call cannot have run, and
    /// it is safe to make it again.
    ///
    /// `false` means that the call may have run.
    #[must_use]
    pub fn is_unsent(&self) -> bool {
        self.0.unsent
    }

    /// Returns how often the call was sent before it failed: 1, or more if it was sent again. Redirects do
    /// not count. It is 0 if the call was never sent, and for an error that is not about a call.
    ///
    /// An attempt that could not connect counts too: with a connect timeout of 10 seconds, three attempts
    /// take 30.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Returns the name of the method that was called.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.0.method.as_deref()
    }

    /// Returns the url that answered, without user, password and query. Without redirects, and without an
    /// answer, it is the url that was called.
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

    /// Returns the error of the format, if this error is about a document: an argument that cannot be
    /// written, or a reply that cannot be read. It has the path in the value and the position in the
    /// document.
    ///
    /// ```
    /// # use xmlrpc_client as xmlrpc;
    /// use xmlrpc::{blocking::Client, testing::Canned};
    ///
    /// let canned = Canned::new().value("status", &vec!["up"]);
    /// let client = Client::builder("http://test/").transport(canned).build()?;
    /// let error = client.call::<_, Vec<i32>>("status", ()).unwrap_err();
    /// assert_eq!(error.format_error().unwrap().path(), "params[0][0]");
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    #[must_use]
    pub fn format_error(&self) -> Option<&xmlrpc_serde::Error> {
        self.0.cause.as_ref()?.error.downcast_ref()
    }

    /// Returns what failed in the operating system or in the connection, if that is the cause of this error.
    ///
    /// ```
    /// # use xmlrpc_client as xmlrpc;
    /// use std::io;
    /// use xmlrpc::Error;
    /// let error = Error::from(io::Error::from(io::ErrorKind::BrokenPipe));
    /// assert_eq!(error.io_kind(), Some(io::ErrorKind::BrokenPipe));
    /// ```
    #[must_use]
    pub fn io_kind(&self) -> Option<io::ErrorKind> {
        self.0.io_kind.or_else(|| io_kind_of(&*self.0.cause.as_ref()?.error))
    }

    /// Names the method and the url of the call. An error that already names them keeps its own.
    pub(crate) fn in_call(mut self, method: &str, url: &Arc<str>) -> Self {
        self.0.url.get_or_insert_with(|| Arc::clone(url));
        // A document that is sent as it is has a method that nobody looked at.
        if method.is_empty() { self } else { self.in_method(method) }
    }

    pub(crate) fn in_method(mut self, method: &str) -> Self {
        self.0.method.get_or_insert_with(|| method.into());
        self
    }

    pub(crate) fn at_url(mut self, url: &Arc<str>) -> Self {
        self.0.url.get_or_insert_with(|| Arc::clone(url));
        self
    }

    /// States how often the call was sent. An error that says so already keeps its number.
    pub(crate) fn with_attempts(mut self, attempts: u32) -> Self {
        if self.0.attempts == 0 {
            self.0.attempts = attempts;
        }
        self
    }

    /// Creates the error of a request whose time has passed. `whose` is what the time belongs to: the call or
    /// the attempt.
    pub(crate) fn timed_out(whose: &str, waited: Duration, phase: Phase) -> Self {
        let waited = waited.as_secs_f64();
        let what = match phase {
            Phase::MayBeSent => "no reply",
            Phase::LoggingIn => "no login",
            Phase::Queued => "no place among the calls in flight",
            Phase::Connecting => "connecting took too long: no connection",
        };
        let message = format!("{what} within the {whose}'s timeout (waited {waited:.1} s)");
        let error = Self::new(ErrorKind::Timeout, message);
        if phase == Phase::MayBeSent { error } else { error.with_unsent() }
    }

    /// Creates the error of a body of which no piece came for too long.
    pub(crate) fn stalled(waited: std::time::Duration) -> Self {
        let waited = waited.as_secs_f64();
        Self::new(ErrorKind::Timeout, format!("the connection stalled: no piece came within {waited:.1} s"))
    }

    /// Returns what is said about the call, without its method and url.
    pub(crate) fn message(&self) -> &str {
        &self.0.message
    }

    /// Replaces the message by one that says more.
    pub(crate) fn with_message(mut self, message: String) -> Self {
        self.0.message = message;
        self
    }

    /// Makes the status the error, and what this error says a part of its message.
    pub(crate) fn into_status(mut self, message: impl FnOnce(&str) -> String) -> Self {
        self.0.kind = ErrorKind::Status;
        self.0.message = message(&self.0.message);
        self
    }

    pub(crate) fn with_reply(mut self, reply: ReplyInfo) -> Self {
        self.0.reply = Some(reply);
        self
    }

    /// Copies the error, because one failed request is the error of several slots.
    pub(crate) fn duplicate(&self) -> Self {
        let fields = &*self.0;
        Self(Box::new(ErrorFields {
            kind: fields.kind,
            message: fields.message.clone(),
            method: fields.method.clone(),
            url: fields.url.clone(),
            fault: fields.fault.clone(),
            reply: fields.reply.clone(),
            cause: fields.cause.clone(),
            io_kind: fields.io_kind,
            unsent: fields.unsent,
            attempts: fields.attempts,
            in_envelope: fields.in_envelope,
        }))
    }
}

/// Writes one line without control characters.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = &*self.0;
        if let Some(method) = &fields.method {
            write!(f, "{}", shown(method))?;
        }
        if let Some(url) = &fields.url {
            let at = if fields.method.is_some() { " at " } else { "" };
            write!(f, "{at}{}", shown(url))?;
        }
        if fields.method.is_some() || fields.url.is_some() {
            f.write_str(": ")?;
        }
        match &fields.fault {
            Some(fault) => write_fault(f, fault)?,
            None => write!(f, "{}", Escaped { text: &fields.message, max: usize::MAX })?,
        }
        if fields.attempts > 1 { write!(f, " (after {} attempts)", fields.attempts) } else { Ok(()) }
    }
}

/// How many characters of a method's name or of a url are shown, and how many of a body by `Debug`. More
/// would bury the rest of the line.
const MAX_SHOWN_CHARS: usize = 200;

/// How many characters of a fault's text are shown.
const MAX_FAULT_CHARS: usize = 4000;

fn shown(text: &str) -> Escaped<'_> {
    Escaped { text, max: MAX_SHOWN_CHARS }
}

/// Writes a fault on one line. Servers send whole stack traces as the text of a fault.
fn write_fault(f: &mut fmt::Formatter<'_>, fault: &Fault) -> fmt::Result {
    let whole = fault.to_string();
    let Some(head) = whole.strip_suffix(&*fault.message) else {
        return write!(f, "{}", Escaped { text: &whole, max: MAX_SHOWN_CHARS + MAX_FAULT_CHARS });
    };
    write!(f, "{}", shown(head))?;
    if fault.message.trim().is_empty() && head.ends_with(": ") {
        return f.write_str("(empty text)");
    }
    write!(f, "{}", Escaped { text: &fault.message, max: MAX_FAULT_CHARS })
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
        if let Some(source) = StdError::source(self) {
            out.field("source", &format_args!("{source}"));
        }
        out.finish_non_exhaustive()
    }
}

impl StdError for Error {
    /// Returns the error below this one, as far as `Display` has not said it.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let cause = self.0.cause.as_ref()?;
        match cause.said {
            Said::Nothing => Some(&*cause.error),
            Said::Text => cause.error.source(),
            #[cfg(feature = "client")]
            Said::All => None,
        }
    }
}

/// Returns the kind of the first `io::Error` of a chain that says more than `Other`. It also looks into those
/// that an `io::Error` wraps.
fn io_kind_of(error: &(dyn StdError + 'static)) -> Option<io::ErrorKind> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref::<io::Error>() {
            let wrapped = error.get_ref().and_then(|wrapped| io_kind_of(wrapped));
            return Some(match error.kind() {
                io::ErrorKind::Other => wrapped.unwrap_or(io::ErrorKind::Other),
                kind => kind,
            });
        }
        next = error.source();
    }
    None
}

/// Makes an error of the kind [`ErrorKind::Fault`].
impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        let mut error = Self::new(ErrorKind::Fault, String::new());
        error.0.fault = Some(fault);
        error
    }
}

/// Makes the fault with which a server answers.
///
/// A `Fault` that became an error by `?` is that fault again. Any other error becomes `Internal error`
/// (-32603), because strangers must not learn how the server works inside: an error of a call to another
/// server, also if that server answered with a fault, an envelope that says that a call failed, an error of
/// I/O, of a setting or of the format. The error is the [`source`](std::error::Error::source) of the fault,
/// for the log; it is never written.
///
/// [`Error::into_fault`] passes the fault of another server on.
impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        if error.method().is_some() { masked(error) } else { error.into_fault() }
    }
}

/// Makes a fault that says nothing of an error and carries it as its source.
fn masked(error: Error) -> Fault {
    Fault::new(Fault::INTERNAL_ERROR, "Internal error").with_source(error)
}

/// Makes an error of the kind [`ErrorKind::Encode`] if a value cannot be written, or else
/// [`ErrorKind::Decode`].
impl From<xmlrpc_serde::Error> for Error {
    fn from(error: xmlrpc_serde::Error) -> Self {
        let kind = match error.kind() {
            xmlrpc_serde::ErrorKind::Unsupported => ErrorKind::Encode,
            _ => ErrorKind::Decode,
        };
        Self::from_source(kind, error)
    }
}

/// Makes an error of the kind [`ErrorKind::Timeout`] or [`ErrorKind::Io`]. It does not claim that nothing was
/// sent, because an `io::Error` does not tell that. An [`Error`] inside the `io::Error` is taken out.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        let error = match error.downcast::<Self>() {
            Ok(error) => return error,
            Err(error) => error,
        };
        let kind = if error.kind() == io::ErrorKind::TimedOut { ErrorKind::Timeout } else { ErrorKind::Io };
        Self::from_source(kind, error)
    }
}

/// Makes an `io::Error` around this error, for a reader or a writer. Its kind is `TimedOut` for a timeout, or
/// else that of the failure of I/O that caused the error, if any.
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::Timeout => io::ErrorKind::TimedOut,
            _ => error.io_kind().unwrap_or(io::ErrorKind::Other),
        };
        Self::new(kind, error)
    }
}
