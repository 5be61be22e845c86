//! `Router::client`: clients that call a router in the same process, without a socket.
use crate::Router;
use http::{Request, Response};
use std::sync::{
    Arc,
    mpsc::{self, RecvTimeoutError},
};
use tokio::runtime::Runtime;
use xmlrpc_client::{Body, CallContext, Client, Error, ErrorKind, Transport, TransportFuture, blocking};

/// The address of the requests. It is never looked up.
const URL: &str = "http://router.invalid/RPC2";

/// Clients without a socket, with the feature `client`.
impl Router {
    /// Creates an async client of this router in the same process, for tests or for code that may call a
    /// server here or elsewhere.
    ///
    /// Its requests are treated like HTTP requests: limits and refusals apply. For a client with settings,
    /// hand [`transport`](Self::transport) to its builder.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).build()?;
    /// let client = router.client();
    /// let sum: i32 = client.call("add", (2, 3)).await?;
    /// assert_eq!(sum, 5);
    /// # Ok(()) }
    /// ```
    ///
    /// [`build`](Self::build) reports the mistakes of a router. Without it, each call of a router with
    /// mistakes gets a fault (-32603), and the first one logs them.
    ///
    /// # Panics
    ///
    /// Never: the only setting is a url that is known to be valid.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::builder(URL).transport(self.transport()).build().expect("the url is valid")
    }

    /// Creates a blocking client of this router in the same process.
    ///
    /// The router runs on a thread of its own, which ends with the last clone of the client. So the client
    /// needs no runtime. For a client with settings, hand [`blocking_transport`](Self::blocking_transport) to
    /// its builder.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// let client = Router::new().function("add", |a: i32, b: i32| Ok(a + b)).blocking_client();
    /// let sum: i32 = client.call("add", (2, 3))?;
    /// assert_eq!(sum, 5);
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Panics
    ///
    /// Panics if the operating system cannot start a thread.
    #[must_use]
    pub fn blocking_client(&self) -> blocking::Client {
        let transport = self.blocking_transport();
        blocking::Client::builder(URL).transport(transport).build().expect("the url is valid")
    }

    /// Creates a transport to this router, for an async client with settings. The client's url can be any
    /// http url; methods see its path.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use xmlrpc_client::Client;
    /// # use xmlrpc_server::Router;
    /// # let router = Router::new();
    /// let client = Client::builder("http://router.invalid/RPC2")
    ///     .timeout(Duration::from_secs(1))
    ///     .transport(router.transport())
    ///     .build()?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    #[must_use]
    pub fn transport(&self) -> InProcess {
        InProcess(self.clone())
    }

    /// Creates a transport to this router, for a blocking client with settings: see
    /// [`blocking_client`](Self::blocking_client).
    ///
    /// # Panics
    ///
    /// Panics if the operating system cannot start a thread.
    #[must_use]
    pub fn blocking_transport(&self) -> BlockingInProcess {
        BlockingInProcess::new(self.clone())
    }
}

/// A [`Router`] as the [`Transport`] of an async client. [`Router::transport`] makes it.
#[derive(Clone, Debug)]
pub struct InProcess(Router);

impl Transport for InProcess {
    fn send(&self, request: Request<Body>, _: CallContext) -> TransportFuture<'_> {
        Box::pin(async move {
            let response = self.0.respond(request).await;
            // Rows go on to the client as they come.
            Ok(response.map(|body| match body.as_bytes() {
                Some(bytes) => Body::from(bytes.clone()),
                None => Body::wrap(body),
            }))
        })
    }
}

/// A [`Router`] as the [`blocking::Transport`] of a blocking client, with a thread that runs it.
/// [`Router::blocking_transport`] makes it.
#[derive(Clone, Debug)]
pub struct BlockingInProcess {
    router: Router,
    thread: Arc<RouterThread>,
}

/// The thread that runs a router: a tokio runtime with one thread.
#[derive(Debug)]
struct RouterThread {
    /// `None` only while it is dropped.
    runtime: Option<Runtime>,
}

impl BlockingInProcess {
    fn new(router: Router) -> Self {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).enable_all().thread_name("xmlrpc-router").build();
        let runtime = Some(runtime.expect("the operating system starts a thread"));
        Self { router, thread: Arc::new(RouterThread { runtime }) }
    }
}

impl blocking::Transport for BlockingInProcess {
    fn send(
        &self,
        request: Request<blocking::Body>,
        context: CallContext,
    ) -> Result<Response<blocking::Body>, Error> {
        let (parts, body) = request.into_parts();
        let request = Request::from_parts(parts, body.collect(u64::MAX)?);
        let (sender, receiver) = mpsc::sync_channel(1);
        let router = self.router.clone();
        if let Some(runtime) = &self.thread.runtime {
            runtime.spawn(async move { sender.send(router.respond_bytes(request).await) });
        }
        let response = match context.time_left() {
            None => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(time) => receiver.recv_timeout(time),
        };
        response.map(|response| response.map(blocking::Body::from)).map_err(|error| match error {
            RecvTimeoutError::Timeout => Error::new(ErrorKind::Timeout, "no reply within the call's timeout"),
            RecvTimeoutError::Disconnected => {
                Error::new(ErrorKind::Io, "the thread of the router ended before the call")
            }
        })
    }
}

impl Drop for RouterThread {
    /// tokio panics if a runtime is dropped in async code, where a client may well be dropped. A shutdown in
    /// the background is allowed there.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
