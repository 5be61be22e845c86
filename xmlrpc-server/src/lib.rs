//! XML-RPC server.
mod methods;
mod request;

pub use methods::{MethodInfo, Methods, Service, type_name};
pub use request::{ParamsReader, Reply, Request};
