//! The body of a request: read and decompressed within limits.
use crate::policy::{Policy, Refusal};
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
};
use tokio::time::{Sleep, sleep};

/// A compressed body longer than this is decompressed on a thread for blocking work.
const INLINE: usize = 16 << 10;

/// How a body was compressed.
#[derive(Clone, Copy)]
enum Coding {
    Identity,
    Gzip,
    Deflate,
}

/// Reads a body to its end.
pub(crate) async fn read<B>(headers: &HeaderMap, body: B, policy: &Policy) -> Result<Bytes, Refusal>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    let coding = coding(headers)?;
    let limit = policy.max_request_bytes;
    // What the header declares is refused before a byte of it is read, so that a client that waits for `100 Continue` sends none.
    if usize::try_from(body.size_hint().lower()).map_or(true, |declared| declared > limit) {
        return Err(too_large());
    }
    let body = pin!(body);
    let mut gathering = Gathering { body, policy, first: Bytes::new(), all: BytesMut::new(), clock: None };
    let body = poll_fn(|cx| gathering.poll(cx)).await?;
    match coding {
        Coding::Identity => Ok(body),
        // Boxed: few need it, and all would have room for it.
        _ => Box::pin(decompressed(coding, body, limit)).await,
    }
}

async fn decompressed(coding: Coding, body: Bytes, limit: usize) -> Result<Bytes, Refusal> {
    if body.len() <= INLINE {
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
struct Gathering<'a, B> {
    body: Pin<&'a mut B>,
    policy: &'a Policy,
    /// Most calls come in one piece, which is taken as it is.
    first: Bytes,
    all: BytesMut,
    /// Started only for a piece that is not there yet.
    clock: Option<Pin<Box<Sleep>>>,
}

impl<B> Gathering<'_, B>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Bytes, Refusal>> {
        while !self.body.is_end_stream() {
            match self.body.as_mut().poll_frame(cx) {
                Poll::Ready(None) => break,
                Poll::Ready(Some(Ok(frame))) => {
                    self.clock = None;
                    self.push(frame)?;
                }
                Poll::Ready(Some(Err(error))) => {
                    tracing::debug!(%error, "the body of a request could not be read");
                    let broken = Refusal::new(StatusCode::BAD_REQUEST, "The request could not be read.\n");
                    return Poll::Ready(Err(broken));
                }
                Poll::Pending => {
                    let time = self.policy.body_timeout;
                    ready!(self.clock.get_or_insert_with(|| Box::pin(sleep(time))).as_mut().poll(cx));
                    let late =
                        Refusal::new(StatusCode::REQUEST_TIMEOUT, "The request did not come in time.\n");
                    return Poll::Ready(Err(late.with_header(CONNECTION, HeaderValue::from_static("close"))));
                }
            }
        }
        let (first, all) = (mem::take(&mut self.first), mem::take(&mut self.all));
        Poll::Ready(Ok(if all.is_empty() { first } else { all.freeze() }))
    }

    fn push(&mut self, frame: Frame<B::Data>) -> Result<(), Refusal> {
        let Ok(mut data) = frame.into_data() else { return Ok(()) };
        let length = data.remaining();
        if self.first.len() + self.all.len() + length > self.policy.max_request_bytes {
            return Err(too_large());
        }
        if self.first.is_empty() && self.all.is_empty() {
            self.first = data.copy_to_bytes(length);
        } else {
            self.all.extend_from_slice(&mem::take(&mut self.first));
            self.all.put(data);
        }
        Ok(())
    }
}

fn coding(headers: &HeaderMap) -> Result<Coding, Refusal> {
    let mut found = Coding::Identity;
    let names = headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
    for name in names.map(<[u8]>::trim_ascii) {
        let one = match name.to_ascii_lowercase().as_slice() {
            b"" | b"identity" => continue,
            b"gzip" | b"x-gzip" => Coding::Gzip,
            b"deflate" => Coding::Deflate,
            _ => return Err(unknown_coding()),
        };
        if !matches!(found, Coding::Identity) {
            return Err(unknown_coding());
        }
        found = one;
    }
    Ok(found)
}

fn decompress(coding: Coding, body: &[u8], limit: usize) -> Result<Bytes, Refusal> {
    let result = match coding {
        Coding::Identity => return Ok(Bytes::copy_from_slice(body)),
        Coding::Gzip => read_at_most(MultiGzDecoder::new(body), limit),
        Coding::Deflate => read_at_most(ZlibDecoder::new(body), limit),
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
