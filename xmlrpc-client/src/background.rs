//! The background thread: async transports for the blocking client.

use crate::{CallContext, Error, ErrorKind, Transport, blocking, client::within};
use bytes::Bytes;
use http::{Request, Response};
use std::{
    io,
    sync::{Arc, Mutex, OnceLock, PoisonError, mpsc},
    thread,
};
use tokio::runtime::{Builder, Handle};

/// An async transport that a blocking client waits for.
pub(crate) struct Background(pub(crate) Arc<dyn Transport>);

impl blocking::Transport for Background {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let transport = Arc::clone(&self.0);
        let (answer, answered) = mpsc::sync_channel(1);
        runtime()?.spawn(async move {
            let deadline = context.deadline();
            // The caller waits for exactly this, so it is there to take it.
            let _ = answer.send(within(deadline, transport.send(request, context)).await);
        });
        answered.recv().unwrap_or_else(|_| Err(Error::new(ErrorKind::Io, "the transport panicked")))
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
