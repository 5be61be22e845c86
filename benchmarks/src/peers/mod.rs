//! Other crates for XML-RPC, and the libraries that they and we are built on.

pub mod dxr;
pub mod floor;
pub mod serde_xmlrpc;
pub mod xmlrpc;
