//! Certificates: which servers a client trusts, how it authenticates, and what errors say about both.
//!
//! The tests run with rustls, or with native-tls where that is OpenSSL. With both features rustls is used.
//! The server always uses rustls.
#![cfg(all(
    feature = "blocking",
    any(feature = "rustls", all(feature = "native-tls", not(any(windows, target_vendor = "apple"))))
))]

#[path = "support/https.rs"]
mod https;
mod support;

use https::{Authority, NOBODY, Signed, config, fingerprint, params, serve, serve_raw};
use rcgen::{BasicConstraints, IsCa, KeyPair, date_time_ymd};
use rustls::{ALL_VERSIONS, ServerConnection, version::TLS12};
use std::{net::TcpStream, sync::Arc};
use support::{ScriptedServer, ServerAction, ok};
use xmlrpc_client::{ErrorKind, blocking};

const RUSTLS: bool = cfg!(feature = "rustls");

/// Returns the words of the library that is used.
fn says<'a>(rustls: &'a str, openssl: &'a str) -> &'a str {
    if RUSTLS { rustls } else { openssl }
}

fn localhost(port: u16) -> String {
    format!("https://localhost:{port}/RPC2")
}

/// Checks that calls fail because of TLS and were not sent, and that the text after the url contains these
/// parts.
macro_rules! refused {
    ($url:expr, |$builder:ident| $configure:expr, $($says:expr),+) => {
        both!($url, |$builder| $configure, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
            assert!(error.is_unsent());
            let text = error.to_string();
            let text = text.strip_prefix(&format!("ping at {}: TLS: ", $url)).expect(&text);
            for says in [$($says),+] {
                assert!(text.contains(says), "{text:?} should say {says:?}");
            }
        })
    };
}

#[test]
fn a_root_certificate_is_trusted_for_the_names_and_addresses_of_what_it_signed() {
    let (ours, other) = (Authority::new("ours"), Authority::new("other"));
    let port = serve(config(&ours.host(&["localhost", "127.0.0.1"]), None, ALL_VERSIONS));
    for url in [localhost(port), format!("https://127.0.0.1:{port}/RPC2")] {
        both!(&url, |builder| builder.root_certificate(ours.pem()), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
        });
    }
    // It may be one of several, in one PEM or in several.
    let bundle = format!("Ours:\n{}\r\n{}", other.pem(), ours.pem());
    both!(&localhost(port), |builder| builder.root_certificate(&bundle), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
    });
    both!(
        &localhost(port),
        |builder| builder.root_certificate(ours.pem()).root_certificate(other.pem()),
        |call| {
            assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
        }
    );
}

#[test]
fn a_server_without_a_trusted_signer_is_refused_with_the_way_out() {
    let (ours, other) = (Authority::new("ours"), Authority::new("other"));
    let url = localhost(serve(config(&ours.host(&["localhost"]), None, ALL_VERSIONS)));
    let untrusted = "the server's certificate is not trusted (";
    let detail = says("UnknownIssuer", "unable to get local issuer certificate");
    let way_out = "): give root_certificate() the PEM of the CA that signed it";
    refused!(&url, |builder| builder, untrusted, detail, way_out);
    refused!(&url, |builder| builder.root_certificate(other.pem()), untrusted, detail, way_out);
}

#[test]
fn a_certificate_of_another_host_is_refused() {
    let ours = Authority::new("ours");
    let port = serve(config(&ours.host(&["elsewhere.example"]), None, ALL_VERSIONS));
    for (url, mismatch) in [
        (localhost(port), "hostname mismatch"),
        (format!("https://127.0.0.1:{port}/RPC2"), "IP address mismatch"),
    ] {
        refused!(
            &url,
            |builder| builder.root_certificate(ours.pem()),
            "the server's certificate is for another host (",
            says("elsewhere.example", mismatch),
            "): use a host name that the certificate contains"
        );
    }
}

