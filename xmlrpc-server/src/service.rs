//! Where generated servers put their methods.
use crate::{Reply, Request, UncheckedRequest, handler::Handler};
use std::sync::Arc;
use xmlrpc_serde::Fault;

/// What introspection tells of a method.
#[derive(Clone, Copy, Debug)]
pub struct MethodInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// `methodHelp`.
    pub help: &'static str,
    /// `methodSignature`: the result's type, then the parameters'.
    pub signature: fn() -> Vec<&'static str>,
}

/// A set of methods under one object; generated for a trait that says `server`.
///
/// By hand it is a way to add methods that read their parameters themselves:
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
    message = "`{Self}` is no set of methods that can be served",
    note = "a type that implements a trait of `#[xmlrpc::api(server)]` is served as `FooServer::new(it)`, where `Foo` is the trait"
)]
pub trait Service {
    /// Adds each method.
    fn register(self, methods: &mut Methods);
}

/// Methods being gathered.
#[derive(Debug, Default)]
pub struct Methods(Vec<(MethodInfo, Handler)>);

impl Methods {
    /// An async method.
    pub fn add<F, Fut>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(Request) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        self.0.push((info, Handler::checked_async(run)));
    }

    /// A method that blocks: it runs on a thread for such.
    pub fn add_blocking<F>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(Request) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        self.0.push((info, Handler::checked_blocking(run)));
    }

    /// An async method that checks the call as it reads its parameters; it must do so before anything else.
    #[doc(hidden)]
    pub fn add_typed<F, Fut>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(UncheckedRequest) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        self.0.push((info, Handler::Async(Arc::new(move |request| Box::pin(run(request))))));
    }

    /// The same for a method that blocks.
    #[doc(hidden)]
    pub fn add_blocking_typed<F>(&mut self, info: MethodInfo, run: F)
    where
        F: Fn(UncheckedRequest) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        self.0.push((info, Handler::Blocking(Arc::new(run))));
    }

    /// What a service registers.
    pub(crate) fn registered_by(service: impl Service) -> Vec<(MethodInfo, Handler)> {
        let mut methods = Self::default();
        service.register(&mut methods);
        methods.0
    }
}
