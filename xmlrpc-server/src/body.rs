//! The body of a request: read and decompressed within limits.
use crate::policy::{Policy, Refusal};
use bytes::{Buf, Bytes, BytesMut};
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use http::{
    HeaderMap, StatusCode,
    header::{ACCEPT_ENCODING, CONNECTION, CONTENT_ENCODING},
};
use http_body::Body;
use http_body_util::BodyExt;
use std::{
    future::poll_fn,
    io::{self, Read},
    pin::pin,
    task::Poll,
};
use tokio::time::timeout;

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
    let body = collect(body, policy).await?;
    let limit = policy.max_request_bytes;
    match coding {
        Coding::Identity => Ok(body),
        _ if body.len() <= INLINE => decompress(coding, &body, limit),
        _ => match tokio::task::spawn_blocking(move || decompress(coding, &body, limit)).await {
            Ok(result) => result,
            Err(error) => {
                tracing::error!(%error, "decompression of a request failed");
                Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal error.\n"))
            }
        },
    }
}

async fn collect<B>(body: B, policy: &Policy) -> Result<Bytes, Refusal>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    let limit = policy.max_request_bytes;
    // What the header declares is refused before a byte of it is read, so that a client that waits for `100 Continue` sends none.
    if usize::try_from(body.size_hint().lower()).map_or(true, |declared| declared > limit) {
        return Err(too_large());
    }
    let mut body = pin!(body);
    let mut first = Bytes::new();
    let mut all = BytesMut::new();
    while !body.is_end_stream() {
        // The clock is started only for what is not there yet.
        let ready = poll_fn(|cx| Poll::Ready(body.as_mut().poll_frame(cx))).await;
        let frame = match ready {
            Poll::Ready(frame) => frame,
            Poll::Pending => timeout(policy.body_timeout, body.frame()).await.map_err(|_| {
                let late = Refusal::new(StatusCode::REQUEST_TIMEOUT, "The request did not come in time.\n");
                late.with_header(CONNECTION, "close")
            })?,
        };
        let frame = match frame {
            None => break,
            Some(Err(error)) => {
                tracing::debug!(%error, "the body of a request could not be read");
                return Err(Refusal::new(StatusCode::BAD_REQUEST, "The request could not be read.\n"));
            }
            Some(Ok(frame)) => frame,
        };
        let Ok(mut data) = frame.into_data() else { continue };
        let length = data.remaining();
        if first.len() + all.len() + length > limit {
            return Err(too_large());
        }
        // Most calls come in one piece, which is taken as it is.
        if first.is_empty() && all.is_empty() {
            first = data.copy_to_bytes(length);
        } else {
            all.extend_from_slice(&std::mem::take(&mut first));
            all.extend_from_slice(&data.copy_to_bytes(length));
        }
    }
    Ok(if all.is_empty() { first } else { all.freeze() })
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

const fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "The request is larger than this server takes.\n")
}

fn unknown_coding() -> Refusal {
    Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The request is compressed in a way that is not read here.\n",
    )
    .with_header(ACCEPT_ENCODING, "gzip, deflate, identity")
}
