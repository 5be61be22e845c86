//! Redirects: a call remains a POST, and takes no secrets to another host.

mod support;

use support::{ScriptedServer, ServerAction, http, ok};
use xmlrpc_client::{Client, ErrorKind};

fn to(status: &str, location: &str) -> ServerAction {
    ServerAction::Send(http(
        status,
        &[&format!("Location: {location}"), "Set-Cookie: session=cookie-secret"],
        "moved",
    ))
}

#[test]
fn the_same_body_is_posted_again() {
    for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
        let server = ScriptedServer::start(move |_, seen| match &*seen.line {
            "POST /RPC2 HTTP/1.1" => to(status, "/other?x=1"),
            _ => ServerAction::Send(ok("pong")),
        });
        both!(&server.url().replace("//", "//user:pass@"), |builder| builder.header("X-Key", "k"), |call| {
            assert_eq!(call!("ping", ("hello",) => String).unwrap(), "pong");
        });
        let seen = server.seen();
        assert_eq!(seen.len(), 4);
        for pair in seen.chunks(2) {
            assert_eq!(pair[1].line, "POST /other?x=1 HTTP/1.1");
            assert_eq!(pair[0].body, pair[1].body);
            for name in ["content-type", "authorization", "x-key"] {
                assert_eq!(pair[0].header(name), pair[1].header(name), "{name}");
                assert!(pair[1].header(name).is_some());
            }
        }
    }
}

#[test]
fn another_port_gets_no_credentials_no_cookies_and_no_headers_of_the_user() {
    let target = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let location = target.url().replace("//", "//evil:evil@");
    let server = ScriptedServer::start(move |_, _| to("302 Found", &location));
    both!(
        &server.url().replace("//", "//user:pass@"),
        |builder| builder.header("X-Key", "k").header("Cookie", "own=1").cookies(true),
        |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
        }
    );
    assert_eq!(target.seen().len(), 4);
    for seen in target.seen() {
        assert_eq!(seen.header("content-type"), Some("text/xml"));
        assert!(seen.line.starts_with("POST "));
        // The cookies of the first server stay with its port.
        assert_eq!(seen.header("cookie"), None);
        for name in ["authorization", "x-key"] {
            assert_eq!(seen.header(name), None, "{name}");
        }
    }
}

#[test]
fn what_is_not_followed_says_why() {
    for (status, location, says) in [
        ("303 See Other", "/page", "HTTP 303 asks for a GET of /page, which would not be a call"),
        (
            "302 Found",
            "file:///etc/passwd",
            "HTTP 302 leads to file:///etc/passwd; only http and https are followed",
        ),
        ("302 Found", "/RPC2", "HTTP 302: redirected more than 5 times"),
    ] {
        let server = ScriptedServer::start(move |_, _| to(status, location));
        both!(&server.url(), |builder| builder, |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Redirect);
            assert_eq!(error.to_string(), format!("ping at {}: {says}", server.url()));
            assert_eq!(error.status().unwrap().as_u16().to_string(), status[..3]);
            assert_eq!(error.body_start(), Some("moved"));
        });
    }
    let server = ScriptedServer::always(ServerAction::Send(http("302 Found", &[], "")));
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("ping", () => String).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("ping at {}: HTTP 302 is a redirect without a Location", server.url())
        );
    });
}

#[tokio::test]
async fn leading_parameters_do_not_leave_the_host() {
    let target = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let location = target.url();
    let server = ScriptedServer::start(move |_, _| to("307 Temporary", &location));
    let client = Client::new(&server.url()).unwrap().with_leading_params(("token:secret",)).unwrap();
    let error = client.call::<_, String>("ping", ()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(
        error.to_string(),
        format!(
            "ping at {}: HTTP 307: leads to another host, which must not see the leading parameters of \
             this client",
            server.url()
        )
    );
    assert!(target.seen().is_empty());
}

#[tokio::test]
async fn https_to_http_is_refused_by_any_transport() {
    let client = Client::builder("https://host/RPC2")
        .transport(|_: ::http::Request<xmlrpc_client::Body>, _| async {
            let mut response = ::http::Response::new(bytes::Bytes::new());
            *response.status_mut() = ::http::StatusCode::MOVED_PERMANENTLY;
            response.headers_mut().insert("location", "http://host/RPC2".parse().unwrap());
            Ok(response)
        })
        .build()
        .unwrap();
    let error = client.call::<_, String>("ping", ()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "ping at https://host/RPC2: HTTP 301 leads from https to http (http://host/RPC2), where anyone \
         can read the call"
    );
}
