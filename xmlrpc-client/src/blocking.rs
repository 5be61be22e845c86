//! The blocking client: each call waits for its result.
//!
//! ```no_run
//! # use xmlrpc_client as xmlrpc;
//! use xmlrpc::blocking::Client;
//!
//! let client = Client::new("http://betty.userland.com/RPC2")?;
//! let state: String = client.call("examples.getStateName", (41,))?;
//! # Ok::<(), xmlrpc_client::Error>(())
//! ```

pub use crate::{
    blocking_session::Session, body::blocking::Body, rows::blocking::Rows, transport::blocking::Transport,
};

#[cfg(all(feature = "blocking", feature = "reqwest-0_13"))]
use crate::http::UserClient;
use crate::{
    BlockingCaller, CallContext, CallOptions, Caller, Envelope, Error, Method, Multicall, Plain, Replies,
    Result,
    builder::{Builder, broken_settings},
    call_observer::CallObserver,
    collect::collect_blocking,
    download,
    exchange::{Driven, Exchange, Step},
    multicall::batch_exchange::{BatchExchange, batch_ended},
    payload::Payload,
    raw,
    reply::Reply,
    rows::{self, RowsCaller},
    sending::{self, Sending},
    settings::Settings,
    streaming, url_transport,
};
use bytes::Bytes;
use serde_core::{Serialize, de::DeserializeOwned};
use std::{fmt, io::Write, sync::Arc};

/// Builder for a blocking [`Client`].
///
/// [`Builder`] documents the settings.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use std::time::Duration;
/// use xmlrpc::blocking::Client;
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
/// # use xmlrpc_client as xmlrpc;
/// let client = xmlrpc::blocking::Client::new("http://betty.userland.com/RPC2")?;
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

    /// Calls a method whose result is an array, and reads its elements one by one as they arrive.
    ///
    /// It is for lists that are too long to be in memory, or whose first elements are wanted before the last.
    /// [`Rows`] says what the items mean.
    /// `params` is as for [`call`](Self::call).
    ///
    /// ```
    /// # use xmlrpc_client::{blocking::Client, testing::Canned};
    /// # let canned = Canned::new().value("list", &["a", "b"]);
    /// # let client = Client::builder("http://test/").transport(canned).build()?;
    /// for row in client.rows::<_, String>("list", ())? {
    ///     println!("{}", row?);
    /// }
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// An [`Error`] as that of a call. A fault, and a result that is not an array, is found before any row.
    pub fn rows<P: Serialize, T: DeserializeOwned>(&self, method: &str, params: P) -> Result<Rows<T>> {
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
    ) -> Result<Rows<T>> {
        rows::blocking::open(&self.settings, &*self.transport, &Method::new(method), &params, path, None)
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
    /// # use xmlrpc_client::{blocking::Client, testing::Canned};
    /// # let canned = Canned::new().value("backup", &xmlrpc_serde::Base64(b"all of it".to_vec()));
    /// # let client = Client::builder("http://test/").transport(canned).build()?;
    /// let mut file = Vec::new(); // or a `std::fs::File`
    /// assert_eq!(client.download("backup", (), &mut file)?, 9);
    /// assert_eq!(file, b"all of it");
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// An [`Error`] as that of a call. A fault writes nothing. After any other error `writer` may hold a part of the bytes, and the error
    /// says how many.
    pub fn download<P: Serialize, W: Write>(&self, method: &str, params: P, writer: W) -> Result<u64> {
        download::download_blocking(&self.settings, &*self.transport, &Method::new(method), &params, writer)
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
    /// # use xmlrpc_client::{blocking::Client, testing::Canned};
    /// # let canned = Canned::new().value("ping", "pong");
    /// # let client = Client::builder("http://test/").transport(canned).build()?;
    /// let document = "<methodCall><methodName>ping</methodName><params/></methodCall>";
    /// let response = client.raw(document)?;
    /// assert_eq!(response.status(), 200);
    /// let reply = response.into_body().collect(1 << 20)?;
    /// # assert!(reply.ends_with(b"</methodResponse>"));
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    ///
    /// # Errors
    /// An [`Error`] if there is no response. A fault is not an error here, nor is a status such as 404.
    pub fn raw(&self, document: impl Into<Body>) -> Result<http::Response<Body>> {
        let (document, payload) = match document.into().try_into_bytes() {
            Ok(document) => (document, Payload::Document),
            Err(stream) => (Bytes::new(), Payload::blocking_stream(stream)),
        };
        let mut exchange = Exchange::raw(&self.settings, document, payload)?;
        streaming::open_blocking(&*self.transport, &mut exchange, |incoming| {
            Ok(raw::blocking_response(incoming))
        })
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
            Step::Send => match sending::prepare_blocking(&mut exchange) {
                Err(error) => Step::Done(Err(exchange.fail(error))),
                Ok(sending) => {
                    let Sending { request, context, limit, progress, place: _place, .. } = sending;
                    let response = transport.send(request, context);
                    let response = response.and_then(|response| collect_blocking(response, limit, progress));
                    exchange.after_send(response)
                }
            },
            Step::Wait(delay) => {
                std::thread::sleep(delay);
                Step::Send
            }
            Step::Done(result) => return Driven::new(result, exchange),
        }
    }
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

impl RowsCaller for Client {
    type Rows<T, E> = Result<Rows<T>, E>;
    fn rows_of<P, W, V, T, E>(&self, method: &Method<'_>, params: &P, path: &str) -> Result<Rows<T>, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<V>,
        T: DeserializeOwned,
        E: From<Error>,
    {
        let opener = Some(rows::opener::<W, V>());
        Ok(rows::blocking::open(&self.settings, &*self.transport, method, params, path, opener)?)
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
