//! `Reply`: a complete response with a success status, to be decoded.

use crate::{Envelope, Error, ErrorKind, diagnosis, reply_info::ReplyInfo};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use std::sync::Arc;
use xmlrpc_serde::{Encoding, Options, response};

/// The content of a response with a success status, complete and decompressed.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) reason: Option<Box<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// How to read the body: the client's options, with the charset of the `Content-Type`.
    pub(crate) options: Options,
    pub(crate) method: Box<str>,
    pub(crate) url: Arc<str>,
}

impl Reply {
    /// Decodes the body to the result. A fault, and a body that holds no result, is an error.
    pub(crate) fn decode<W: Envelope<T>, T>(self) -> Result<T, Error> {
        let result = match response::decode::<W>(&self.body, self.options) {
            Ok(Ok(wrapped)) => wrapped.open(),
            Ok(Err(fault)) => Err(fault.into()),
            Err(error) => Err(self.decode_error(error)),
        };
        result.map_err(|error| self.attach(error))
    }

    /// Adds the call and this reply to an error about its content.
    pub(crate) fn attach(self, error: Error) -> Error {
        let error = error.in_call(&self.method, &self.url);
        error.with_reply(ReplyInfo::new(self.status, self.reason, self.headers, &self.body))
    }

    /// Makes the error for a body that is not a `methodResponse`, or whose value has another type. If the
    /// body is something else, such as an HTML page, the error says what it is.
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

/// Returns the encoding that the `charset` of a `Content-Type` declares, if the format knows it.
pub(crate) fn declared_encoding(headers: &HeaderMap) -> Option<Encoding> {
    let content_type = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let parameter = content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    })?;
    Encoding::for_label(parameter.trim().trim_matches(['"', '\'']))
}
