//! The body of a request: read to its end and decompressed, within limits.
use crate::refusal::Refusal;
use bytes::{Buf, BufMut, Bytes, BytesMut};
use flate2::{
    bufread::GzDecoder,
    read::{DeflateDecoder, ZlibDecoder},
};
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
use tokio::time::{Instant, Sleep, sleep};

/// A compressed body longer than this is decompressed on a thread for blocking work, so that the other
/// requests of the async thread do not wait for it.
const MAX_INLINE_LEN: usize = 16 << 10;

/// Each gzip member costs the server the same work, even an empty one, so a body may have this many members
/// and one more for each [`BYTES_PER_GZIP_MEMBER`] of content.
const FREE_GZIP_MEMBERS: usize = 256;
const BYTES_PER_GZIP_MEMBER: usize = 4 << 10;

/// How long a body may be, and how long its client may pause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BodyLimits {
    /// Applies to the body as it is sent, and again to the decompressed body.
    pub(crate) max_bytes: usize,
    /// Applies to each piece of the body.
    pub(crate) timeout: Duration,
    /// Applies to the whole body, from the end of the head. `None` is no limit.
    pub(crate) request_timeout: Option<Duration>,
}

impl Default for BodyLimits {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            timeout: Duration::from_secs(30),
            request_timeout: Some(Duration::from_secs(300)),
        }
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
    let mut request_body = RequestBody {
        body,
        limits,
        first_piece: Bytes::new(),
        joined: BytesMut::new(),
        timer: None,
        started: None,
    };
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
    /// When the body was first waited for, which is just behind the head. Most bodies are never waited for.
    started: Option<Instant>,
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
                    let time_left = self.time_left();
                    let timer = self.timer.get_or_insert_with(|| {
                        Box::pin(sleep(time_left.map_or(time, |time_left| time.min(time_left))))
                    });
                    ready!(timer.as_mut().poll(cx));
                    let late = Refusal::new(
                        StatusCode::REQUEST_TIMEOUT,
                        if self.time_left().is_some_and(|time_left| time_left.is_zero()) {
                            "The request took longer to arrive than the server's `request_timeout` allows.\n"
                        } else {
                            "The body of the request did not arrive in time.\n"
                        },
                    );
                    return Poll::Ready(Err(late.with_header(CONNECTION, HeaderValue::from_static("close"))));
                }
            }
        }
        let (first_piece, joined) = (mem::take(&mut self.first_piece), mem::take(&mut self.joined));
        Poll::Ready(Ok(if joined.is_empty() { first_piece } else { joined.freeze() }))
    }

    /// The time until the whole body must be there, or `None` if it may take any time.
    fn time_left(&mut self) -> Option<Duration> {
        let limit = self.limits.request_timeout?;
        let started = self.started.get_or_insert_with(Instant::now);
        Some(limit.saturating_sub(started.elapsed()))
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
            // Servers and proxies write the last ones too, on bodies that are not compressed.
            b"" | b"identity" | b"none" | b"binary" | b"utf-8" | b"utf8" => continue,
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
        BodyCoding::Gzip => read_gzip(body, limit),
        // The low four bits of the first byte of a zlib stream are 8 (RFC 1950). Clients send both formats.
        BodyCoding::Deflate if body.first().is_some_and(|byte| byte & 0x0f != 8) => {
            read_at_most(DeflateDecoder::new(body), limit)
        }
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

/// Reads the members of a gzip stream. Returns `None` if they hold more than `limit` bytes.
///
/// Zeros behind the last member are padding.
fn read_gzip(mut rest: &[u8], limit: usize) -> io::Result<Option<Bytes>> {
    let mut bytes = Vec::new();
    let mut members = 0;
    loop {
        members += 1;
        if members > FREE_GZIP_MEMBERS + bytes.len() / BYTES_PER_GZIP_MEMBER {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "too many gzip members for so few bytes"));
        }
        let mut member = GzDecoder::new(rest);
        let room = (limit as u64).saturating_add(1) - bytes.len() as u64;
        member.by_ref().take(room).read_to_end(&mut bytes)?;
        if bytes.len() > limit {
            return Ok(None);
        }
        rest = member.into_inner();
        if rest.iter().all(|byte| *byte == 0) {
            return Ok(Some(bytes.into()));
        }
    }
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
