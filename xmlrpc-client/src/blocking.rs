//! The blocking client: the same calls, but they wait.

pub use crate::transport::blocking::Transport;

#[cfg(feature = "blocking")]
use crate::http::UserClient;
use crate::{
    BlockingCaller, CallOptions, Caller, Envelope, Error, Method, Multicall, Plain, Replies, Result,
    builder::Builder,
    call_span::CallSpan,
    exchange::{Exchange, Step},
    multicall::batch_exchange::BatchExchange,
    reply::Reply,
    settings::Settings,
    url_transport,
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{fmt, sync::Arc};

/// Gathers what a blocking [`Client`] is to be.
pub type ClientBuilder = Builder<Arc<dyn Transport>>;

/// The blocking client: the urls, options and errors of [`crate::Client`], but each call waits for its result.
///
/// It may be built, called and dropped anywhere, also inside a tokio runtime; there it blocks the thread it is called on, as
/// any blocking call does. The transports behind urls run on one background thread that all blocking clients share; it
/// starts with the first call.
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
    ///
    /// # Errors
    /// Whatever [`ErrorKind`](crate::ErrorKind) lists.
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, method: &str, params: P) -> Result<R> {
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

    /// The same client with parameters that stand in front of every call's own; see [`crate::Client::with_leading_params`].
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
    pub fn send(&self, batch: Multicall) -> Result<Replies> {
        let mut batch = BatchExchange::new(&self.settings, batch)?;
        while let Some(exchange) = batch.next_exchange()? {
            let outcome = self.run(exchange, |result| result);
            batch.after_exchange(outcome)?;
        }
        Ok(batch.finish())
    }

    /// Takes a call over the wire and on to its value, in its span.
    fn run<T>(&self, exchange: Exchange, decode: impl FnOnce(Result<Reply>) -> Result<T>) -> Result<T> {
        let span = CallSpan::open(&exchange);
        let result = span.scope(|| {
            let reply = drive(&*self.transport, exchange);
            if let Ok(reply) = &reply {
                span.record_reply(reply);
            }
            decode(reply)
        });
        span.record_result(&result);
        result
    }
}

impl Builder<Arc<dyn Transport>> {
    /// Sends over a transport of your own, whatever the url says. Default: the url picks.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Sends over a reqwest client of your own. Default: one made for this client. What the async
    /// builder's method of that name says holds here too.
    #[cfg(feature = "blocking")]
    pub fn http_client(self, client: reqwest::blocking::Client) -> Self {
        self.transport(UserClient::new(client))
    }

    /// The client.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) with the first mistake.
    pub fn build(self) -> Result<Client, Error> {
        let (settings, transport) = self.into_parts(url_transport::blocking_transport_for)?;
        Ok(Client::from_parts(settings, transport))
    }
}

/// Does what the exchange says until it is over.
fn drive(transport: &dyn Transport, mut exchange: Exchange) -> Result<Reply, Error> {
    let mut step = Step::Send;
    loop {
        step = match step {
            Step::Send => {
                let (request, context) = exchange.request();
                exchange.after_send(transport.send(request, context))
            }
            Step::Wait(delay) => {
                std::thread::sleep(delay);
                Step::Send
            }
            Step::Done(result) => return result,
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
        Ok(self.run(exchange, |reply| reply?.decode::<W, T>())?)
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
