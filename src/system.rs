//! `system.*`: the introspection that many servers offer, as a typed api of its own.
//!
//! ```no_run
//! # async fn example() -> xmlrpc::Result<()> {
//! use xmlrpc::{Client, system::SystemClient};
//!
//! let system = SystemClient::new(Client::new("http://127.0.0.1:8000/RPC2")?);
//! for method in system.list_methods().await? {
//!     println!("{method}: {}", system.method_help(&method).await?);
//! }
//! # Ok(()) }
//! ```
//!
//! With a [`blocking::Client`](crate::blocking::Client) the same methods block.

use crate::{Capabilities, Result, Signatures};

/// The introspection methods, as
/// <http://xmlrpc-c.sourceforge.net/introspection.html> describes them.
///
/// A server may have all, some or none: a missing one is a fault, and [`fault`](crate::Error::fault) tells its code.
#[crate::api(prefix = "system.", rename_all = "camelCase", client = SystemClient)]
pub trait System {
    /// The names of the methods that the server has.
    #[xmlrpc(idempotent)]
    async fn list_methods(&self) -> Result<Vec<String>>;

    /// The types of a method's result and parameters, in whichever shape the server tells them.
    #[xmlrpc(idempotent)]
    async fn method_signature(&self, method: &str) -> Result<Signatures>;

    /// The documentation of a method; often empty.
    #[xmlrpc(idempotent)]
    async fn method_help(&self, method: &str) -> Result<String>;

    /// The specifications that the server says it follows, by their short names.
    #[xmlrpc(idempotent)]
    async fn get_capabilities(&self) -> Result<Capabilities>;
}
