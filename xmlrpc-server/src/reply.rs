//! `Reply`: the encoded result of a method; `ReplyEncoder` makes it.
use crate::faults::{cannot_encode_result, reply_of_another_form};
use serde_core::Serialize;
use std::fmt;
use xmlrpc_serde::{ControlCharacters, Fault, Options, response};

/// The answer to a call: a reply or a fault.
pub(crate) type Answer = Result<Reply, Fault>;

/// The encoded result of a method, as [`Request::reply`](crate::Request::reply) returns it.
///
/// It belongs to the request that made it: a method returns it as it is.
pub struct Reply(Encoded);

enum Encoded {
    /// The whole document of a response.
    Document(Vec<u8>),
    /// One `<value>`, for the reply to a multicall.
    Element(String),
}

/// The form of a reply, which depends on where the call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplyForm {
    /// The call is the only one of its request.
    Document,
    /// The call is one of a multicall.
    Element,
}

/// Encodes the result of a call in the form that its request needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReplyEncoder {
    options: Options,
    form: ReplyForm,
}

impl ReplyEncoder {
    pub(crate) const fn new(options: Options, form: ReplyForm) -> Self {
        Self { options, form }
    }

    pub(crate) const fn form(&self) -> ReplyForm {
        self.form
    }

    /// Encodes a result. The name of the method is for the log.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if the result cannot be encoded.
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

    /// Returns how many bytes the reply has.
    pub(crate) fn len(&self) -> Option<usize> {
        match &self.0 {
            Encoded::Document(document) => Some(document.len()),
            Encoded::Element(value) => Some(value.len()),
        }
    }

    /// Returns the document of the response.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if a method has kept this reply from a call of a multicall and returns it
    /// now.
    pub(crate) fn into_document(self) -> Result<Vec<u8>, Fault> {
        match self.0 {
            Encoded::Document(document) => Ok(document),
            Encoded::Element(_) => Err(reply_of_another_form()),
        }
    }

    /// Returns the `<value>` for the reply to a multicall.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if a method has kept this reply from a single call and returns it now.
    pub(crate) fn into_element(self) -> Result<String, Fault> {
        match self.0 {
            Encoded::Element(value) => Ok(value),
            Encoded::Document(_) => Err(reply_of_another_form()),
        }
    }
}

/// Returns the options for writing a fault. A character in its message that XML cannot hold becomes U+FFFD,
/// because most of a message is better than none.
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
