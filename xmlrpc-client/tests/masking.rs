//! The fault with which a server answers for an error: it says nothing of the server's inside.

use serde::Deserialize;
use std::{error::Error as _, io};
use xmlrpc_client::{Caller, Envelope, Error, ErrorKind, Method, blocking::Client, testing::Canned};
use xmlrpc_serde::Fault;

/// Calls another server and returns the error.
fn upstream(canned: Canned) -> Error {
    let client = Client::builder("http://internal:9000/").transport(canned).build().unwrap();
    client.call::<_, i32>("price", ()).unwrap_err()
}

fn is_masked(fault: &Fault, secret: &str) {
    assert_eq!((fault.code, &*fault.message), (Fault::INTERNAL_ERROR, "Internal error"));
    assert_eq!(fault.to_string(), "fault -32603: Internal error");
    assert!(fault.source().unwrap().to_string().contains(secret), "{:?}", fault.source());
    let written = xmlrpc_serde::response::encode_fault(fault, xmlrpc_serde::Options::new()).unwrap();
    assert!(!written.contains(secret), "{written}");
}

fn page() -> http::Response<bytes::Bytes> {
    let page = "<html><title>Traceback: db password=hunter2</title></html>";
    http::Response::builder().status(500).body(page.into()).unwrap()
}

#[test]
fn an_error_that_is_not_a_fault_is_masked_and_is_the_source() {
    for (error, secret) in [
        (upstream(Canned::new().error("price", ErrorKind::Connect, "db.internal")), "db.internal"),
        (upstream(Canned::new().response("price", page())), "hunter2"),
        (upstream(Canned::new().value("price", "text")), "params[0]"),
        (Error::from(io::Error::other("/etc/secret")), "/etc/secret"),
        (Client::new("internal.example").unwrap_err(), "internal.example"),
        (Error::from(xmlrpc_serde::from_str::<i32>("<value>x</value>").unwrap_err()), "expected i32"),
    ] {
        let again = error.to_string();
        is_masked(&Fault::from(error), secret);
        let error = Error::new(ErrorKind::Io, again);
        is_masked(&error.into_fault(), secret);
    }
}

#[test]
fn the_fault_of_another_server_is_masked_unless_it_is_passed_on_by_intent() {
    let fault = || Fault::new(4, "no such user on internal-7");
    is_masked(&Fault::from(upstream(Canned::new().fault("price", fault()))), "internal-7");
    assert_eq!(upstream(Canned::new().fault("price", fault())).into_fault(), fault());
    assert_eq!(upstream(Canned::new().fault("price", fault())).try_into_fault().unwrap(), fault());
}

#[test]
fn a_slot_with_a_fault_is_masked_too() {
    let results = xmlrpc_serde::value!([{ "faultCode": 4, "faultString": "internal-7" }]);
    let canned = Canned::new().value("system.multicall", &results);
    let client = Client::builder("http://internal/").transport(canned).build().unwrap();
    let batch = client.multicall();
    let slot = batch.call::<_, i32>("price", ());
    let error = client.send(batch).unwrap().take(slot).unwrap_err();
    is_masked(&Fault::from(error), "internal-7");
}

/// `{reason}`: a call that always failed.
#[derive(Deserialize)]
struct Failed {
    reason: String,
}

impl Envelope<i32> for Failed {
    fn open(self) -> Result<i32, Error> {
        Err(Fault::new(7, self.reason).into())
    }
}

#[test]
fn an_envelope_that_says_that_the_call_failed_is_masked() {
    let canned = Canned::new().value("price", &xmlrpc_serde::value!({ "reason": "internal-7" }));
    let client = Client::builder("http://internal/").transport(canned).build().unwrap();
    let call = || Caller::call::<_, Failed, i32, Error>(&client, &Method::new("price"), &()).unwrap_err();
    is_masked(&Fault::from(call()), "internal-7");
    assert_eq!(call().into_fault(), Fault::new(7, "internal-7"));
}

#[test]
fn a_fault_of_the_method_itself_goes_out_as_it_is() {
    fn method() -> Result<i32, Error> {
        Err(Fault::new(10, "BAD_NAME: web"))?;
        Ok(1)
    }
    let fault = Fault::from(method().unwrap_err());
    assert_eq!(fault, Fault::new(10, "BAD_NAME: web"));
    assert!(fault.source().is_none());
}
