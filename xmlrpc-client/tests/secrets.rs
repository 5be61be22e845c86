//! Passwords, tokens and cookies are shown nowhere.

mod support;

use std::{
    fmt::Write as _,
    io,
    sync::{Arc, Mutex},
};
use support::{ScriptedServer, ServerAction, http, ok};
use xmlrpc_client::{CallOptions, blocking::Client};

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_that_is_shown_holds_a_secret() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let login = http(
        "401 No",
        &["Set-Cookie: id=s3cret", "WWW-Authenticate: Bearer s3cret", "X-Hint: shown"],
        "<html>no</html>",
    );
    let server = ScriptedServer::start(move |number, _| match number {
        0 => ServerAction::Send(ok("pong")),
        1 => ServerAction::Send(login.clone()),
        _ => ServerAction::Close,
    });
    let url = format!("http://user:s3cret@127.0.0.1:{}/RPC2?key=s3cret#s3cret", server.port);
    let mut shown = String::new();
    let builder = Client::builder(&url).header("X-Key", "s3cret").cookies(true);
    write!(shown, "{builder:?}").unwrap();
    let client = builder.build().unwrap().with_leading_params(("token:s3cret",)).unwrap();
    let client = client.with_options(CallOptions::new().header("X-Other", "s3cret"));
    write!(shown, "{client:?} {:?}", CallOptions::new().header("X-Key", "s3cret")).unwrap();
    client.call::<_, String>("ping", ("arg-s3cret",)).unwrap();
    for _ in 0..2 {
        let error = client.call::<_, String>("ping", ("arg-s3cret",)).unwrap_err();
        write!(shown, "{error} {error:?} {error:#?} {:?}", error.headers()).unwrap();
        let mut source = std::error::Error::source(&error);
        while let Some(error) = source {
            write!(shown, "{error} {error:?}").unwrap();
            source = error.source();
        }
    }
    for mistake in [
        Client::builder("http://u:s3cret@:80/").build(),
        Client::builder("s3cret@host").build(),
        Client::builder("http://h/").bearer_auth("s3cret\n").build(),
        Client::builder("http://h/").basic_auth("a:b", "s3cret").build(),
        Client::builder("http://h/").header("X-Key", "s3cret\n").build(),
        Client::builder("http://h/").proxy("http://u:s3cret@:80:80").build(),
    ] {
        let error = mistake.unwrap_err();
        write!(shown, "{error} {error:?}").unwrap();
    }
    let basic = "dXNlcjpzM2NyZXQ";
    assert_eq!(server.seen()[0].header("authorization"), Some(&*format!("Basic {basic}=")));
    assert!(shown.contains("shown"), "{shown}");
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        logged.contains("xmlrpc call") && logged.contains("method=\"ping\"") && logged.contains("status=200"),
        "{logged}"
    );
    for text in [shown, logged.lines().filter(|line| line.contains("xmlrpc")).collect::<Vec<_>>().join("\n")]
    {
        assert!(!text.contains("s3cret") && !text.contains(basic), "{text}");
    }
}
