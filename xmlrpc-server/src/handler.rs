//! `Handler`: a method without its types.
use crate::{Request, UncheckedRequest, reply::Answer};
use std::{fmt, future::ready, pin::Pin, sync::Arc};

pub(crate) type AsyncHandler =
    dyn Fn(UncheckedRequest) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync;
pub(crate) type BlockingHandler = dyn Fn(UncheckedRequest) -> Answer + Send + Sync;

/// A method without its types: a request in, an answer out.
///
/// ```text
/// |a: i32, b: i32| async move { Ok(a + b) }     what you write
///    │ function.rs: the macro knows the types
///    ▼
/// |request: UncheckedRequest| {                 what the table of methods holds
///     let (a, b) = read two i32 from the request, which checks the document to its end
///     let sum = your function(a, b)
///     encode sum for the request                 (Reply)
/// }
/// ```
///
/// Reading and encoding happen inside the handler, so no value of the method's types ever leaves it.
#[derive(Clone)]
pub(crate) enum Handler {
    /// Runs as a future on the request's task.
    Async(Arc<AsyncHandler>),
    /// Runs on a thread for blocking work.
    Blocking(Arc<BlockingHandler>),
}

impl Handler {
    /// A handler that gets a [`Request`], whose document was checked to its end.
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

    /// A blocking handler that gets a [`Request`], whose document was checked to its end.
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
