//! The background thread: async transports for the blocking client.

use crate::{CallContext, Error, ErrorKind, Transport, deadline::within, transport::blocking};
use bytes::Bytes;
use http::{Request, Response};
use std::{
    io,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    thread,
};
use tokio::runtime::{Builder, Handle};

/// An async transport that a blocking client waits for.
pub(crate) struct BackgroundTransport(pub(crate) Arc<dyn Transport>);

impl blocking::Transport for BackgroundTransport {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let transport = Arc::clone(&self.0);
        let (mut sender, receiver) = oneshot::channel();
        runtime()?.spawn(async move {
            let (started, deadline) = (context.started, context.deadline);
            sender.send(within(started, deadline, transport.send(request, context)).await);
        });
        receiver.receive()
    }
}

type SendOutcome = Result<Response<Bytes>, Error>;

/// One answer from the background thread to the caller, who sleeps meanwhile: the channels of std spin first, which doubled the
/// processor time of a call.
mod oneshot {
    use super::SendOutcome;
    use crate::{Error, ErrorKind};
    use std::sync::{Arc, Condvar, Mutex, PoisonError};

    #[derive(Default)]
    struct Channel {
        outcome: Mutex<Option<SendOutcome>>,
        sent: Condvar,
    }

    /// Empty once it has given.
    pub(super) struct Sender(Option<Arc<Channel>>);
    pub(super) struct Receiver(Arc<Channel>);

    pub(super) fn channel() -> (Sender, Receiver) {
        let channel = Arc::new(Channel::default());
        (Sender(Some(Arc::clone(&channel))), Receiver(channel))
    }

    impl Sender {
        pub(super) fn send(&mut self, outcome: SendOutcome) {
            if let Some(channel) = self.0.take() {
                *channel.outcome.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
                channel.sent.notify_one();
            }
        }
    }

    /// A transport that panics gives no answer, and its caller must not wait for ever.
    impl Drop for Sender {
        fn drop(&mut self) {
            self.send(Err(Error::new(ErrorKind::Io, "the transport panicked")));
        }
    }

    impl Receiver {
        pub(super) fn receive(self) -> SendOutcome {
            let mut outcome = self.0.outcome.lock().unwrap_or_else(PoisonError::into_inner);
            loop {
                match outcome.take() {
                    Some(outcome) => return outcome,
                    None => outcome = self.0.sent.wait(outcome).unwrap_or_else(PoisonError::into_inner),
                }
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
