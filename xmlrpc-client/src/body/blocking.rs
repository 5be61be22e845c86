//! `Body` for the blocking client.

use super::{
    length::{LengthCheck, PIECE_BYTES},
    stream::{Body as AsyncBody, too_long},
};
use crate::{Error, ErrorKind, deadline::Instant};
use bytes::{Bytes, BytesMut};
use std::{
    fmt,
    io::{self, Read},
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
    time::Duration,
};

/// The body of a request or a response of the blocking client: bytes at hand, or a stream of them.
///
/// It is the counterpart of the async [`Body`](crate::Body). A stream is read by [`collect`](Self::collect),
/// or as an [`io::Read`], which this type implements.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use std::io::Read;
/// use xmlrpc::blocking::Body;
///
/// let mut body = Body::reader("pong".as_bytes(), Some(4));
/// assert_eq!(body.len(), Some(4));
/// let mut text = String::new();
/// body.read_to_string(&mut text)?;
/// assert_eq!(text, "pong");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Body(BlockingContent);

enum BlockingContent {
    Bytes(Bytes),
    Stream(Box<Streamed>),
}

struct Streamed {
    /// What is left of the last piece that `read` took.
    rest: Bytes,
    pieces: Box<dyn PieceSource>,
}

/// A stream of pieces that a [`Body`] can hold.
pub(crate) trait PieceSource: Send {
    /// Waits for the next piece. Returns `None` at the end.
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error>;

    /// Returns how many bytes are left, if that is known.
    fn length_left(&self) -> Option<u64>;

    /// Sets until when, or how long, the next pieces are waited for. A stream that cannot be interrupted
    /// ignores it.
    fn set_time_limit(&mut self, _: TimeLimit) {}

    /// Returns the same body from its start, if it can be had again.
    fn again(&self) -> Option<Body> {
        None
    }

    /// Returns the bytes, if they are at hand all the same.
    fn at_hand(&self) -> Option<&Bytes> {
        None
    }
}

/// How long the pieces of a body are waited for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TimeLimit {
    /// When the whole call must have ended.
    pub(crate) deadline: Option<Instant>,
    /// How long one piece may take.
    pub(crate) stall: Option<Duration>,
}

impl Body {
    /// Creates a body without a byte.
    #[must_use]
    pub const fn empty() -> Self {
        Self(BlockingContent::Bytes(Bytes::new()))
    }

    /// Creates a body that is read from `reader` while it is sent.
    ///
    /// With the number of its bytes as `length`, a request is sent with a `Content-Length`. Then a reader
    /// that gives more or fewer bytes is an error, and no receiver takes them for a whole body. With `None`
    /// a request is sent in chunks, which many servers cannot read.
    ///
    /// A read that is [interrupted](io::ErrorKind::Interrupted) is tried again. Any other error of the
    /// reader, also [`WouldBlock`](io::ErrorKind::WouldBlock), is the error of the call.
    pub fn reader(reader: impl Read + Send + 'static, length: impl Into<Option<u64>>) -> Self {
        Self::pieces(FromReader { reader: Some(reader), length: LengthCheck::new(length.into()) })
    }

    /// Creates a body of one of this crate's streams.
    pub(crate) fn pieces(pieces: impl PieceSource + 'static) -> Self {
        Self(BlockingContent::Stream(Box::new(Streamed { rest: Bytes::new(), pieces: Box::new(pieces) })))
    }

