//! The async `Client` and its `CallFuture`.

#[cfg(feature = "reqwest-0_13")]
use crate::http::HttpTransport;
use crate::{
    AsyncCaller, Body, CallContext, CallOptions, Caller, Envelope, Error, Method, Multicall, Plain, Replies,
    Result, Transport,
    builder::{Builder, broken_settings},
    call_observer::CallObserver,
    collect::collect,
    deadline::sleep,
    download,
    exchange::{Driven, Exchange, Step},
    incoming::Incoming,
    multicall::batch_exchange::{BatchExchange, batch_ended},
    payload::{Payload, within},
    raw,
    reply::Reply,
    rows::{self, RowsCaller, RowsFuture},
    sending::{self, Sending},
    settings::Settings,
    streaming, url_transport,
};
use bytes::Bytes;
use serde_core::{Serialize, de::DeserializeOwned};
use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio::io::AsyncWrite;

/// Builder for an async [`Client`].
///
/// [`Builder`] documents the settings.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use std::time::Duration;
/// use xmlrpc::Client;
///
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .timeout(Duration::from_secs(5))
///     .basic_auth("user", "password")
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub type ClientBuilder = Builder<Arc<dyn Transport>>;

/// The async client. It makes calls over the transport that the url picks.
///
/// | url | transport |
/// |---|---|
/// | `http://host/path`, `https://…` | HTTP; without a path the call goes to `/RPC2` |
/// | `http+unix://%2Frun%2Fs.sock/RPC2`, `unix:///run/s.sock` | HTTP over a unix socket |
/// | `scgi://host:port`, `scgi:///path/to.sock` | SCGI, as rTorrent speaks it |
/// | anything else | yours: [`ClientBuilder::transport`] |
///
/// `user:password@` in the url becomes basic auth. A client is cheap to clone, and its clones share their
/// connections.
///
/// The transports behind urls need a tokio runtime with its I/O and time drivers (`enable_all`). A transport
/// of your own needs no runtime. If its calls are awaited outside a runtime, the transport must keep the
/// timeout itself.
///
/// ```no_run
/// # use xmlrpc_client as xmlrpc;
/// # async fn run() -> xmlrpc_client::Result<()> {
/// let client = xmlrpc::Client::new("http://betty.userland.com/RPC2")?;
/// let state: String = client.call("examples.getStateName", (41,)).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    settings: Arc<Settings>,
    transport: Arc<dyn Transport>,
}

impl Client {
    /// Creates a client for `url` with the default settings, which [`Builder`] documents. Nothing is
    /// connected yet.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) if the url cannot be used.
    pub fn new(url: &str) -> Result<Self> {
        Self::builder(url).build()
    }

    /// Creates a client for `url` with the default settings, without a `Result`. If the url cannot be used,
    /// each call fails with [`ErrorKind::Config`](crate::ErrorKind::Config).
    ///
    /// It is for constructors that return `Self`, and for urls that are constants.
    ///
    /// ```
    /// # use xmlrpc_client::Client;
    /// struct Server(Client);
    ///
    /// impl Server {
    ///     fn new(url: &str) -> Self {
    ///         Self(Client::lazy(url))
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn lazy(url: impl Into<String>) -> Self {
        Self::builder(url).build().unwrap_or_else(|error| {
            // Nothing is ever sent, because each call reports the error first.
            let nowhere = |_: http::Request<Body>, _: CallContext| async {
                Err::<http::Response<Body>, _>(Error::config("the client could not be built"))
            };
            Self::from_parts(broken_settings(error), Arc::new(nowhere))
        })
    }

