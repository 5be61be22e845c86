//! `Service`: a set of methods on one object, as a generated server is; `Methods` collects them.
use crate::{
    Reply, Request, UncheckedRequest,
    fault_envelope::{FaultEnvelope, FaultEnvelopes},
    handler::Handler,
};
use serde_core::Serialize;
use std::sync::Arc;
use xmlrpc_serde::Fault;

/// The description of a method of a [`Service`]: its name, and what introspection says of it.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::{MethodInfo, wire_type};
/// let info = MethodInfo::new("clock.set", "Sets the clock to a number of seconds.", || {
///     vec![wire_type::<bool>(), wire_type::<i32>()]
/// });
/// assert_eq!(info.name, "clock.set");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MethodInfo {
    /// The name on the wire, prefix included.
    pub name: &'static str,
    /// The text for `system.methodHelp`.
    pub help: &'static str,
    /// The types for `system.methodSignature`: the result's, then the parameters'. A function, so that types
    /// are asked only when a client asks.
    pub signature: fn() -> Vec<&'static str>,
}

impl MethodInfo {
    /// Describes a method by its name on the wire, the text for `system.methodHelp`, and the types for
    /// `system.methodSignature`.
    #[must_use]
    pub const fn new(name: &'static str, help: &'static str, signature: fn() -> Vec<&'static str>) -> Self {
        Self { name, help, signature }
    }
}

/// A set of methods on one object. `#[xmlrpc::api(server)]` generates an implementation.
///
/// Implement it yourself for methods that read their parameters by hand:
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::{MethodInfo, Methods, Router, Service, wire_type};
/// struct Clock;
/// impl Service for Clock {
///     fn register(self, methods: &mut Methods) {
///         let info = MethodInfo::new("clock.tick", "", || vec![wire_type::<i32>()]);
///         methods.add(info, |request| async move {
///             request.params(&[], 0)?;
///             request.reply(&1)
///         });
///     }
/// }
/// let router = Router::new().service(Clock);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a `Service`: only sets of methods can be served",
    note = "if it implements a trait `Foo` with `#[xmlrpc::api(server)]`, serve `FooServer::new(it)`"
)]
pub trait Service {
    /// Adds each method to `methods`.
    fn register(self, methods: &mut Methods);
}

/// Collects the methods of a [`Service`].
#[derive(Debug, Default)]
pub struct Methods {
    methods: Vec<RegisteredMethod>,
    envelopes: FaultEnvelopes,
}

/// A method of a service.
#[derive(Debug)]
pub(crate) struct RegisteredMethod {
    pub(crate) info: MethodInfo,
    pub(crate) names: &'static [&'static str],
    pub(crate) optional: usize,
    pub(crate) handler: Handler,
}

impl Methods {
    /// Adds an async method. It gets a [`Request`] whose document was checked to its end.
    pub fn add<F, Fut>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(Request) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        self.push(info, Handler::checked_async(run));
    }

    /// Adds a method that may block. It runs on one of tokio's threads for blocking work, and gets a
    /// [`Request`] whose document was checked to its end.
    pub fn add_blocking<F>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(Request) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        self.push(info, Handler::checked_blocking(run));
    }

    /// Adds an async method that knows the types of its parameters.
    ///
    /// It must read them first of all ([`UncheckedRequest::read_params`]): that checks the document.
    #[doc(hidden)]
    pub fn add_typed<F, Fut>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(UncheckedRequest) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        self.push(info, Handler::Async(Arc::new(move |request| Box::pin(run(request)))));
    }

    /// Adds a method that may block and knows the types of its parameters.
    ///
    /// It must read them first of all ([`UncheckedRequest::read_params`]): that checks the document.
    #[doc(hidden)]
    pub fn add_blocking_typed<F>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(UncheckedRequest) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        self.push(info, Handler::Blocking(Arc::new(run)));
    }

    /// Names the parameters of the method that was added last, and says how many of the last ones a caller
    /// may leave off. Default: no names, and none.
    ///
    /// `system.methodSignature` has one signature for each number of parameters. The page of
    /// [`Router::docs`](crate::Router::docs) shows the names.
    pub fn describe_params(&mut self, names: &'static [&'static str], optional: usize) {
        if let Some(last) = self.methods.last_mut() {
            (last.names, last.optional) = (names, optional);
        }
    }

    fn push(&mut self, info: MethodInfo, handler: Handler) {
        self.methods.push(RegisteredMethod { info, names: &[], optional: 0, handler });
    }

    /// Puts an envelope around the faults of the method that was added last, also around those that the
    /// server makes itself. A fault that `close` returns stays a fault.
    #[doc(hidden)]
    pub fn close_faults<W: Serialize + 'static>(&mut self, close: fn(Fault) -> Result<W, Fault>) {
        if let Some(last) = self.methods.last() {
            self.envelopes.add_method(last.info.name, FaultEnvelope::new(close));
        }
    }

    /// Puts an envelope around the fault for an unknown method whose name begins with `prefix`.
    #[doc(hidden)]
    pub fn close_unknown<W: Serialize + 'static>(
        &mut self,
        prefix: &'static str,
        close: fn(Fault) -> Result<W, Fault>,
    ) {
        self.envelopes.add_unknown(prefix, FaultEnvelope::new(close));
    }

    /// Returns what a service registers.
    pub(crate) fn registered_by(service: impl Service) -> (Vec<RegisteredMethod>, FaultEnvelopes) {
        let mut methods = Self::default();
        service.register(&mut methods);
        (methods.methods, methods.envelopes)
    }
}
