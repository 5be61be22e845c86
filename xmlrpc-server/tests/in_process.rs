//! Clients that call a router in the same process.
#![cfg(feature = "client")]

use std::time::Duration;
use xmlrpc_client::{Client, ErrorKind, blocking};
use xmlrpc_serde::Fault;
use xmlrpc_server::Router;

fn router() -> Router {
    Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .function("fail", || async { Err::<bool, _>(Fault::new(4, "no")) })
        .function("slow", || {
            std::thread::sleep(Duration::from_millis(500));
            Ok(true)
        })
}

#[tokio::test]
async fn an_async_client_calls_the_router() {
    let client = router().client();
    assert_eq!(client.call::<_, i32>("add", (2, 3)).await.unwrap(), 5);
    assert_eq!(client.call::<_, bool>("fail", ()).await.unwrap_err().fault(), Some(&Fault::new(4, "no")));
}

#[test]
fn a_blocking_client_calls_the_router_without_a_runtime() {
    let client = router().blocking_client();
    assert_eq!(client.call::<_, i32>("add", (2, 3)).unwrap(), 5);
    assert!(client.call::<_, bool>("slow", ()).unwrap());
    assert_eq!(client.call::<_, bool>("fail", ()).unwrap_err().fault(), Some(&Fault::new(4, "no")));
}

#[tokio::test]
async fn a_blocking_client_may_be_used_and_dropped_in_async_code() {
    let client = router().blocking_client();
    assert_eq!(client.call::<_, i32>("add", (2, 3)).unwrap(), 5);
    drop(client);
}

#[tokio::test]
async fn clients_with_settings_of_their_own_keep_to_them() {
    let client = Client::builder("http://test.invalid/")
        .timeout(Duration::from_millis(50))
        .transport(router().transport())
        .build()
        .unwrap();
    assert_eq!(client.call::<_, bool>("slow", ()).await.unwrap_err().kind(), ErrorKind::Timeout);
    let client = blocking::Client::builder("http://test.invalid/")
        .timeout(Duration::from_millis(50))
        .transport(router().blocking_transport())
        .build()
        .unwrap();
    assert_eq!(client.call::<_, bool>("slow", ()).unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn refusals_of_http_are_seen() {
    let client = router().max_request_bytes(10).client();
    let error = client.call::<_, i32>("add", (2, 3)).await.unwrap_err();
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Status, Some(413)));
}
