//! Calls without a socket.
#![allow(dead_code)] // Each test file uses some of it.
use serde::{Serialize, de::DeserializeOwned};
use xmlrpc_serde::{Fault, Options, call, response};
use xmlrpc_server::{RequestContext, Router};

/// Both extensions allowed, so that tests can send every value.
pub(crate) const OPTIONS: Options = Options::new().allow_none(true).allow_i8(true);

/// Calls a method of a router.
pub(crate) async fn call<T: DeserializeOwned>(
    router: &Router,
    method: &str,
    params: impl Serialize,
) -> Result<T, Fault> {
    call_in(router, method, params, RequestContext::new()).await
}

/// The same as if the request came with `context`.
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

/// Posts a document as it is, and gives the text of the reply.
pub(crate) async fn post(router: &Router, document: impl Into<bytes::Bytes>) -> String {
    let reply = router.handle(document.into(), RequestContext::new()).await;
    String::from_utf8(reply.to_vec()).expect("replies are UTF-8")
}

/// The fault that a document gets.
pub(crate) async fn fault(router: &Router, document: impl Into<bytes::Bytes>) -> Fault {
    let reply = router.handle(document.into(), RequestContext::new()).await;
    let answer: Result<xmlrpc_serde::Value, Fault> =
        response::decode(&reply, OPTIONS).expect("the reply can be read");
    answer.expect_err("a fault")
}
