//! `Multicall`: calls collected for one request.

pub(crate) mod batch_exchange;
mod replies;
mod slot;

pub use replies::Replies;
pub use slot::Slot;

use crate::{
    Caller, Envelope, Error, Method, Plain,
    settings::{Settings, leading_or_none},
};
use serde_core::{Serialize, de::DeserializeOwned};
use slot::{Probe, decode, probe};
use std::{
    borrow::Cow,
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use xmlrpc_serde::{Options, call::LeadingParams, multicall};

/// A batch: calls collected for one request of `system.multicall`.
///
/// A batch is a [`Caller`] whose calls return [`Slot`]s. So a generated client over `&batch` fills it with
/// typed calls. Then a client [sends](crate::Client::send) the batch, and [`Replies::take`] exchanges each
/// slot for the result of its call:
///
/// ```
/// # use xmlrpc_client::{blocking::Client, testing::Canned};
/// # let results = xmlrpc_serde::value!([[3], { "faultCode": 4, "faultString": "no such user" }]);
/// # let canned = Canned::new().value("system.multicall", &results);
/// # let client = Client::builder("http://test/").transport(canned).build()?;
/// let batch = client.multicall();
/// let sum = batch.call::<_, i32>("add", (1, 2));
/// let name = batch.call::<_, String>("user.name", ("nobody",));
///
/// let mut replies = client.send(batch)?;
/// assert_eq!(replies.take(sum)?, 3);
/// assert_eq!(replies.take(name).unwrap_err().fault().unwrap().code, 4);
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
///
/// A fault of one call is the error of its slot only. So is an argument that cannot be written; that call is
/// not sent.
pub struct Multicall {
    /// Tells the slots of this batch from those of others.
    id: u64,
    name: Cow<'static, str>,
    chunk_size: Option<usize>,
    chunk_bytes: Option<usize>,
    fallback: bool,
    single_calls: bool,
    options: Options,
    leading: Option<Arc<LeadingParams>>,
    calls: Mutex<Batch>,
}

/// The calls that were added so far.
#[derive(Clone)]
struct Batch {
    request: Arc<multicall::Request>,
    methods: Vec<Box<str>>,
    /// Finds out for each call whether its result says that a login has expired.
    probes: Vec<Probe>,
    idempotent: BatchIdempotency,
    /// The longest timeout that one of the methods sets.
    timeout: Option<Duration>,
}

/// What the methods of a batch declare about being sent again.
#[derive(Clone, Copy, Debug, Default)]
struct BatchIdempotency {
    /// A method says nothing, so that the client decides.
    any_silent: bool,
    any_denies: bool,
}

impl BatchIdempotency {
    fn add(&mut self, own: Option<bool>) {
        self.any_silent |= own.is_none();
        self.any_denies |= own == Some(false);
    }

    /// Adds to a method what holds for all calls of the batch.
    fn declare(self, method: Method<'_>) -> Method<'_> {
        match self {
            Self { any_denies: true, .. } => method.idempotent(false),
            Self { any_silent: true, .. } => method,
            Self { .. } => method.idempotent(true),
        }
    }
}

impl Multicall {
    /// Creates an empty batch with the default [`Options`] and no leading parameters.
    ///
    /// Prefer [`Client::multicall`](crate::Client::multicall): that batch has the options and the leading
    /// parameters of its client. A client does not send a batch that is written with other options than its
    /// own.
    #[must_use]
    pub fn new() -> Self {
        Self::with_format(Options::new())
    }

    /// Creates an empty batch whose calls are written with these options. They must be those of the client
    /// that sends it, as far as they say how values are written.
    #[must_use]
    pub fn with_format(options: Options) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            name: Cow::Borrowed(multicall::METHOD),
            chunk_size: None,
            chunk_bytes: None,
            fallback: false,
            single_calls: false,
            options,
            leading: None,
            calls: Mutex::new(Batch {
                request: Arc::new(multicall::Request::new(options)),
                methods: Vec::new(),
                probes: Vec::new(),
                idempotent: BatchIdempotency::default(),
                timeout: None,
            }),
        }
    }

    /// Creates an empty batch with the options and the leading parameters of a client.
    pub(crate) fn for_settings(settings: &Settings) -> Self {
        Self { leading: settings.leading.clone(), ..Self::with_format(settings.options) }
    }

    /// Sets the name of the multicall method. Default: `system.multicall`. Koji's is `multiCall`.
    #[must_use]
    pub fn method_name(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.name = name.into();
        self
    }

    /// Limits how many calls one request carries (at least 1). Default: no limit. Further calls are sent in
    /// further requests, one after another.
    ///
    /// Use it for servers with a cap on the calls of a batch, or on the time or the size of a request.
    #[must_use]
    pub fn chunk_size(mut self, calls: usize) -> Self {
        self.chunk_size = Some(calls.max(1));
        self
    }

    /// Limits how long one request is, in bytes of its document. Default: no limit. Further calls are sent in
    /// further requests, one after another. Of this limit and [`chunk_size`](Self::chunk_size) the one that is
    /// reached first counts.
    ///
    /// Use it for servers that refuse long requests: rTorrent takes 2 or 16 MiB. A call that is longer by
    /// itself is sent alone. The leading parameters of a [session](crate::Session)'s login are not counted.
    ///
    /// ```
    /// # use xmlrpc_client::blocking::Client;
    /// let rtorrent = Client::new("scgi:///run/rtorrent.sock")?;
    /// let batch = rtorrent.multicall().chunk_bytes(2 << 20);
    /// # Ok::<(), xmlrpc_client::Error>(())
    /// ```
    #[must_use]
    pub fn chunk_bytes(mut self, bytes: usize) -> Self {
        self.chunk_bytes = Some(bytes);
        self
    }

    /// Makes the calls one by one if the server has no multicall. Default: off, and the batch fails with what
    /// the server says.
    ///
    /// Turn it on for programs that talk to various servers. The server must say clearly that it does not
    /// have the method: with the fault -32601 or -506, with HTTP 404, 405 or 501, with a fault that calls the
    /// method unknown, or with the faults of Twisted, Kamailio and trytond. A batch that may have failed half
    /// way is never run again.
    #[must_use]
    pub fn fallback_to_single_calls(mut self, yes: bool) -> Self {
        self.fallback = yes;
        self
    }

    /// Makes the calls one by one, and never asks the server for a multicall. Default: off.
    ///
    /// Turn it on for a server that is known to have none. The slots are the same, so a program can decide
    /// for each server.
    #[must_use]
    pub fn single_calls(mut self, yes: bool) -> Self {
        self.single_calls = yes;
        self
    }

    /// Adds a call by the name of its method, and returns the slot of its result.
    ///
    /// If a parameter cannot be written as XML-RPC, the call is not sent, and taking its slot returns that
    /// error.
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, method: &str, params: P) -> Slot<R> {
        Caller::call::<P, Plain<R>, R, Error>(self, &Method::new(method), &params)
    }

    /// Returns how many calls will be sent.
    #[must_use]
    pub fn len(&self) -> usize {
        self.calls().methods.len()
    }

    /// Returns whether the batch has no calls. Sending it then sends nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn calls(&self) -> MutexGuard<'_, Batch> {
        // If a parameter panicked while it was serialized, the batch is still as it was before that call: the
        // request keeps complete calls only, and everything else is noted after them.
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add<P: Serialize + ?Sized>(
        &self,
        method: &Method<'_>,
        params: &P,
        probe: Probe,
    ) -> Result<usize, Error> {
        let mut batch = self.calls();
        let leading = leading_or_none(self.leading.as_ref());
        // Nobody shares the request before the batch is sent.
        let pushed = Arc::make_mut(&mut batch.request).push(leading, method.name(), params);
        pushed.map_err(|error| Error::encode(error).in_method(method.name()))?;
        batch.methods.push(method.name().into());
        batch.probes.push(probe);
        batch.idempotent.add(method.own_idempotent());
        batch.timeout = batch.timeout.max(method.own_timeout());
        Ok(batch.methods.len() - 1)
    }
}

impl Default for Multicall {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Multicall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Multicall")
            .field("name", &self.name)
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}

impl Caller for Multicall {
    type Output<'a, T: 'a, E: 'a> = Slot<T, E>;
    fn call<'a, P, W, T, E>(&'a self, method: &Method<'_>, params: &P) -> Slot<T, E>
    where
        P: Serialize + ?Sized,
        W: Envelope<T>,
        T: 'a,
        E: From<Error> + 'a,
    {
        Slot::new(self.id, self.add(method, params, probe::<W, T>()), decode::<W, T>)
    }
}