#[test]
fn a_certificate_out_of_its_time_is_refused() {
    let ours = Authority::new("ours");
    for (from, to, refusal) in [(2001, 2002, "has expired"), (4000, 4001, "is not valid yet")] {
        let mut params = params(&["localhost"]);
        params.not_before = date_time_ymd(from, 1, 1);
        params.not_after = date_time_ymd(to, 1, 1);
        let url = localhost(serve(config(&ours.sign(&params), None, ALL_VERSIONS)));
        refused!(
            &url,
            |builder| builder.root_certificate(ours.pem()),
            &format!("the server's certificate {refusal} ("),
            "is this machine's clock right?"
        );
    }
}

/// Devices often have a certificate that they signed themselves.
#[test]
fn a_servers_own_certificate_is_trusted_as_root() {
    let key = KeyPair::generate().unwrap();
    let own = Signed::new(&params(&["localhost"]).self_signed(&key).unwrap(), &key);
    let url = localhost(serve(config(&own, None, ALL_VERSIONS)));
    both!(&url, |builder| builder.root_certificate(&own.certificate_pem), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
    });
    refused!(&url, |builder| builder, "the server's certificate is not trusted (");
}

/// `openssl req -x509` makes such certificates. The two libraries differ, and the error says what to do.
#[test]
fn a_servers_own_certificate_that_is_a_cas() {
    let key = KeyPair::generate().unwrap();
    let mut params = params(&["localhost"]);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let own = Signed::new(&params.self_signed(&key).unwrap(), &key);
    let url = localhost(serve(config(&own, None, ALL_VERSIONS)));
    if RUSTLS {
        refused!(
            &url,
            |builder| builder.root_certificate(&own.certificate_pem),
            "the server's certificate is not accepted (",
            "): it is a CA's own, which rustls does not accept from a server",
            "create it with basicConstraints CA:FALSE"
        );
    } else {
        both!(&url, |builder| builder.root_certificate(&own.certificate_pem), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
        });
    }
}

#[test]
fn every_certificate_is_accepted_on_demand_only() {
    let ours = Authority::new("ours");
    let mut old = params(&["localhost"]);
    old.not_before = date_time_ymd(2001, 1, 1);
    old.not_after = date_time_ymd(2002, 1, 1);
    for signed in [ours.host(&["localhost"]), ours.host(&["elsewhere.example"]), ours.sign(&old)] {
        let url = localhost(serve(config(&signed, None, ALL_VERSIONS)));
        both!(&url, |builder| builder.danger_accept_invalid_certs(true), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
        });
        refused!(&url, |builder| builder.danger_accept_invalid_certs(false), "the server's certificate ");
    }
}

#[test]
fn a_client_certificate_is_shown_and_verified() {
    let ours = Authority::new("ours");
    let url = localhost(serve(config(&ours.host(&["localhost"]), Some(&ours), ALL_VERSIONS)));
    let client = ours.client("a client");
    both!(&url, |builder| builder.root_certificate(ours.pem()).identity(client.pem()), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), fingerprint(&client.certificate));
        assert_eq!(call!("ping", () => String).unwrap(), fingerprint(&client.certificate));
    });
    // Whom the client trusts does not affect how it authenticates.
    both!(&url, |builder| builder.danger_accept_invalid_certs(true).identity(client.pem()), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), fingerprint(&client.certificate));
    });
}

#[test]
fn the_parts_of_an_identity_come_in_any_order() {
    let ours = Authority::new("ours");
    let url = localhost(serve(config(&ours.host(&["localhost"]), Some(&ours), ALL_VERSIONS)));
    let client = ours.client("a client");
    let (certificate, key, root) = (&client.certificate_pem, &client.key_pem, ours.pem());
    for pem in [
        format!("{certificate}{key}"),
        format!("{key}{certificate}"),
        format!("Bag Attributes\n  friendlyName: me\n{certificate}{root}Key Attributes: <none>\n{key}"),
        format!("{certificate}{key}{root}").replace('\n', "\r\n"),
    ] {
        both!(&url, |builder| builder.root_certificate(&root).identity(&pem), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), fingerprint(&client.certificate), "{pem}");
        });
    }
}

