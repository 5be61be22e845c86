//! A reply whose HTTP is done with: the body, and what errors tell of the rest.

use crate::{Envelope, Error, ErrorKind, diagnosis, reply_info::ReplyInfo};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use std::sync::Arc;
use xmlrpc_serde::{Encoding, Options, response};

/// A reply with a success status, whole and decompressed.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) reason: Option<Box<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// How to read the body: the client's options and the header's charset.
    pub(crate) options: Options,
    pub(crate) method: Box<str>,
    pub(crate) url: Arc<str>,
}

impl Reply {
    /// The result in the body: the value, or the fault, or why it is neither.
    pub(crate) fn decode<W: Envelope<T>, T>(self) -> Result<T, Error> {
        let result = match response::decode::<W>(&self.body, self.options) {
            Ok(Ok(wrapped)) => wrapped.open(),
            Ok(Err(fault)) => Err(fault.into()),
            Err(error) => Err(self.decode_error(error)),
        };
        result.map_err(|error| self.attach(error))
    }

    /// Names the call and the reply in an error about its content.
    pub(crate) fn attach(self, error: Error) -> Error {
        let error = error.in_call(&self.method, &self.url);
        error.with_reply(ReplyInfo::new(self.status, self.reason, self.headers, &self.body))
    }

    /// An error for a body that is no `methodResponse`, or one whose value is of another type.
    pub(crate) fn decode_error(&self, error: xmlrpc_serde::Error) -> Error {
        use xmlrpc_serde::ErrorKind as Format;
        if error.kind() == Format::Limit {
            return Error::from_source(ErrorKind::TooLarge, error);
        }
        let message = match error.kind() {
            Format::Data | Format::Unsupported => error.to_string(),
            _ => match diagnosis::describe_body(&self.body) {
                Some(what) => {
                    format!(
                        "{}: {what}; {error}",
                        diagnosis::describe_head(self.status, self.reason.as_deref(), &self.headers)
                    )
                }
                None => error.to_string(),
            },
        };
        Error::new(ErrorKind::Decode, message).with_source(error)
    }
}

/// The `charset` of a reply's `Content-Type`, where it is one that the format knows.
pub(crate) fn declared_encoding(headers: &HeaderMap) -> Option<Encoding> {
    let content_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let parameter = content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    Encoding::for_label(parameter.trim().trim_matches(['"', '\'']))
}
