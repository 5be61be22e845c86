//! The settings of a builder, and what it says about invalid ones.

mod support;

use support::{ScriptedServer, ServerAction, http, ok, value};
use xmlrpc_client::{Client, ErrorKind, blocking, testing::Canned};

#[test]
fn mistakes_wait_for_build_and_the_first_is_told() {
    let builder = || blocking::Client::builder("http://u:secret@h/");
    for (builder, says) in [
        (
            blocking::Client::builder("gbx://h:1"),
            "gbx://h:1: no transport for this scheme is built in: expected http, https, http+unix, unix \
             or scgi; give the builder a transport() for any other",
        ),
        (
            builder().header("A B", "x").header("C", "\n"),
            "http://h/: \"A B\" is not a valid name of an HTTP header",
        ),
        (
            builder().header("Content-Length", "5"),
            "http://h/: the header content-length belongs to the transport and cannot be set",
        ),
        (
            builder().header("X", "a\nb"),
            "http://h/: the value of the header x has a character that HTTP cannot carry",
        ),
        (builder().user_agent("a\nb"), "http://h/: the user agent has a character that HTTP cannot carry"),
        (
            builder().proxy("http://u:secret@:80:80"),
            "http://h/: proxy: expected a url like http://user:password@host:port",
        ),
        (
            builder().root_certificate("nothing"),
            "http://h/: root_certificate: expected PEM certificates; pass the file's contents, e.g. \
             `std::fs::read(path)?`",
        ),
        (
            builder().identity("nothing"),
            "http://h/: identity: expected PEM with a certificate and its private key; pass the contents \
             of both files",
        ),
        (
            builder().cookies(true).transport(Canned::new()),
            "http://h/: cookies cannot be combined with a transport or HTTP client of your own; set it there",
        ),
        (
            builder().proxy("http://p/").http_client(reqwest::blocking::Client::new()),
            "http://h/: proxy cannot be combined with a transport or HTTP client of your own; set it there",
        ),
        (
            blocking::Client::builder("scgi://h:1").cookies(true),
            "scgi://h:1: cookies cannot be combined with an scgi url, because SCGI has no such thing",
        ),
        (
            blocking::Client::builder("scgi:///s").proxy("http://p/"),
            "scgi:///s: proxy cannot be combined with an scgi url, because SCGI has no such thing",
        ),
        (
            builder().proxy("ftp://u:secret@p/"),
            "http://h/: proxy: expected a url like http://user:password@host:port, found the scheme \"ftp\"",
        ),
    ] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert_eq!(error.to_string(), says);
        assert!(error.is_unsent());
    }
}

#[test]
fn options_reach_the_format() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    both!(&server.url(), |builder| builder, |call| {
        let error = call!("ping", (None::<i32>,) => String).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encode);
        assert!(error.to_string().starts_with(&format!("ping at {}: ", server.url())), "{error}");
        assert_eq!(call!("ping", (1_i64 << 40,) => String).unwrap_err().kind(), ErrorKind::Encode);
    });
    assert!(server.seen().is_empty(), "what cannot be written is not sent");
    both!(&server.url(), |builder| builder.allow_none(true).allow_i8(true), |call| {
        assert_eq!(call!("ping", (None::<i32>, 1_i64 << 40) => String).unwrap(), "pong");
    });
    let body = &server.seen()[0].body;
    assert!(body.contains("<nil/>") && body.contains("<i8>1099511627776</i8>"), "{body}");
}

#[test]
fn auth_and_headers() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let url = server.url().replace("//", "//url:secret@");
    both!(
        &url,
        |builder| builder.basic_auth("ü", "p:w").user_agent("me/1").header("content-type", "application/xml"),
        |call| {
            call!("ping", () => String).unwrap();
        }
    );
    both!(&url, |builder| builder.bearer_auth("t0ken"), |call| {
        call!("ping", () => String).unwrap();
    });
    for (seen, auth, agent, kind) in [
        (&server.seen()[0], "Basic w7w6cDp3", "me/1", "application/xml"),
        (&server.seen()[2], "Bearer t0ken", concat!("typed-xmlrpc/", env!("CARGO_PKG_VERSION")), "text/xml"),
    ] {
        assert_eq!(seen.header("authorization"), Some(auth));
        assert_eq!(seen.header("user-agent"), Some(agent));
        assert_eq!(seen.header("content-type"), Some(kind));
        assert_eq!(
            seen.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("content-type")).count(),
            1
        );
    }
}

#[test]
fn cookies_come_back_when_asked_for() {
    let server = ScriptedServer::always(ServerAction::Send(http(
        "200 OK",
        &["Set-Cookie: id=7; Path=/"],
        value("pong"),
    )));
    for yes in [false, true] {
        both!(&server.url(), |builder| builder.cookies(yes), |call| {
            call!("ping", () => String).unwrap();
            call!("ping", () => String).unwrap();
        });
        let seen = server.seen();
        let last = &seen[seen.len() - 2..];
        assert_eq!((last[0].header("cookie"), last[1].header("cookie")), (None, yes.then_some("id=7")));
    }
}

