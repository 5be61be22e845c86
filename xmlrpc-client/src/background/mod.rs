//! The one thread on which blocking clients run async transports.

mod mailbox;

use crate::{
    Body, CallContext, Error, ErrorKind, Transport,
    body::{
        PIECE_BYTES, Stream,
        blocking::{self as blocking_body, PieceSource, TimeLimit},
    },
    deadline::{Instant, earlier},
    payload::{UploadClock, within},
    phase::PhaseCell,
    transport::blocking,
};
use bytes::Bytes;
use http::{Request, Response};
use http_body::{Frame, SizeHint};
use mailbox::{Arrived, CallerSide, Message, TaskSide, Uploads, channel};
use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    task::{Context, Poll, ready},
    thread,
    time::Duration,
};
use tokio::{
    runtime::{Builder, Handle},
    task::AbortHandle,
};

/// An async transport as a blocking one: runs it on the background thread and waits.
///
/// The background thread belongs to all blocking clients, so it only moves bytes. Whatever can take long or
/// block runs on the thread that makes the call, and can hold up that call only: the user's function for
/// progress runs here, a request's body that is a stream is read here, and a response's body is decompressed
/// here.
///
/// ```text
/// calling thread:     send ──► sleeps ──► reads the next piece ──► sleeps ──► returns
///                       │                ▲         │                         ▲
///                       ▼                │ wanted  ▼                         │ the response, or its
/// background thread:  spawns the transport, which sends the piece ───────────┘ head and then its pieces
/// ```
pub(crate) struct BackgroundTransport(pub(crate) Arc<dyn Transport>);

/// How much later than the background thread the calling thread notices that the timeout has passed. The
/// background thread knows better what went wrong, but it may not be there: a forked process has none.
const GRACE: Duration = Duration::from_millis(100);

impl blocking::Transport for BackgroundTransport {
    fn send(
        &self,
        request: Request<blocking_body::Body>,
        mut context: CallContext,
    ) -> Result<Response<blocking_body::Body>, Error> {
        let transport = Arc::clone(&self.0);
        let (task_side, caller) = channel();
        let (started, deadline, phase) = (context.started, context.deadline, context.phase.clone());
        let clock = context.upload_clock.clone();
        let later = context.is_read_as_it_comes.then_some(context.stall_timeout);
        // The request's body reports its own pieces, and the response's body is read on this thread.
        context.progress = None;
        let (parts, body) = request.into_parts();
        let (body, upload) = match body.try_into_bytes() {
            Ok(bytes) => (Body::from(bytes), None),
            Err(stream) => {
                let uploads = task_side.uploads();
                (Body::stream(UploadStream { uploads: Some(uploads), left: stream.len() }), Some(stream))
            }
        };
        let request = Request::from_parts(parts, body);
        let (task_clock, task_phase) = (clock.clone(), phase.clone());
        let task = runtime()?.spawn(async move {
            let late = || timed_out(started, &task_phase);
            let outcome = within(deadline, task_clock, transport.send(request, context), late).await;
            pass_on(outcome, task_side, later.is_some()).await;
        });
        // If reading the request's body panics, or the timeout passes here, the transport's work ends too.
        let task = AbortOnDrop(task.abort_handle());
        let limit = TimeLimit { deadline, stall: None };
        let mut connection = Connection { caller, upload, clock, limit, started, phase, _task: task };
        match connection.receive()? {
            Message::Head(head) => {
                if let Some(clock) = connection.clock.take() {
                    connection.limit.deadline = clock.limit();
                }
                Ok(head?.map(|arrived| match arrived {
                    Arrived::Whole(bytes) => bytes.into(),
                    Arrived::Stream(left) => {
                        if let Some(stall) = later {
                            connection.limit = TimeLimit { deadline: None, stall };
                        }
                        blocking_body::Body::pieces(ResponsePieces { connection: Some(connection), left })
                    }
                }))
            }
            _ => Err(ended_early()),
        }
    }
}

#[cold]
fn ended_early() -> Error {
    Error::new(ErrorKind::Io, "the transport panicked")
}

fn timed_out(started: Option<Instant>, phase: &PhaseCell) -> Error {
    let waited = started.map_or(Duration::ZERO, |started| started.elapsed());
    Error::timed_out("call", waited, phase.get())
}

