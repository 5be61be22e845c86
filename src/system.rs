//! The introspection methods `system.*`, which describe the methods of a server, as a typed API.
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
//! With a [`blocking::Client`](crate::blocking::Client) the methods return their results directly.

use crate::{Capabilities, Result, Signatures};

/// The introspection methods, as <http://xmlrpc-c.sourceforge.net/introspection.html> describes them.
///
/// A server may have all of them, some or none. Calling one that is missing returns a fault, whose code is in
/// [`Error::fault`](crate::Error::fault).
#[crate::api(prefix = "system.", rename_all = "camelCase", client = SystemClient)]
pub trait System {
    /// Returns the names of the server's methods.
    #[xmlrpc(idempotent)]
    async fn list_methods(&self) -> Result<Vec<String>>;

    /// Returns the types of a method's result and parameters. Every shape in which servers send them is read.
    #[xmlrpc(idempotent)]
    async fn method_signature(&self, method: &str) -> Result<Signatures>;

    /// Returns the documentation of a method. It is often empty.
    #[xmlrpc(idempotent)]
    async fn method_help(&self, method: &str) -> Result<String>;

    /// Returns the specifications that the server says it follows, by their short names.
    #[xmlrpc(idempotent)]
    async fn get_capabilities(&self) -> Result<Capabilities>;
}