    /// Starts building a client for `url`.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(url.into())
    }

    pub(crate) fn from_parts(settings: Settings, transport: Arc<dyn Transport>) -> Self {
        Self { settings: Arc::new(settings), transport }
    }

    /// Calls a method by its name.
    ///
    /// `params` is a tuple (`(1, "x")`; one parameter is `(1,)`), a sequence, or `()` for no parameters. The
    /// result can be any type that implements serde's `Deserialize`.
    ///
    /// The parameters are encoded at once. The call is sent when the future is awaited.
    ///
    /// # Errors
    /// The future resolves to an [`Error`] of any [`ErrorKind`](crate::ErrorKind), except
    /// [`Multicall`](crate::ErrorKind::Multicall).
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, method: &str, params: P) -> CallFuture<R, Error> {
        Caller::call::<P, Plain<R>, R, Error>(self, &Method::new(method), &params)
    }

    /// Calls a method whose result is an array, and reads its elements one by one as they arrive.
    ///
    /// It is for lists that are too long to be in memory, or whose first elements are wanted before the last.
    /// The future is ready when the array has begun; [`Rows`](crate::Rows) says what its items mean.
    /// `params` is as for [`call`](Self::call).
    ///
    /// ```
    /// # use xmlrpc_client::{Client, testing::Canned};
    /// # let canned = Canned::new().value("list", &["a", "b"]);
    /// # let client = Client::builder("http://test/").transport(canned).build()?;
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    /// # runtime.block_on(async {
    /// let mut rows = client.rows::<_, String>("list", ()).await?;
    /// while let Some(row) = rows.next().await {
    ///     println!("{}", row?);
    /// }
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// # })?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// The future resolves to an [`Error`] as that of a call. A fault, and a result that is not an array, is found
    /// before any row.
    pub fn rows<P: Serialize, T: DeserializeOwned>(&self, method: &str, params: P) -> RowsFuture<T> {
        self.rows_at(method, params, "")
    }

    /// Calls a method, and reads the elements of an array inside its result one by one as they arrive.
    ///
    /// The path is written as errors show it: `items`, `[2]`, `pages[0]["a b"]`. Values beside the array are
    /// passed over.
    ///
    /// # Errors
    /// Those of [`rows`](Self::rows), and [`ErrorKind::Config`](crate::ErrorKind::Config) for a path that is
    /// malformed.
    pub fn rows_at<P: Serialize, T: DeserializeOwned>(
        &self,
        method: &str,
        params: P,
        path: &str,
    ) -> RowsFuture<T> {
        let transport = Arc::clone(&self.transport);
        rows::open(&self.settings, transport, &Method::new(method), &params, path, None)
    }

    /// Calls a method whose result is one `<base64>` or `<string>`, and writes its bytes to `writer` as they
    /// arrive. Returns how many there were.
    ///
    /// It is for results that are too long to be in memory, such as a backup. A string is written as UTF-8.
    /// `params` is as for [`call`](Self::call).
    ///
    /// The call's timeout holds up to the head of the response. After that,
    /// [`stall_timeout`](crate::Builder::stall_timeout) limits the time in which nothing arrives.
    ///
    /// ```
    /// # use xmlrpc_client::{Client, testing::Canned};
    /// # let canned = Canned::new().value("backup", &xmlrpc_serde::Base64(b"all of it".to_vec()));
    /// # let client = Client::builder("http://test/").transport(canned).build()?;
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    /// # runtime.block_on(async {
    /// let mut file = Vec::new(); // or a `tokio::fs::File`
    /// assert_eq!(client.download("backup", (), &mut file).await?, 9);
    /// assert_eq!(file, b"all of it");
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// # })?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// The future resolves to an [`Error`] as that of a call. A fault writes nothing. After any other error `writer` may hold a part of the bytes, and the error
    /// says how many.
    pub fn download<'w, P: Serialize, W: AsyncWrite + Unpin + Send + 'w>(
        &self,
        method: &str,
        params: P,
        writer: W,
    ) -> Pin<Box<dyn Future<Output = Result<u64>> + Send + 'w>> {
        let transport = Arc::clone(&self.transport);
        download::download(&self.settings, transport, &Method::new(method), &params, writer)
    }

    /// Sends a document as it is, and returns the response as it comes in, whatever its status.
    ///
    /// It is for proxies and tools, which have the document already. `document` is text, bytes, or a [`Body`]
    /// that streams. The client's headers, redirects and retries apply; its options and leading parameters do
    /// not, because nothing is encoded. The body of the response is decompressed. It has no limit of size
    /// unless [`max_response_bytes`](crate::Builder::max_response_bytes) is set.
    ///
    /// The call's timeout holds up to the head of the response. After that,
    /// [`stall_timeout`](crate::Builder::stall_timeout) limits the time in which nothing arrives.
    ///
    /// ```
    /// # use xmlrpc_client::{Client, testing::Canned};
    /// # let canned = Canned::new().value("ping", "pong");
    /// # let client = Client::builder("http://test/").transport(canned).build()?;
    /// let document = "<methodCall><methodName>ping</methodName><params/></methodCall>";
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    /// # runtime.block_on(async {
    /// let response = client.raw(document).await?;
    /// assert_eq!(response.status(), 200);
    /// let reply = response.into_body().collect(1 << 20).await?;
    /// # assert!(reply.ends_with(b"</methodResponse>"));
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// # })?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// An [`Error`] if there is no response. A fault is not an error here, nor is a status such as 404.
    pub fn raw(
        &self,
        document: impl Into<Body>,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Body>>> + Send>> {
        let transport = Arc::clone(&self.transport);
        let (document, payload) = match document.into().try_into_bytes() {
            Ok(document) => (document, Payload::Document),
            Err(stream) => (Bytes::new(), Payload::stream(stream)),
        };
        let exchange = Exchange::raw(&self.settings, document, payload);
        Box::pin(async move {
            let open = |incoming: Incoming<Body>| std::future::ready(Ok(raw::response(incoming)));
            streaming::open(transport, exchange?, open).await
        })
    }

    /// Returns a client that makes its calls with other options. It shares this client's connections.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use xmlrpc_client::{CallOptions, Client};
    /// let client = Client::new("http://localhost:9001/RPC2")?;
    /// let patient = client.with_options(CallOptions::new().timeout(Duration::from_secs(300)));
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    #[must_use]
    pub fn with_options(&self, options: CallOptions) -> Self {
        Self {
            settings: Arc::new(self.settings.with_options(options)),
            transport: Arc::clone(&self.transport),
        }
    }

    /// Returns a client that puts these parameters in front of every call's own: a session key, aria2's
    /// token, Odoo's `(db, uid, password)`.
    ///
    /// They are encoded once, here. They replace the leading parameters that this client has, if any.
    ///
    /// ```
    /// # use xmlrpc_client::Client;
    /// let aria2 = Client::new("http://localhost:6800/rpc")?.with_leading_params(("token:secret",))?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode) if a parameter cannot be written as XML-RPC.
    pub fn with_leading_params<P: Serialize>(&self, params: P) -> Result<Self> {
        let settings = Arc::new(self.settings.with_leading_params(&params)?);
        Ok(Self { settings, transport: Arc::clone(&self.transport) })
    }

    /// Creates an empty batch with this client's format options and leading parameters. Fill it with calls,
    /// then [`send`](Self::send) it.
    #[must_use]
    pub fn multicall(&self) -> Multicall {
        Multicall::for_settings(&self.settings)
    }

    /// Sends a batch in one request, or in several if [`Multicall::chunk_size`] is set.
    ///
    /// # Errors
    /// If the first request fails, the future resolves to its error, which can be of any
    /// [`ErrorKind`](crate::ErrorKind). If a later request fails, its error is that of its slots and of all
    /// slots after them.
    ///
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) if the batch has other leading parameters than this
    /// client, or options that write values otherwise.
    pub fn send(&self, batch: Multicall) -> impl Future<Output = Result<Replies>> + Send + 'static {
        let (settings, transport) = (Arc::clone(&self.settings), Arc::clone(&self.transport));
        async move {
            let mut batch = BatchExchange::new(&settings, batch)?;
            let mut observer = batch.observe();
            let sending = Box::pin(async move {
                while let Some(exchange) = batch.next_exchange()? {
                    let driven = drive(Arc::clone(&transport), exchange).await;
                    batch.after_exchange(driven)?;
                }
                Ok(batch)
            });
            let result = InSpan { observer: &observer, run: sending }.await;
            batch_ended(&mut observer, result)
        }
    }
}