/// Passes a response on to the calling thread: at once if its body is at hand, or else piece by piece, in
/// small pieces if the body is not collected.
async fn pass_on(outcome: Result<Response<Body>, Error>, task_side: TaskSide, in_small_pieces: bool) {
    let (parts, body) = match outcome {
        Ok(response) => response.into_parts(),
        Err(error) => return task_side.deliver(Err(error)),
    };
    let mut body = match body.try_into_bytes() {
        Ok(bytes) => return task_side.deliver(Ok(Response::from_parts(parts, Arrived::Whole(bytes)))),
        Err(stream) => stream,
    };
    task_side.deliver(Ok(Response::from_parts(parts, Arrived::Stream(body.len()))));
    let end = loop {
        match body.next_piece().await {
            // A piece can be as long as hyper's buffer. One that the caller reads slowly would be in memory
            // together with the next one and the one after.
            Ok(Some(mut piece)) if in_small_pieces => {
                while !piece.is_empty() {
                    let part = piece.split_to(piece.len().min(PIECE_BYTES / 2));
                    task_side.push(Bytes::copy_from_slice(&part)).await;
                }
            }
            Ok(Some(piece)) => task_side.push(piece).await,
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    task_side.end(end);
}

/// What the calling thread holds of a request whose response it waits for, or reads.
struct Connection {
    caller: CallerSide,
    /// What is left of the request's body.
    upload: Option<blocking_body::Body>,
    /// The time limits of the request until the head of the response has come.
    clock: Option<Arc<UploadClock>>,
    limit: TimeLimit,
    started: Option<Instant>,
    phase: PhaseCell,
    /// Dropping it closes the connection.
    _task: AbortOnDrop,
}

impl Connection {
    /// Waits for the next message about the response, and reads the request's body meanwhile.
    fn receive(&mut self) -> Result<Message, Error> {
        let idle_until = self.limit.stall.and_then(|stall| Instant::now().checked_add(stall));
        loop {
            let limit = self.clock.as_ref().map_or(self.limit.deadline, |clock| clock.limit());
            let deadline = limit.and_then(|deadline| deadline.checked_add(GRACE));
            let until = earlier(deadline, idle_until);
            match self.caller.receive(until) {
                Message::Wanted => {
                    let piece = match &mut self.upload {
                        Some(body) => body.next_piece(),
                        None => Ok(None),
                    };
                    if !matches!(piece, Ok(Some(_))) {
                        self.upload = None;
                    }
                    self.caller.upload(piece);
                }
                Message::Closed => return Err(ended_early()),
                Message::DeadlinePassed if until == deadline => {
                    if let Some(clock) = &self.clock {
                        return Err(clock.error());
                    }
                    return Err(timed_out(self.started, &self.phase));
                }
                Message::DeadlinePassed => return Err(Error::stalled(self.limit.stall.unwrap_or_default())),
                message => return Ok(message),
            }
        }
    }
}

/// The body of a response that the background thread reads.
struct ResponsePieces {
    /// `None` after its end, and after an error.
    connection: Option<Connection>,
    left: Option<u64>,
}

impl PieceSource for ResponsePieces {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        let Some(connection) = &mut self.connection else { return Ok(None) };
        match connection.receive() {
            Ok(Message::Piece(piece)) => {
                self.left = self.left.map(|left| left.saturating_sub(piece.len() as u64));
                Ok(Some(piece))
            }
            ended => {
                self.connection = None;
                match ended? {
                    Message::End(end) => end.map(|()| None),
                    _ => Err(ended_early()),
                }
            }
        }
    }

    fn length_left(&self) -> Option<u64> {
        self.left
    }

    fn set_time_limit(&mut self, limit: TimeLimit) {
        if let Some(connection) = &mut self.connection {
            connection.limit = limit;
        }
    }
}

/// The body of a request that the calling thread reads.
struct UploadStream {
    /// `None` after its end, and after an error.
    uploads: Option<Uploads>,
    left: Option<u64>,
}

impl http_body::Body for UploadStream {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let Some(uploads) = &self.uploads else { return Poll::Ready(None) };
        let piece = ready!(uploads.poll_next(context));
        match &piece {
            Ok(Some(piece)) => {
                self.left = self.left.map(|left| left.saturating_sub(piece.len() as u64));
            }
            _ => self.uploads = None,
        }
        Poll::Ready(piece.transpose().map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.uploads.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

impl Stream for UploadStream {}

/// Gives a task up when it is dropped.
struct AbortOnDrop(AbortHandle);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Returns the one runtime of all blocking clients, and starts it for the first call.
///
/// Its thread never ends. So nothing has to be joined when a client is dropped, and a drop can neither block
/// nor panic, wherever it happens.
fn runtime() -> Result<&'static Handle, Error> {
    static RUNTIME: OnceLock<Handle> = OnceLock::new();
    static STARTING: Mutex<()> = Mutex::new(());
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let _starting = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    // Only success is stored. A system that has no thread left now may have one at the next call.
    let runtime = start().map_err(|error| {
        let message = format!("the background thread of blocking clients cannot be started: {error}");
        Error::new(ErrorKind::Io, message).with_said_source(error).with_unsent()
    })?;
    Ok(RUNTIME.get_or_init(|| runtime))
}

fn start() -> io::Result<Handle> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    thread::Builder::new()
        .name("xmlrpc-blocking".to_owned())
        .spawn(move || runtime.block_on(std::future::pending::<()>()))?;
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::blocking::Transport as _;

    #[test]
    #[expect(clippy::assertions_on_constants, reason = "after `panic!` the type of the result is unknown")]
    fn a_transport_that_panics_is_an_error_and_not_a_caller_that_waits_for_ever() {
        let panics = |_: Request<Body>, _: CallContext| async {
            assert!(false, "on purpose");
            Ok(Response::new(Body::empty()))
        };
        let transport = BackgroundTransport(Arc::new(panics));
        let error =
            transport.send(Request::new(blocking_body::Body::empty()), CallContext::default()).unwrap_err();
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::Io, "the transport panicked".into()));
    }

    /// After `fork` the background thread does not exist in the child. Here it is busy, which the calling
    /// thread cannot tell from that.
    #[test]
    fn a_timeout_holds_without_the_background_thread() {
        let busy = |_: Request<Body>, _: CallContext| async {
            thread::sleep(Duration::from_secs(2));
            Ok(Response::new(Bytes::new()))
        };
        let transport = BackgroundTransport(Arc::new(busy));
        let now = Instant::now();
        let deadline = now.checked_add(Duration::from_millis(200));
        let context = CallContext { started: Some(now), deadline, ..CallContext::default() };
        let error = transport.send(Request::new(blocking_body::Body::empty()), context).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert!(now.elapsed() < Duration::from_secs(1), "{:?}", now.elapsed());
    }
}
