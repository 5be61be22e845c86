//! `Method`: what is known of one method.

use super::{Evidence, FaultCode, KnownEnvelope, LearnedFrom, Type, skip::is_false};
use serde::{Deserialize, Serialize};

/// One method.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Method {
    /// The lists of parameters that the method takes. Most methods have one list. A method without a list was
    /// never called, and nothing was said of its parameters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overloads: Vec<Overload>,
    /// The type of the result, without its envelope.
    pub result: Type,
    /// The envelope around the result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub envelope: Option<KnownEnvelope>,
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
    pub sources: Vec<LearnedFrom>,
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
