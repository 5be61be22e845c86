//! Envelopes of real systems. One that says that the call failed is a fault.
#![expect(clippy::format_collect, reason = "the texts are short")]

mod support;

use std::sync::Arc;
use xmlrpc_client::{
    BlockingCaller, Caller, Envelope, Error, ErrorKind, Method,
    blocking::Client,
    envelope::{OpenNebula, Ros, Xapi},
};

fn open<W: Envelope<T>, T>(xml: &str) -> Result<T, Error> {
    let body = support::value(xml);
    let client = Client::builder("http://h/")
        .transport(move |_: http::Request<xmlrpc_client::blocking::Body>, _| {
            Ok(http::Response::new(body.clone()))
        })
        .build()
        .unwrap();
    let client = Arc::new(client);
    <Arc<Client> as BlockingCaller>::result(Caller::call::<_, W, T, Error>(&client, &Method::new("m"), &()))
}

fn array(values: &[&str]) -> String {
    let values: String = values.iter().map(|value| format!("<value>{value}</value>")).collect();
    format!("<array><data>{values}</data></array>")
}

fn object(members: &[(&str, &str)]) -> String {
    let members: String = members
        .iter()
        .map(|(name, value)| format!("<member><name>{name}</name><value>{value}</value></member>"))
        .collect();
    format!("<struct>{members}</struct>")
}

fn fault_of<T: std::fmt::Debug>(result: Result<T, Error>) -> (i32, String) {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Fault);
    assert!(error.to_string().starts_with("m at http://h/: fault "), "{error}");
    let fault = error.try_into_fault().unwrap();
    (fault.code, fault.message)
}

#[test]
fn ros() {
    let uri = array(&["<int>1</int>", "ok", "<string>http://host:1/</string>"]);
    assert_eq!(open::<Ros<String>, _>(&uri).unwrap(), "http://host:1/");
    for code in [0, -1] {
        // The value of a failed call can have any type.
        let failed = array(&[&format!("<int>{code}</int>"), "unknown node", "<int>0</int>"]);
        assert_eq!(fault_of(open::<Ros<String>, _>(&failed)), (code, "unknown node".into()));
    }
    assert_eq!(open::<Ros<String>, _>(&array(&["<int>1</int>"])).unwrap_err().kind(), ErrorKind::Decode);
}

#[test]
fn open_nebula() {
    let info = array(&["<boolean>1</boolean>", "<string>&lt;VM/&gt;</string>", "<i4>0</i4>", "<i4>-1</i4>"]);
    assert_eq!(open::<OpenNebula<String>, _>(&info).unwrap(), "<VM/>");
    let id = array(&["<boolean>1</boolean>", "<i4>17</i4>", "<i4>0</i4>"]);
    assert_eq!(open::<OpenNebula<i32>, _>(&id).unwrap(), 17);
    let failed = array(&["<boolean>0</boolean>", "not authorized", "<i4>512</i4>", "<i4>3</i4>"]);
    assert_eq!(fault_of(open::<OpenNebula<i32>, _>(&failed)), (512, "not authorized".into()));
    let old = array(&["<boolean>0</boolean>", "not authorized"]);
    assert_eq!(fault_of(open::<OpenNebula<i32>, _>(&old)), (0, "not authorized".into()));
}

#[test]
fn xapi() {
    for members in [[("Status", "Success"), ("Value", "ref")], [("Value", "ref"), ("Status", "Success")]] {
        assert_eq!(open::<Xapi<String>, _>(&object(&members)).unwrap(), "ref");
    }
    let error = array(&["SESSION_AUTHENTICATION_FAILED", "root", "Authentication failure"]);
    let failed = object(&[("Status", "Failure"), ("ErrorDescription", &error)]);
    assert_eq!(
        fault_of(open::<Xapi<String>, _>(&failed)),
        (0, "SESSION_AUTHENTICATION_FAILED: root, Authentication failure".into())
    );
    let without = open::<Xapi<String>, _>(&object(&[("Status", "Success")])).unwrap_err();
    assert!(without.to_string().contains("missing field `Value`"), "{without}");
}
