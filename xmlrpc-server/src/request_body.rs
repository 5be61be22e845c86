//! The body of a request: read to its end and decompressed, within limits.
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

/// A compressed body longer than this is decompressed on a thread for blocking work, so that the other
/// requests of the async thread do not wait for it.
const MAX_INLINE_LEN: usize = 16 << 10;

/// How long a body may be, and how long its client may pause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyLimits {
    /// Applies to the body as it is sent, and again to the decompressed body.
    pub(crate) max_bytes: usize,
    /// Applies to each piece of the body.
    pub(crate) timeout: Duration,
}

impl Default for BodyLimits {
    fn default() -> Self {
        Self { max_bytes: 64 << 20, timeout: Duration::from_secs(30) }
    }
}

/// How a body is compressed.
#[derive(Clone, Copy)]
enum BodyCoding {
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
    let coding = body_coding(headers)?;
    let limit = limits.max_bytes;
    // A declared length is checked before any byte is read, so that a client that waits for `100 Continue`
    // sends none.
    if usize::try_from(body.size_hint().lower()).map_or(true, |declared| declared > limit) {
        return Err(too_large());
    }
    let body = pin!(body);
    let mut request_body =
        RequestBody { body, limits, first_piece: Bytes::new(), joined: BytesMut::new(), timer: None };
    let body = poll_fn(|cx| request_body.poll(cx)).await?;
    match coding {
        BodyCoding::Identity => Ok(body),
        // Boxed, so that the future of an uncompressed request has no room for it.
        _ => Box::pin(decompress_body(coding, body, limit)).await,
    }
}

async fn decompress_body(coding: BodyCoding, body: Bytes, limit: usize) -> Result<Bytes, Refusal> {
    if body.len() <= MAX_INLINE_LEN {
        return decompress(coding, &body, limit);
    }
    match tokio::task::spawn_blocking(move || decompress(coding, &body, limit)).await {
        Ok(result) => result,
        Err(error) => {
            tracing::error!(%error, "the decompression of a request failed");
            Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal error.\n"))
        }
    }
}

/// A body that is being read.
///
/// It is polled by hand, because every request's future contains it, and an `async` function would keep its
/// arguments twice in there: as they were given and as they are used.
struct RequestBody<'a, B> {
    body: Pin<&'a mut B>,
    limits: &'a BodyLimits,
    /// Most calls arrive in one piece, which is used without a copy.
    first_piece: Bytes,
    /// All pieces, as soon as there are two.
    joined: BytesMut,
    /// Runs only while the next piece is awaited.
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
                    let broken =
                        Refusal::new(StatusCode::BAD_REQUEST, "The body of the request could not be read.\n");
                    return Poll::Ready(Err(broken));
                }
                Poll::Pending => {
                    let time = self.limits.timeout;
                    ready!(self.timer.get_or_insert_with(|| Box::pin(sleep(time))).as_mut().poll(cx));
                    let late = Refusal::new(
                        StatusCode::REQUEST_TIMEOUT,
                        "The body of the request did not arrive in time.\n",
                    );
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

fn body_coding(headers: &HeaderMap) -> Result<BodyCoding, Refusal> {
    let mut found = BodyCoding::Identity;
    let names = headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    for name in names.map(<[u8]>::trim_ascii) {
        let one = match name.to_ascii_lowercase().as_slice() {
            b"" | b"identity" => continue,
            b"gzip" | b"x-gzip" => BodyCoding::Gzip,
            b"deflate" => BodyCoding::Deflate,
            _ => return Err(unknown_coding()),
        };
        if !matches!(found, BodyCoding::Identity) {
            return Err(unknown_coding());
        }
        found = one;
    }
    Ok(found)
}

fn decompress(coding: BodyCoding, body: &[u8], limit: usize) -> Result<Bytes, Refusal> {
    let result = match coding {
        BodyCoding::Identity => return Ok(Bytes::copy_from_slice(body)),
        BodyCoding::Gzip => read_at_most(MultiGzDecoder::new(body), limit),
        BodyCoding::Deflate => read_at_most(ZlibDecoder::new(body), limit),
    };
    match result {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(too_large()),
        Err(error) => {
            tracing::debug!(%error, "the body of a request could not be decompressed");
            Err(Refusal::new(StatusCode::BAD_REQUEST, "The body of the request could not be decompressed.\n"))
        }
    }
}

/// Returns `None` if there are more than `limit` bytes.
fn read_at_most(reader: impl Read, limit: usize) -> io::Result<Option<Bytes>> {
    let mut bytes = Vec::new();
    reader.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit).then(|| bytes.into()))
}

fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "The request is larger than this server accepts.\n")
}

fn unknown_coding() -> Refusal {
    Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "This server does not support the Content-Encoding of the request.\n",
    )
    .with_header(ACCEPT_ENCODING, HeaderValue::from_static("gzip, deflate, identity"))
}
