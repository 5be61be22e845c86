//! Reading a long document on a thread for blocking work, so that the other requests of the async thread do
//! not wait for it.
use crate::{faults::panicked, panics::catch_panic};
use tokio::runtime::Handle;
use tracing::Span;
use xmlrpc_serde::Fault;

/// A document longer than this takes milliseconds to read.
const MAX_INLINE_DOCUMENT: usize = 1 << 20;

/// Returns whether a document of this length is read on a thread for blocking work. Without a tokio runtime
/// there is no such thread.
pub(crate) fn is_read_elsewhere(length: usize) -> bool {
    length > MAX_INLINE_DOCUMENT && Handle::try_current().is_ok()
}

/// Reads something of a document of this length. The method is for the log, if the reading panics.
pub(crate) async fn read<T: Send + 'static>(
    length: usize,
    method: &str,
    read: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    if !is_read_elsewhere(length) {
        return catch_panic(method, read);
    }
    let (name, span) = (method.to_owned(), Span::current());
    let thread = tokio::task::spawn_blocking(move || span.in_scope(|| catch_panic(&name, read)));
    thread.await.unwrap_or_else(|error| Err(panicked(method, &error.to_string())))
}
