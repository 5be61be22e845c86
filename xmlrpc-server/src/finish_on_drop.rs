//! `FinishOnDrop`: a call that finishes although its caller has dropped it.
use crate::connection_state::ConnectionState;
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::runtime::Handle;

/// A call that has started. If its caller drops it, it finishes in a task of its own, and learns that its
/// client has gone away.
///
/// Servers such as axum drop the future of a response when the client closes its connection. A method must
/// not end in the middle of its work for that reason.
pub(crate) struct FinishOnDrop<T: Send + 'static> {
    /// `None` once it has finished.
    call: Option<Pin<Box<dyn Future<Output = T> + Send>>>,
    connection: Arc<ConnectionState>,
}

impl<T: Send + 'static> FinishOnDrop<T> {
    pub(crate) fn new(
        call: impl Future<Output = T> + Send + 'static,
        connection: Arc<ConnectionState>,
    ) -> Self {
        Self { call: Some(Box::pin(call)), connection }
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
        self.connection.abandonment.report();
        // It has not begun, and gives its place in the queue back.
        if self.connection.call_waits() {
            return;
        }
        // Outside a runtime nothing can run it.
        if let Ok(runtime) = Handle::try_current() {
            tracing::debug!("the client of a call has gone away: the call finishes without it");
            runtime.spawn(call);
        }
    }
}
