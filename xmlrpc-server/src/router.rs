//! `Router`: maps names to methods, and holds the settings of a server.
use crate::{
    Function, Methods, Next, Outcome, Reply, Request, RequestContext, RowsFunction, Service, SystemMethods,
    admission::Admission,
    around::Around,
    basic_auth::BasicAuth,
    byte_budget::ByteBudget,
    call_queue::{CallLimits, CallQueue},
    description::{Description, OptionalCount, WireTypes},
    fault_envelope::{CallEnvelope, FaultEnvelopes},
    function::UntypedFunction,
    handler::Handler,
    observers::Observers,
    request_body::BodyLimits,
    service::RegisteredMethod,
    shared_state::SharedState,
    system_methods::clashes,
    table::{Table, TableEntry},
};
use http::HeaderValue;
use std::{
    borrow::Cow,
    collections::{BTreeMap, btree_map},
    fmt, io,
    sync::{Arc, OnceLock},
    time::Duration,
};
use xmlrpc_serde::{Encoding, Fault, Options};

/// Maps method names to handlers: typed functions, whole traits, other routers. It also holds the settings of
/// a server.
///
/// The [front page](crate) lists the ways to serve it. It is a `tower::Service` over [`http::Request`], and
/// cloning it is cheap.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_serde::Fault; pub use xmlrpc_server as server; }
/// use xmlrpc::{Fault, server::{RequestContext, Router}};
///
/// fn divide(a: f64, b: f64) -> Result<f64, Fault> {
///     if b == 0.0 { Err(Fault::new(1, "division by zero")) } else { Ok(a / b) }
/// }
///
/// async fn whoami(context: RequestContext) -> Result<String, Fault> {
///     Ok(context.user().unwrap_or("nobody").to_owned())
/// }
///
/// let arithmetic = Router::new()
///     .function("add", |a: i32, b: i32| async move { Ok(a + b) })
///     .function("div", divide);
/// let router = Router::new()
///     .nest("arithmetic.", arithmetic)
///     .function("whoami", whoami)
///     .build()?;
/// # Ok::<(), xmlrpc_server::RouterError>(())
/// ```
///
/// No method of the router fails, except for [`build`](Self::build): it reports invalid settings, such as a
/// name that is used twice or is empty. If `build` is not called, `serve` reports them, and every call is
/// answered with a fault (-32603).
#[derive(Clone, Debug, Default)]
pub struct Router {
    pub(crate) inner: Arc<RouterInner>,
}

/// The methods and settings of a router, which its clones share.
#[derive(Clone, Debug)]
pub(crate) struct RouterInner {
    pub(crate) table: Table,
    pub(crate) fallbacks: Vec<Fallback>,
    /// What introspection says of methods that a fallback handles.
    pub(crate) described: BTreeMap<String, Description>,
    /// The functions around every method, the outermost first.
    pub(crate) around: Vec<Around>,
    pub(crate) observers: Observers,
    pub(crate) basic_auth: Option<BasicAuth>,
    pub(crate) compress: bool,
    /// What is put around the faults of methods whose results have an envelope.
    envelopes: FaultEnvelopes,
    pub(crate) shared_state: Arc<SharedState>,
    pub(crate) system_methods: SystemMethods,
    pub(crate) options: Options,
    pub(crate) admission: Admission,
    pub(crate) body_limits: BodyLimits,
    pub(crate) byte_budget: Arc<ByteBudget>,
    pub(crate) max_multicall: usize,
    pub(crate) max_multicall_bytes: usize,
    pub(crate) call_timeout: Option<Duration>,
    call_limits: CallLimits,
    /// Where calls wait for their turn. `None` if none ever waits.
    pub(crate) queue: Option<Arc<CallQueue>>,
    /// What is wrong with the settings so far.
    problems: Vec<String>,
    /// What `check` has found. A change of the router empties it.
    checked: OnceLock<Result<(), RouterError>>,
    /// Set when the log has the mistakes, until something changes.
    mistakes_logged: OnceLock<()>,
}

/// A handler of unknown names.
#[derive(Clone, Debug)]
pub(crate) struct Fallback {
    /// The beginning of the names that it handles.
    prefix: String,
    pub(crate) handler: Handler,
    /// The functions around it that its own router had before it was nested, the outermost first.
    pub(crate) around: Vec<Around>,
}

