//! `Canned`: replies that a test writes down.

use crate::{CallContext, Error, ErrorKind, Transport, TransportFuture, transport::blocking};
use bytes::Bytes;
use http::{HeaderValue, Request, Response, header};
use serde_core::Serialize;
use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use xmlrpc_serde::{Fault, Options, Value, call, response};

/// A call that [`Canned`] was sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CannedCall {
    /// The method's name.
    pub method: String,
    /// Its parameters.
    pub params: Vec<Value>,
}

/// Replies written down beforehand, and the calls that asked for them. Clones share both.
///
/// Several replies for one method are given in their order, and the last one from then on. A method without
/// any gives the fault -32601, as a server would.
#[derive(Clone, Default)]
pub struct Canned {
    state: Arc<Mutex<CannedState>>,
}

#[derive(Default)]
struct CannedState {
    replies: HashMap<String, VecDeque<CannedReply>>,
    calls: Vec<CannedCall>,
}

#[derive(Clone)]
enum CannedReply {
    Response(Response<Bytes>),
    Error(ErrorKind, String),
}

impl Canned {
    /// No replies yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A value for a method.
    ///
    /// # Panics
    /// For a value that cannot be written, with `allow_none` and `allow_i8` on.
    #[must_use]
    pub fn value<T: Serialize + ?Sized>(self, method: &str, value: &T) -> Self {
        let body = response::encode_to_vec(value, all_types())
            .unwrap_or_else(|error| panic!("canned {method}: {error}"));
        self.add(method, CannedReply::Response(xml_response(body)))
    }

    /// A fault for a method.
    ///
    /// # Panics
    /// For a message that cannot be written.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "faults are made where they are given")]
    pub fn fault(self, method: &str, fault: Fault) -> Self {
        let body = response::encode_fault_to_vec(&fault, all_types())
            .unwrap_or_else(|error| panic!("canned {method}: {error}"));
        self.add(method, CannedReply::Response(xml_response(body)))
    }

    /// A whole response for a method: another status, another body.
    #[must_use]
    pub fn response(self, method: &str, response: Response<Bytes>) -> Self {
        self.add(method, CannedReply::Response(response))
    }

    /// No response for a method, but an error of the transport.
    #[must_use]
    pub fn error(self, method: &str, kind: ErrorKind, message: impl Into<String>) -> Self {
        self.add(method, CannedReply::Error(kind, message.into()))
    }

    /// The calls so far, in their order.
    #[must_use]
    pub fn calls(&self) -> Vec<CannedCall> {
        self.state().calls.clone()
    }

    fn add(self, method: &str, reply: CannedReply) -> Self {
        self.state().replies.entry(method.to_owned()).or_default().push_back(reply);
        self
    }

    fn state(&self) -> MutexGuard<'_, CannedState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reply_to(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, Error> {
        let call = call::decode(request.body(), all_types())?;
        let (method, params) = (call.method().to_owned(), call.params::<Vec<Value>>()?);
        let mut state = self.state();
        let reply = match state.replies.get_mut(&method) {
            Some(replies) if replies.len() > 1 => replies.pop_front(),
            Some(replies) => replies.front().cloned(),
            None => None,
        };
        let missing = format!("no canned reply for {method}");
        state.calls.push(CannedCall { method, params });
        match reply {
            Some(CannedReply::Response(response)) => Ok(response),
            Some(CannedReply::Error(kind, message)) => Err(Error::new(kind, message)),
            None => Ok(xml_response(response::encode_fault_to_vec(
                &Fault::new(Fault::METHOD_NOT_FOUND, missing),
                all_types(),
            )?)),
        }
    }
}

const fn all_types() -> Options {
    Options::new().allow_none(true).allow_i8(true)
}

fn xml_response(body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/xml"));
    response
}

impl Transport for Canned {
    fn send(&self, request: Request<Bytes>, _: CallContext) -> TransportFuture<'_> {
        Box::pin(std::future::ready(self.reply_to(&request)))
    }
}

impl blocking::Transport for Canned {
    fn send(&self, request: Request<Bytes>, _: CallContext) -> Result<Response<Bytes>, Error> {
        self.reply_to(&request)
    }
}

impl fmt::Debug for Canned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state();
        f.debug_struct("Canned")
            .field("methods", &state.replies.keys())
            .field("calls", &state.calls.len())
            .finish()
    }
}
