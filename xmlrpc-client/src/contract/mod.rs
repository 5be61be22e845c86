//! The contract of an API as data: its methods, their parameters, types and documentation, and where each was learned.
//!
//! A trait states a contract in Rust. A server states parts of it in what it says of itself, and recordings of its
//! traffic show other parts. All of them become a [`Contract`], so that they can be compared, merged and stored. The
//! crate `xmlrpc-gen` does that. It writes contracts as JSON.
//!
//! No value of a parameter, of a result or of a member is ever part of a contract, because recordings hold passwords.

mod evidence;
mod types;

pub use evidence::{Array, Call, Columns, Evidence, Member, Object, Opened, SeenFault, Shape, Text};
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
    /// Parameters that stand in front of every method's own, such as a session key. Only their places and types are
    /// kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leading: Vec<Leading>,
    /// The notifications that the server says it sends.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notifications: Vec<String>,
}

/// One method.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Method {
    /// The lists of parameters that the method takes. Most methods have one list. A method without a list was never
    /// called, and nothing was said of its parameters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overloads: Vec<Overload>,
    /// The type of the result, without its envelope.
    pub result: Type,
    /// The envelope around the result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub envelope: Option<Envelope>,
    /// The faults that the method is known to answer with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<FaultCode>,
    /// The documentation, as plain text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub docs: String,
    /// The documentation of the result, as plain text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub result_docs: String,
    /// Whether the method does no harm if it runs twice; `false` where nobody said so.
    #[serde(skip_serializing_if = "is_false")]
    pub idempotent: bool,
    /// Where the method and its types were learned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The signatures as the server sent them: the result's type, then the parameters'.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Vec<String>>,
    /// What recordings showed, in a form that can be merged with what later ones show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Box<Evidence>>,
}

/// One list of parameters.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Overload {
    /// The parameters in their order.
    pub params: Vec<Param>,
}

/// One parameter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Param {
    /// The name; empty where it is not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether a call may leave the parameter out, together with all that follow it.
    #[serde(skip_serializing_if = "is_false")]
    pub optional: bool,
    /// What the server takes if the parameter is left out, as the server's documentation writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Whether any number of such parameters may follow.
    #[serde(skip_serializing_if = "is_false")]
    pub rest: bool,
    /// Whether the parameter is a member of a struct of keyword arguments.
    #[serde(skip_serializing_if = "is_false")]
    pub keyword: bool,
    /// The documentation, as plain text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub docs: String,
}

/// A parameter that stands in front of every method's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leading {
    /// The place, counted from 0.
    pub place: u32,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
}

/// The shape in which a server wraps every result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Envelope {
    /// `[code, message, value]`.
    Ros,
    /// `[success, value or message, code]`.
    OpenNebula,
    /// `{Status, Value}` or `{Status, ErrorDescription}`.
    Xapi,
    /// An envelope that a trait names by a path of its own.
    Other,
}

/// A code of a fault that has a meaning of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FaultCode {
    /// The code.
    pub code: i32,
    /// The upper-case word at the beginning of the fault's text, such as `BAD_NAME`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Where something was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A trait in Rust.
    Trait,
    /// The list of methods that the server gave.
    Listed,
    /// The method's signature, from the server.
    Signature,
    /// The method's documentation, from the server.
    Docstring,
    /// Koji's `_listapi`.
    ListApi,
    /// Robot Framework's `get_keyword_arguments` and its like.
    Keywords,
    /// Odoo's and Tryton's `fields_get`.
    FieldsGet,
    /// A file of wishes that a person wrote.
    Wish,
    /// Recorded replies, with their number. It is a lower bound, because recordings of two runs may overlap.
    Replies(u32),
}

/// Leaves members out of the JSON that say nothing.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// As [`is_false`], for counts.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}