impl Default for RouterInner {
    fn default() -> Self {
        Self {
            table: Table::default(),
            fallbacks: Vec::new(),
            described: BTreeMap::new(),
            around: Vec::new(),
            observers: Observers::default(),
            basic_auth: None,
            compress: false,
            envelopes: FaultEnvelopes::default(),
            shared_state: Arc::default(),
            system_methods: SystemMethods::all(),
            options: Options::new(),
            admission: Admission::default(),
            body_limits: BodyLimits::default(),
            byte_budget: ByteBudget::new(256 << 20),
            max_multicall: 1000,
            max_multicall_bytes: 64 << 20,
            call_timeout: None,
            call_limits: CallLimits::default(),
            queue: None,
            problems: Vec::new(),
            checked: OnceLock::new(),
            mistakes_logged: OnceLock::new(),
        }
    }
}

impl Router {
    /// Creates a router without methods, with the default settings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Checks the settings, and returns the same router if they are valid.
    ///
    /// Call it where the program starts, so that a mistake ends the program there and is not an answer to a
    /// client.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// let add = |a: i32, b: i32| async move { Ok(a + b) };
    /// let error = Router::new().function("add", add).function("add", add).build().unwrap_err();
    /// assert_eq!(error.to_string(), "invalid router: two methods are named `add`");
    /// ```
    ///
    /// # Errors
    ///
    /// Returns everything that is invalid at once: names that are used twice, are empty or have white space
    /// around them, two values of one type for `state`, `help` for a method that does not exist, …
    pub fn build(self) -> Result<Self, RouterError> {
        self.check().map(|()| self)
    }
}

/// The methods.
///
/// ```
/// # use xmlrpc_server::{Router, SystemMethods};
/// let files = Router::new()
///     .function("size", |path: String| Ok(std::fs::metadata(path).map_or(0, |file| file.len())))
///     .fallback(|request| async move { request.reply(&format!("no {}", request.method())) });
/// let router = Router::new().nest("files.", files).system_methods(SystemMethods::none());
/// ```
impl Router {
    /// Adds a Rust function or closure as a method. It is async or blocking, and has 0 to 16 parameters:
    /// [`Function`] describes what is possible, and what to do if the compiler refuses a function.
    ///
    /// The error type of the function is [`Fault`], so that a closure that only says `Ok(…)` needs no type.
    /// For any other error type there is [`function_with_error`](Self::function_with_error).
    #[must_use]
    pub fn function<F, Kind>(self, name: impl Into<String>, function: F) -> Self
    where
        F: Function<Kind, Fault>,
    {
        self.function_with_error(name, function)
    }

