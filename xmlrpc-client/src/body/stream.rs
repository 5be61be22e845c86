//! `Body` for the async client.

use super::length::LengthCheck;
use crate::{Error, ErrorKind};
use bytes::{Bytes, BytesMut};
use http_body::{Frame, SizeHint};
use std::{
    fmt,
    pin::Pin,
    task::{Context, Poll, ready},
};

/// The body of a request or a response of the async client: bytes at hand, or a stream of them.
///
/// A [`Transport`](crate::Transport) is given one and returns one. Most bodies are at hand:
/// [`as_bytes`](Self::as_bytes) returns them without a copy. A stream is read by [`collect`](Self::collect),
/// or piece by piece as an [`http_body::Body`], which this type implements.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::Body;
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
/// # runtime.block_on(async {
/// let body = Body::from("<value>pong</value>");
/// assert_eq!(body.len(), Some(19));
/// assert_eq!(body.collect(1000).await?, "<value>pong</value>");
/// # Ok::<(), xmlrpc_client::Error>(())
/// # }).unwrap();
/// ```
pub struct Body(BodyContent);

enum BodyContent {
    Bytes(Bytes),
    Stream(Pin<Box<dyn Stream>>),
}

/// A stream of pieces that a [`Body`] can hold.
pub(crate) trait Stream: http_body::Body<Data = Bytes, Error = Error> + Send {
    /// Returns the same body from its start, if it can be had again.
    fn again(&self) -> Option<Body> {
        None
    }

    /// Returns the bytes, if they are at hand all the same.
    fn at_hand(&self) -> Option<&Bytes> {
        None
    }
}

impl Body {
    /// Creates a body without a byte.
    #[must_use]
    pub const fn empty() -> Self {
        Self(BodyContent::Bytes(Bytes::new()))
    }

    /// Creates a body that streams another one, such as the body of a response of hyper or reqwest.
    ///
    /// If the other body says how long it is, this is its [length](Self::len), and a request is sent with a
    /// `Content-Length`. Then a body that has more or fewer bytes than it said is an error, and no receiver
    /// takes it for a whole one. Without a known length a request is sent in chunks, which many servers
    /// cannot read.
    ///
    /// An error of the other body becomes an [`Error`] of the kind [`ErrorKind::Io`], unless it is an
    /// [`Error`] already. Trailers are dropped.
    ///
    /// ```
    /// # use xmlrpc_client as xmlrpc;
    /// use http_body_util::Full;
    /// use xmlrpc::Body;
    /// let body = Body::wrap(Full::new(bytes::Bytes::from_static(b"pong")));
    /// assert_eq!(body.len(), Some(4));
    /// assert!(body.as_bytes().is_none());
    /// ```
    pub fn wrap<B>(body: B) -> Self
    where
        B: http_body::Body + Send + 'static,
        B::Data: Into<Bytes> + Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Self::stream(Foreign::new(body))
    }

    /// Creates a body of one of this crate's streams.
    pub(crate) fn stream(stream: impl Stream + 'static) -> Self {
        Self(BodyContent::Stream(Box::pin(stream)))
    }

    /// Returns the bytes, if they are at hand. Returns `None` for a stream.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            BodyContent::Bytes(bytes) => Some(bytes),
            BodyContent::Stream(stream) => stream.at_hand(),
        }
    }

    /// Returns how many bytes are left, if that is known.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "whether a stream has a byte is known when it ends")]
    pub fn len(&self) -> Option<u64> {
        match &self.0 {
            BodyContent::Bytes(bytes) => Some(bytes.len() as u64),
            BodyContent::Stream(stream) => stream.size_hint().exact(),
        }
    }

    /// Returns the same body once more, if that is possible: the bytes are at hand, or the stream can be
    /// opened again, as that of a file can.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        match &self.0 {
            BodyContent::Bytes(bytes) => Some(bytes.clone().into()),
            BodyContent::Stream(stream) => stream.again(),
        }
    }

    /// Reads the whole body. Bytes at hand are returned without a copy.
    ///
    /// # Errors
    /// [`ErrorKind::TooLarge`] if the body is longer than `limit` bytes, or the error of the stream.
    pub async fn collect(mut self, limit: u64) -> Result<Bytes, Error> {
        if self.len().is_some_and(|length| length > limit) {
            return Err(too_long(limit));
        }
        let mut first = Bytes::new();
        let mut all = BytesMut::new();
        while let Some(piece) = self.next_piece().await? {
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
            BodyContent::Bytes(bytes) => Ok(bytes),
            BodyContent::Stream(_) => Err(self),
        }
    }

    /// Waits for the next piece. Returns `None` at the end.
    pub(crate) async fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        std::future::poll_fn(|context| self.poll_piece(context)).await
    }

    /// Polls for the next piece. It is not empty. Returns `None` at the end.
    pub(crate) fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        match &mut self.0 {
            BodyContent::Bytes(bytes) => {
                Poll::Ready(Ok(Some(std::mem::take(bytes)).filter(|bytes| !bytes.is_empty())))
            }
            BodyContent::Stream(stream) => loop {
                match ready!(stream.as_mut().poll_frame(context)) {
                    None => return Poll::Ready(Ok(None)),
                    Some(Err(error)) => return Poll::Ready(Err(error)),
                    Some(Ok(frame)) => match frame.into_data() {
                        Ok(piece) if !piece.is_empty() => return Poll::Ready(Ok(Some(piece))),
                        _ => {}
                    },
                }
            },
        }
    }
}

