//! `Router`: names to methods, and the settings of a server.
use crate::{
    Function, MethodInfo, Methods, Reply, Request, Service, SystemMethods,
    admission::Admission,
    handler::Handler,
    request_body::BodyLimits,
    shared_state::SharedState,
    system_methods::clashes,
    table::{Signature, Table, TableEntry},
};
use http::HeaderValue;
use std::{
    borrow::Cow,
    collections::btree_map,
    fmt,
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::sync::Semaphore;
use xmlrpc_serde::{Encoding, Fault, Options};

/// Names to methods: typed functions, whole traits, other routers.
///
/// It is cheap to clone, and a `tower::Service` over [`http::Request`]: see the [crate's page](crate) for the ways to
/// serve it. Mistakes (a name given twice, an empty name) wait for [`build`](Self::build); a router that was not built
/// reports them when it is served, and answers every call with a fault (-32603).
///
/// ```
/// use xmlrpc_server::{RequestContext, Router};
/// use xmlrpc_serde::Fault;
///
/// fn divide(a: f64, b: f64) -> Result<f64, Fault> {
///     if b == 0.0 { Err(Fault::new(1, "division by zero")) } else { Ok(a / b) }
/// }
///
/// let arithmetic = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) }).function("div", divide);
/// let router = Router::new()
///     .nest("arithmetic.", arithmetic)
///     .function("whoami", |context: RequestContext| async move { Ok(context.user().map(str::to_owned)) })
///     .allow_none(true)
///     .build()?;
/// # Ok::<(), xmlrpc_server::RouterError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Router {
    pub(crate) inner: Arc<RouterInner>,
}

#[derive(Clone, Debug)]
pub(crate) struct RouterInner {
    pub(crate) table: Table,
    pub(crate) fallbacks: Vec<(String, Handler)>,
    pub(crate) shared_state: Arc<SharedState>,
    pub(crate) system_methods: SystemMethods,
    pub(crate) options: Options,
    pub(crate) admission: Admission,
    pub(crate) body_limits: BodyLimits,
    pub(crate) max_multicall: usize,
    pub(crate) max_multicall_bytes: usize,
    pub(crate) call_timeout: Option<Duration>,
    pub(crate) permits: Option<Arc<Semaphore>>,
    mistakes: Vec<String>,
    /// What `check` found, until something changes.
    checked: OnceLock<Result<(), RouterError>>,
}

impl Default for RouterInner {
    fn default() -> Self {
        Self {
            table: Table::default(),
            fallbacks: Vec::new(),
            shared_state: Arc::default(),
            system_methods: SystemMethods::all(),
            options: Options::new(),
            admission: Admission::default(),
            body_limits: BodyLimits::default(),
            max_multicall: 1000,
            max_multicall_bytes: 64 << 20,
            call_timeout: None,
            permits: None,
            mistakes: Vec::new(),
            checked: OnceLock::new(),
        }
    }
}

impl Router {
    /// A router without methods, with the defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Serves a function or closure, async or plain, of 0 to 16 parameters: see [`Function`].
    ///
    /// Its error is [`Fault`], so that `Ok(…)` needs no type written out; for others see
    /// [`function_with_error`](Self::function_with_error).
    #[must_use]
    pub fn function<F, Kind>(self, name: impl Into<String>, function: F) -> Self
    where
        F: Function<Kind, Fault>,
    {
        self.function_with_error(name, function)
    }

    /// The same with an error type of your own.
    ///
    /// ```
    /// use xmlrpc_serde::Fault;
    /// use xmlrpc_server::Router;
    /// enum StopError { NotNow }
    /// impl From<StopError> for Fault {
    ///     fn from(error: StopError) -> Self {
    ///         match error { StopError::NotNow => Fault::new(7, "not now") }
    ///     }
    /// }
    /// async fn stop(force: bool) -> Result<bool, StopError> {
    ///     if force { Ok(true) } else { Err(StopError::NotNow) }
    /// }
    /// let router = Router::new().function_with_error("stop", stop);
    /// ```
    #[must_use]
    pub fn function_with_error<F, Kind, E>(self, name: impl Into<String>, function: F) -> Self
    where
        F: Function<Kind, E>,
        E: Into<Fault>,
    {
        let untyped = function.into_untyped();
        let entry = TableEntry {
            handler: untyped.handler,
            help: Cow::Borrowed(""),
            signature: Signature::Traced(untyped.signature),
        };
        self.change(|inner| inner.add(name.into(), entry))
    }

    /// Serves every method of a trait: `FooServer::new(imp)` as generated, or a [`Service`] by hand.
    #[must_use]
    pub fn service(self, service: impl Service) -> Self {
        self.change(|inner| {
            for (MethodInfo { name, help, signature }, handler) in Methods::registered_by(service) {
                let entry = TableEntry {
                    handler,
                    help: Cow::Borrowed(help),
                    signature: Signature::Traced(signature),
                };
                inner.add(name.to_owned(), entry);
            }
        })
    }

