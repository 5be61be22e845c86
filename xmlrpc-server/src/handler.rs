//! A method, free of its types.
use crate::{Reply, Request};
use std::{fmt, pin::Pin, sync::Arc};
use xmlrpc_serde::Fault;

pub(crate) type Answer = Result<Reply, Fault>;
pub(crate) type AsyncHandler = dyn Fn(Request) -> Pin<Box<dyn Future<Output = Answer> + Send>> + Send + Sync;
pub(crate) type BlockingHandler = dyn Fn(Request) -> Answer + Send + Sync;

/// A method, free of its types.
#[derive(Clone)]
pub(crate) enum Handler {
    /// Runs as a future.
    Async(Arc<AsyncHandler>),
    /// Runs on a thread for blocking work.
    Blocking(Arc<BlockingHandler>),
}

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Async(_) => "Async",
            Self::Blocking(_) => "Blocking",
        })
    }
}
