//! What is told where TLS is not built in.
#![cfg(all(feature = "blocking", not(any(feature = "rustls", feature = "native-tls"))))]

use xmlrpc_client::{ErrorKind, blocking};

/// It was once told by the first call, as a url that is wrong.
#[test]
fn https_is_refused_before_a_call() {
    let error = blocking::Client::new("https://example.org/RPC2").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.to_string().contains("https needs the cargo feature"), "{error}");
}
