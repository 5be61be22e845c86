//! `Reply`: the encoded result of a method; `ReplyEncoder` makes it.
use crate::{
    faults::{cannot_encode_result, reply_of_another_form},
    row_stream::RowStream,
};
use bytes::Bytes;
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
    /// The array in a document, whose rows are still to come.
    Rows(Box<RowStream>),
}

/// The document of a response.
#[derive(Debug)]
pub(crate) enum ReplyDocument {
    Whole(Bytes),
    /// Its rows are still to come.
    Rows(Box<RowStream>),
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
    /// How many bytes rows may have that are sent as a whole.
    max_bytes: usize,
}

impl ReplyEncoder {
    pub(crate) const fn new(options: Options, form: ReplyForm, max_bytes: usize) -> Self {
        Self { options, form, max_bytes }
    }

    pub(crate) const fn options(&self) -> Options {
        self.options
    }

    pub(crate) const fn max_bytes(&self) -> usize {
        self.max_bytes
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

    pub(crate) fn from_rows(rows: RowStream) -> Self {
        Self(Encoded::Rows(Box::new(rows)))
    }

    /// Makes the reply to a call of a multicall: the array of these elements.
    pub(crate) fn from_elements(elements: &[String]) -> Self {
        Self(Encoded::Element(format!("<value><array><data>{}</data></array></value>", elements.concat())))
    }

    /// Returns the rows that are still to come.
    pub(crate) fn rows_mut(&mut self) -> Option<&mut RowStream> {
        match &mut self.0 {
            Encoded::Rows(rows) => Some(rows),
            Encoded::Document(_) | Encoded::Element(_) => None,
        }
    }

    /// Returns how many bytes the reply has.
    pub(crate) fn len(&self) -> Option<usize> {
        match &self.0 {
            Encoded::Document(document) => Some(document.len()),
            Encoded::Element(value) => Some(value.len()),
            Encoded::Rows(_) => None,
        }
    }

    /// Returns the document of the response.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if a method has kept this reply from a call of a multicall and returns it
    /// now.
    pub(crate) fn into_document(self) -> Result<ReplyDocument, Fault> {
        match self.0 {
            Encoded::Document(document) => Ok(ReplyDocument::Whole(document.into())),
            Encoded::Rows(rows) => Ok(ReplyDocument::Rows(rows)),
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
            Encoded::Document(_) | Encoded::Rows(_) => Err(reply_of_another_form()),
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
            Encoded::Document(document) => (ReplyForm::Document, Some(document.len())),
            Encoded::Element(value) => (ReplyForm::Element, Some(value.len())),
            Encoded::Rows(_) => (ReplyForm::Document, None),
        };
        f.debug_struct("Reply").field("form", &form).field("bytes", &bytes).finish()
    }
}