/// OpenSSL wrote such keys before its version 1.0, and `openssl ec` still does.
#[test]
fn a_key_that_is_not_in_pkcs8_is_read_or_refused_with_the_way_out() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let ours = Authority::new("ours");
    let url = localhost(serve(config(&ours.host(&["localhost"]), Some(&ours), ALL_VERSIONS)));
    let client = ours.client("a client");
    // The SEC1 key is the last part of the PKCS#8 key: a sequence that begins with the version 1 and a string
    // of 32 bytes.
    let pkcs8 = client.key.secret_der();
    let start = pkcs8.windows(5).position(|bytes| bytes == [2, 1, 1, 4, 32]).unwrap() - 2;
    let sec1 = STANDARD.encode(&pkcs8[start..]);
    let key = format!("-----BEGIN EC PRIVATE KEY-----\n{sec1}\n-----END EC PRIVATE KEY-----\n");
    let pem = client.certificate_pem.clone() + &key;
    if RUSTLS {
        both!(&url, |builder| builder.root_certificate(ours.pem()).identity(&pem), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), fingerprint(&client.certificate));
        });
    } else {
        let error = blocking::Client::builder(&url).identity(&pem).build().unwrap_err();
        let text = error.to_string();
        assert!(text.contains("identity: native-tls reads private keys in PKCS#8 only"), "{text}");
        assert!(text.contains("openssl pkcs8 -topk8 -nocrypt"), "{text}");
    }
}

#[test]
fn a_server_that_wants_a_client_certificate_and_gets_none() {
    let ours = Authority::new("ours");
    let url = localhost(serve(config(&ours.host(&["localhost"]), Some(&ours), ALL_VERSIONS)));
    refused!(
        &url,
        |builder| builder.root_certificate(ours.pem()),
        "the server requires a client certificate (",
        says("CertificateRequired", "certificate required"),
        "): give identity() one and its private key"
    );
}

#[test]
fn a_server_that_wants_a_client_certificate_and_gets_one_of_another_ca() {
    let (ours, other) = (Authority::new("ours"), Authority::new("other"));
    let url = localhost(serve(config(&ours.host(&["localhost"]), Some(&ours), ALL_VERSIONS)));
    let stranger = other.client("a stranger");
    refused!(
        &url,
        |builder| builder.root_certificate(ours.pem()).identity(stranger.pem()),
        "the server does not accept the client certificate (",
        says("UnknownCA", "unknown ca"),
        "): give identity() one that the server's CA signed"
    );
}

/// In TLS 1.2 the server refuses within the handshake, in TLS 1.3 after the client has begun to send.
#[test]
fn client_certificates_of_tls_1_2() {
    let (ours, other) = (Authority::new("ours"), Authority::new("other"));
    let versions = &[&TLS12];
    let url = localhost(serve(config(&ours.host(&["localhost"]), Some(&ours), versions)));
    let (client, stranger) = (ours.client("a client"), other.client("a stranger"));
    both!(&url, |builder| builder.root_certificate(ours.pem()).identity(client.pem()), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), fingerprint(&client.certificate));
    });
    refused!(
        &url,
        |builder| builder.root_certificate(ours.pem()),
        "the server requires a client certificate ("
    );
    refused!(
        &url,
        |builder| builder.root_certificate(ours.pem()).identity(stranger.pem()),
        "the server does not accept the client certificate ("
    );
}

#[test]
fn a_server_that_speaks_no_tls() {
    let url = localhost(serve_raw(|_| (), b"HTTP/1.1 400 Bad Request\r\n\r\n"));
    refused!(
        &url,
        |builder| builder,
        "the response is not TLS (",
        "): does the server speak plain http on this port?"
    );
}

