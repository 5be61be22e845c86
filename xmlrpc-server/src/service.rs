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
/// use xmlrpc_server::{MethodInfo, wire_type};
/// let info = MethodInfo {
///     name: "clock.set",
///     help: "Sets the clock to a number of seconds.",
///     signature: || vec![wire_type::<bool>(), wire_type::<i32>()],
/// };
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MethodInfo {
    /// The name on the wire, prefix included.
    pub name: &'static str,
    /// The text for `system.methodHelp`.
    pub help: &'static str,
    /// The types for `system.methodSignature`: the result's, then the parameters'. A function, so that types
    /// are asked only when a client asks.
    pub signature: fn() -> Vec<&'static str>,
}

/// A set of methods on one object. `#[xmlrpc::api(server)]` generates an implementation.
///
/// Implement it yourself for methods that read their parameters by hand:
///
/// ```
/// use xmlrpc_server::{MethodInfo, Methods, Router, Service, wire_type};
/// struct Clock;
/// impl Service for Clock {
///     fn register(self, methods: &mut Methods) {
///         let info = MethodInfo { name: "clock.tick", help: "", signature: || vec![wire_type::<i32>()] };
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
    methods: Vec<(MethodInfo, Handler)>,
    envelopes: FaultEnvelopes,
}

impl Methods {
    /// Adds an async method. It gets a [`Request`] whose document was checked to its end.
    pub fn add<F, Fut>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(Request) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        self.methods.push((info, Handler::checked_async(run)));
    }

    /// Adds a method that may block. It runs on one of tokio's threads for blocking work, and gets a
    /// [`Request`] whose document was checked to its end.
    pub fn add_blocking<F>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(Request) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        self.methods.push((info, Handler::checked_blocking(run)));
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
        self.methods.push((info, Handler::Async(Arc::new(move |request| Box::pin(run(request))))));
    }

    /// Adds a method that may block and knows the types of its parameters.
    ///
    /// It must read them first of all ([`UncheckedRequest::read_params`]): that checks the document.
    #[doc(hidden)]
    pub fn add_blocking_typed<F>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(UncheckedRequest) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        self.methods.push((info, Handler::Blocking(Arc::new(run))));
    }

    /// Puts an envelope around the faults of the method that was added last, also around those that the
    /// server makes itself. A fault that `close` returns stays a fault.
    #[doc(hidden)]
    pub fn close_faults<W: Serialize + 'static>(&mut self, close: fn(Fault) -> Result<W, Fault>) {
        if let Some((info, _)) = self.methods.last() {
            self.envelopes.add_method(info.name, FaultEnvelope::new(close));
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
    pub(crate) fn registered_by(service: impl Service) -> (Vec<(MethodInfo, Handler)>, FaultEnvelopes) {
        let mut methods = Self::default();
        service.register(&mut methods);
        (methods.methods, methods.envelopes)
    }
}
