//! The other crates that speak XML-RPC, and what they and we stand on, alone.

pub mod dxr;
pub mod floor;
pub mod serde_xmlrpc;
pub mod xmlrpc;