/// The server has the call by then and may have run it, so the error must not count as unsent.
#[test]
fn tls_that_breaks_within_the_reply_is_a_broken_connection() {
    let ours = Authority::new("ours");
    let config = config(&ours.host(&["localhost"]), None, ALL_VERSIONS);
    let read = move |stream: &mut TcpStream| {
        let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        let request = support::read_request(&mut rustls::Stream::new(&mut connection, stream));
        assert!(request.is_some());
    };
    let url = localhost(serve_raw(read, b"HTTP/1.1 500 Internal ScriptedServer Error\r\n\r\n"));
    both!(&url, |builder| builder.root_certificate(ours.pem()), |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Io, "{error}");
        assert!(!error.is_unsent());
        assert!(error.to_string().contains(": the connection broke: TLS: "), "{error}");
        assert!(!error.to_string().contains("plain http"), "{error}");
    });
}

#[test]
fn what_is_no_certificate_or_no_key_is_told_by_build() {
    const NO_CERTIFICATE: &str =
        "root_certificate: expected PEM certificates; pass the file's contents, e.g. `std::fs::read(path)?`";
    const NO_IDENTITY: &str =
        "identity: expected PEM with a certificate and its private key; pass the contents of both files";
    let ours = Authority::new("ours");
    let client = ours.client("a client");
    let (certificate, key) = (&client.certificate_pem, &client.key_pem);
    let garbled = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let builder = || blocking::Client::builder("https://h/");
    for (builder, says) in [
        (builder().root_certificate("nothing"), NO_CERTIFICATE),
        (builder().root_certificate(key), NO_CERTIFICATE),
        (builder().root_certificate(garbled), "root_certificate: "),
        (builder().root_certificate(certificate.replace("END", "DNE")), NO_CERTIFICATE),
        (builder().identity("nothing"), NO_IDENTITY),
        (builder().identity(certificate), NO_IDENTITY),
        (builder().identity(key), NO_IDENTITY),
        (builder().identity(format!("{garbled}{key}")), "identity: "),
        (
            builder().identity(certificate.clone() + &key.replace("END", "DNE")),
            "identity: the PEM of the certificate or of its private key cannot be read",
        ),
        (builder().identity(certificate.clone() + &ours.client("another").key_pem), "identity: "),
        (
            builder().identity(certificate.clone() + &key.replace("PRIVATE", "ENCRYPTED PRIVATE")),
            "identity: the private key is encrypted; decrypt it first, e.g. with `openssl pkcs8 -topk8 \
             -nocrypt`",
        ),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().starts_with(&format!("https://h/: {says}")), "{error} should say {says}");
    }
}

/// Runs in a process of its own, because the environment belongs to the whole process.
#[test]
fn a_system_without_certificates_trusts_none_and_hinders_nothing_else() {
    const CHILD: &str = "XMLRPC_TEST_IN_CHILD";
    if std::env::var_os(CHILD).is_none() {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "a_system_without_certificates_trusts_none_and_hinders_nothing_else"]);
        child.env(CHILD, "1").env("SSL_CERT_FILE", "/no/such/file").env("SSL_CERT_DIR", "/no/such/folder");
        let output = child.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        return;
    }
    let plain = ScriptedServer::always(ServerAction::Send(ok("pong")));
    both!(&plain.url(), |builder| builder, |call| {
        assert_eq!(call!("ping", () => String).unwrap(), "pong");
    });
    let ours = Authority::new("ours");
    let url = localhost(serve(config(&ours.host(&["localhost"]), None, ALL_VERSIONS)));
    // OpenSSL does not tell that it found none.
    let none = says("this system has no certificates of CAs", "the server's certificate is not trusted (");
    refused!(&url, |builder| builder, none);
    let client = ours.client("a client");
    refused!(&url, |builder| builder.identity(client.pem()), none);
    both!(&url, |builder| builder.root_certificate(ours.pem()), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), NOBODY);
    });
}