    /// Adds a Rust function or closure with an error type of your own. The error is converted into a
    /// [`Fault`].
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Fault; pub use xmlrpc_server as server; }
    /// use xmlrpc::{Fault, server::Router};
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
        self.add_untyped(name.into(), function.into_untyped())
    }

    /// Adds a method that returns rows: an array that need not fit into memory. The function takes the
    /// parameters and returns a [`Stream`](futures_core::Stream) of `Result<T, Fault>`.
    ///
    /// Under HTTP/1.1 and later, the rows are sent as they come, and are asked for only as fast as the client
    /// takes them. An error instead of the first row is a fault. A later error breaks the connection off, so
    /// that no client takes a part of the rows for all of them; the log has it. If the client goes away, the
    /// stream is dropped. The [time limit](Self::call_timeout) is that of the first row.
    ///
    /// A client in the same process gets them as they come too, if it is async. The rows are collected, and
    /// sent as a whole, for HTTP/1.0, SCGI, CGI, [`handle`](Self::handle),
    /// [`respond_bytes`](Self::respond_bytes), a blocking client in the same process, inside a multicall, and
    /// in an encoding other than UTF-8. There
    /// they may have as many bytes as the results of a [multicall](Self::max_multicall_bytes), and a later
    /// error is a fault (-32603). Rows that are sent as they come are never [compressed](Self::compress).
    ///
    /// ```
    /// # use std::{pin::Pin, task::{Context, Poll}};
    /// # use futures_core::Stream;
    /// # struct Iter<I>(I);
    /// # impl<I: Iterator + Unpin> Stream for Iter<I> {
    /// #     type Item = I::Item;
    /// #     fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<I::Item>> {
    /// #         Poll::Ready(self.0.next())
    /// #     }
    /// # }
    /// # fn iter<I: Iterator + Unpin>(iterator: I) -> Iter<I> { Iter(iterator) }
    /// use xmlrpc_server::Router;
    /// // `iter` is that of the crate `futures` or `tokio-stream`.
    /// let router = Router::new().rows("numbers", |count: i32| iter((0..count).map(Ok)));
    /// ```
    #[must_use]
    pub fn rows<F, Kind>(self, name: impl Into<String>, function: F) -> Self
    where
        F: RowsFunction<Kind>,
    {
        self.add_untyped(name.into(), function.into_untyped())
    }

    fn add_untyped(self, name: String, untyped: UntypedFunction) -> Self {
        let entry = TableEntry {
            handler: untyped.handler,
            description: Description {
                optional: OptionalCount::Traced(untyped.optional),
                ..Description::new("", WireTypes::Traced(untyped.signature))
            },
            around: Vec::new(),
        };
        self.change(|inner| inner.add(name, entry))
    }

    /// Adds every method of a [`Service`]: a generated `FooServer::new(implementation)`, or one that you have
    /// written.
    #[must_use]
    pub fn service(self, service: impl Service) -> Self {
        self.change(|inner| {
            let (methods, envelopes) = Methods::registered_by(service);
            inner.envelopes.extend("", envelopes);
            for RegisteredMethod { info, names, optional, handler } in methods {
                let description = Description {
                    names,
                    optional: OptionalCount::Given(optional),
                    ..Description::new(info.help, WireTypes::Traced(info.signature))
                };
                inner.add(info.name.to_owned(), TableEntry { handler, description, around: Vec::new() });
            }
        })
    }

    /// Adds the methods of another router, with a prefix in front of their names. A prefix that ends in a dot
    /// (`"wp."`) must contain the dot.
    ///
    /// The other router's methods, state and fallback are taken over, with the functions
    /// [around](Self::around) them, which run inside those of this router. Its settings and its `system.`
    /// methods are not: those of this router apply.
    #[must_use]
    pub fn nest(self, prefix: &str, router: Self) -> Self {
        let nested = Arc::unwrap_or_clone(router.inner);
        self.change(|inner| {
            for (name, mut entry) in nested.table.0 {
                entry.around.splice(..0, nested.around.iter().cloned());
                inner.add(format!("{prefix}{name}"), entry);
            }
            inner.envelopes.extend(prefix, nested.envelopes);
            for mut fallback in nested.fallbacks {
                fallback.around.splice(..0, nested.around.iter().cloned());
                inner.add_fallback(Fallback { prefix: format!("{prefix}{}", fallback.prefix), ..fallback });
            }
            for (name, description) in nested.described {
                inner.described.insert(format!("{prefix}{name}"), description);
            }
            let state = Arc::unwrap_or_clone(nested.shared_state);
            let duplicates = Arc::make_mut(&mut inner.shared_state).merge(state);
            inner.problems.extend(duplicates.into_iter().map(duplicate_state));
            inner.problems.extend(nested.problems);
        })
    }

    /// Handles calls to unknown methods, which otherwise get a fault (-32601).
    ///
    /// Use it for a proxy, or for names that are only known at run time. A [nested](Self::nest) router's
    /// fallback handles the names with its prefix; among several, the one with the longest prefix is used.
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_serde::Value; pub use xmlrpc_server as server; }
    /// use xmlrpc::{Value, server::Router};
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
        let (prefix, handler) = (String::new(), Handler::checked_async(answer));
        self.change(|inner| inner.add_fallback(Fallback { prefix, handler, around: Vec::new() }))
    }

    /// Sets which `system.` methods the router has. Default: all.
    ///
    /// Turn off what strangers should not see, or what you want to implement yourself: the name of a method
    /// that is off is free.
    #[must_use]
    pub fn system_methods(self, methods: SystemMethods) -> Self {
        self.change(|inner| inner.system_methods = methods)
    }
}

/// What introspection says of the methods.
///
/// ```
/// # use xmlrpc_serde::Value;
/// # use xmlrpc_server::Router;
/// let router = Router::new()
///     .function("lookup", |key: String| async move { Ok(Value::from(key)) })
///     .help("lookup", "Returns the text that is stored under a key.")
///     .signature("lookup", ["string", "string"]);
/// ```
impl Router {
    /// Sets the text of `system.methodHelp` for a method that was added before. Default: empty; for the
    /// methods of a generated server, their documentation.
    #[must_use]
    pub fn help(self, name: &str, text: impl Into<Cow<'static, str>>) -> Self {
        self.describe(name, |description| description.help = text.into())
    }

    /// Sets the types of `system.methodSignature` for a method that was added before: the result's type, then
    /// the parameters'. Default: what the Rust types are called ([`wire_type`](fn@crate::wire_type)).
    ///
    /// Use it if a type can only be called `undef`, such as a `Value`, or a result of a type of your own that
    /// a function returns. A method with parameters that may be left off has one signature for each number of
    /// parameters; these types are those of the longest.
    #[must_use]
    pub fn signature(self, name: &str, types: impl Into<Vec<&'static str>>) -> Self {
        self.describe(name, |description| description.types = WireTypes::Given(types.into()))
    }

