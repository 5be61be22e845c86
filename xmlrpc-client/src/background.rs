//! The one thread on which blocking clients run async transports.

use crate::{CallContext, Error, ErrorKind, Transport, deadline::within, transport::blocking};
use bytes::Bytes;
use http::{Request, Response};
use mailbox::{Message, channel};
use std::{
    io,
    sync::{Arc, Mutex, OnceLock, PoisonError},
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
/// progress runs here, and the body is decompressed by the exchange.
///
/// ```text
/// calling thread:     send ──► sleeps ──► calls the user's function ──► sleeps ──► returns
///                       │                ▲                                        ▲
///                       ▼                │ progress                               │ the response
/// background thread:  spawns the transport ───────────────────────────────────────┘
/// ```
pub(crate) struct BackgroundTransport(pub(crate) Arc<dyn Transport>);

/// How much later than the background thread the calling thread notices that the timeout has passed. The
/// background thread knows better what went wrong, but it may not be there: a forked process has none.
const GRACE: Duration = Duration::from_millis(100);

impl blocking::Transport for BackgroundTransport {
    fn send(&self, request: Request<Bytes>, mut context: CallContext) -> Result<Response<Bytes>, Error> {
        let transport = Arc::clone(&self.0);
        let (sender, receiver) = channel();
        let (started, deadline, phase) = (context.started, context.deadline, context.phase.clone());
        let timed_out = move || {
            let waited = started.map_or(Duration::ZERO, |started| started.elapsed());
            Error::timed_out("call", waited, phase.get())
        };
        let callback = context.progress.take();
        if callback.is_some() {
            let sender = sender.clone();
            context.progress = Some(Arc::new(move |progress| sender.report(progress)));
        }
        context.keep_compressed = true;
        let late = timed_out.clone();
        let task = runtime()?.spawn(async move {
            sender.finish(within(deadline, transport.send(request, context), late).await);
        });
        // If the user's function panics, or the timeout passes here, the transport's work ends too.
        let _task = AbortOnDrop(task.abort_handle());
        let last = deadline.and_then(|deadline| deadline.checked_add(GRACE));
        loop {
            match receiver.receive(last) {
                Message::Progress(progress) => {
                    if let Some(callback) = &callback {
                        callback(progress);
                    }
                }
                Message::Finished(result) => return result,
                Message::Closed => return Err(Error::new(ErrorKind::Io, "the transport panicked")),
                Message::DeadlinePassed => return Err(timed_out()),
            }
        }
    }
}

/// Gives a task up when it is dropped.
struct AbortOnDrop(AbortHandle);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Passes the progress and the result from the background thread to the caller, which sleeps in between.
///
/// std's channels are not used, because they spin before they sleep. That doubled the processor time of a
/// call.
mod mailbox {
    use crate::{Error, Progress, deadline::Instant};
    use bytes::Bytes;
    use http::Response;
    use std::{
        collections::VecDeque,
        sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    };

    type SendResult = Result<Response<Bytes>, Error>;

    #[derive(Default)]
    struct Mailbox {
        state: Mutex<MailboxState>,
        changed: Condvar,
    }

    #[derive(Default)]
    struct MailboxState {
        progress: VecDeque<Progress>,
        result: Option<SendResult>,
        closed: bool,
    }

    impl Mailbox {
        fn state(&self) -> MutexGuard<'_, MailboxState> {
            self.state.lock().unwrap_or_else(PoisonError::into_inner)
        }

        fn change(&self, change: impl FnOnce(&mut MailboxState)) {
            change(&mut self.state());
            self.changed.notify_one();
        }
    }

    /// What the caller is woken for.
    pub(super) enum Message {
        Progress(Progress),
        Finished(SendResult),
        /// The sending side ended without a result.
        Closed,
        DeadlinePassed,
    }

    /// The side of the task. Its clones report progress.
    pub(super) struct Sender {
        mailbox: Arc<Mailbox>,
        /// If the task panics, it has no result. The receiver must not wait for ever then.
        closes: bool,
    }

    pub(super) struct Receiver(Arc<Mailbox>);

    pub(super) fn channel() -> (Sender, Receiver) {
        let mailbox = Arc::<Mailbox>::default();
        (Sender { mailbox: Arc::clone(&mailbox), closes: true }, Receiver(mailbox))
    }

    impl Clone for Sender {
        fn clone(&self) -> Self {
            Self { mailbox: Arc::clone(&self.mailbox), closes: false }
        }
    }

    impl Sender {
        pub(super) fn report(&self, progress: Progress) {
            self.mailbox.change(|state| state.progress.push_back(progress));
        }

        pub(super) fn finish(self, result: SendResult) {
            self.mailbox.change(|state| state.result = Some(result));
        }
    }

    impl Drop for Sender {
        fn drop(&mut self) {
            if self.closes {
                self.mailbox.change(|state| state.closed = true);
            }
        }
    }

    impl Receiver {
        /// Waits for the next message. Reports come before the result. After the deadline only the result
        /// counts, so that slow functions for progress do not add up.
        pub(super) fn receive(&self, deadline: Option<Instant>) -> Message {
            let mut state = self.0.state();
            loop {
                let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
                let passed = left.is_some_and(|left| left.is_zero());
                if !passed && let Some(progress) = state.progress.pop_front() {
                    return Message::Progress(progress);
                }
                if let Some(result) = state.result.take() {
                    return Message::Finished(result);
                }
                if state.closed {
                    return Message::Closed;
                }
                if passed {
                    return Message::DeadlinePassed;
                }
                let changed = &self.0.changed;
                state = match left {
                    Some(left) => changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0,
                    None => changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                };
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
    use crate::deadline::Instant;
    use crate::transport::blocking::Transport as _;

    #[test]
    fn a_transport_that_panics_is_an_error_and_not_a_caller_that_waits_for_ever() {
        let panics = |_: Request<Bytes>, _: CallContext| async { panic!("on purpose") };
        let transport = BackgroundTransport(Arc::new(panics));
        let error = transport.send(Request::new(Bytes::new()), CallContext::default()).unwrap_err();
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::Io, "the transport panicked".into()));
    }

    /// After `fork` the background thread does not exist in the child. Here it is busy, which the calling
    /// thread cannot tell from that.
    #[test]
    fn a_timeout_holds_without_the_background_thread() {
        let busy = |_: Request<Bytes>, _: CallContext| async {
            thread::sleep(Duration::from_secs(2));
            Ok(Response::new(Bytes::new()))
        };
        let transport = BackgroundTransport(Arc::new(busy));
        let now = Instant::now();
        let deadline = now.checked_add(Duration::from_millis(200));
        let context = CallContext { started: Some(now), deadline, ..CallContext::default() };
        let error = transport.send(Request::new(Bytes::new()), context).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert!(now.elapsed() < Duration::from_secs(1), "{:?}", now.elapsed());
    }
}
