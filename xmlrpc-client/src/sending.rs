//! `Sending`: a request that is ready to be sent, for all drivers.

use crate::{
    Body, CallContext, Error,
    body::blocking::Body as BlockingBody,
    deadline::{block_on, in_time},
    exchange::Exchange,
    in_flight::InFlightPlace,
    phase::PhaseCell,
    progress::ProgressFn,
};
use http::Request;

/// A request with everything that belongs to its sending.
pub(crate) struct Sending<B> {
    pub(crate) request: Request<B>,
    pub(crate) context: CallContext,
    /// How far the request has come.
    pub(crate) phase: PhaseCell,
    /// The longest response that is accepted.
    pub(crate) limit: u64,
    pub(crate) progress: Option<ProgressFn>,
    /// Its place among the calls in flight, until the response has been read.
    pub(crate) place: Option<InFlightPlace>,
}

/// Waits until the next request of a call may be sent, and makes it.
pub(crate) async fn prepare(exchange: &mut Exchange) -> Result<Sending<Body>, Error> {
    let phase = PhaseCell::default();
    let mut place = None;
    if exchange.must_wait() {
        let deadline = exchange.start();
        let waited = in_time(deadline, exchange.ready(&phase)).await;
        place = waited.unwrap_or_else(|| Err(exchange.timed_out(&phase)))?;
    }
    let (request, context) = exchange.request(phase.clone())?;
    let (limit, progress) = (context.max_response_bytes, context.progress.clone());
    let (parts, document) = request.into_parts();
    let body = exchange.payload().body(document, progress.as_ref(), context.upload_clock.as_ref())?;
    Ok(Sending { request: Request::from_parts(parts, body), context, phase, limit, progress, place })
}

/// Waits until the next request of a call of the blocking client may be sent, and makes it.
pub(crate) fn prepare_blocking(exchange: &mut Exchange) -> Result<Sending<BlockingBody>, Error> {
    let phase = PhaseCell::default();
    let mut place = None;
    if exchange.must_wait() {
        let deadline = exchange.start();
        let waited = block_on(deadline, exchange.ready(&phase));
        place = waited.unwrap_or_else(|| Err(exchange.timed_out(&phase)))?;
    }
    let (request, context) = exchange.request(phase.clone())?;
    let (limit, progress) = (context.max_response_bytes, context.progress.clone());
    let (parts, document) = request.into_parts();
    let clock = context.upload_clock.as_ref();
    let body = exchange.payload().blocking_body(document, progress.as_ref(), clock)?;
    Ok(Sending { request: Request::from_parts(parts, body), context, phase, limit, progress, place })
}
