//! `ReplyBody`: the body of an HTTP response.
use crate::{faults::rows_broke_off, row_stream::RowStream};
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    fmt,
    future::poll_fn,
    io, mem,
    pin::Pin,
    task::{Context, Poll},
};
use xmlrpc_serde::{Encoding, Options, response};

/// The body of an HTTP response, as [`Router::respond`](crate::Router::respond) returns it.
///
/// ```
/// # use xmlrpc_server::Router;
/// # use http_body_util::{BodyExt, Full};
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let router = Router::new().function("ping", || async { Ok("pong") });
/// # let call = "<methodCall><methodName>ping</methodName></methodCall>";
/// # let request = http::Request::post("/RPC2").body(Full::new(bytes::Bytes::from(call)))?;
/// let response = router.respond(request).await;
/// let document = response.into_body().collect().await?.to_bytes();
/// # assert!(document.starts_with(b"<?xml"));
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct ReplyBody(Content);

#[derive(Debug)]
enum Content {
    Whole(Bytes),
    Rows(Box<RowsBody>),
}

impl ReplyBody {
    /// Returns the whole body if it is at hand, or `None` if a part of it is still to come.
    #[must_use]
    pub const fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Content::Whole(bytes) => Some(bytes),
            Content::Rows(_) => None,
        }
    }

    /// Returns the whole body, waiting for what is still to come.
    ///
    /// # Errors
    ///
    /// Returns the error that ended the body.
    pub async fn into_bytes(self) -> io::Result<Bytes> {
        let mut rows = match self.0 {
            Content::Whole(bytes) => return Ok(bytes),
            Content::Rows(rows) => rows,
        };
        let mut whole = Vec::new();
        while let Some(piece) = poll_fn(|cx| rows.poll_piece(cx)).await {
            whole.extend_from_slice(&piece?);
        }
        Ok(whole.into())
    }

    /// Keeps something until the last row was sent.
    pub(crate) fn hold(&mut self, held: impl Send + 'static) {
        if let Content::Rows(rows) = &mut self.0 {
            rows.held = Some(Box::new(held));
        }
    }
}

impl Default for ReplyBody {
    fn default() -> Self {
        Self(Content::Whole(Bytes::new()))
    }
}

impl From<RowsBody> for ReplyBody {
    fn from(rows: RowsBody) -> Self {
        Self(Content::Rows(Box::new(rows)))
    }
}

impl From<Bytes> for ReplyBody {
    fn from(bytes: Bytes) -> Self {
        Self(Content::Whole(bytes))
    }
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        match &mut self.0 {
            Content::Whole(bytes) => {
                let bytes = mem::take(bytes);
                Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
            }
            Content::Rows(rows) => rows.poll_piece(cx).map(|piece| piece.map(|piece| piece.map(Frame::data))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        self.as_bytes().map_or_else(SizeHint::default, |bytes| SizeHint::with_exact(bytes.len() as u64))
    }
}

/// How many bytes of rows are sent together, if they are there.
const PIECE_BYTES: usize = 16 << 10;

/// The body of a response whose rows are sent as they come. The rows are asked for only as fast as the client
/// takes them.
pub(crate) struct RowsBody {
    /// `None` once the body has ended.
    rows: Option<RowStream>,
    /// What was not sent yet: at first, what stands before the rows.
    pending: String,
    /// What stands behind the rows.
    tail: String,
    held: Option<Box<dyn Send>>,
    /// What ends the body, once the rows before it were sent.
    failure: Option<io::Error>,
}

impl RowsBody {
    /// Returns true if rows can be written one by one with these options. An encoding other than UTF-8 may
    /// depend on what was written before, so those documents are written as a whole.
    pub(crate) fn is_possible(options: Options) -> bool {
        options.written_encoding() == Encoding::UTF_8
    }

    pub(crate) fn new(rows: RowStream, options: Options) -> Self {
        let empty: &[&str] = &[];
        let document = response::encode_elements(empty, options).unwrap_or_default();
        let mut head = String::from_utf8(document).unwrap_or_default();
        let mut tail = head.split_off(head.rfind("</data>").unwrap_or(0));
        tail.push('\n');
        Self { rows: Some(rows), pending: head, tail, held: None, failure: None }
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let Some(rows) = &mut self.rows else { return Poll::Ready(self.failure.take().map(Err)) };
        while self.pending.len() < PIECE_BYTES {
            match rows.poll_row(cx) {
                Poll::Ready(Some(Ok(row))) => self.pending.push_str(&row),
                Poll::Ready(Some(Err(fault))) => {
                    let fault = rows_broke_off(rows.method(), fault);
                    self.end();
                    self.failure = Some(io::Error::other(fault));
                    let last = mem::take(&mut self.pending);
                    return Poll::Ready(if last.is_empty() {
                        self.failure.take().map(Err)
                    } else {
                        Some(Ok(last.into()))
                    });
                }
                Poll::Ready(None) => {
                    self.pending.push_str(&self.tail);
                    let last = mem::take(&mut self.pending);
                    self.end();
                    return Poll::Ready(Some(Ok(last.into())));
                }
                Poll::Pending if self.pending.is_empty() => return Poll::Pending,
                Poll::Pending => break,
            }
        }
        Poll::Ready(Some(Ok(mem::take(&mut self.pending).into())))
    }

    fn end(&mut self) {
        self.rows = None;
        self.held = None;
    }
}

impl fmt::Debug for RowsBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowsBody").field("rows", &self.rows).finish_non_exhaustive()
    }
}
