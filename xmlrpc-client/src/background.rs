//! The one thread on which blocking clients run async transports.

use crate::{CallContext, Error, ErrorKind, Transport, deadline::within, transport::blocking};
use bytes::Bytes;
use http::{Request, Response};
use std::{
    io,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    thread,
};
use tokio::runtime::{Builder, Handle};

/// An async transport as a blocking one: runs it on the background thread and waits.
pub(crate) struct BackgroundTransport(pub(crate) Arc<dyn Transport>);

impl blocking::Transport for BackgroundTransport {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let transport = Arc::clone(&self.0);
        let (sender, receiver) = oneshot::channel();
        runtime()?.spawn(async move {
            let (started, deadline) = (context.started, context.deadline);
            sender.send(within(started, deadline, transport.send(request, context)).await);
        });
        receiver.receive().unwrap_or_else(|| Err(Error::new(ErrorKind::Io, "the transport panicked")))
    }
}

/// Passes one value from the background thread to the caller, which sleeps until then.
///
/// std's channels are not used, because they spin before they sleep. That doubled the processor time of a
/// call.
mod oneshot {
    use std::sync::{Arc, Condvar, Mutex, PoisonError};

    struct Channel<T> {
        state: Mutex<ChannelState<T>>,
        changed: Condvar,
    }

    enum ChannelState<T> {
        Empty,
        Sent(T),
        Closed,
    }

    impl<T> Channel<T> {
        fn set(&self, state: ChannelState<T>) {
            *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
            self.changed.notify_one();
        }
    }

    pub(super) struct Sender<T>(Option<Arc<Channel<T>>>);
    pub(super) struct Receiver<T>(Arc<Channel<T>>);

    pub(super) fn channel<T>() -> (Sender<T>, Receiver<T>) {
        let channel = Arc::new(Channel { state: Mutex::new(ChannelState::Empty), changed: Condvar::new() });
        (Sender(Some(Arc::clone(&channel))), Receiver(channel))
    }

    impl<T> Sender<T> {
        pub(super) fn send(mut self, value: T) {
            if let Some(channel) = self.0.take() {
                channel.set(ChannelState::Sent(value));
            }
        }
    }

    /// If the sending side panics, it sends nothing. The receiver must not wait for ever then.
    impl<T> Drop for Sender<T> {
        fn drop(&mut self) {
            if let Some(channel) = self.0.take() {
                channel.set(ChannelState::Closed);
            }
        }
    }

    impl<T> Receiver<T> {
        /// Waits for the value. Returns `None` if the sender was dropped without sending one.
        pub(super) fn receive(self) -> Option<T> {
            let mut state = self.0.state.lock().unwrap_or_else(PoisonError::into_inner);
            loop {
                match std::mem::replace(&mut *state, ChannelState::Empty) {
                    ChannelState::Sent(value) => return Some(value),
                    ChannelState::Closed => return None,
                    ChannelState::Empty => {
                        state = self.0.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                    }
                }
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::blocking::Transport as _;

    #[test]
    fn a_transport_that_panics_is_an_error_and_not_a_caller_that_waits_for_ever() {
        let panics = |_: Request<Bytes>, _: CallContext| async { panic!("on purpose") };
        let transport = BackgroundTransport(Arc::new(panics));
        let error = transport.send(Request::new(Bytes::new()), CallContext::default()).unwrap_err();
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::Io, "the transport panicked".into()));
    }
}
