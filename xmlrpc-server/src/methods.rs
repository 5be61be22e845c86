//! Where generated servers put their methods.
use crate::{Reply, Request};
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

/// The XML-RPC type name that `T` reads: `int`, `string`, `struct` …
#[must_use]
pub fn type_name<T: serde_core::de::DeserializeOwned>() -> &'static str {
    todo!()
}

/// A set of methods under one object; generated for a trait that says `server`.
pub trait Service {
    /// Adds each method.
    fn register(self, methods: &mut Methods);
}

/// Methods being gathered.
#[derive(Debug)]
pub struct Methods(());
impl Methods {
    /// An async method.
    pub fn add<F, Fut>(&mut self, _info: MethodInfo, _run: F)
    where
        F: Fn(Request) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply, Fault>> + Send + 'static,
    {
        todo!()
    }
    /// A method that blocks: run on a thread for such.
    pub fn add_blocking<F>(&mut self, _info: MethodInfo, _run: F)
    where
        F: Fn(Request) -> Result<Reply, Fault> + Send + Sync + 'static,
    {
        todo!()
    }
}