#[test]
fn cookies_go_together_to_their_paths_and_not_beside_one_of_the_user() {
    let cookies_set = [
        "Set-Cookie: a=1",
        "Set-Cookie: b=\"2 3\"; Path=/; HttpOnly",
        "Set-Cookie: c=4; Path=/other",
        "Set-Cookie: ;",
    ];
    let server = ScriptedServer::always(ServerAction::Send(http("200 OK", &cookies_set, value("pong"))));
    for own in [false, true] {
        let configure = |builder: xmlrpc_client::ClientBuilder| {
            if own { builder.header("Cookie", "own=1").cookies(true) } else { builder.cookies(true) }
        };
        let client = configure(xmlrpc_client::Client::builder(server.url())).build().unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        for _ in 0..2 {
            let pong: String = runtime.block_on(client.call("ping", ())).unwrap();
            assert_eq!(pong, "pong");
        }
        let seen = server.seen();
        let sent = seen[seen.len() - 1].header("cookie").unwrap_or_default().to_owned();
        let mut cookies: Vec<&str> = sent.split("; ").collect();
        cookies.sort_unstable();
        assert_eq!(cookies, if own { vec!["own=1"] } else { vec!["a=1", "b=\"2 3\""] });
    }
}

/// Runs in a process of its own, because the environment belongs to the whole process.
#[test]
fn a_proxy_that_the_environment_names_gets_the_calls() {
    const CHILD: &str = "XMLRPC_TEST_IN_CHILD";
    if std::env::var_os(CHILD).is_some() {
        both!("http://nowhere.example/RPC2", |builder| builder, |call| {
            assert_eq!(call!("ping", () => String).unwrap(), "pong");
        });
        return;
    }
    for name in ["http_proxy", "ALL_PROXY"] {
        let proxy = ScriptedServer::always(ServerAction::Send(ok("pong")));
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"] {
            child.env_remove(name);
        }
        let child = child.args(["--exact", "a_proxy_that_the_environment_names_gets_the_calls"]);
        let output =
            child.env(CHILD, "1").env(name, format!("http://127.0.0.1:{}", proxy.port)).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(proxy.seen().len(), 2);
    }
}

#[test]
fn a_proxy_gets_the_calls_and_its_own_password() {
    let proxy = ScriptedServer::always(ServerAction::Send(ok("pong")));
    let url = format!("http://me:pw@127.0.0.1:{}", proxy.port);
    both!("http://nowhere.example/RPC2", |builder| builder.proxy(&url), |call| {
        assert_eq!(call!("ping", () => String).unwrap(), "pong");
    });
    let seen = &proxy.seen()[0];
    assert_eq!(seen.line, "POST http://nowhere.example/RPC2 HTTP/1.1");
    assert_eq!(seen.header("proxy-authorization"), Some("Basic bWU6cHc="));
}

#[tokio::test]
async fn a_reqwest_client_of_the_users_own_keeps_our_headers_and_limit() {
    let server = ScriptedServer::always(ServerAction::Send(ok(&"x".repeat(100_000))));
    let own = reqwest::Client::builder()
        .default_headers([("x-own".parse().unwrap(), "1".parse().unwrap())].into_iter().collect())
        .build()
        .unwrap();
    let client = Client::builder(server.url()).http_client(own).max_response_bytes(1000).build().unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).await.unwrap_err().kind(), ErrorKind::TooLarge);
    let seen = &server.seen()[0];
    assert_eq!((seen.header("content-type"), seen.header("x-own")), (Some("text/xml"), Some("1")));
}

#[test]
fn a_transport_of_the_users_own_serves_any_scheme() {
    let canned = Canned::new().value("ping", "pong");
    let client = blocking::Client::builder("gbx://host:5000").transport(canned).build().unwrap();
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong");
}

#[test]
fn calls_can_be_spawned_and_outlive_the_client() {
    let server = ScriptedServer::always(ServerAction::Send(ok("pong")));
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(async {
        let call = {
            let client = Client::new(&server.url()).unwrap();
            let argument = "borrowed".to_owned();
            client.call::<_, String>("ping", (&argument,))
        };
        assert_eq!(tokio::spawn(call).await.unwrap().unwrap(), "pong");
    });
}

#[test]
fn a_transport_of_the_users_own_needs_no_runtime() {
    use std::{
        pin::pin,
        task::{Context, Poll, Waker},
    };
    let client = Client::builder("http://h/").transport(Canned::new().value("ping", "pong")).build().unwrap();
    let mut call = pin!(client.call::<_, String>("ping", ()));
    match call.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => assert_eq!(result.unwrap(), "pong"),
        Poll::Pending => panic!("canned replies are there at once"),
    }
}

/// The error used to blame the server.
#[test]
fn a_connection_that_fails_through_a_proxy_names_it() {
    let error = blocking::Client::builder("http://h.invalid/")
        .proxy("http://u:secret@127.0.0.1:9")
        .build()
        .unwrap()
        .call::<_, String>("ping", ())
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.to_string().ends_with("(through the proxy 127.0.0.1:9)"), "{error}");
}
