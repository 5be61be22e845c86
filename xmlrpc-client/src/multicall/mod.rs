//! Many calls in one request.

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
use slot::decode;
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

/// Calls gathered for one request of `system.multicall`.
///
/// As a [`Caller`] it gives each call a [`Slot`], so a generated client over `&batch` fills it with typed
/// calls. The batch then goes to a client's `send`, and each slot gives its result of the right type:
///
/// ```
/// # use bytes::Bytes;
/// # let client = xmlrpc_client::blocking::Client::builder("http://h/").transport(|_: http::Request<Bytes>, _: xmlrpc_client::CallContext| {
/// #     Ok(http::Response::new(Bytes::from_static(b"<methodResponse><params><param><value><array><data>\
/// #     <value><array><data><value><int>3</int></value></data></array></value>\
/// #     <value><struct><member><name>faultCode</name><value><int>4</int></value></member>\
/// #     <member><name>faultString</name><value>no such user</value></member></struct></value>\
/// #     </data></array></value></param></params></methodResponse>")))
/// # }).build()?;
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
/// A fault of one call is that slot's error only, and so is an argument that cannot be encoded: its call is
/// not sent.
pub struct Multicall {
    id: u64,
    name: Cow<'static, str>,
    chunk_size: Option<usize>,
    fallback: bool,
    leading: Option<Arc<LeadingParams>>,
    batch: Mutex<Batch>,
}

#[derive(Clone)]
struct Batch {
    request: multicall::Request,
    methods: Vec<Box<str>>,
    idempotent: bool,
    /// The longest that a method asks for.
    timeout: Option<Duration>,
}

impl Multicall {
    /// An empty batch with the default [`Options`]. A client's `multicall()` has that client's.
    #[must_use]
    pub fn new() -> Self {
        Self::with_format(Options::new())
    }

    /// An empty batch with options of its own.
    #[must_use]
    pub fn with_format(options: Options) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self {
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            name: Cow::Borrowed(multicall::METHOD),
            chunk_size: None,
            fallback: false,
            leading: None,
            batch: Mutex::new(Batch {
                request: multicall::Request::new(options),
                methods: Vec::new(),
                idempotent: true,
                timeout: None,
            }),
        }
    }

    pub(crate) fn for_settings(settings: &Settings) -> Self {
        Self { leading: settings.leading.clone(), ..Self::with_format(settings.options) }
    }

    /// The method's name. Default: `system.multicall`; Koji says `multiCall`.
    #[must_use]
    pub fn method_name(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.name = name.into();
        self
    }

    /// At most how many calls go in one request (at least 1). Default: all. For servers with a cap; the
    /// requests are sent one after another.
    #[must_use]
    pub fn chunk_size(mut self, calls: usize) -> Self {
        self.chunk_size = Some(calls.max(1));
        self
    }

    /// Whether the calls are made one by one where the server says that it has no multicall. Default: no, its
    /// answer is then the error. The server must say so clearly (fault -32601 or -506, HTTP 404, 405 or 501,
    /// or a fault that names the method as unknown): a batch that failed half way is never run again.
    #[must_use]
    pub fn fallback_to_single_calls(mut self, yes: bool) -> Self {
        self.fallback = yes;
        self
    }

    /// Adds a call by its name.
    pub fn call<P: Serialize, R: DeserializeOwned>(&self, method: &str, params: P) -> Slot<R> {
        Caller::call::<P, Plain<R>, R, Error>(self, &Method::new(method), &params)
    }

    /// How many calls there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.batch().methods.len()
    }

    /// Whether there are none; then nothing is sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn batch(&self) -> MutexGuard<'_, Batch> {
        // A panic while a parameter serialized itself left no half call: push adds whole ones.
        self.batch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add<P: Serialize + ?Sized>(&self, method: &Method<'_>, params: &P) -> Result<usize, Error> {
        let mut batch = self.batch();
        let pushed = batch.request.push(leading_or_none(self.leading.as_ref()), method.name(), params);
        pushed.map_err(|error| Error::encode(error).in_method(method.name()))?;
        batch.methods.push(method.name().into());
        batch.idempotent &= method.is_idempotent();
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
        Slot::new(self.id, self.add(method, params), decode::<W, T>)
    }
}
