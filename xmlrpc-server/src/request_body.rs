//! The body of a request: read to its end and decompressed, within limits.
use crate::{
    byte_budget::{ByteBudget, Reservation},
    decompression::{BodyCoding, Decompressor},
    refusal::{Refusal, overloaded, too_large},
};
use bytes::{Buf, BufMut, Bytes, BytesMut};
use http::{HeaderMap, HeaderValue, StatusCode, header::CONNECTION};
use http_body::{Body, Frame};
use std::{
    future::poll_fn,
    mem,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep};

/// A body whose length is not known reserves this much at first, or a sixteenth of the budget if that is
/// less. Otherwise more bodies would begin than can end.
const FIRST_RESERVATION: u64 = 1 << 20;

/// The longest time that a request waits for room in the budget.
const MAX_BUDGET_WAIT: Duration = Duration::from_secs(60);

/// As much of a body is decompressed at once. Only the first piece of a short body is decompressed on the
/// async thread, because its other requests wait meanwhile.
const DECOMPRESSED_PIECE: usize = 1 << 20;
const MAX_INLINE_LEN: usize = 16 << 10;
const INLINE_PIECE: usize = 128 << 10;

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

/// Reads a body to its end. The reservation is its part of the budget.
pub(crate) async fn read<B>(
    headers: &HeaderMap,
    body: B,
    limits: &BodyLimits,
    budget: &Arc<ByteBudget>,
) -> Result<(Bytes, Reservation), Refusal>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    let coding = BodyCoding::of(headers)?;
    // A declared length is checked before any byte is read, so that a client that waits for `100 Continue`
    // sends none.
    let declared = body.size_hint().lower();
    if usize::try_from(declared).map_or(true, |declared| declared > limits.max_bytes) {
        return Err(too_large());
    }
    let length = body.size_hint().exact();
    let grows = length.is_none() || !matches!(coding, BodyCoding::Identity);
    let first = length.unwrap_or_else(|| {
        FIRST_RESERVATION.min(budget.max() / 16).min(limits.max_bytes as u64).max(declared).max(1)
    });
    let body = pin!(body);
    let mut request_body = RequestBody {
        body,
        limits,
        first_piece: Bytes::new(),
        joined: BytesMut::new(),
        timer: None,
        started: None,
        reservation: Some(budget.reservation(grows)),
        needed: first,
        held_back: Bytes::new(),
        budget_wait: BudgetWait::new(),
    };
    let (body, reservation) = poll_fn(|cx| request_body.poll(cx)).await?;
    if matches!(coding, BodyCoding::Identity) {
        return Ok((body, reservation));
    }
    // Boxed, so that the future of an uncompressed request has no room for it.
    Box::pin(decompress(coding, body, limits.max_bytes, reservation, request_body.budget_wait)).await
}

async fn decompress(
    coding: BodyCoding,
    body: Bytes,
    limit: usize,
    mut reservation: Reservation,
    mut wait: BudgetWait,
) -> Result<(Bytes, Reservation), Refusal> {
    let body_length = body.len();
    let mut inline = body_length <= MAX_INLINE_LEN;
    let mut decompressor = Decompressor::new(coding, body, limit);
    while !decompressor.is_done() {
        let piece = if inline { INLINE_PIECE } else { DECOMPRESSED_PIECE };
        // One byte more than the limit tells that the content is too long.
        let piece = piece.min((limit - decompressor.len()).saturating_add(1));
        let room = (body_length + decompressor.len() + piece) as u64;
        let needed = room.saturating_sub(reservation.bytes());
        poll_fn(|cx| wait.poll(&mut reservation, needed, cx)).await?;
        if mem::take(&mut inline) {
            decompressor.step(piece)?;
            continue;
        }
        let step = tokio::task::spawn_blocking(move || decompressor.step(piece).map(|()| decompressor));
        decompressor = match step.await {
            Ok(result) => result?,
            Err(error) => {
                tracing::error!(%error, "the decompression of a request failed");
                return Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal error.\n"));
            }
        };
    }
    // The compressed body is gone.
    reservation.shrink_to(decompressor.len() as u64);
    Ok((decompressor.into_content(), reservation))
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
    /// `None` when the body is read.
    reservation: Option<Reservation>,
    /// How many bytes must be reserved before anything more is read.
    needed: u64,
    /// A piece that waits for them.
    held_back: Bytes,
    budget_wait: BudgetWait,
}

