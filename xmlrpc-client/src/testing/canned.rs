//! `Canned`: replies that a test prepares.

use crate::{
    Body, CallContext, Error, ErrorKind, Transport, TransportFuture,
    body::blocking::{self as blocking_body, WaitingPieces},
    transport::blocking,
};
use http::{HeaderValue, Request, Response, header};
use serde_core::Serialize;
use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use xmlrpc_serde::{Fault, Options, Value, call, response};

/// A call that was sent to [`Canned`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CannedCall {
    /// The name of the method.
    pub method: String,
    /// The parameters.
    pub params: Vec<Value>,
}

/// A transport that gives replies prepared by a test, and keeps the calls that it was sent.
///
/// Several replies for one method are given in order; the last one is then given again and again. A method
/// without a reply gets the fault -32601 (method not found), as from a server. Clones share the replies and
/// the calls.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{ErrorKind, blocking::Client, testing::Canned};
///
/// let canned = Canned::new()
///     .error("status", ErrorKind::Timeout, "too slow")
///     .value("status", "running");
/// let client = Client::builder("http://test/").transport(canned.clone()).build()?;
///
/// assert!(client.call::<_, String>("status", ("db",)).unwrap_err().is_timeout());
/// assert_eq!(client.call::<_, String>("status", ("db",))?, "running");
/// assert_eq!(canned.calls().len(), 2);
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Canned {
    state: Arc<Mutex<CannedState>>,
}

#[derive(Default)]
struct CannedState {
    replies: HashMap<String, VecDeque<CannedReply>>,
    calls: Vec<CannedCall>,
}

enum CannedReply {
    Response(Response<Body>),
    Error(ErrorKind, String),
    /// A stream that was given already.
    Spent,
}

impl CannedReply {
    /// Returns the reply and leaves it for further calls. A stream can be given only once.
    fn give(&mut self) -> Result<Response<Body>, Error> {
        match self {
            Self::Error(kind, message) => Err(Error::new(*kind, message.clone())),
            Self::Spent => {
                Err(Error::new(ErrorKind::Io, "the canned reply is a stream, which was given already"))
            }
            Self::Response(response) => match response.body().try_clone() {
                Some(body) => {
                    let mut copy = Response::new(body);
                    *copy.status_mut() = response.status();
                    *copy.headers_mut() = response.headers().clone();
                    *copy.extensions_mut() = response.extensions().clone();
                    Ok(copy)
                }
                None => match std::mem::replace(self, Self::Spent) {
                    Self::Response(response) => Ok(response),
                    Self::Error(kind, message) => Err(Error::new(kind, message)),
                    Self::Spent => Ok(Response::new(Body::empty())),
                },
            },
        }
    }
}

impl Canned {
    /// Creates a transport without replies.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a reply with a value.
    ///
    /// # Panics
    /// If the value cannot be written as XML-RPC. `None` and integers of 64 bits can.
    #[must_use]
    pub fn value<T: Serialize + ?Sized>(self, method: &str, value: &T) -> Self {
        let body = response::encode_to_vec(value, all_types())
            .unwrap_or_else(|error| panic!("canned {method}: {error}"));
        self.add(method, CannedReply::Response(xml_response(body)))
    }

    /// Adds a fault.
    ///
    /// # Panics
    /// If the message has a character that XML cannot hold.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "tests create the fault in the argument")]
    pub fn fault(self, method: &str, fault: Fault) -> Self {
        let body = response::encode_fault_to_vec(&fault, all_types())
            .unwrap_or_else(|error| panic!("canned {method}: {error}"));
        self.add(method, CannedReply::Response(xml_response(body)))
    }

    /// Adds a whole response, for example with another status or a body that is not XML-RPC.
    ///
    /// The body may be a stream ([`Body::wrap`]). It can be given only once.
    #[must_use]
    pub fn response(self, method: &str, response: Response<impl Into<Body>>) -> Self {
        self.add(method, CannedReply::Response(response.map(Into::into)))
    }

    /// Adds an error of the transport, in place of a response.
    #[must_use]
    pub fn error(self, method: &str, kind: ErrorKind, message: impl Into<String>) -> Self {
        self.add(method, CannedReply::Error(kind, message.into()))
    }

    /// Returns the calls so far, in order.
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

    fn reply_to(&self, document: &[u8]) -> Result<Response<Body>, Error> {
        let call = call::decode(document, all_types())?;
        let (method, params) = (call.method().to_owned(), call.params::<Vec<Value>>()?);
        let mut state = self.state();
        let reply = match state.replies.get_mut(&method) {
            Some(replies) if replies.len() > 1 => replies.pop_front().map(|mut reply| reply.give()),
            Some(replies) => replies.front_mut().map(CannedReply::give),
            None => None,
        };
        let missing = format!("no canned reply for {method}");
        state.calls.push(CannedCall { method, params });
        match reply {
            Some(reply) => reply,
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

fn xml_response(body: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/xml"));
    response
}

impl Transport for Canned {
    fn send(&self, request: Request<Body>, _: CallContext) -> TransportFuture<'_> {
        Box::pin(async move { self.reply_to(&request.into_body().collect(u64::MAX).await?) })
    }
}

impl blocking::Transport for Canned {
    fn send(
        &self,
        request: Request<blocking_body::Body>,
        _: CallContext,
    ) -> Result<Response<blocking_body::Body>, Error> {
        Ok(self.reply_to(&request.into_body().collect(u64::MAX)?)?.map(WaitingPieces::body))
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
