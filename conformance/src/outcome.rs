//! `Outcome`: the outcome of one case, and its JSON.

use serde_json::{Value as Json, json};
use xmlrpc::{Fault, format};

/// The outcome of one case.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The value of a response, as a tree.
    Value(Json),
    /// A call: the name of the method, and the parameters as trees.
    Call(String, Vec<Json>),
    /// A fault.
    Fault(Fault),
    /// A document that was encoded.
    Document(String),
    /// A refusal, with the text of the error.
    Refused(String),
}

impl Outcome {
    /// Converts the outcome into the JSON that the scorer reads.
    #[must_use]
    pub fn into_json(self) -> Json {
        match self {
            Self::Value(value) => json!({ "ok": { "value": value } }),
            Self::Call(method, params) => json!({ "ok": { "method": method, "params": params } }),
            Self::Fault(fault) => json!({ "fault": [fault.code, fault.message] }),
            Self::Document(document) => json!({ "doc": document }),
            Self::Refused(error) => json!({ "error": error }),
        }
    }
}

impl From<format::Error> for Outcome {
    fn from(error: format::Error) -> Self {
        Self::Refused(format!("{:?}: {error}", error.kind()))
    }
}
