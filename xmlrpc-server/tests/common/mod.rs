//! Calls a router without a socket.
#![allow(dead_code, reason = "each test file uses a part of it")]
pub(crate) mod log;

use serde::{Serialize, de::DeserializeOwned};
use xmlrpc_serde::{Fault, Options, call, response};
use xmlrpc_server::{RequestContext, Router};

/// Allows both extensions, so that tests can send every value.
pub(crate) const OPTIONS: Options = Options::new().allow_none(true).allow_i8(true);

/// Calls a method of a router.
pub(crate) async fn call<T: DeserializeOwned>(
    router: &Router,
    method: &str,
    params: impl Serialize,
) -> Result<T, Fault> {
    call_in(router, method, params, RequestContext::new()).await
}

/// Calls a method of a router, in a request with this context.
pub(crate) async fn call_in<T: DeserializeOwned>(
    router: &Router,
    method: &str,
    params: impl Serialize,
    context: RequestContext,
) -> Result<T, Fault> {
    let body = call::encode(method, &params, OPTIONS).expect("the call can be written");
    let reply = router.handle(body.into(), context).await;
    response::decode(&reply, OPTIONS).expect("the reply can be read")
}

/// Sends a document as it is. Returns the document of the response.
pub(crate) async fn post(router: &Router, document: impl Into<bytes::Bytes>) -> String {
    let reply = router.handle(document.into(), RequestContext::new()).await;
    String::from_utf8(reply.to_vec()).expect("replies are UTF-8")
}

/// Sends a document as it is. Returns the fault that answers it.
pub(crate) async fn fault(router: &Router, document: impl Into<bytes::Bytes>) -> Fault {
    let reply = router.handle(document.into(), RequestContext::new()).await;
    let answer: Result<xmlrpc_serde::Value, Fault> =
        response::decode(&reply, OPTIONS).expect("the reply can be read");
    answer.expect_err("a fault")
}