    /// Returns the bytes, if they are at hand. Returns `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            BlockingContent::Bytes(bytes) => Some(bytes),
            BlockingContent::Stream(stream) => stream.pieces.at_hand(),
        }
    }

    /// Returns how many bytes are left, if that is known.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "whether a stream has a byte is known when it ends")]
    pub fn len(&self) -> Option<u64> {
        match &self.0 {
            BlockingContent::Bytes(bytes) => Some(bytes.len() as u64),
            BlockingContent::Stream(stream) => Some(stream.rest.len() as u64 + stream.pieces.length_left()?),
        }
    }

    /// Returns the same body once more, if that is possible: the bytes are at hand, or the stream can be
    /// opened again, as that of a file can.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            BlockingContent::Bytes(bytes) => Some(bytes.clone().into()),
            BlockingContent::Stream(stream) => stream.pieces.again(),
        }
    }

    /// Reads the whole body. Bytes at hand are returned without a copy.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] if the body is longer than `limit` bytes, or the error of the stream.
    pub fn collect(mut self, limit: u64) -> Result<Bytes, Error> {
        if self.len().is_some_and(|length| length > limit) {
            return Err(too_long(limit));
        }
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        while let Some(piece) = self.next_piece()? {
            if (first.len() + all.len() + piece.len()) as u64 > limit {
                return Err(too_long(limit));
            }
            if first.is_empty() && all.is_empty() {
                first = piece;
            } else {
                all.extend_from_slice(&std::mem::take(&mut first));
                all.extend_from_slice(&piece);
            }
        }
        Ok(if all.is_empty() { first } else { all.freeze() })
    }

    /// Returns the bytes if they are at hand, or else the body unchanged.
    pub(crate) fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            BlockingContent::Bytes(bytes) => Ok(bytes),
            BlockingContent::Stream(_) => Err(self),
        }
    }

    /// Waits for the next piece. It is not empty. Returns `None` at the end.
    pub(crate) fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        match &mut self.0 {
            BlockingContent::Bytes(bytes) => {
                Ok(Some(std::mem::take(bytes)).filter(|bytes| !bytes.is_empty()))
            }
            BlockingContent::Stream(stream) if !stream.rest.is_empty() => {
                Ok(Some(std::mem::take(&mut stream.rest)))
            }
            BlockingContent::Stream(stream) => loop {
                match stream.pieces.next_piece()? {
                    Some(piece) if piece.is_empty() => {}
                    next => return Ok(next),
                }
            },
        }
    }

    /// Sets until when, or how long, the next pieces are waited for.
    pub(crate) fn set_time_limit(&mut self, limit: TimeLimit) {
        if let BlockingContent::Stream(stream) = &mut self.0 {
            stream.pieces.set_time_limit(limit);
        }
    }
}

/// Reads the body. An [`Error`] of the stream is the inner error of the `io::Error`.
impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let piece = match &mut self.0 {
            BlockingContent::Bytes(bytes) => bytes,
            BlockingContent::Stream(stream) => {
                while stream.rest.is_empty() {
                    match stream.pieces.next_piece()? {
                        Some(piece) => stream.rest = piece,
                        None => return Ok(0),
                    }
                }
                &mut stream.rest
            }
        };
        let taken = piece.split_to(piece.len().min(buffer.len()));
        buffer[..taken.len()].copy_from_slice(&taken);
        Ok(taken.len())
    }
}

/// The pieces of a user's reader.
struct FromReader<R> {
    /// `None` after its end, and after an error.
    reader: Option<R>,
    length: LengthCheck,
}

impl<R: Read + Send> PieceSource for FromReader<R> {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        while let Some(reader) = &mut self.reader {
            let checked = match read_piece(reader) {
                Ok(piece) if piece.is_empty() => {
                    self.reader = None;
                    return self.length.finish();
                }
                Ok(piece) => self.length.push(piece),
                Err(error) => Err(read_error(error)),
            };
            match checked {
                Ok(None) => {}
                Ok(piece) => return Ok(piece),
                Err(error) => {
                    self.reader = None;
                    return Err(error);
                }
            }
        }
        Ok(None)
    }

    fn length_left(&self) -> Option<u64> {
        self.length.left()
    }
}

/// Reads once. Returns an empty piece at the end.
fn read_piece(reader: &mut impl Read) -> io::Result<Bytes> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match reader.read(&mut piece) {
            Ok(read) => {
                piece.truncate(read);
                return Ok(piece.into());
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cold]
fn read_error(error: io::Error) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => error,
        Err(error) => {
            let kind = error.kind();
            let said = if kind == io::ErrorKind::TimedOut { ErrorKind::Timeout } else { ErrorKind::Io };
            Error::new(said, format!("the body broke: {error}")).with_said_source(error).with_io_kind(kind)
        }
    }
}

/// The pieces of an async body, for which this thread waits.
pub(crate) struct WaitingPieces(AsyncBody);

impl WaitingPieces {
    /// Makes the blocking body of an async one that needs no runtime.
    pub(crate) fn body(body: AsyncBody) -> Body {
        match body.try_into_bytes() {
            Ok(bytes) => bytes.into(),
            Err(stream) => Body::pieces(Self(stream)),
        }
    }
}

impl PieceSource for WaitingPieces {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        struct Unparker(Thread);
        impl Wake for Unparker {
            fn wake(self: Arc<Self>) {
                self.0.unpark();
            }
        }
        let waker = Waker::from(Arc::new(Unparker(thread::current())));
        loop {
            match self.0.poll_piece(&mut Context::from_waker(&waker)) {
                Poll::Ready(piece) => return piece,
                Poll::Pending => thread::park(),
            }
        }
    }

    fn length_left(&self) -> Option<u64> {
        self.0.len()
    }
}

/// Returns a body without a byte.
impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(BlockingContent::Bytes(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from(bytes).into()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("len", &self.len())
            .field("at_hand", &self.as_bytes().is_some())
            .finish_non_exhaustive()
    }
}