    /// Describes a method that the [fallback](Self::fallback) handles, so that `system.listMethods` and the
    /// other `system.` methods know it: its name, its documentation, and its types as
    /// [`signature`](Self::signature) takes them.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// let router = Router::new()
    ///     .fallback(|request| async move { request.reply(&request.method()) })
    ///     .describe_fallback("plugin.run", "Runs a plugin.", ["boolean", "string"]);
    /// ```
    #[must_use]
    pub fn describe_fallback(
        self,
        name: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
        types: impl Into<Vec<&'static str>>,
    ) -> Self {
        let types = WireTypes::Given(types.into());
        let description = Description { help: help.into(), ..Description::new("", types) };
        self.change(|inner| {
            inner.described.insert(name.into(), description);
        })
    }

    /// Leaves a method that was added before out of `system.listMethods`, `system.methodHelp`,
    /// `system.methodSignature` and the page of [`docs`](Self::docs). Calls of it are answered as before.
    ///
    /// This is for methods that nobody should look for. It is no protection: anybody who knows the name can
    /// call it.
    #[must_use]
    pub fn hide(self, name: &str) -> Self {
        self.describe(name, |description| description.hidden = true)
    }
}

/// What the methods share.
impl Router {
    /// Shares a value with all methods, which reach it by
    /// [`RequestContext::state`](crate::RequestContext::state). There is one value of each type; put values
    /// of the same type into types of your own.
    ///
    /// ```
    /// # use xmlrpc_server::{RequestContext, Router};
    /// struct Greeting(String);
    /// let router = Router::new()
    ///     .state(Greeting("hello".to_owned()))
    ///     .function("greet", |context: RequestContext, name: String| async move {
    ///         let Greeting(greeting) = context.state()?;
    ///         Ok(format!("{greeting}, {name}"))
    ///     });
    /// ```
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(self, value: T) -> Self {
        self.change(|inner| {
            if let Err(name) = Arc::make_mut(&mut inner.shared_state).insert(value) {
                inner.problems.push(duplicate_state(name));
            }
        })
    }
}

/// What runs around the methods.
impl Router {
    /// Runs a function around each method: for metrics, an audit log, permissions, limits on rates.
    ///
    /// The function gets the name of the method, the context of the request, and a [`Next`] that runs the
    /// method. It returns the [`Outcome`] of the method, or refuses the call with a fault: then the method
    /// does not run. What it [inserts](RequestContext::insert_extension) into the context, the method can
    /// read.
    ///
    /// It runs for each call that finds a method: for each call of a multicall and for the multicall itself,
    /// for the other `system.` methods, and for the [fallback](Self::fallback). A call of an unknown name
    /// reaches [`on_fault`](Self::on_fault) alone. Call it again for further functions: the first one is the
    /// outermost. The [time limit](Self::call_timeout) is that of the method; a method whose turn comes after
    /// it does not run.
    ///
    /// ```
    /// use xmlrpc_serde::Fault;
    /// use xmlrpc_server::{Outcome, Router};
    ///
    /// let router = Router::new()
    ///     .function("admin.stop", || async { Ok(true) })
    ///     .around(|method, context, next| {
    ///         let allowed = !method.starts_with("admin.") || context.user() == Some("root");
    ///         async move {
    ///             if allowed {
    ///                 next.run(context).await
    ///             } else {
    ///                 Outcome::from(Fault::new(403, "only for administrators"))
    ///             }
    ///         }
    ///     });
    /// ```
    ///
    /// The name is borrowed, and the future is not: what the future needs of the name must be copied first.
    #[must_use]
    pub fn around<F, Fut>(self, around: F) -> Self
    where
        F: Fn(&str, RequestContext, Next) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Outcome> + Send + 'static,
    {
        self.change(|inner| inner.around.push(Around::new(around)))
    }

    /// Tells a function of every fault: those of methods, those of refused parameters and unknown names, and
    /// those of documents that are not calls, whose method is an empty string.
    ///
    /// The function gets the name that was called, the fault, and the context of the request. The fault has
    /// the hidden cause of an internal error as its [`source`](std::error::Error::source). Each call of a
    /// multicall is told on its own. Call `on_fault` again for further functions.
    ///
    /// ```
    /// # use xmlrpc_server::Router;
    /// let router = Router::new().on_fault(|method, fault, context| {
    ///     eprintln!("{method} failed for {:?}: {fault}", context.peer_addr());
    /// });
    /// ```
    ///
    /// The function runs on the task of the request, so it must not block. Without it, an event of `tracing`
    /// at the level `DEBUG` has the method, the fault and the time of each request.
    #[must_use]
    pub fn on_fault(self, observe: impl Fn(&str, &Fault, &RequestContext) + Send + Sync + 'static) -> Self {
        self.change(|inner| inner.observers.add(observe))
    }
}

