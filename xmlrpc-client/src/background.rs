//! The background thread: async transports for the blocking client.

use crate::{CallContext, Error, ErrorKind, Transport, blocking, client::within};
use bytes::Bytes;
use http::{Request, Response};
use std::{
    io,
    sync::{Arc, Condvar, Mutex, OnceLock, PoisonError},
    thread,
};
use tokio::runtime::{Builder, Handle};

/// An async transport that a blocking client waits for.
pub(crate) struct Background(pub(crate) Arc<dyn Transport>);

impl blocking::Transport for Background {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let transport = Arc::clone(&self.0);
        let (mut answer, answered) = handover();
        runtime()?.spawn(async move {
            let (begun, deadline) = (context.begun, context.deadline);
            answer.give(within(begun, deadline, transport.send(request, context)).await);
        });
        answered.take()
    }
}

/// One answer from the background thread to the caller, who sleeps meanwhile: the channels of std spin first, which doubled the
/// processor time of a call.
#[derive(Default)]
struct Handover {
    answer: Mutex<Option<Answer>>,
    given: Condvar,
}

type Answer = Result<Response<Bytes>, Error>;

/// Empty once it has given.
struct Giver(Option<Arc<Handover>>);
struct Taker(Arc<Handover>);

fn handover() -> (Giver, Taker) {
    let handover = Arc::new(Handover::default());
    (Giver(Some(Arc::clone(&handover))), Taker(handover))
}

impl Giver {
    fn give(&mut self, answer: Answer) {
        if let Some(handover) = self.0.take() {
            *handover.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
            handover.given.notify_one();
        }
    }
}

/// A transport that panics gives no answer, and its caller must not wait for ever.
impl Drop for Giver {
    fn drop(&mut self) {
        self.give(Err(Error::new(ErrorKind::Io, "the transport panicked")));
    }
}

impl Taker {
    fn take(self) -> Answer {
        let mut answer = self.0.answer.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match answer.take() {
                Some(answer) => return answer,
                None => answer = self.0.given.wait(answer).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// The one runtime of all blocking clients, on a thread that never ends: nothing has to be joined when a client is dropped, so
/// a drop can neither block nor panic, wherever it happens.
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
    // A system that is out of threads now may have some at the next call: only success is kept.
    let runtime = start().map_err(|error| {
        let message = format!("the background thread of blocking clients did not start: {error}");
        Error::new(ErrorKind::Io, message).with_source(error).with_unsent()
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
