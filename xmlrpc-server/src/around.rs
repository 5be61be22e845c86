//! `Router::around`: functions that run around each method; `Next` runs what they are around.
use crate::{Reply, RequestContext, method_future::MethodFuture, panics::catch_panic, reply::Answer};
use std::{fmt, pin::Pin, sync::Arc, vec};
use xmlrpc_serde::Fault;

pub(crate) type BoxedAnswer = Pin<Box<dyn Future<Output = Answer> + Send>>;

/// A function that runs around each method.
#[derive(Clone)]
pub(crate) struct Around(Arc<AroundFunction>);

type AroundFunction = dyn Fn(&str, RequestContext, Next) -> BoxedAnswer + Send + Sync;

impl Around {
    pub(crate) fn new<F, Fut>(around: F) -> Self
    where
        F: Fn(&str, RequestContext, Next) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Outcome> + Send + 'static,
    {
        Self(Arc::new(move |method, context, next| {
            let outcome = around(method, context, next);
            Box::pin(async move { outcome.await.0 })
        }))
    }

    /// Runs the function. A panic becomes a fault, as one of the method does.
    async fn run(&self, method: &str, context: RequestContext, next: Next) -> Answer {
        let given = context.clone();
        let started = catch_panic(method, || context.clone().scope(|| self.0(method, given, next)))?;
        MethodFuture::from_future(method, context, started).await
    }
}

impl fmt::Debug for Around {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Around")
    }
}

/// Runs what a function [around](crate::Router::around) a method is around: the next such function, or the
/// method itself.
///
/// A function that drops it refuses the call: the method does not run, and its parameters are not read.
pub struct Next {
    method: String,
    /// The functions that are left, the outermost first.
    around: vec::IntoIter<Around>,
    /// Runs the method itself.
    run_method: RunMethod,
}

/// Runs a method in this context.
pub(crate) type RunMethod = Box<dyn FnOnce(RequestContext) -> BoxedAnswer + Send>;

impl Next {
    pub(crate) fn new(method: &str, around: Vec<Around>, run_method: RunMethod) -> Self {
        Self { method: method.to_owned(), around: around.into_iter(), run_method }
    }

    /// Runs the next function around the method, or the method itself, and returns its outcome.
    ///
    /// The method gets this context: the one that the function was given, or one with
    /// [further extensions](RequestContext::insert_extension).
    pub async fn run(self, context: RequestContext) -> Outcome {
        Outcome(self.answer(context).await)
    }

    pub(crate) async fn answer(mut self, context: RequestContext) -> Answer {
        match self.around.next() {
            Some(around) => {
                let method = self.method.clone();
                around.run(&method, context, self).await
            }
            None => (self.run_method)(context).await,
        }
    }
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next").field("method", &self.method).finish_non_exhaustive()
    }
}

/// How a call has ended, for a function [around](crate::Router::around) the method: with a reply, which has a
/// length, or with a fault.
///
/// The value of the reply is not in it: it was encoded when the method returned.
///
/// ```
/// use xmlrpc_serde::Fault;
/// use xmlrpc_server::Outcome;
/// let refused = Outcome::from(Fault::new(403, "not allowed"));
/// assert_eq!(refused.fault().map(|fault| fault.code), Some(403));
/// assert_eq!(refused.reply_bytes(), None);
/// ```
#[derive(Debug)]
#[must_use = "it is the answer to the call"]
pub struct Outcome(Answer);

impl Outcome {
    /// Returns the fault, or `None` if the method has returned a result.
    ///
    /// The fault of an error whose text is not for strangers has the error as its
    /// [`source`](std::error::Error::source), which is never written.
    #[must_use]
    pub const fn fault(&self) -> Option<&Fault> {
        match &self.0 {
            Ok(_) => None,
            Err(fault) => Some(fault),
        }
    }

    /// Returns how many bytes the encoded result has. `None` for a fault, and for a reply that is sent while
    /// it is made.
    #[must_use]
    pub fn reply_bytes(&self) -> Option<usize> {
        self.0.as_ref().ok().and_then(Reply::len)
    }

    /// Replaces the fault by another one. A reply stays as it is.
    pub fn map_fault(self, change: impl FnOnce(Fault) -> Fault) -> Self {
        Self(self.0.map_err(change))
    }
}

/// Refuses a call, or answers it with another fault.
impl From<Fault> for Outcome {
    fn from(fault: Fault) -> Self {
        Self(Err(fault))
    }
}