/// How calls are read and replies are written.
///
/// ```
/// # use xmlrpc_serde::{Encoding, Options};
/// # use xmlrpc_server::Router;
/// let router = Router::new().options(Options::new().encoding(Encoding::ISO_8859_1)).allow_none(true);
/// ```
impl Router {
    /// Sets how calls are read and replies are written. Default: [`Options::new`].
    ///
    /// This replaces what [`allow_none`](Self::allow_none) and [`allow_i8`](Self::allow_i8) have set before.
    /// `max_len` and `charset_hint` have no effect here: [`max_request_bytes`](Self::max_request_bytes) and
    /// the request's `Content-Type` take their places.
    #[must_use]
    pub fn options(self, options: Options) -> Self {
        self.change(|inner| inner.options = options)
    }

    /// Writes `None` and `()` as `<nil/>`. Default: off; then a result with a `None` is a fault (-32603), and
    /// `()` is an empty string.
    ///
    /// Turn it on if your clients know this extension. Calls may contain `<nil/>` in any case.
    #[must_use]
    pub fn allow_none(self, yes: bool) -> Self {
        self.change(|inner| inner.options = inner.options.allow_none(yes))
    }

    /// Writes integers that do not fit into 32 bits as `<i8>`. Default: off; then a result with such an
    /// integer is a fault (-32603).
    ///
    /// Turn it on if your clients know this extension. Calls may contain `<i8>` in any case.
    #[must_use]
    pub fn allow_i8(self, yes: bool) -> Self {
        self.change(|inner| inner.options = inner.options.allow_i8(yes))
    }
}

impl Router {
    /// Compresses replies of more than 1 KiB with gzip if the client asks for it (`Accept-Encoding`).
    /// Default: no.
    ///
    /// It makes large replies several times smaller, for some processor time. It is off because the length of
    /// a compressed reply tells something of its content: an attacker who can put text into a reply beside a
    /// secret, and who sees the length of many such replies, can guess the secret, in spite of TLS (BREACH).
    /// Turn it on where no reply has both.
    #[must_use]
    pub fn compress(self, yes: bool) -> Self {
        self.change(|inner| inner.compress = yes)
    }
}

/// Limits. [`Serve`](crate::Serve) has those of connections.
///
/// ```
/// # use std::time::Duration;
/// # use xmlrpc_server::Router;
/// let router = Router::new()
///     .max_request_bytes(1 << 20)
///     .max_multicall(50)
///     .max_concurrent_calls(200)
///     .call_timeout(Duration::from_secs(20));
/// ```
impl Router {
    /// Sets how long a request's document may be, in bytes, as it is sent and after decompression. Default:
    /// 64 MiB. A longer one gets HTTP 413.
    ///
    /// A request is in memory as a whole, so lower it where many strangers can call.
    #[must_use]
    pub fn max_request_bytes(self, bytes: usize) -> Self {
        self.change(|inner| inner.body_limits.max_bytes = bytes)
    }

    /// Sets how many bytes of documents may be in memory at the same time, while requests are received,
    /// decompressed and decoded. Default: 256 MiB.
    ///
    /// A request counts with its `Content-Length` from its head on, and otherwise with what has arrived or
    /// has been decompressed, until its parameters have been read. If there is no room for it, it waits for
    /// 60 seconds at most, and then gets HTTP 503; that time counts for neither [`body_timeout`]
    /// nor [`request_timeout`]. The oldest request may always go on, and one that is larger than this runs
    /// alone. Documents without HTTP ([`handle`](Self::handle)) do not count.
    ///
    /// [`body_timeout`]: Self::body_timeout
    /// [`request_timeout`]: Self::request_timeout
    #[must_use]
    pub fn max_in_flight_bytes(self, bytes: u64) -> Self {
        self.change(|inner| inner.byte_budget = ByteBudget::new(bytes))
    }

    /// Sets how long a client may take to send the next piece of a request's body. Default: 30 seconds. Then
    /// it gets HTTP 408, and the connection is closed.
    ///
    /// A client may be slow, as long as pieces keep arriving.
    #[must_use]
    pub fn body_timeout(self, time: Duration) -> Self {
        self.change(|inner| inner.body_limits.timeout = time)
    }

    /// Sets how long a whole request may take to arrive, from its head to the last byte of its body. Default:
    /// 5 minutes. Then the client gets HTTP 408, and the connection is closed. `None` is no limit.
    ///
    /// It ends clients that send a byte now and then, which [`body_timeout`](Self::body_timeout) does not.
    /// Raise it where large requests come over slow lines.
    #[must_use]
    pub fn request_timeout(self, time: impl Into<Option<Duration>>) -> Self {
        let time = time.into();
        self.change(|inner| inner.body_limits.request_timeout = time)
    }

