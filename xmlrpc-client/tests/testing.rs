//! The transports for users' tests.

mod support;

use std::{fs, path::PathBuf, sync::Arc};
use support::{ScriptedServer, ServerAction, fault, http, ok};
use xmlrpc_client::{
    Client, ErrorKind, blocking,
    testing::{Canned, Recorder, Replayer},
};
use xmlrpc_serde::{Fault, Value};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xmlrpc-client-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

#[tokio::test]
async fn canned_replies_come_in_their_order_and_the_last_one_stays() {
    let canned = Canned::new()
        .value("next", &1)
        .fault("next", Fault::new(3, "not yet"))
        .value("next", &2)
        .error("broken", ErrorKind::Timeout, "too slow");
    let client = Client::builder("http://h/").transport(canned.clone()).build().unwrap();
    let next = || client.call::<_, i32>("next", ("a", 1.5));
    assert_eq!(next().await.unwrap(), 1);
    assert_eq!(next().await.unwrap_err().fault().unwrap().code, 3);
    assert_eq!(next().await.unwrap(), 2);
    assert_eq!(next().await.unwrap(), 2);
    assert!(client.call::<_, i32>("broken", ()).await.unwrap_err().is_timeout());
    let unknown = client.call::<_, i32>("unknown", ()).await.unwrap_err();
    assert_eq!(unknown.fault().unwrap(), &Fault::new(-32601, "no canned reply for unknown"));
    assert_eq!(canned.calls().len(), 6);
    assert_eq!(canned.calls()[0].params, [Value::from("a"), Value::from(1.5)]);
}

#[test]
fn exchanges_are_recorded_and_replayed() {
    let folder = folder("recorded");
    let server = ScriptedServer::start(|number, _| match number {
        0 => ServerAction::Send(http(
            "200 OK",
            &["Content-Type: text/xml", "Set-Cookie: id=s3cret"],
            support::value("one"),
        )),
        1 => ServerAction::Send(ok("two")),
        _ => ServerAction::Send(http("500 Oops", &[], fault(7, "seven"))),
    });
    let calls = |client: &blocking::Client| {
        let get = |name: &str| client.call::<_, String>("get", (name,));
        assert_eq!(get("a").unwrap(), "one");
        assert_eq!(get("a").unwrap(), "two");
        let error = get("b").unwrap_err();
        assert_eq!((error.fault().unwrap().code, error.status().unwrap().as_u16()), (7, 500));
    };
    let path = folder.clone();
    let client = blocking::Client::builder(server.url().replace("//", "//user:s3cret@"))
        .wrap_transport(move |transport| Arc::new(Recorder::new(transport, path)))
        .build()
        .unwrap();
    calls(&client);
    drop(server);

    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            !text.contains("s3cret") && !text.to_ascii_lowercase().contains("authorization"),
            "{path:?}: {text}"
        );
    }
    let replayer = Replayer::new(&folder).unwrap();
    let client = blocking::Client::builder("http://nowhere/").transport(replayer.clone()).build().unwrap();
    assert_eq!(replayer.left(), 3);
    calls(&client);
    assert_eq!(replayer.left(), 0);
    let error = client.call::<_, String>("get", ("a",)).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "get at http://nowhere/: no recorded reply in {} for these parameters; 0 recorded calls of the method are left",
            folder.display()
        )
    );
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_recorder_goes_on_after_what_is_there() {
    let folder = folder("continued");
    for number in 1..=2 {
        let recorder = Recorder::new(Canned::new().value("n", &number), &folder);
        let client = blocking::Client::builder("http://h/").transport(recorder).build().unwrap();
        assert_eq!(client.call::<_, i32>("n", ()).unwrap(), number);
    }
    let client =
        blocking::Client::builder("http://h/").transport(Replayer::new(&folder).unwrap()).build().unwrap();
    for number in 1..=2 {
        assert_eq!(client.call::<_, i32>("n", ()).unwrap(), number);
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_folder_that_is_none_is_an_error() {
    let error = Replayer::new("/no/such/folder").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(error.to_string(), "replaying /no/such/folder: No such file or directory (os error 2)");
}
