//! What real peers send, and what old ones can read.

mod support;

use flate2::{Compression, write::GzEncoder};
use std::{collections::BTreeMap, io::Write as _, time::Instant};
use support::{ScriptedServer, ServerAction, http, ok, value};
use xmlrpc_client::{Capabilities, ErrorKind, Signatures, blocking::Client};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn answers(headers: &[&str], body: impl AsRef<[u8]>) -> ScriptedServer {
    ScriptedServer::always(ServerAction::Send(http("200 OK", headers, body)))
}

#[test]
fn a_plain_body_with_a_content_encoding_that_is_none_is_read_as_it_is() {
    for encoding in ["none", "None", "utf-8", "UTF-8", "binary", "identity", "", "identity, none"] {
        let server = answers(&[&format!("Content-Encoding: {encoding}")], value("pong"));
        both!(&server.url(), |builder| builder, |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong", "{encoding:?}");
        });
    }
    for encoding in ["gzip, none", "identity, gzip"] {
        let server = answers(&[&format!("Content-Encoding: {encoding}")], gzip(value("pong").as_bytes()));
        both!(&server.url(), |builder| builder, |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong", "{encoding:?}");
        });
    }
}

#[test]
fn a_content_encoding_that_is_unknown_is_an_error() {
    for encoding in ["compress", "aes128gcm", "gzip, compress", "gzip, gzip"] {
        let server = answers(&[&format!("Content-Encoding: {encoding}")], value("pong"));
        both!(&server.url(), |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Protocol, "{encoding}");
            assert!(error.to_string().contains("found \""), "{error}");
            assert_eq!(error.status().unwrap(), 200);
        });
    }
}

#[test]
fn zeros_behind_a_gzip_stream_are_passed_over() {
    let xml = value(&"pong ".repeat(40_000));
    let (start, end) = xml.as_bytes().split_at(999);
    let zeros = [0; 600];
    for body in [
        [&*gzip(xml.as_bytes()), &zeros].concat(),
        [&*gzip(start), &*gzip(end), &zeros].concat(),
        [&*gzip(start), &zeros, &*gzip(end)].concat(),
    ] {
        let server = answers(&["Content-Encoding: gzip"], body);
        both!(&server.url(), |builder| builder, |call| {
            assert_eq!(call!("ping", () => String).unwrap().len(), 200_000);
        });
    }
    let server = answers(&["Content-Encoding: gzip"], [&*gzip(xml.as_bytes()), b"\0\0rest"].concat());
    both!(&server.url(), |builder| builder, |call| {
        assert_eq!(call!("ping", () => String).unwrap_err().kind(), ErrorKind::Protocol);
    });
}

#[test]
fn empty_gzip_members_do_not_cost_time_without_end() {
    let server = answers(&["Content-Encoding: gzip"], gzip(b"").repeat(200_000));
    let before = Instant::now();
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert!(error.to_string().contains("too many gzip members"), "{error}");
    });
    assert!(before.elapsed().as_secs() < 10, "{:?}", before.elapsed());
}

#[test]
fn header_names_are_in_title_case_if_the_user_wants_it() {
    use std::{
        io::Read as _,
        net::TcpListener,
        sync::{Arc, Mutex},
        thread,
    };

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let seen = Arc::new(Mutex::new(String::new()));
    let notes = Arc::clone(&seen);
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let (mut request, mut piece) = (String::new(), [0; 8192]);
            while !request.contains("</methodCall>") {
                let read = stream.read(&mut piece).unwrap();
                request.push_str(&String::from_utf8_lossy(&piece[..read]));
            }
            *notes.lock().unwrap() = request;
            stream.write_all(&http("200 OK", &["Connection: close"], value("pong"))).unwrap();
        }
    });
    for (yes, names) in [
        (true, ["\r\nContent-Length: ", "\r\nContent-Type: ", "\r\nHost: ", "\r\nX-Key: "]),
        (false, ["\r\ncontent-length: ", "\r\ncontent-type: ", "\r\nhost: ", "\r\nx-key: "]),
    ] {
        both!(&url, |builder| builder.title_case_headers(yes).header("x-key", "k"), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
            let seen = seen.lock().unwrap();
            assert!(names.iter().all(|name| seen.contains(name)), "{seen}");
        });
    }
    let own =
        |_: ::http::Request<xmlrpc_client::blocking::Body>, _| Ok(::http::Response::new(bytes::Bytes::new()));
    let error = Client::builder(&url).title_case_headers(true).transport(own).build().unwrap_err();
    assert!(error.to_string().contains("title_case_headers cannot be combined"), "{error}");
}