    /// Sets how many calls one `system.multicall` may contain. Default: 1000. A larger one is a fault
    /// (-32602), and none of its calls runs.
    #[must_use]
    pub fn max_multicall(self, calls: usize) -> Self {
        self.change(|inner| inner.max_multicall = calls)
    }

    /// Sets how many bytes the results of one `system.multicall` may have together. Default: 64 MiB. As soon
    /// as the results exceed it, the calls that follow are not run, and are faults (-32400).
    ///
    /// It bounds the memory that a small request with many calls of large results can take.
    #[must_use]
    pub fn max_multicall_bytes(self, bytes: usize) -> Self {
        self.change(|inner| inner.max_multicall_bytes = bytes)
    }

    /// Sets how many requests run their calls at the same time. Default: no limit. Further ones wait in a
    /// queue: at most [`max_waiting_calls`](Self::max_waiting_calls), each at most
    /// [`max_wait`](Self::max_wait).
    ///
    /// The oldest call goes first. A call whose client has closed its sending side meanwhile goes last.
    ///
    /// The calls of a multicall run one after another and count as one. A blocking method counts until it
    /// returns, even if the request has already been answered because of the [time
    /// limit](Self::call_timeout). Set it to protect what the methods use, such as a database. 0 is an
    /// invalid setting.
    #[must_use]
    pub fn max_concurrent_calls(self, calls: usize) -> Self {
        self.limit_calls("max_concurrent_calls", calls, |limits| limits.max_running = Some(calls))
    }

    /// Sets how many calls of one client run at the same time. Default: no limit. Further ones wait in the
    /// queue and delay no other client.
    ///
    /// A client is an IP address, or a user at a unix socket. Behind a proxy, all calls come from the proxy's
    /// address, unless a layer inserts the client's [`PeerAddr`](crate::PeerAddr). Calls whose client is
    /// not known are not limited. 0 is an invalid setting.
    #[must_use]
    pub fn max_calls_per_peer(self, calls: usize) -> Self {
        self.limit_calls("max_calls_per_peer", calls, |limits| limits.max_running_of_peer = Some(calls))
    }

    /// Sets how many calls may wait for their turn. Default: 16 times
    /// [`max_concurrent_calls`](Self::max_concurrent_calls), or 1024 if only
    /// [`max_calls_per_peer`](Self::max_calls_per_peer) is set. A call beyond it gets HTTP 503 with
    /// `Retry-After: 1` at once; [`handle`](Self::handle) answers it with a fault (-32400).
    ///
    /// Under an overload the queue is always full, so its length decides how long each call waits: as long as
    /// the server needs for that many calls. Lower it if calls take long. A call that waits only because of
    /// `max_calls_per_peer` makes room for the call of another client.
    #[must_use]
    pub fn max_waiting_calls(self, calls: usize) -> Self {
        self.change(|inner| inner.set_call_limits(|limits| limits.max_waiting = Some(calls)))
    }

    /// Sets how long a call may wait for its turn. Default: 5 seconds. Then it gets HTTP 503 with
    /// `Retry-After: 1` ([`handle`](Self::handle): a fault, -32400), and never starts.
    ///
    /// Set it lower than the time after which the clients give up, so that the server does not run calls
    /// whose replies nobody reads.
    #[must_use]
    pub fn max_wait(self, time: Duration) -> Self {
        self.change(|inner| inner.set_call_limits(|limits| limits.wait_time = time))
    }

    fn limit_calls(self, setting: &str, calls: usize, set: impl FnOnce(&mut CallLimits)) -> Self {
        self.change(|inner| {
            if calls == 0 {
                inner.problems.push(format!("`{setting}(0)` would never answer a call: allow at least 1"));
            } else {
                inner.set_call_limits(set);
            }
        })
    }

    /// Sets how long the calls of a request may take together, from when the first of them starts. Default:
    /// no limit. The time in which a call [waits](Self::max_wait) for its turn does not count.
    ///
    /// When the time is over, the client gets a fault (-32400), and the log has a warning. An async method is
    /// dropped at its current `.await`. A blocking method cannot be stopped: it goes on, and its result is
    /// discarded. If all of tokio's threads for blocking work are taken until then, it never runs. Calls of a
    /// multicall that have not begun by then are not run.
    ///
    /// Without it, a method that hangs keeps its connection and its place among the
    /// [`max_concurrent_calls`](Self::max_concurrent_calls) for ever.
    #[must_use]
    pub fn call_timeout(self, time: Duration) -> Self {
        self.change(|inner| inner.call_timeout = Some(time))
    }
}

