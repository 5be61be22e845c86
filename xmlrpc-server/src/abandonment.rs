//! `Abandonment`: reports to the running calls that their client has gone away; `FinishOnDrop` lets a call
//! finish whose caller has dropped it.
use std::{
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{
            AtomicBool,
            Ordering::{Acquire, Release},
        },
    },
    task::{Context, Poll},
};
use tokio::{runtime::Handle, sync::Notify};

/// Reports that a client has gone away. The calls of a connection share one.
#[derive(Debug, Default)]
pub(crate) struct Abandonment {
    reported: AtomicBool,
    notify: Notify,
}

impl Abandonment {
    pub(crate) fn report(&self) {
        self.reported.store(true, Release);
        self.notify.notify_waiters();
    }

    pub(crate) fn is_reported(&self) -> bool {
        self.reported.load(Acquire)
    }

    /// Waits for the report.
    pub(crate) async fn reported(&self) {
        let mut notified = pin!(self.notify.notified());
        // From here on no report is missed, also one between the question and the wait.
        notified.as_mut().enable();
        if !self.is_reported() {
            notified.await;
        }
    }
}

/// A call that has started. If its caller drops it, it finishes in a task of its own, and learns that its
/// client has gone away.
///
/// Servers such as axum drop the future of a response when the client closes its connection. A method must
/// not end in the middle of its work for that reason.
pub(crate) struct FinishOnDrop<T: Send + 'static> {
    /// `None` once it has finished.
    call: Option<Pin<Box<dyn Future<Output = T> + Send>>>,
    abandonment: Arc<Abandonment>,
}

impl<T: Send + 'static> FinishOnDrop<T> {
    pub(crate) fn new(call: impl Future<Output = T> + Send + 'static, abandonment: Arc<Abandonment>) -> Self {
        Self { call: Some(Box::pin(call)), abandonment }
    }
}

impl<T: Send + 'static> Future for FinishOnDrop<T> {
    type Output = T;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let Some(call) = &mut self.call else { return Poll::Pending };
        let poll = call.as_mut().poll(cx);
        if poll.is_ready() {
            self.call = None;
        }
        poll
    }
}

impl<T: Send + 'static> Drop for FinishOnDrop<T> {
    fn drop(&mut self) {
        let Some(call) = self.call.take() else { return };
        self.abandonment.report();
        // Outside a runtime nothing can run it.
        if let Ok(runtime) = Handle::try_current() {
            tracing::debug!("the client of a call has gone away: the call finishes without it");
            runtime.spawn(call);
        }
    }
}
