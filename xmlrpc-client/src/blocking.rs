//! The blocking client: each call waits for its result.
//!
//! ```no_run
//! use xmlrpc_client::blocking::Client;
//!
//! let client = Client::new("http://betty.userland.com/RPC2")?;
//! let state: String = client.call("examples.getStateName", (41,))?;
//! # Ok::<(), xmlrpc_client::Error>(())
//! ```

pub use crate::{blocking_session::Session, body::blocking::Body, transport::blocking::Transport};

#[cfg(all(feature = "blocking", feature = "reqwest-0_13"))]
use crate::http::UserClient;
use crate::{
    BlockingCaller, CallContext, CallOptions, Caller, Envelope, Error, Method, Multicall, Plain, Replies,
    Result,
    body::reported_blocking,
    builder::{Builder, broken_settings},
    call_observer::CallObserver,
    collect::collect_blocking,
    deadline::block_on,
    exchange::{Driven, Exchange, Step},
    multicall::batch_exchange::{BatchExchange, batch_ended},
    phase::PhaseCell,
    reply::Reply,
    settings::Settings,
    url_transport,
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{fmt, sync::Arc};

/// Builder for a blocking [`Client`].
///
/// [`Builder`] documents the settings.
///
/// ```
/// use std::time::Duration;
/// use xmlrpc_client::blocking::Client;
///
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .timeout(Duration::from_secs(5))
///     .basic_auth("user", "password")
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub type ClientBuilder = Builder<Arc<dyn Transport>>;

/// The blocking client. Each call waits for its result. Urls, options and errors are those of
/// [`crate::Client`].
///
/// It can be built, called and dropped anywhere, also inside a tokio runtime. There a call blocks its thread,
/// as any blocking function does. The transports behind urls run on one background thread, which all blocking
/// clients share and which starts with the first call.
///
/// ```no_run
/// let client = xmlrpc_client::blocking::Client::new("http://betty.userland.com/RPC2")?;
/// let state: String = client.call("examples.getStateName", (41,))?;
/// # Ok::<(), xmlrpc_client::Error>(())
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
    #[must_use]
    pub fn lazy(url: impl Into<String>) -> Self {
        Self::builder(url).build().unwrap_or_else(|error| {
            // Nothing is ever sent, because each call reports the error first.
            let nowhere = |_: http::Request<Body>, _: CallContext| {
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

    /// Calls a method by its name and waits for its result.
    ///
    /// `params` is a tuple (`(1, "x")`; one parameter is `(1,)`), a sequence, or `()` for no parameters. The
    /// result can be any type that implements serde's `Deserialize`.
    ///
    /// # Errors
    /// An [`Error`] of any [`ErrorKind`](crate::ErrorKind), except
    /// [`Multicall`](crate::ErrorKind::Multicall).
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, method: &str, params: P) -> Result<R> {
        Caller::call::<P, Plain<R>, R, Error>(self, &Method::new(method), &params)
    }

    /// Returns a client that makes its calls with other options. It shares this client's connections.
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
    /// If the first request fails, its error, which can be of any [`ErrorKind`](crate::ErrorKind). If a later
    /// request fails, its error is that of its slots and of all slots after them.
    ///
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) if the batch has other leading parameters than this
    /// client, or options that write values otherwise.
    pub fn send(&self, batch: Multicall) -> Result<Replies> {
        let mut batch = BatchExchange::new(&self.settings, batch)?;
        let mut observer = batch.observe();
        let result = observer.scope(|| {
            while let Some(exchange) = batch.next_exchange()? {
                batch.after_exchange(drive(&*self.transport, exchange))?;
            }
            Ok(batch)
        });
        batch_ended(&mut observer, result)
    }

    /// Drives one exchange to its reply and decodes the reply, inside the span of the call.
    fn run<T>(&self, mut exchange: Exchange, decode: fn(Reply) -> Result<T>) -> Result<T> {
        let mut observer = CallObserver::of_call(&exchange);
        loop {
            let driven = observer.scope(|| drive(&*self.transport, exchange));
            let result = driven.result.and_then(|reply| {
                observer.note_reply(&reply);
                decode(reply)
            });
            if let (Err(error), Some(mut done)) = (&result, driven.exchange)
                && done.renew(error)
            {
                exchange = *done;
                continue;
            }
            observer.finish(&result);
            return result;
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

    /// Sends calls with a blocking reqwest client of your own. Default: an async reqwest client that is
    /// created for this client, on the background thread.
    ///
    /// Use it to share a connection pool with other parts of a program, or for settings of reqwest that this
    /// builder does not have. The headers, the timeout and the size limit remain those of this builder.
    /// Redirects, retries, decompression, cookies, proxies and TLS are those of the reqwest client. What this
    /// page says about redirects and retries holds only if the reqwest client is built with
    /// `redirect::Policy::none()` and `retry::never()`.
    #[cfg(all(feature = "blocking", feature = "reqwest-0_13"))]
    pub fn http_client(self, client: reqwest::blocking::Client) -> Self {
        self.transport(UserClient::new(client))
    }

    /// Builds the client. Nothing is connected yet.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) for the first setting that is invalid.
    pub fn build(self) -> Result<Client, Error> {
        let (settings, transport) = self.into_parts(url_transport::blocking_transport_for)?;
        Ok(Client::from_parts(settings, transport))
    }
}

/// Does each step that the exchange asks for, until it is done.
fn drive(transport: &dyn Transport, mut exchange: Exchange) -> Driven {
    let mut step = Step::Send;
    loop {
        step = match step {
            Step::Send => match send(transport, &mut exchange) {
                Ok(step) => step,
                Err(error) => Step::Done(Err(exchange.fail(error))),
            },
            Step::Wait(delay) => {
                std::thread::sleep(delay);
                Step::Send
            }
            Step::Done(result) => return Driven::new(result, exchange),
        }
    }
}

/// Sends one request. An error means that the call ends without it.
fn send(transport: &dyn Transport, exchange: &mut Exchange) -> Result<Step, Error> {
    let phase = PhaseCell::default();
    let mut _place = None;
    if exchange.must_wait() {
        let deadline = exchange.start();
        let waited = block_on(deadline, exchange.ready(&phase));
        _place = waited.unwrap_or_else(|| Err(exchange.timed_out(&phase)))?;
    }
    let (request, context) = exchange.request(phase)?;
    let (limit, progress) = (context.max_response_bytes, context.progress.clone());
    let request = request.map(|document| match &progress {
        Some(report) => reported_blocking(Body::from(document), report.clone()),
        None => document.into(),
    });
    let response = transport.send(request, context);
    Ok(exchange.after_send(response.and_then(|response| collect_blocking(response, limit, progress))))
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.settings.fmt(f)
    }
}

impl Caller for Client {
    type Output<'a, T: 'a, E: 'a> = Result<T, E>;
    fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, params: &P) -> Result<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        let exchange = Exchange::new(&self.settings, method, params)?;
        Ok(self.run(exchange, Reply::decode::<W, T>)?)
    }
}

impl BlockingCaller for Client {
    fn result<'a, T, E>(output: Result<T, E>) -> Result<T, E>
    where
        T: 'a,
        E: From<Error> + 'a,
    {
        output
    }
}