/// Which HTTP requests are answered.
///
/// ```
/// # use xmlrpc_server::Router;
/// // A server for programs and for one web page on the same machine.
/// let router = Router::new()
///     .allow_host("localhost")
///     .allow_host("127.0.0.1")
///     .allow_origin("http://localhost:3000");
/// ```
impl Router {
    /// Lets the web pages of an origin (`https://example.org`) call. Default: no web page may call. Call it
    /// again for further origins.
    ///
    /// Browsers name the origin of the page that sends a request; other programs send none. A request from an
    /// origin that is not allowed gets HTTP 403, so that no web page reaches a server on the user's own
    /// machine.
    ///
    /// For allowed origins, the router also answers the request by which a browser asks for permission (a
    /// preflight, `OPTIONS`), and lets the page read the response. Pages that send cookies or HTTP
    /// authentication need a CORS layer in front of the router.
    #[must_use]
    pub fn allow_origin(self, origin: impl Into<String>) -> Self {
        self.change(|inner| inner.admission.allow_origin(origin.into()))
    }

    /// Lets every web page call. Default: no web page may call.
    ///
    /// Use it only if the server checks by other means who is calling.
    #[must_use]
    pub fn allow_any_origin(self) -> Self {
        self.change(|inner| inner.admission.allow_any_origin())
    }

    /// Answers only requests that are addressed to a host: `localhost` with any port, `localhost:8080` with
    /// this port alone. Default: any host. Call it again for further hosts. Other requests get HTTP 403.
    ///
    /// Use it for a server that is reached under few names, to stop DNS rebinding: a web page whose own host
    /// name suddenly leads to your server. Clients over a unix socket usually send `localhost`.
    #[must_use]
    pub fn allow_host(self, host: impl Into<String>) -> Self {
        self.change(|inner| inner.admission.allow_host(host.into()))
    }
}

impl Router {
    /// Answers GET with a page for people: the methods with their types and documentation, a search, and a
    /// form to try each of them. Default: no; a GET gets HTTP 405.
    ///
    /// The page shows what introspection shows: no [hidden](Self::hide) method, and none at all if
    /// `system.listMethods` is [off](Self::system_methods). The documentation is read as Markdown. The page
    /// loads nothing from elsewhere. [`basic_auth`](Self::basic_auth) and [`allow_host`](Self::allow_host)
    /// hold for it as for a call.
    ///
    /// The methods can be tried if the page was opened under a loopback address, such as `localhost`, or
    /// under a host of [`allow_host`](Self::allow_host); elsewhere the page says why not. Otherwise a web
    /// page whose host name leads to this server (DNS rebinding) could call it.
    #[must_use]
    pub fn docs(self, yes: bool) -> Self {
        self.change(|inner| inner.admission.serve_docs(yes))
    }
}

/// Who may call.
impl Router {
    /// Asks every client for a user and a password (HTTP basic authentication). `check` decides whether they
    /// are right. Default: anybody may call.
    ///
    /// A request without them gets HTTP 401 before its body is read. The methods find the user in
    /// [`RequestContext::user`]. It holds for every HTTP request, whichever server it comes through;
    /// [`handle`](Self::handle) does not know HTTP and does not ask.
    ///
    /// Compare passwords with [`secrets_match`](crate::secrets_match). The function runs on the task of the
    /// request and for each request, so it must be quick: remember the result of a slow password hash.
    /// Without TLS anybody on the way can read the password.
    ///
    /// ```
    /// use xmlrpc_server::{RequestContext, Router, secrets_match};
    /// let router = Router::new()
    ///     .basic_auth(|user, password| user == "alice" && secrets_match("correct horse", password))
    ///     .function("whoami", |context: RequestContext| async move {
    ///         Ok(context.user().unwrap_or_default().to_owned())
    ///     });
    /// ```
    #[must_use]
    pub fn basic_auth(self, check: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        self.change(|inner| inner.basic_auth = Some(BasicAuth::new(check)))
    }
}

impl Router {
    /// Returns what is invalid in the settings. It is computed once, because every request asks.
    /// Returns true at the first call that finds mistakes in this router and in its clones.
    pub(crate) fn begin_mistakes_log(&self) -> bool {
        self.inner.mistakes_logged.set(()).is_ok()
    }

