//! `Router::client`: clients without a socket.
use crate::Router;
use bytes::Bytes;
use http::{Request, Response};
use std::sync::{Arc, mpsc};
use tokio::runtime::Runtime;
use xmlrpc_client::{CallContext, Client, Error, ErrorKind, Transport, TransportFuture, blocking};

/// What requests are addressed to; it is never looked up.
const URL: &str = "http://router.invalid/RPC2";

impl Router {
    /// A client of this router in the same process: what a test needs, and no port.
    ///
    /// Its requests go through all that HTTP requests go through, limits and refusals included. For a client with
    /// settings give the [`transport`](Self::transport) to its builder.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc_client::Result<()> {
    /// let client = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).client();
    /// let sum: i32 = client.call("add", (2, 3)).await?;
    /// assert_eq!(sum, 5);
    /// # Ok(()) }
    /// ```
    ///
    /// # Panics
    ///
    /// Never: the only setting is a url that is known to be right.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::builder(URL).transport(self.transport()).build().expect("the url and the transport are right")
    }

    /// The same for code that blocks. The router runs on a thread of its own, which ends with the last clone of the client.
    ///
    /// # Panics
    ///
    /// When the operating system gives no thread.
    #[must_use]
    pub fn blocking_client(&self) -> blocking::Client {
        let transport = BlockingInProcess::new(self.clone());
        blocking::Client::builder(URL)
            .transport(transport)
            .build()
            .expect("the url and the transport are right")
    }

    /// The router as the transport of a client in the same process, for `Client::builder(url).transport(…)` with any http url.
    #[must_use]
    pub fn transport(&self) -> InProcess {
        InProcess(self.clone())
    }

    /// The same for a blocking client: see [`blocking_client`](Self::blocking_client).
    ///
    /// # Panics
    ///
    /// When the operating system gives no thread.
    #[must_use]
    pub fn blocking_transport(&self) -> BlockingInProcess {
        BlockingInProcess::new(self.clone())
    }
}

/// A [`Router`] as a [`Transport`].
#[derive(Clone, Debug)]
pub struct InProcess(Router);

impl Transport for InProcess {
    fn send(&self, request: Request<Bytes>, _: CallContext) -> TransportFuture<'_> {
        Box::pin(async move { Ok(self.0.respond_bytes(request).await) })
    }
}

/// A [`Router`] as a [`blocking::Transport`], with a thread that runs it.
#[derive(Clone, Debug)]
pub struct BlockingInProcess {
    router: Router,
    thread: Arc<RouterThread>,
}

/// A runtime of one thread.
#[derive(Debug)]
struct RouterThread {
    /// Always there until the drop.
    runtime: Option<Runtime>,
}

impl BlockingInProcess {
    fn new(router: Router) -> Self {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).enable_all().thread_name("xmlrpc-router").build();
        let runtime = Some(runtime.expect("a thread for the router"));
        Self { router, thread: Arc::new(RouterThread { runtime }) }
    }
}

impl blocking::Transport for BlockingInProcess {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let (sender, receiver) = mpsc::sync_channel(1);
        let router = self.router.clone();
        if let Some(runtime) = &self.thread.runtime {
            runtime.spawn(async move { sender.send(router.respond_bytes(request).await) });
        }
        let response = match context.time_left() {
            None => receiver.recv().map_err(|_| false),
            Some(time) => {
                receiver.recv_timeout(time).map_err(|error| matches!(error, mpsc::RecvTimeoutError::Timeout))
            }
        };
        response.map_err(|late| {
            if late {
                Error::new(ErrorKind::Timeout, "the call took too long")
            } else {
                Error::new(ErrorKind::Io, "the router ended")
            }
        })
    }
}

impl Drop for RouterThread {
    /// A runtime must not be dropped where async code runs, and a client may be.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