#[cold]
pub(super) fn too_long(limit: u64) -> Error {
    Error::new(ErrorKind::TooLarge, format!("the body is longer than {limit} bytes"))
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        self.poll_piece(context).map(|piece| Some(piece.transpose()?.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            BodyContent::Bytes(bytes) => bytes.is_empty(),
            BodyContent::Stream(stream) => stream.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            BodyContent::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            BodyContent::Stream(stream) => stream.size_hint(),
        }
    }
}

/// A body of another library. If it says how long it is, it is held to that.
struct Foreign<B> {
    /// `None` after its end, and after an error.
    body: Option<Pin<Box<B>>>,
    length: LengthCheck,
}

impl<B: http_body::Body> Foreign<B> {
    fn new(body: B) -> Self {
        let length = LengthCheck::new(body.size_hint().exact());
        Self { body: Some(Box::pin(body)), length }
    }
}

impl<B> http_body::Body for Foreign<B>
where
    B: http_body::Body + Send + 'static,
    B::Data: Into<Bytes> + Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let this = &mut *self;
        while let Some(body) = &mut this.body {
            let checked = match ready!(body.as_mut().poll_frame(context)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(piece) => this.length.push(piece.into()),
                    Err(_) => continue,
                },
                Some(Err(error)) => Err(into_error(error.into())),
                None => {
                    this.body = None;
                    this.length.finish()
                }
            };
            match checked {
                Ok(Some(piece)) => return Poll::Ready(Some(Ok(Frame::data(piece)))),
                Ok(None) => {}
                Err(error) => {
                    this.body = None;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        match (self.length.left(), &self.body) {
            (Some(left), _) => SizeHint::with_exact(left),
            (None, Some(body)) => body.size_hint(),
            (None, None) => SizeHint::with_exact(0),
        }
    }
}

impl<B> Stream for Foreign<B>
where
    B: http_body::Body + Send + 'static,
    B::Data: Into<Bytes> + Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
}

fn into_error(error: Box<dyn std::error::Error + Send + Sync>) -> Error {
    match error.downcast::<Error>() {
        Ok(error) => *error,
        Err(error) => {
            let text = format!("the body broke: {error}");
            Error::new(ErrorKind::Io, text).with_said_boxed_source(error)
        }
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
        Self(BodyContent::Bytes(bytes))
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