impl Builder<Arc<dyn Transport>> {
    /// Sends calls over a transport of your own, whatever the url says. Default: the url picks the transport.
    ///
    /// Use it for tests, for other protocols below XML-RPC, and for HTTP stacks other than reqwest. See
    /// [`Transport`] for an example.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sends calls with a reqwest client of your own. Default: a reqwest client that is created for this
    /// client.
    ///
    /// Use it to share a connection pool with other parts of a program, or for settings of reqwest that this
    /// builder does not have. The headers, the timeout and the size limit remain those of this builder.
    /// Redirects, retries, decompression, cookies, proxies and TLS are those of the reqwest client. What this
    /// page says about redirects and retries holds only if the reqwest client is built with
    /// `redirect::Policy::none()` and `retry::never()`.
    ///
    /// ```
    /// # use xmlrpc_client as xmlrpc;
    /// use xmlrpc::Client;
    ///
    /// let reqwest = reqwest::Client::builder()
    ///     .redirect(reqwest::redirect::Policy::none())
    ///     .retry(reqwest::retry::never())
    ///     .build()
    ///     .expect("reqwest starts");
    /// let client = Client::builder("http://localhost:9001/RPC2").http_client(reqwest).build()?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    #[cfg(feature = "reqwest-0_13")]
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(HttpTransport::with_client(client))
    }

    /// Builds the client. Nothing is connected yet.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) for the first setting that is invalid.
    pub fn build(self) -> Result<Client, Error> {
        let (settings, transport) = self.into_parts(url_transport::transport_for)?;
        Ok(Client::from_parts(settings, transport))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(f)
    }
}

