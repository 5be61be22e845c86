//! What errors say in a build without TLS.
#![cfg(all(feature = "blocking", not(any(feature = "rustls", feature = "native-tls"))))]

use xmlrpc_client::{ErrorKind, blocking};

/// The first call used to fail instead, with an error about the url.
#[test]
fn https_is_refused_before_a_call() {
    let error = blocking::Client::new("https://example.org/RPC2").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(
        error.to_string(),
        "https://example.org/RPC2: https needs the cargo feature \"rustls\" or \"native-tls\""
    );
}
