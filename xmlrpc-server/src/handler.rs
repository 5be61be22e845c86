//! A method, free of its types.
use crate::{Request, UncheckedRequest, reply::Answer};
use std::{fmt, future::ready, pin::Pin, sync::Arc};

pub(crate) type AsyncHandler =
    dyn Fn(UncheckedRequest) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync;
pub(crate) type BlockingHandler = dyn Fn(UncheckedRequest) -> Answer + Send + Sync;

/// A method, free of its types.
#[derive(Clone)]
pub(crate) enum Handler {
    /// Runs as a future.
    Async(Arc<AsyncHandler>),
    /// Runs on a thread for blocking work.
    Blocking(Arc<BlockingHandler>),
}

impl Handler {
    /// What reads its parameters itself, or none: the document is checked before.
    pub(crate) fn checked_async<F, Fut>(run: F) -> Self
    where
        F: Fn(Request) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Answer> + Send + 'static,
    {
        Self::Async(Arc::new(move |request: UncheckedRequest| match request.check() {
            Ok(request) => Box::pin(run(request)),
            Err(fault) => Box::pin(ready(Err(fault))),
        }))
    }

    /// The same for what blocks.
    pub(crate) fn checked_blocking(run: impl Fn(Request) -> Answer + Send + Sync + 'static) -> Self {
        Self::Blocking(Arc::new(move |request: UncheckedRequest| run(request.check()?)))
    }
}

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Async(_) => "Async",
            Self::Blocking(_) => "Blocking",
        })
    }
}
