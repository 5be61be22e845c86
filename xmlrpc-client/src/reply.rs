//! `Reply`: a complete response with a success status, to be decoded.

use crate::{Envelope, Error, ErrorKind, diagnosis, kept_response::kept_parts};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde_core::de::{DeserializeOwned, IgnoredAny};
use std::sync::Arc;
use xmlrpc_serde::{Encoding, Options, Value, from_value, response};

/// The content of a response with a success status, complete and decompressed.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) reason: Option<Box<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// How to read the body: the client's options, with the charset of the `Content-Type`.
    pub(crate) options: Options,
    pub(crate) method: Arc<str>,
    pub(crate) url: Arc<str>,
    /// How often the call was sent.
    pub(crate) attempts: u32,
}

impl Reply {
    /// Decodes the body to the result. A fault, and a body that holds no result, is an error.
    pub(crate) fn decode<W: Envelope<T>, T>(self) -> Result<T, Error> {
        let result = match response::decode::<W>(&self.body, self.options) {
            Ok(Ok(wrapped)) => wrapped.open().map_err(Error::in_envelope),
            Ok(Err(fault)) => Err(fault.into()),
            Err(error) => match self.nothing_known::<W>() {
                Some(wrapped) => wrapped.open().map_err(Error::in_envelope),
                None => Err(self.decode_error(error)),
            },
        };
        result.map_err(|error| self.attach(error))
    }

    /// Reads a reply to a method of introspection that holds nothing, `<params/>`.
    ///
    /// xmlrpc-epi sends it for "nothing known": an empty list of methods, an empty help text. Returns `None`
    /// if it is another reply, or if the type has no empty value.
    fn nothing_known<W: DeserializeOwned>(&self) -> Option<W> {
        if !self.method.starts_with("system.") {
            return None;
        }
        match response::decode::<Option<IgnoredAny>>(&self.body, self.options) {
            Ok(Ok(None)) => from_value(Value::Array(Vec::new()))
                .or_else(|_| from_value(Value::String(String::new())))
                .ok(),
            _ => None,
        }
    }

    /// Adds the call and this reply to an error about its content.
    pub(crate) fn attach(self, error: Error) -> Error {
        let error = error.with_attempts(self.attempts).in_call(&self.method, &self.url);
        error.with_reply(kept_parts(self.status, self.reason, self.headers, &self.body))
    }

    /// Makes the error for a body that is not a `methodResponse`, or whose value has another type. If the
    /// body is something else, such as an HTML page, the error says what it is.
    pub(crate) fn decode_error(&self, error: xmlrpc_serde::Error) -> Error {
        undecodable(self.status, self.reason.as_deref(), &self.headers, &self.body, error)
    }
}

/// Makes the error for a body, of which the start is known, that is not a `methodResponse`, or whose value has
/// another type. If the body is something else, such as an HTML page, the error says what it is.
pub(crate) fn undecodable(
    status: StatusCode,
    reason: Option<&str>,
    headers: &HeaderMap,
    body: &[u8],
    error: xmlrpc_serde::Error,
) -> Error {
    use xmlrpc_serde::ErrorKind as Format;
    if error.kind() == Format::Limit {
        return Error::from_source(ErrorKind::TooLarge, error);
    }
    let head = || diagnosis::describe_head(status, reason, headers);
    let message = if let Some(page) = diagnosis::describe_web_page(body) {
        // What the page lacks as XML-RPC does not matter.
        format!("{}: {page}", head())
    } else if matches!(error.kind(), Format::Data | Format::Unsupported) {
        error.to_string()
    } else {
        match diagnosis::describe_body(body) {
            Some(what) => format!("{}: {what}; {error}", head()),
            None => error.to_string(),
        }
    };
    Error::new(ErrorKind::Decode, message).with_said_source(error)
}

/// Returns the encoding that the `charset` of a `Content-Type` declares, if the format knows it.
pub(crate) fn declared_encoding(headers: &HeaderMap) -> Option<Encoding> {
    Encoding::from_content_type(headers.get(header::CONTENT_TYPE)?.to_str().ok()?)
}
