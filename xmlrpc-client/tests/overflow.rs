//! No time that a user sets or a server names overflows.

mod support;

use std::time::Duration;
use support::{ScriptedServer, ServerAction, http, ok};
use xmlrpc_client::{CallOptions, ErrorKind, Retry};

/// Asks for the longest delay there is, then answers.
fn busy() -> ScriptedServer {
    let later = http("503 Busy", &["Retry-After: 18446744073709551615"], "busy");
    ScriptedServer::start(move |number, _| match number % 2 {
        0 => ServerAction::Send(later.clone()),
        _ => ServerAction::Send(ok("pong")),
    })
}

#[test]
fn the_longest_delay_that_a_server_asks_for_does_not_overflow() {
    let server = busy();
    both!(
        &server.url(),
        |builder| builder.idempotent(true).retry(Retry::times(1).max_delay(Duration::MAX)),
        |call| {
            let error = call!("ping", () => String).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Status, "there is no time to wait: {error}");
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
        }
    );
}

#[test]
fn the_longest_delay_of_the_user_does_not_overflow() {
    let server = busy();
    let longest = Retry::times(u32::MAX).delay(Duration::MAX).max_delay(Duration::MAX);
    both!(&server.url(), |builder| builder.idempotent(true).retry(longest), |call| {
        assert_eq!(call!("ping", () => String).unwrap_err().kind(), ErrorKind::Status);
        assert_eq!(call!("ping", () => String).unwrap(), "pong");
    });
}

#[test]
fn the_longest_timeouts_do_not_overflow() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    for timeout in
        [Duration::MAX, Duration::from_secs(u64::MAX >> 1), Duration::from_secs(i64::MAX as u64 - 3000)]
    {
        both!(&server.url(), |builder| builder.timeout(timeout).connect_timeout(timeout), |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
        });
        let client = xmlrpc_client::blocking::Client::new(&server.url()).unwrap();
        let client = client.with_options(CallOptions::new().timeout(timeout));
        assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong");
    }
}
