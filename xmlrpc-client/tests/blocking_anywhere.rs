//! The blocking client can be built, called and dropped inside and outside a runtime, without a panic or a
//! deadlock.

mod support;

use std::{sync::Arc, thread, time::Duration};
use support::{ScriptedServer, ServerAction, ok};
use xmlrpc_client::blocking::Client;

fn pong(client: &Client) {
    assert_eq!(client.call::<_, String>("ping", ()).unwrap(), "pong");
}

fn server() -> ScriptedServer {
    ScriptedServer::always(ServerAction::Send(ok("pong")))
}

#[test]
fn outside_a_runtime() {
    pong(&Client::new(&server().url()).unwrap());
}

#[test]
fn inside_a_current_thread_runtime() {
    let server = server();
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let client = Client::new(&server.url()).unwrap();
        pong(&client);
        drop(client);
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn inside_all_workers_of_a_runtime_at_once() {
    let server = server();
    let client = Client::new(&server.url()).unwrap();
    let calls: Vec<_> =
        (0..8).map(|_| client.clone()).map(|client| tokio::spawn(async move { pong(&client) })).collect();
    for call in calls {
        call.await.unwrap();
    }
    drop(client);
}

#[test]
fn built_inside_and_used_outside() {
    let server = server();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = runtime.block_on(async {
        let client = Client::new(&server.url()).unwrap();
        pong(&client);
        client
    });
    drop(runtime);
    pong(&client);
}

#[test]
fn dropped_on_another_thread_while_calls_are_under_way() {
    let server = ScriptedServer::always(ServerAction::After(Duration::from_millis(50), ok("pong")));
    let client = Arc::new(Client::new(&server.url()).unwrap());
    let threads: Vec<_> =
        (0..4).map(|_| Arc::clone(&client)).map(|client| thread::spawn(move || pong(&client))).collect();
    drop(client);
    for thread in threads {
        thread.join().unwrap();
    }
}

#[cfg(feature = "blocking")]
#[test]
fn a_reqwest_client_of_the_users_own_works_inside_a_runtime_too() {
    let server = server();
    let reqwest = reqwest::blocking::Client::builder().build().unwrap();
    let client = Client::builder(server.url()).http_client(reqwest).build().unwrap();
    pong(&client);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { pong(&client) });
    assert_eq!(server.seen()[0].header("content-type"), Some("text/xml"));
}