#[test]
fn an_empty_reply_of_introspection_means_that_nothing_is_known() {
    for params in ["<params/>", "<params></params>", "<params><param><value><nil/></value></param></params>"]
    {
        let server = answers(&[], format!("<methodResponse>{params}</methodResponse>"));
        both!(&server.url(), |builder| builder, |call| {
            assert_eq!(call!("system.listMethods", () => Vec<String>).unwrap(), Vec::<String>::new());
            assert_eq!(call!("system.methodHelp", ("f",) => String).unwrap(), "");
            assert!(call!("system.getCapabilities", () => Capabilities).unwrap().is_empty());
            let signatures = call!("system.methodSignature", ("f",) => Signatures).unwrap();
            assert!(signatures.list().is_empty());
            let error = call!("users", () => Vec<String>).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "other methods still have to answer");
        });
    }
}

#[test]
fn capabilities_with_spec_url_as_xmlrpc_epi_writes_it() {
    for name in ["specUrl", "specURL"] {
        let server = ScriptedServer::always(ServerAction::Send(ok(&format!(
            "<struct><member><name>xmlrpc</name><value><struct>\
             <member><name>{name}</name><value>http://xmlrpc.com/spec</value></member>\
             <member><name>specVersion</name><value><int>1</int></value></member>\
             </struct></value></member></struct>"
        ))));
        both!(&server.url(), |builder| builder, |call| {
            let capabilities =
                call!("system.getCapabilities", () => BTreeMap<String, xmlrpc_client::Capability>);
            let capability = &capabilities.unwrap()["xmlrpc"];
            assert_eq!((&*capability.spec_url, &*capability.spec_version), ("http://xmlrpc.com/spec", "1"));
        });
    }
}

#[test]
fn a_web_page_in_place_of_a_reply_is_named_with_its_title() {
    let latin1: &[u8] = b"<html><title>Anmeldung f\xfcr G\xe4ste</title></html>";
    for (content_type, page, title) in [
        (
            "application/xhtml+xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"\n \
             \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html xmlns=\"http://www.w3.org/1999/xhtml\">\
             <head><title>Log in &#8211; Tom &amp; Jerry&apos;s &quot;Wiki&quot;</title></head><body/></html>"
                .as_bytes(),
            "Log in – Tom & Jerry's \"Wiki\"",
        ),
        (
            "text/html",
            "<!DOCTYPE html><html><head><title>\n  Acc&egrave;s &laquo;priv&#xe9;&raquo; &unknown; &\n</title>".as_bytes(),
            "Accès «privé» &unknown; &",
        ),
        (
            "text/xml",
            "<?xml version=\"1.0\"?><!-- by nginx --><html xmlns=\"http://www.w3.org/1999/xhtml\"><title>Sign in</title></html>"
                .as_bytes(),
            "Sign in",
        ),
        ("text/html", latin1, "Anmeldung für Gäste"),
    ] {
        let server = answers(&[&format!("Content-Type: {content_type}")], page);
        both!(&server.url(), |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            let says = format!("HTTP 200 OK, {content_type}: an HTML page (\"{title}\")");
            assert_eq!(error.to_string(), format!("ping at {}: {says}", server.url()));
        });
    }
}
