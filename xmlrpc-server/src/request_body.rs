//! The body of a request: read and decompressed within limits.
use crate::refusal::Refusal;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{ACCEPT_ENCODING, CONNECTION, CONTENT_ENCODING},
};
use http_body::{Body, Frame};
use std::{
    future::poll_fn,
    io::{self, Read},
    mem,
    pin::{Pin, pin},
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Sleep, sleep};

/// A compressed body longer than this is decompressed on a thread for blocking work.
const MAX_INLINE_LEN: usize = 16 << 10;

/// How long a body may be, and how long its client may pause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyLimits {
    /// Of the body as it comes, and of the decompressed one.
    pub(crate) max_bytes: usize,
    /// For each piece of it.
    pub(crate) timeout: Duration,
}

impl Default for BodyLimits {
    fn default() -> Self {
        Self { max_bytes: 64 << 20, timeout: Duration::from_secs(30) }
    }
}

/// How a body was compressed.
#[derive(Clone, Copy)]
enum ContentCoding {
    Identity,
    Gzip,
    Deflate,
}

/// Reads a body to its end.
pub(crate) async fn read<B>(headers: &HeaderMap, body: B, limits: &BodyLimits) -> Result<Bytes, Refusal>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    let coding = content_coding(headers)?;
    let limit = limits.max_bytes;
    // What the header declares is refused before a byte of it is read, so that a client that waits for `100 Continue` sends none.
    if usize::try_from(body.size_hint().lower()).map_or(true, |declared| declared > limit) {
        return Err(too_large());
    }
    let body = pin!(body);
    let mut request_body =
        RequestBody { body, limits, first_piece: Bytes::new(), joined: BytesMut::new(), timer: None };
    let body = poll_fn(|cx| request_body.poll(cx)).await?;
    match coding {
        ContentCoding::Identity => Ok(body),
        // Boxed: few need it, and all would have room for it.
        _ => Box::pin(decompress_off_thread(coding, body, limit)).await,
    }
}

async fn decompress_off_thread(coding: ContentCoding, body: Bytes, limit: usize) -> Result<Bytes, Refusal> {
    if body.len() <= MAX_INLINE_LEN {
        return decompress(coding, &body, limit);
    }
    match tokio::task::spawn_blocking(move || decompress(coding, &body, limit)).await {
        Ok(result) => result,
        Err(error) => {
            tracing::error!(%error, "decompression of a request failed");
            Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal error.\n"))
        }
    }
}

/// A body that comes in; written out, as every request has one and keeps room for it.
struct RequestBody<'a, B> {
    body: Pin<&'a mut B>,
    limits: &'a BodyLimits,
    /// Most calls come in one piece, which is taken as it is.
    first_piece: Bytes,
    joined: BytesMut,
    /// Started only for a piece that is not there yet.
    timer: Option<Pin<Box<Sleep>>>,
}

impl<B> RequestBody<'_, B>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Bytes, Refusal>> {
        while !self.body.is_end_stream() {
            match self.body.as_mut().poll_frame(cx) {
                Poll::Ready(None) => break,
                Poll::Ready(Some(Ok(frame))) => {
                    self.timer = None;
                    self.push(frame)?;
                }
                Poll::Ready(Some(Err(error))) => {
                    tracing::debug!(%error, "the body of a request could not be read");
                    let broken = Refusal::new(StatusCode::BAD_REQUEST, "The request could not be read.\n");
                    return Poll::Ready(Err(broken));
                }
                Poll::Pending => {
                    let time = self.limits.timeout;
                    ready!(self.timer.get_or_insert_with(|| Box::pin(sleep(time))).as_mut().poll(cx));
                    let late =
                        Refusal::new(StatusCode::REQUEST_TIMEOUT, "The request did not come in time.\n");
                    return Poll::Ready(Err(late.with_header(CONNECTION, HeaderValue::from_static("close"))));
                }
            }
        }
        let (first_piece, joined) = (mem::take(&mut self.first_piece), mem::take(&mut self.joined));
        Poll::Ready(Ok(if joined.is_empty() { first_piece } else { joined.freeze() }))
    }

    fn push(&mut self, frame: Frame<B::Data>) -> Result<(), Refusal> {
        let Ok(mut data) = frame.into_data() else { return Ok(()) };
        let length = data.remaining();
        if self.first_piece.len() + self.joined.len() + length > self.limits.max_bytes {
            return Err(too_large());
        }
        if self.first_piece.is_empty() && self.joined.is_empty() {
            self.first_piece = data.copy_to_bytes(length);
        } else {
            self.joined.extend_from_slice(&mem::take(&mut self.first_piece));
            self.joined.put(data);
        }
        Ok(())
    }
}

fn content_coding(headers: &HeaderMap) -> Result<ContentCoding, Refusal> {
    let mut found = ContentCoding::Identity;
    let names = headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    for name in names.map(<[u8]>::trim_ascii) {
        let one = match name.to_ascii_lowercase().as_slice() {
            b"" | b"identity" => continue,
            b"gzip" | b"x-gzip" => ContentCoding::Gzip,
            b"deflate" => ContentCoding::Deflate,
            _ => return Err(unknown_coding()),
        };
        if !matches!(found, ContentCoding::Identity) {
            return Err(unknown_coding());
        }
        found = one;
    }
    Ok(found)
}

fn decompress(coding: ContentCoding, body: &[u8], limit: usize) -> Result<Bytes, Refusal> {
    let result = match coding {
        ContentCoding::Identity => return Ok(Bytes::copy_from_slice(body)),
        ContentCoding::Gzip => read_at_most(MultiGzDecoder::new(body), limit),
        ContentCoding::Deflate => read_at_most(ZlibDecoder::new(body), limit),
    };
    match result {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(too_large()),
        Err(error) => {
            tracing::debug!(%error, "the body of a request could not be decompressed");
            Err(Refusal::new(StatusCode::BAD_REQUEST, "The request could not be decompressed.\n"))
        }
    }
}

/// `None` when there is more than `limit`.
fn read_at_most(reader: impl Read, limit: usize) -> io::Result<Option<Bytes>> {
    let mut bytes = Vec::new();
    reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit).then(|| bytes.into()))
}

fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "The request is larger than this server takes.\n")
}

fn unknown_coding() -> Refusal {
    Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The request is compressed in a way that is not read here.\n",
    )
    .with_header(ACCEPT_ENCODING, HeaderValue::from_static("gzip, deflate, identity"))
}
