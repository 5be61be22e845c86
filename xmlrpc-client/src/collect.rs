//! Collecting a whole response, which most calls do.

use crate::{
    Error,
    body::{Body, blocking},
    inflow::{Inflow, remove_coding, too_large},
    kept_response::broken_off,
    progress::{Direction, Progress, ProgressFn},
};
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, Response, header};

/// The most room that is reserved for a body because of its declared length.
const MAX_RESERVED_BYTES: usize = 1 << 30;

/// Reads the whole body of a response, decompressed and within `limit`.
pub(crate) async fn collect(
    response: Response<Body>,
    limit: u64,
    progress: Option<ProgressFn>,
) -> Result<Response<Bytes>, Error> {
    let (mut parts, body) = response.into_parts();
    let mut body = match body.try_into_bytes() {
        Ok(bytes) if !is_compressed(&parts.headers) => {
            return at_hand(Response::from_parts(parts, bytes), limit, progress);
        }
        Ok(bytes) => Body::from(bytes),
        Err(stream) => stream,
    };
    let mut whole = Whole::default();
    let collected = match Inflow::new(&parts.headers, body.len(), limit, progress) {
        Ok(mut inflow) => {
            let read = loop {
                match body.next_piece().await {
                    Ok(Some(piece)) => {
                        if let Err(error) = whole.push(&mut inflow, piece) {
                            break Err(error);
                        }
                    }
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                }
            };
            whole.end(&mut inflow, read, &mut parts.headers)
        }
        Err(error) => {
            whole.first = body.as_bytes().cloned().unwrap_or_default();
            Err(error)
        }
    };
    whole.into_response(parts, collected)
}

/// Reads the whole body of a response, decompressed and within `limit`.
pub(crate) fn collect_blocking(
    response: Response<blocking::Body>,
    limit: u64,
    progress: Option<ProgressFn>,
) -> Result<Response<Bytes>, Error> {
    let (mut parts, body) = response.into_parts();
    let mut body = match body.try_into_bytes() {
        Ok(bytes) if !is_compressed(&parts.headers) => {
            return at_hand(Response::from_parts(parts, bytes), limit, progress);
        }
        Ok(bytes) => blocking::Body::from(bytes),
        Err(stream) => stream,
    };
    let mut whole = Whole::default();
    let collected = match Inflow::new(&parts.headers, body.len(), limit, progress) {
        Ok(mut inflow) => {
            let read = loop {
                match body.next_piece() {
                    Ok(Some(piece)) => {
                        if let Err(error) = whole.push(&mut inflow, piece) {
                            break Err(error);
                        }
                    }
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                }
            };
            whole.end(&mut inflow, read, &mut parts.headers)
        }
        Err(error) => {
            whole.first = body.as_bytes().cloned().unwrap_or_default();
            Err(error)
        }
    };
    whole.into_response(parts, collected)
}

fn is_compressed(headers: &HeaderMap) -> bool {
    headers.contains_key(header::CONTENT_ENCODING)
}

/// Checks a response whose body came at once and is not compressed.
fn at_hand(
    response: Response<Bytes>,
    limit: u64,
    progress: Option<ProgressFn>,
) -> Result<Response<Bytes>, Error> {
    let length = response.body().len() as u64;
    if length > limit {
        return Err(broken_off(too_large(limit), response));
    }
    if let Some(progress) = progress {
        progress(Progress::new(Direction::Received, length, Some(length)));
    }
    Ok(response)
}

/// What has come of a body.
#[derive(Default)]
struct Whole {
    /// The first piece of a body that is not compressed. Most bodies are one piece, which is passed on
    /// without a copy.
    first: Bytes,
    all: BytesMut,
    decompressed: Vec<u8>,
}

impl Whole {
    fn push(&mut self, inflow: &mut Inflow, piece: Bytes) -> Result<(), Error> {
        inflow.push(piece)?;
        if inflow.is_compressed() {
            while inflow.next_into(&mut self.decompressed)? {
                inflow.check(self.decompressed.len())?;
            }
            return inflow.check(self.decompressed.len());
        }
        let Some(piece) = inflow.next()? else { return Ok(()) };
        if self.first.is_empty() && self.all.is_empty() {
            self.first = piece;
            return Ok(());
        }
        if self.all.is_empty() {
            // The declared length is a claim, but reserved room costs no memory before it is filled.
            let declared = usize::try_from(inflow.length().unwrap_or(0)).unwrap_or(0);
            self.all.reserve(declared.min(MAX_RESERVED_BYTES).max(self.first.len() + piece.len()));
            self.all.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.all.extend_from_slice(&piece);
        Ok(())
    }

    /// Ends the body. If it was decompressed, removes the headers that describe the compressed bytes.
    fn end(
        &mut self,
        inflow: &mut Inflow,
        read: Result<(), Error>,
        headers: &mut HeaderMap,
    ) -> Result<(), Error> {
        let finished = inflow.finish();
        if inflow.is_compressed() {
            inflow.last_into(&mut self.decompressed);
            if inflow.received() > 0 {
                remove_coding(headers);
            }
        }
        read.and(finished).and(inflow.check(self.decompressed.len()))
    }

    /// Makes the response, or the error with what came of it.
    fn into_response(
        self,
        parts: http::response::Parts,
        collected: Result<(), Error>,
    ) -> Result<Response<Bytes>, Error> {
        let bytes = match self {
            Self { decompressed, .. } if !decompressed.is_empty() => decompressed.into(),
            Self { first, all, .. } if all.is_empty() => first,
            Self { all, .. } => all.freeze(),
        };
        let response = Response::from_parts(parts, bytes);
        match collected {
            Ok(()) => Ok(response),
            Err(error) => Err(broken_off(error, response)),
        }
    }
}