impl<B> RequestBody<'_, B>
where
    B: Body,
    B::Error: std::fmt::Display,
{
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<(Bytes, Reservation), Refusal>> {
        loop {
            ready!(self.poll_reserve(cx))?;
            if self.body.is_end_stream() {
                break;
            }
            match self.body.as_mut().poll_frame(cx) {
                Poll::Ready(None) => break,
                Poll::Ready(Some(Ok(frame))) => {
                    self.timer = None;
                    self.take(frame)?;
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
        let body = if joined.is_empty() { first_piece } else { joined.freeze() };
        // It is taken once, because the future is not polled again.
        let Some(reservation) = self.reservation.take() else { return Poll::Pending };
        reservation.shrink_to(body.len() as u64);
        Poll::Ready(Ok((body, reservation)))
    }

    /// Reserves what is needed, and adds the piece that waits for it.
    fn poll_reserve(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Refusal>> {
        if self.needed == 0 {
            return Poll::Ready(Ok(()));
        }
        if let Some(reservation) = &mut self.reservation {
            let waited = self.budget_wait.waited;
            ready!(self.budget_wait.poll(reservation, self.needed, cx))?;
            // The time of the request stood still meanwhile.
            if let Some(started) = &mut self.started {
                *started += self.budget_wait.waited.saturating_sub(waited);
            }
        }
        self.needed = 0;
        let piece = mem::take(&mut self.held_back);
        self.push(piece);
        Poll::Ready(Ok(()))
    }

    /// The time until the whole body must be there, or `None` if it may take any time.
    fn time_left(&mut self) -> Option<Duration> {
        let limit = self.limits.request_timeout?;
        let started = self.started.get_or_insert_with(Instant::now);
        Some(limit.saturating_sub(started.elapsed()))
    }

    /// Takes a piece, or holds it back if more must be reserved for it.
    fn take(&mut self, frame: Frame<B::Data>) -> Result<(), Refusal> {
        let Ok(mut data) = frame.into_data() else { return Ok(()) };
        let piece = data.copy_to_bytes(data.remaining());
        let length = self.first_piece.len() + self.joined.len() + piece.len();
        if length > self.limits.max_bytes {
            return Err(too_large());
        }
        let reserved = self.reservation.as_ref().map_or(u64::MAX, Reservation::bytes);
        self.needed = (length as u64).saturating_sub(reserved);
        if self.needed == 0 {
            self.push(piece);
        } else {
            self.held_back = piece;
        }
        Ok(())
    }

    fn push(&mut self, piece: Bytes) {
        if self.first_piece.is_empty() && self.joined.is_empty() {
            self.first_piece = piece;
        } else if !piece.is_empty() {
            self.joined.extend_from_slice(&mem::take(&mut self.first_piece));
            self.joined.put(piece);
        }
    }
}

/// How long a request has waited for room in the budget. It may wait [`MAX_BUDGET_WAIT`] in all.
struct BudgetWait {
    waited: Duration,
    /// Since when it waits now, and the end of that.
    current: Option<(Instant, Pin<Box<Sleep>>)>,
}

impl BudgetWait {
    const fn new() -> Self {
        Self { waited: Duration::ZERO, current: None }
    }

    /// Adds bytes to a reservation.
    fn poll(
        &mut self,
        reservation: &mut Reservation,
        bytes: u64,
        cx: &mut Context<'_>,
    ) -> Poll<Result<(), Refusal>> {
        if reservation.poll_add(bytes, cx).is_ready() {
            if let Some((since, _)) = self.current.take() {
                self.waited += since.elapsed();
            }
            return Poll::Ready(Ok(()));
        }
        let (_, timer) = self.current.get_or_insert_with(|| {
            (Instant::now(), Box::pin(sleep(MAX_BUDGET_WAIT.saturating_sub(self.waited))))
        });
        ready!(timer.as_mut().poll(cx));
        tracing::warn!(
            waited = ?MAX_BUDGET_WAIT,
            "overload: refused a request, because larger ones take all of `max_in_flight_bytes`"
        );
        Poll::Ready(Err(overloaded("The server is overloaded: too much is being sent. Try again later.\n")))
    }
}