    /// Serves the methods of another router under names that begin with `prefix`, its dot included (`"wp."`).
    ///
    /// Its methods, its state and its fallback come along; its settings and `system.` methods do not.
    #[must_use]
    pub fn nest(self, prefix: &str, router: Self) -> Self {
        let nested = Arc::unwrap_or_clone(router.inner);
        self.change(|inner| {
            for (name, entry) in nested.table.0 {
                inner.add(format!("{prefix}{name}"), entry);
            }
            for (under, handler) in nested.fallbacks {
                inner.add_fallback(format!("{prefix}{under}"), handler);
            }
            let twice =
                Arc::make_mut(&mut inner.shared_state).merge(Arc::unwrap_or_clone(nested.shared_state));
            inner.mistakes.extend(twice.into_iter().map(state_given_twice));
            inner.mistakes.extend(nested.mistakes);
        })
    }

    /// Answers calls of methods that are not there, instead of a fault (-32601): a proxy, a method name with wildcards.
    ///
    /// ```
    /// use xmlrpc_serde::Value;
    /// use xmlrpc_server::Router;
    /// let router = Router::new().fallback(|request| async move {
    ///     let params: Vec<Value> = request.all_params()?;
    ///     request.reply(&format!("{} of {} parameters", request.method(), params.len()))
    /// });
    /// ```
    #[must_use]
    pub fn fallback<F, Fut>(self, answer: F) -> Self
    where
        F: Fn(Request) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        self.change(|inner| inner.add_fallback(String::new(), Handler::checked_async(answer)))
    }

    /// What `system.methodHelp` tells of a method that was added before.
    #[must_use]
    pub fn help(self, name: &str, text: impl Into<Cow<'static, str>>) -> Self {
        self.describe(name, |entry| entry.help = text.into())
    }

    /// What `system.methodSignature` tells of a method that was added before, where the types themselves do not tell
    /// it: the result's type, then the parameters'.
    #[must_use]
    pub fn signature(self, name: &str, types: impl Into<Vec<&'static str>>) -> Self {
        self.describe(name, |entry| entry.signature = Signature::Given(types.into()))
    }

    /// A value that methods reach by [`RequestContext::state`](crate::RequestContext::state): one of each type.
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(self, value: T) -> Self {
        self.change(|inner| {
            if let Err(name) = Arc::make_mut(&mut inner.shared_state).insert(value) {
                inner.mistakes.push(state_given_twice(name));
            }
        })
    }

    /// Which `system.` methods there are; default: all.
    #[must_use]
    pub fn system_methods(self, methods: SystemMethods) -> Self {
        self.change(|inner| inner.system_methods = methods)
    }

    /// How to read calls and write replies.
    #[must_use]
    pub fn options(self, options: Options) -> Self {
        self.change(|inner| inner.options = options)
    }

    /// `None` and `()` go out as `<nil/>`; default: `None` is a fault, `()` an empty string. `<nil/>` is always read.
    #[must_use]
    pub fn allow_none(self, yes: bool) -> Self {
        self.change(|inner| inner.options = inner.options.allow_none(yes))
    }

    /// Integers beyond 32 bits go out as `<i8>`; default: they are a fault. `<i8>` is always read.
    #[must_use]
    pub fn allow_i8(self, yes: bool) -> Self {
        self.change(|inner| inner.options = inner.options.allow_i8(yes))
    }

    /// The longest request, in bytes, as it comes and when decompressed; default: 64 MiB. Longer ones get HTTP 413.
    #[must_use]
    pub fn max_request_bytes(self, bytes: usize) -> Self {
        self.change(|inner| inner.body_limits.max_bytes = bytes)
    }

    /// How long a client may take to send the next piece of a request's body; default: 30 seconds. Then it gets HTTP 408.
    #[must_use]
    pub fn body_timeout(self, time: Duration) -> Self {
        self.change(|inner| inner.body_limits.timeout = time)
    }

    /// How many calls one `system.multicall` may hold; default: 1000.
    #[must_use]
    pub fn max_multicall(self, calls: usize) -> Self {
        self.change(|inner| inner.max_multicall = calls)
    }

    /// How many bytes the results of one `system.multicall` may have together; default: 64 MiB. The calls that follow
    /// are not run and are faults.
    #[must_use]
    pub fn max_multicall_bytes(self, bytes: usize) -> Self {
        self.change(|inner| inner.max_multicall_bytes = bytes)
    }

    /// How many calls run at once, blocking ones included; default: no limit. More wait for their turn.
    #[must_use]
    pub fn max_concurrent_calls(self, calls: usize) -> Self {
        self.change(|inner| match calls {
            0 => inner.mistakes.push("`max_concurrent_calls(0)` would never answer a call".to_owned()),
            _ => inner.permits = Some(Arc::new(Semaphore::new(calls.min(Semaphore::MAX_PERMITS)))),
        })
    }

    /// How long a request may take, from when it was read to its answer, the wait for its turn included; default: no
    /// limit. Then it is a fault (-32400); an async method is dropped, a blocking one goes on, and nobody reads its result.
    #[must_use]
    pub fn call_timeout(self, time: Duration) -> Self {
        self.change(|inner| inner.call_timeout = Some(time))
    }

    /// Lets web pages of this origin (`https://example.org`) call; default: none.
    ///
    /// A browser tells the origin of the page that sends a request, and other programs have none: a request with an
    /// origin that is not allowed gets HTTP 403, so that no web page reaches a server on the user's own machine. The
    /// browser's question whether the page may call (an `OPTIONS` request) is answered, and it is told that the page may
    /// read the reply; a page that sends cookies or HTTP authentication needs a CORS layer in front, which is free to say more.
    #[must_use]
    pub fn allow_origin(self, origin: impl Into<String>) -> Self {
        self.change(|inner| inner.admission.allow_origin(origin.into()))
    }

    /// Lets every web page call: for servers that check who asks by other means.
    #[must_use]
    pub fn allow_any_origin(self) -> Self {
        self.change(|inner| inner.admission.allow_any_origin())
    }

    /// Answers only requests for this host (`localhost`, or `localhost:8080` for that port alone), and others that are
    /// allowed by further calls; default: any host. Others get HTTP 403, which stops DNS rebinding. Clients over a unix
    /// socket mostly say `localhost`.
    #[must_use]
    pub fn allow_host(self, host: impl Into<String>) -> Self {
        self.change(|inner| inner.admission.allow_host(host.into()))
    }

    /// Reports the mistakes that were made so far.
    ///
    /// # Errors
    ///
    /// All mistakes at once: names given twice, empty ones, state given twice, `help` for a method that is not there …
    pub fn build(self) -> Result<Self, RouterError> {
        self.check().map(|()| self)
    }

    pub(crate) fn check(&self) -> Result<(), RouterError> {
        let RouterInner { table, system_methods, mistakes, checked, .. } = &*self.inner;
        let found = checked.get_or_init(|| {
            let all: Vec<String> = mistakes.iter().cloned().chain(clashes(table, *system_methods)).collect();
            if all.is_empty() { Ok(()) } else { Err(RouterError(all)) }
        });
        found.clone()
    }

    /// The `Content-Type` of replies.
    pub(crate) fn content_type(&self) -> HeaderValue {
        let encoding = self.inner.options.written_encoding();
        if encoding == Encoding::UTF_8 {
            return HeaderValue::from_static("text/xml; charset=utf-8");
        }
        HeaderValue::try_from(format!("text/xml; charset={}", encoding.name()))
            .unwrap_or(HeaderValue::from_static("text/xml"))
    }

    fn change(mut self, change: impl FnOnce(&mut RouterInner)) -> Self {
        let inner = Arc::make_mut(&mut self.inner);
        inner.checked = OnceLock::new();
        change(inner);
        self
    }

    fn describe(self, name: &str, change: impl FnOnce(&mut TableEntry)) -> Self {
        self.change(|inner| match inner.table.0.get_mut(name) {
            Some(entry) => change(entry),
            None => inner
                .mistakes
                .push(format!("`{name}` is described, but no method of that name was added before")),
        })
    }
}