    pub(crate) fn check(&self) -> Result<(), RouterError> {
        let RouterInner { table, described, system_methods, problems, checked, .. } = &*self.inner;
        let found = checked.get_or_init(|| {
            let described = described.keys().filter_map(|name| {
                if table.get(name).is_some() {
                    Some(format!("`describe_fallback` was given for `{name}`, which is a method of its own"))
                } else if self.inner.fallback(name).is_none() {
                    Some(format!("`describe_fallback` was given for `{name}`, but no fallback handles it"))
                } else {
                    None
                }
            });
            let clashes = clashes(table, *system_methods);
            let all: Vec<String> = problems.iter().cloned().chain(clashes).chain(described).collect();
            if all.is_empty() { Ok(()) } else { Err(RouterError(all)) }
        });
        found.clone()
    }

    /// Returns what is invalid in the settings, as an I/O error of a server that does not begin.
    pub(crate) fn check_for_serving(&self) -> io::Result<()> {
        self.check().map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))
    }

    /// Returns the `Content-Type` of responses.
    pub(crate) fn content_type(&self) -> HeaderValue {
        let encoding = self.inner.options.written_encoding();
        if encoding == Encoding::UTF_8 {
            return HeaderValue::from_static("text/xml; charset=utf-8");
        }
        HeaderValue::try_from(format!("text/xml; charset={}", encoding.name()))
            .unwrap_or(HeaderValue::from_static("text/xml"))
    }

    /// Changes a setting. What the last check found is forgotten.
    fn change(mut self, change: impl FnOnce(&mut RouterInner)) -> Self {
        let inner = Arc::make_mut(&mut self.inner);
        inner.checked = OnceLock::new();
        inner.mistakes_logged = OnceLock::new();
        change(inner);
        self
    }

    /// Changes what introspection says of a method.
    fn describe(self, name: &str, change: impl FnOnce(&mut Description)) -> Self {
        self.change(|inner| match inner.table.0.get_mut(name) {
            Some(entry) => change(&mut entry.description),
            None => match inner.described.get_mut(name) {
                Some(description) => change(description),
                None => inner.problems.push(format!(
                    "`help` or `signature` was given for `{name}`, but no method of that name was \
                     added before"
                )),
            },
        })
    }
}

impl RouterInner {
    /// Changes the limits of calls. The queue of calls begins anew.
    fn set_call_limits(&mut self, set: impl FnOnce(&mut CallLimits)) {
        set(&mut self.call_limits);
        self.queue = CallQueue::with_limits(self.call_limits);
    }

    fn add(&mut self, name: String, entry: TableEntry) {
        // The white space of XML, which is taken off the name in a call.
        let trimmed = name.trim_matches([' ', '\t', '\r', '\n']);
        if trimmed.is_empty() {
            self.problems.push("a method has an empty name".to_owned());
        } else if trimmed != name {
            let problem = format!("the method name {name:?} has white space around it: no call can reach it");
            self.problems.push(problem);
        } else {
            match self.table.0.entry(name) {
                btree_map::Entry::Vacant(place) => {
                    place.insert(entry);
                }
                btree_map::Entry::Occupied(there) => {
                    self.problems.push(format!("two methods are named `{}`", there.key()));
                }
            }
        }
    }

    fn add_fallback(&mut self, fallback: Fallback) {
        if self.fallbacks.iter().any(|other| other.prefix == fallback.prefix) {
            self.problems.push(match fallback.prefix.as_str() {
                "" => "two fallbacks were given: a router has at most one".to_owned(),
                prefix => format!("two fallbacks were given for names that begin with `{prefix}`"),
            });
        } else {
            self.fallbacks.push(fallback);
        }
    }

    /// Returns the fallback for a name: the one with the longest prefix.
    pub(crate) fn fallback(&self, name: &str) -> Option<&Fallback> {
        (self.fallbacks.iter())
            .filter(|fallback| name.starts_with(&fallback.prefix))
            .max_by_key(|fallback| fallback.prefix.len())
    }

    /// Returns what is put around a fault of the method with this name, or around the fault that there is no
    /// such method.
    pub(crate) fn fault_envelope(&self, name: &str) -> Option<CallEnvelope> {
        if self.envelopes.is_empty() {
            return None;
        }
        let is_known = self.table.get(name).is_some()
            || self.system_methods.find(name).is_some()
            || self.fallback(name).is_some();
        let found = if is_known { self.envelopes.of_method(name) } else { self.envelopes.of_unknown(name) };
        found.map(|envelope| CallEnvelope::new(name, envelope.clone()))
    }
}

fn duplicate_state(type_name: &str) -> String {
    format!("two values of the type `{type_name}` were given to `state`: wrap one in a type of your own")
}

/// Everything that is invalid in a [`Router`], as [`Router::build`] returns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouterError(Vec<String>);

impl fmt::Display for RouterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid router: {}", self.0.join("; "))
    }
}

impl std::error::Error for RouterError {}
