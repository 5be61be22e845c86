//! What a method answers, encoded.
use crate::faults::{cannot_encode_result, reply_of_another_form};
use serde_core::Serialize;
use std::fmt;
use xmlrpc_serde::{ControlCharacters, Fault, Options, response};

/// What a call comes to: a reply or a fault.
pub(crate) type Answer = Result<Reply, Fault>;

/// An encoded result.
pub struct Reply(Encoded);

enum Encoded {
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

/// How the result of a call is encoded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReplyEncoder {
    options: Options,
    form: ReplyForm,
}

impl ReplyEncoder {
    pub(crate) const fn new(options: Options, form: ReplyForm) -> Self {
        Self { options, form }
    }

    /// Encodes the result of `method`.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when the value cannot be written; it is also logged, since the mistake is the server's.
    pub(crate) fn encode<T: Serialize + ?Sized>(&self, method: &str, result: &T) -> Answer {
        let encoded = match self.form {
            ReplyForm::Document => response::encode_to_vec(result, self.options).map(Encoded::Document),
            ReplyForm::Element => self.options.to_string(result).map(Encoded::Element),
        };
        encoded.map(Reply).map_err(|error| cannot_encode_result(method, error))
    }
}

impl Reply {
    pub(crate) const fn from_document(document: Vec<u8>) -> Self {
        Self(Encoded::Document(document))
    }

    /// The whole response.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when a method kept the reply to a call of a multicall and gives it here.
    pub(crate) fn into_document(self) -> Result<Vec<u8>, Fault> {
        match self.0 {
            Encoded::Document(document) => Ok(document),
            Encoded::Element(_) => Err(reply_of_another_form()),
        }
    }

    /// The `<value>` of one result in a multicall.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when a method kept the reply to a call of its own and gives it here.
    pub(crate) fn into_element(self) -> Result<String, Fault> {
        match self.0 {
            Encoded::Element(value) => Ok(value),
            Encoded::Document(_) => Err(reply_of_another_form()),
        }
    }
}

/// The options by which faults are written: a message with a character that XML cannot hold is sent with U+FFFD in its place,
/// because a client gets more from it than from no message.
pub(crate) const fn fault_options(options: Options) -> Options {
    options.control_characters(ControlCharacters::Replace)
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