impl RouterInner {
    fn add(&mut self, name: String, entry: TableEntry) {
        if name.trim().is_empty() {
            self.mistakes.push("a method has an empty name".to_owned());
        } else if name.trim() != name {
            self.mistakes
                .push(format!("the name {name:?} has white space around it, which no call can reach"));
        } else {
            match self.table.0.entry(name) {
                btree_map::Entry::Vacant(place) => {
                    place.insert(entry);
                }
                btree_map::Entry::Occupied(there) => {
                    self.mistakes.push(format!("two methods are called `{}`", there.key()));
                }
            }
        }
    }

    fn add_fallback(&mut self, prefix: String, handler: Handler) {
        if self.fallbacks.iter().any(|(other, _)| *other == prefix) {
            self.mistakes.push(match prefix.as_str() {
                "" => "two fallbacks were given".to_owned(),
                prefix => format!("two fallbacks were given under `{prefix}`"),
            });
        } else {
            self.fallbacks.push((prefix, handler));
        }
    }

    /// The fallback with the longest prefix of `name`.
    pub(crate) fn fallback(&self, name: &str) -> Option<&Handler> {
        (self.fallbacks.iter())
            .filter(|(prefix, _)| name.starts_with(prefix.as_str()))
            .max_by_key(|(prefix, _)| prefix.len())
            .map(|(_, handler)| handler)
    }
}

fn state_given_twice(name: &str) -> String {
    format!("two states of the type `{name}` were given")
}

/// The mistakes in a [`Router`], all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouterError(Vec<String>);

impl fmt::Display for RouterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the router has mistakes: {}", self.0.join("; "))
    }
}

impl std::error::Error for RouterError {}
