//! What a method answers, encoded.
use crate::RequestContext;
use serde_core::Serialize;
use std::fmt;
use xmlrpc_serde::{Fault, Options, response};

/// An encoded result.
pub struct Reply(pub(crate) Encoded);

pub(crate) enum Encoded {
    /// The whole document.
    Document(Vec<u8>),
    /// One `<value>`, to stand in a multicall's reply.
    Element(String),
}

/// Where the result of a call will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplyForm {
    /// Alone in the response.
    Document,
    /// Among the results of a multicall.
    Element,
}

/// What a call's answer hangs on, beside the method.
#[derive(Clone, Debug)]
pub(crate) struct Answering {
    pub(crate) context: RequestContext,
    pub(crate) options: Options,
    pub(crate) form: ReplyForm,
}

impl Answering {
    /// Encodes the result of `method`.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when the value cannot be written; it is also logged, since the mistake is the server's.
    pub(crate) fn reply<T: Serialize + ?Sized>(&self, method: &str, value: &T) -> Result<Reply, Fault> {
        let encoded = match self.form {
            ReplyForm::Document => response::encode_to_vec(value, self.options).map(Encoded::Document),
            ReplyForm::Element => self.options.to_string(value).map(Encoded::Element),
        };
        encoded.map(Reply).map_err(|error| {
            tracing::error!(method, %error, "a result cannot be encoded");
            Fault::new(
                Fault::INTERNAL_ERROR,
                format!(
                    "Internal error: the result of the method cannot be encoded: {}",
                    error.without_advice()
                ),
            )
        })
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (form, bytes) = match &self.0 {
            Encoded::Document(document) => (ReplyForm::Document, document.len()),
            Encoded::Element(value) => (ReplyForm::Element, value.len()),
        };
        f.debug_struct("Reply").field("form", &form).field("bytes", &bytes).finish()
    }
}