/// Polls a future inside the span of its call.
struct InSpan<'a, F> {
    observer: &'a CallObserver,
    run: F,
}

impl<F: Future + Unpin> Future for InSpan<'_, F> {
    type Output = F::Output;
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let this = &mut *self;
        this.observer.scope(|| Pin::new(&mut this.run).poll(context))
    }
}

/// Does each step that the exchange asks for, until it is done.
async fn drive(transport: Arc<dyn Transport>, mut exchange: Exchange) -> Driven {
    let mut step = Step::Send;
    loop {
        step = match step {
            Step::Send => match sending::prepare(&mut exchange).await {
                Err(error) => Step::Done(Err(exchange.fail(error))),
                Ok(sending) => {
                    let Sending { request, context, phase, limit, progress, place: _place } = sending;
                    let (deadline, clock) = (context.deadline, context.upload_clock.clone());
                    let response = async {
                        let response = transport.send(request, context).await?;
                        collect(response, limit, progress).await
                    };
                    let late = || exchange.timed_out(&phase);
                    let response = within(deadline, clock, response, late).await;
                    exchange.after_send(response)
                }
            },
            Step::Wait(delay) => {
                sleep(delay).await;
                Step::Send
            }
            Step::Done(result) => return Driven::new(result, exchange),
        }
    }
}

/// The future of a call's result.
///
/// It borrows neither the client nor the arguments, so it can be spawned. The arguments are encoded already;
/// if one of them cannot be written, the future resolves to that error. Nothing is sent before the future is
/// polled.
///
/// Dropping the future gives the call up and closes its connection. The server may have run the call by then.
#[must_use = "a call is made when its future is awaited"]
pub struct CallFuture<T, E> {
    driven: Pin<Box<dyn Future<Output = Driven> + Send>>,
    transport: Arc<dyn Transport>,
    observer: CallObserver,
    decode: fn(Reply) -> Result<T, Error>,
    error: PhantomData<fn() -> E>,
}

impl<T, E: From<Error>> Future for CallFuture<T, E> {
    type Output = Result<T, E>;
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        loop {
            let driven = ready!(this.observer.scope(|| this.driven.as_mut().poll(context)));
            let Driven { result, exchange } = driven;
            let result = result.and_then(|reply| {
                this.observer.note_reply(&reply);
                (this.decode)(reply)
            });
            if let (Err(error), Some(mut exchange)) = (&result, exchange)
                && exchange.renew(error)
            {
                this.driven = Box::pin(drive(Arc::clone(&this.transport), *exchange));
                continue;
            }
            this.observer.finish(&result);
            return Poll::Ready(result.map_err(E::from));
        }
    }
}

impl<T, E> fmt::Debug for CallFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

impl Caller for Client {
    type Output<'a, T: 'a, E: 'a> = CallFuture<T, E>;
    fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, params: &P) -> CallFuture<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        let transport = Arc::clone(&self.transport);
        let (observer, driven): (_, Pin<Box<dyn Future<Output = Driven> + Send>>) =
            match Exchange::new(&self.settings, method, params) {
                Ok(exchange) => {
                    (CallObserver::of_call(&exchange), Box::pin(drive(Arc::clone(&transport), exchange)))
                }
                Err(error) => (
                    CallObserver::blind(),
                    Box::pin(std::future::ready(Driven { result: Err(error), exchange: None })),
                ),
            };
        CallFuture { driven, transport, observer, decode: Reply::decode::<W, T>, error: PhantomData }
    }
}

impl RowsCaller for Client {
    type Rows<T, E> = RowsFuture<T, E>;
    fn rows_of<P, W, V, T, E>(&self, method: &Method<'_>, params: &P, path: &str) -> RowsFuture<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<V>,
        T: DeserializeOwned,
        E: From<Error>,
    {
        let transport = Arc::clone(&self.transport);
        rows::open(&self.settings, transport, method, params, path, Some(rows::opener::<W, V>()))
    }
}

impl AsyncCaller for Client {
    fn future<'a, T, E>(output: CallFuture<T, E>) -> impl Future<Output = Result<T, E>> + Send + 'a
    where
        T: 'a,
        E: From<Error> + 'a,
    {
        output
    }
}
