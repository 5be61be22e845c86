//! The async client.

#[cfg(feature = "client")]
use crate::http::HttpTransport;
use crate::{
    AsyncCaller, CallOptions, Caller, Envelope, Error, Method, Multicall, Plain, Replies, Result, Transport,
    builder::Builder,
    call_span::CallSpan,
    deadline::{sleep, within},
    exchange::{Exchange, Step},
    multicall::batch_exchange::BatchExchange,
    reply::Reply,
    settings::Settings,
    url_transport,
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

/// Gathers what an async [`Client`] is to be.
pub type ClientBuilder = Builder<Arc<dyn Transport>>;

/// The async client: calls over a transport that the url picks.
///
/// | url | transport |
/// |---|---|
/// | `http://host/path`, `https://…` | HTTP; without a path the call goes to `/RPC2` |
/// | `http+unix://%2Frun%2Fs.sock/RPC2`, `unix:///run/s.sock` | HTTP over a unix socket |
/// | `scgi://host:port`, `scgi:///path/to.sock` | SCGI, as rTorrent speaks it |
/// | anything else | yours: [`ClientBuilder::transport`] |
///
/// `user:password@` in the url becomes basic auth. Cheap to clone; clones share their connections.
///
/// The transports behind urls need a tokio runtime with its io and time drivers (`enable_all`) where the calls are awaited. A
/// transport of your own needs none; then timeouts are enforced where a runtime is and left to the transport where none is.
///
/// ```no_run
/// # async fn run() -> xmlrpc_client::Result<()> {
/// let client = xmlrpc_client::Client::new("http://betty.userland.com/RPC2")?;
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
    /// A client with the defaults that [`ClientBuilder`] lists.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) for a url that cannot be used.
    pub fn new(url: &str) -> Result<Self> {
        Self::builder(url).build()
    }

    /// A client to be told more.
    pub fn builder(url: &str) -> ClientBuilder {
        ClientBuilder::new(url)
    }

    fn from_parts(settings: Settings, transport: Arc<dyn Transport>) -> Self {
        Self { settings: Arc::new(settings), transport }
    }

    /// Calls a method by its name. `params` is a tuple (`(1, "x")`, one parameter: `(1,)`), a sequence, or `()` for none.
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, method: &str, params: P) -> CallFuture<R, Error> {
        Caller::call::<P, Plain<R>, R, Error>(self, &Method::new(method), &params)
    }

    /// The same client with other options for its calls.
    #[must_use]
    pub fn with_options(&self, options: CallOptions) -> Self {
        Self {
            settings: Arc::new(self.settings.with_options(options)),
            transport: Arc::clone(&self.transport),
        }
    }

    /// The same client with parameters that stand in front of every call's own: a session key, aria2's token, Odoo's
    /// `(db, uid, password)`. They are encoded once.
    ///
    /// ```
    /// # use xmlrpc_client::Client;
    /// let aria2 = Client::new("http://localhost:6800/rpc")?.with_leading_params(("token:secret",))?;
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode) for parameters that cannot be written.
    pub fn with_leading_params<P: Serialize>(&self, params: P) -> Result<Self> {
        let settings = Arc::new(self.settings.with_leading_params(&params)?);
        Ok(Self { settings, transport: Arc::clone(&self.transport) })
    }

    /// An empty batch with this client's options and leading parameters, to be given to [`send`](Self::send).
    #[must_use]
    pub fn multicall(&self) -> Multicall {
        Multicall::for_settings(&self.settings)
    }

    /// Sends a batch in one request, or in as many as [`Multicall::chunk_size`] asks for.
    ///
    /// # Errors
    /// Those of a call, when the first request fails as a whole. When a later one fails, that is the error of its slots.
    pub fn send(&self, batch: Multicall) -> impl Future<Output = Result<Replies>> + Send + 'static {
        let (settings, transport) = (Arc::clone(&self.settings), Arc::clone(&self.transport));
        async move {
            let mut batch = BatchExchange::new(&settings, batch)?;
            while let Some(exchange) = batch.next_exchange()? {
                let outcome = ReplyFuture::new(Arc::clone(&transport), Ok(exchange)).await;
                batch.after_exchange(outcome)?;
            }
            Ok(batch.finish())
        }
    }
}

impl Builder<Arc<dyn Transport>> {
    /// Sends over a transport of your own, whatever the url says. Default: the url picks.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sends over a reqwest client of your own. Default: one made for this client.
    ///
    /// Headers, timeout and size limit stay ours. Redirects, retries, decompression, cookies, proxies and TLS are as that client
    /// has them: what this page promises of redirects and retries lapses unless it is built with `redirect::Policy::none()` and
    /// `retry::never()`.
    #[cfg(feature = "client")]
    pub fn http_client(self, client: reqwest::Client) -> Self {
        self.transport(HttpTransport::with_client(client))
    }

    /// The client.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) with the first mistake.
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

/// A call's way over the wire, in its span.
struct ReplyFuture {
    reply: Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send>>,
    span: CallSpan,
}

impl ReplyFuture {
    fn new(transport: Arc<dyn Transport>, exchange: Result<Exchange, Error>) -> Self {
        match exchange {
            Ok(exchange) => {
                Self { span: CallSpan::open(&exchange), reply: Box::pin(drive(transport, exchange)) }
            }
            Err(error) => {
                Self { span: CallSpan::disabled(), reply: Box::pin(std::future::ready(Err(error))) }
            }
        }
    }
}

impl Future for ReplyFuture {
    type Output = Result<Reply, Error>;
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        let result = ready!(this.span.scope(|| this.reply.as_mut().poll(context)));
        match &result {
            Ok(reply) => this.span.record_reply(reply),
            Err(_) => this.span.record_result(&result),
        }
        Poll::Ready(result)
    }
}

/// Does what the exchange says until it is over.
async fn drive(transport: Arc<dyn Transport>, mut exchange: Exchange) -> Result<Reply, Error> {
    let mut step = Step::Send;
    loop {
        step = match step {
            Step::Send => {
                let (request, context) = exchange.request();
                let (started, deadline) = (context.started, context.deadline);
                let outcome = within(started, deadline, transport.send(request, context)).await;
                exchange.after_send(outcome)
            }
            Step::Wait(delay) => {
                sleep(delay).await;
                Step::Send
            }
            Step::Done(result) => return result,
        }
    }
}

/// A call under way, to be awaited. It borrows neither the client nor the arguments, so it can be spawned.
///
/// The arguments are encoded already; ones that cannot be come out of the future as an error. Nothing is sent before the first
/// poll. Dropping it gives the call up and closes its connection; the server may have run it.
#[must_use = "a call is made when its future is awaited"]
pub struct CallFuture<T, E> {
    reply: ReplyFuture,
    decode: fn(Reply) -> Result<T, Error>,
    error: PhantomData<fn() -> E>,
}

impl<T, E: From<Error>> Future for CallFuture<T, E> {
    type Output = Result<T, E>;
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let reply = ready!(Pin::new(&mut self.reply).poll(context))?;
        let result = (self.decode)(reply);
        self.reply.span.record_result(&result);
        Poll::Ready(result.map_err(E::from))
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
        let exchange = Exchange::new(&self.settings, method, params);
        CallFuture {
            reply: ReplyFuture::new(Arc::clone(&self.transport), exchange),
            decode: Reply::decode::<W, T>,
            error: PhantomData,
        }
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
