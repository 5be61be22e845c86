//! The contract of an API as data: its methods, their parameters, types and documentation, and where each was
//! learned.
//!
//! A trait states a contract in Rust. A server states parts of it in what it says of itself, and recordings
//! of its traffic show other parts. All of them become a [`Contract`], so that they can be compared, merged
//! and stored. The crate `xmlrpc-gen` does that. It writes contracts as JSON.
//!
//! No value of a parameter, of a result or of a member is ever part of a contract, because recordings hold
//! passwords.

mod envelope;
mod evidence;
mod fault_code;
mod learned_from;
mod method;
mod skip;
mod types;

pub use envelope::KnownEnvelope;
pub use evidence::{Array, Columns, Evidence, Object, Opened, SeenCall, SeenFault, SeenMember, Shape, Text};
pub use fault_code::FaultCode;
pub use learned_from::LearnedFrom;
pub use method::{Leading, Method, Overload, Param};
pub use types::{Field, Nothing, Struct, Type};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known of an API.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contract {
    /// The name and version of the server, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// The methods, by their names on the wire.
    pub methods: BTreeMap<String, Method>,
    /// The structs that methods take and give, by their names in Rust.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub types: BTreeMap<String, Struct>,
    /// Parameters that stand in front of every method's own, such as a session key. Only their places and
    /// types are kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leading: Vec<Leading>,
    /// The notifications that the server says it sends.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notifications: Vec<String>,
}
