//! `Incoming`: a response whose body is read as it comes, and not collected.

use crate::{
    Body, Error,
    body::{
        PIECE_BYTES,
        blocking::{self, TimeLimit},
    },
    deadline::{Alarm, Instant, time_is_up},
    in_flight::InFlightPlace,
    inflow::Inflow,
    kept_response::kept_parts,
    phase::Phase,
    reply::declared_encoding,
};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::{
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use xmlrpc_serde::Encoding;

/// How much of a body is kept for errors and for the log.
const START_BYTES: usize = 4 << 10;

/// A response that has begun. `B` is the body of the async or of the blocking client.
pub(crate) struct Incoming<B> {
    pub(crate) head: IncomingHead,
    /// `None` after its end, and after an error. Dropping it before its end closes the connection.
    body: Option<B>,
    inflow: Inflow,
    /// What was taken out of the inflow and was longer than a piece.
    rest: Bytes,
    /// The start of the body, decompressed.
    start: Vec<u8>,
    time: IncomingTime,
    alarm: Alarm,
    /// The place among the calls in flight.
    place: Option<InFlightPlace>,
}

/// What the errors of a call say about the response.
#[derive(Clone)]
pub(crate) struct IncomingHead {
    pub(crate) status: StatusCode,
    pub(crate) reason: Option<Box<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) method: Arc<str>,
    pub(crate) url: Arc<str>,
    /// How often the call was sent.
    pub(crate) attempts: u32,
    pub(crate) trace: bool,
}

impl IncomingHead {
    /// Returns the encoding that the `Content-Type` declares.
    pub(crate) fn encoding(&self) -> Option<Encoding> {
        declared_encoding(&self.headers)
    }
}

/// How long a body may take.
#[derive(Clone, Copy)]
pub(crate) struct IncomingTime {
    pub(crate) started: Instant,
    /// When the call's timeout will have passed, as long as it holds.
    pub(crate) deadline: Option<Instant>,
    /// How long the next piece may take. The time between two polls does not count.
    pub(crate) stall: Option<Duration>,
}

impl<B> Incoming<B> {
    pub(crate) fn new(head: IncomingHead, body: B, inflow: Inflow, time: IncomingTime) -> Self {
        let (rest, start) = (Bytes::new(), Vec::new());
        Self { head, body: Some(body), inflow, rest, start, time, alarm: Alarm::default(), place: None }
    }

    /// Keeps the place among the calls in flight until the response has been read.
    pub(crate) fn keep(mut self, place: Option<InFlightPlace>) -> Self {
        self.place = place;
        self
    }

    /// Returns how many bytes have arrived, as they are on the wire.
    pub(crate) fn received(&self) -> u64 {
        self.inflow.received()
    }

    /// Lifts the call's timeout. From now on only the time of each piece is limited.
    pub(crate) fn lift_deadline(&mut self) {
        self.time.deadline = None;
    }

    /// Sets how long the pieces may take.
    pub(crate) fn set_time_limit(&mut self, deadline: Option<Instant>, stall: Option<Duration>) {
        (self.time.deadline, self.time.stall) = (deadline, stall);
    }

    /// Returns whether the headers describe compressed bytes.
    pub(crate) fn is_compressed(&self) -> bool {
        self.inflow.is_compressed()
    }

    /// Returns how long the document is, if that is known.
    pub(crate) fn length(&self) -> Option<u64> {
        if self.inflow.is_compressed() { None } else { self.inflow.length() }
    }

    /// Takes the next piece that has arrived already.
    fn next_arrived(&mut self) -> Result<Option<Bytes>, Error> {
        if self.rest.is_empty() {
            let Some(piece) = self.inflow.next()? else { return Ok(None) };
            self.note_start(&piece);
            self.rest = piece;
        }
        Ok(Some(self.rest.split_to(self.rest.len().min(PIECE_BYTES))))
    }

    fn note_start(&mut self, piece: &[u8]) {
        let room = START_BYTES - self.start.len();
        if room > 0 {
            self.start.extend_from_slice(&piece[..piece.len().min(room)]);
            if self.start.len() == START_BYTES {
                self.trace();
            }
        }
    }

    /// Logs the start of the body, if the user wants that.
    fn trace(&mut self) {
        if std::mem::take(&mut self.head.trace) {
            let body = String::from_utf8_lossy(&self.start);
            tracing::trace!(target: "xmlrpc::body", %body, "start of the response");
        }
    }

    /// Takes what the transport brought next: a piece, or the end.
    fn take(&mut self, piece: Option<Bytes>) -> Result<(), Error> {
        if let Some(piece) = piece {
            return self.inflow.push(piece);
        }
        (self.body, self.place) = (None, None);
        self.inflow.finish()
    }

    /// Ends the response with an error. The connection is closed.
    fn fail(&mut self, error: Error) -> Error {
        self.close();
        error
    }

    /// Ends the response. Unless it was read to its end, the connection is closed.
    pub(crate) fn close(&mut self) {
        (self.body, self.place) = (None, None);
        self.trace();
    }

    /// Adds the call and the response to an error.
    pub(crate) fn attach(&self, error: Error) -> Error {
        let head = self.head.clone();
        error.with_attempts(head.attempts).in_call(&head.method, &head.url).with_reply(kept_parts(
            head.status,
            head.reason,
            head.headers,
            &self.start,
        ))
    }

    /// Returns the start of the document.
    pub(crate) fn start(&self) -> &[u8] {
        &self.start
    }
}

impl Incoming<Body> {
    /// Polls for the next piece of the document, which has at most 64 KiB. Returns `None` at its end.
    pub(crate) fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        let polled = ready!(self.try_poll_piece(context));
        self.alarm.clear();
        Poll::Ready(polled.map_err(|error| self.fail(error)))
    }

    fn try_poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        loop {
            if let Some(piece) = self.next_arrived()? {
                return Poll::Ready(Ok(Some(piece)));
            }
            let Some(body) = &mut self.body else {
                self.trace();
                return Poll::Ready(Ok(None));
            };
            let Poll::Ready(piece) = body.poll_piece(context) else {
                let IncomingTime { started, deadline, stall } = self.time;
                ready!(self.alarm.poll(deadline, stall, context));
                return Poll::Ready(Err(time_is_up(started, deadline, stall)));
            };
            self.take(piece?)?;
        }
    }

    /// Waits for the next piece of the document.
    pub(crate) async fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        std::future::poll_fn(|context| self.poll_piece(context)).await
    }
}

impl Incoming<blocking::Body> {
    /// Waits for the next piece of the document, which has at most 64 KiB. Returns `None` at its end.
    pub(crate) fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        self.try_next_piece().map_err(|error| self.fail(error))
    }

    fn try_next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        loop {
            if let Some(piece) = self.next_arrived()? {
                return Ok(Some(piece));
            }
            let Some(body) = &mut self.body else {
                self.trace();
                return Ok(None);
            };
            let IncomingTime { started, deadline, stall } = self.time;
            body.set_time_limit(TimeLimit { deadline, stall });
            let piece = body.next_piece()?;
            // A body that cannot be interrupted is late only when its piece is here.
            if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
                return Err(Error::timed_out("call", started.elapsed(), Phase::MayBeSent));
            }
            self.take(piece)?;
        }
    }
}
