//! Plain calls over HTTP, async and blocking.

mod support;

use support::{ScriptedServer, ServerAction, fault, http, ok};
use xmlrpc_client::ErrorKind;

#[test]
fn a_call_gives_its_value_over_one_connection() {
    let server = ScriptedServer::always(ServerAction::Send(ok("<string>pong</string>")));
    both!(&server.url(), |builder| builder, |call| {
        assert_eq!(call!("ping", ("hello",) => String).unwrap(), "pong");
        assert_eq!(call!("ping", ("hello",) => String).unwrap(), "pong");
    });
    assert_eq!((server.seen().len(), server.connections()), (4, 2));
    for seen in server.seen() {
        assert_eq!(seen.line, "POST /RPC2 HTTP/1.1");
        assert_eq!(seen.header("content-type"), Some("text/xml"));
        assert_eq!(seen.header("content-length").unwrap(), seen.body.len().to_string());
        assert!(seen.header("user-agent").unwrap().starts_with("typed-xmlrpc/"));
        assert!(
            seen.body.contains("<methodName>ping</methodName>") && seen.body.contains("hello"),
            "{}",
            seen.body
        );
    }
}

#[test]
fn a_fault_is_a_fault_whatever_the_status() {
    let server = ScriptedServer::start(|number, _| {
        ServerAction::Send(http(
            if number % 2 == 0 { "200 OK" } else { "500 Oops" },
            &[],
            fault(4, "Too many parameters."),
        ))
    });
    both!(&server.url(), |builder| builder, |call| {
        for status in [200, 500] {
            let error = call!("add", (1,) => i32).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Fault);
            assert_eq!(error.fault().unwrap().code, 4);
            assert_eq!(error.fault().unwrap().message, "Too many parameters.");
            assert_eq!(error.status().unwrap(), status);
            assert_eq!(error.to_string(), format!("add at {}: fault 4: Too many parameters.", server.url()));
        }
    });
}

#[test]
fn a_status_without_a_fault_tells_what_came() {
    let page = "<!DOCTYPE html><html><head><title>Please log in</title></head><body>x</body></html>";
    let server = ScriptedServer::always(ServerAction::Send(http(
        "401 Unauthorized",
        &["Content-Type: text/html; charset=utf-8"],
        page,
    )));
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("add", (1, 2) => i32).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().unwrap(), 401);
        assert_eq!(error.reason(), Some("Unauthorized"));
        assert_eq!(error.content_type(), Some("text/html; charset=utf-8"));
        assert_eq!(error.body_start(), Some(page));
        assert_eq!(
            error.to_string(),
            format!(
                "add at {}: HTTP 401 Unauthorized, text/html: an HTML page (\"Please log in\")",
                server.url()
            )
        );
    });
}
