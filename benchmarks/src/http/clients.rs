//! The clients. Each makes the small call and decodes the response.
//!
//! Ours are compared with reqwest's default client, `Client::new()`, which posts the encoded call and
//! receives the bytes of the response. It sends one header, has no time limit and no size limit, and only the
//! features `blocking` and `stream` of reqwest are on. Ours have all of these limits and ask for compressed
//! responses.

use super::{cpu_time, runtime};
use crate::{
    data::{self, Written},
    documents,
    names::by,
};
use std::{future::Future, pin::Pin, rc::Rc, time::Duration};

/// The names of the async clients.
pub const ASYNC: [&str; 3] = [by::BARE_REQWEST, by::OURS, by::DXR_CLIENT];
/// The names of the blocking clients.
pub const BLOCKING: [&str; 2] = [by::BARE_REQWEST_BLOCKING, by::OURS_BLOCKING];

const WARM_UP: usize = 300;

type Call = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>>;

/// Measures the CPU time of `calls` calls by the client `name`, with `callers` calls at once.
///
/// # Panics
///
/// Panics if a call fails or the name is unknown.
#[must_use]
pub fn run(name: &str, url: &str, calls: usize, callers: usize) -> Duration {
    if BLOCKING.contains(&name) {
        let call = blocking(name, url);
        (0..WARM_UP).for_each(|_| call());
        let before = cpu_time();
        (0..calls).for_each(|_| call());
        return cpu_time() - before;
    }
    runtime().block_on(tokio::task::LocalSet::new().run_until(async {
        let call = call(name, url);
        together(&call, WARM_UP.max(callers * 10), callers).await;
        let before = cpu_time();
        together(&call, calls, callers).await;
        cpu_time() - before
    }))
}

async fn together(call: &Call, calls: usize, callers: usize) {
    let tasks: Vec<_> = (0..callers)
        .map(|_| {
            let call = Rc::clone(call);
            tokio::task::spawn_local(async move {
                for _ in 0..calls / callers {
                    call().await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("a caller");
    }
}

fn call(name: &str, url: &str) -> Call {
    match name {
        by::BARE_REQWEST => {
            let (client, url) = (reqwest::Client::new(), url.to_owned());
            let body = bytes::Bytes::from(documents::small_call());
            Rc::new(move || {
                let request = client.post(&url).header("content-type", "text/xml").body(body.clone());
                Box::pin(async move {
                    let response = request.send().await.expect("a response").bytes().await.expect("a body");
                    assert!(!response.is_empty());
                })
            })
        }
        by::OURS => {
            let client = xmlrpc_client::Client::new(url).expect("a client");
            Rc::new(move || {
                let (id, event) = data::SMALL_ARGS;
                let call = client.call::<_, Written>(data::SMALL_METHOD, (id, event, data::partner()));
                Box::pin(async move { assert_eq!(call.await.expect("a result").id, id) })
            })
        }
        #[cfg(feature = "http-peers")]
        by::DXR_CLIENT => {
            let url = url.parse().expect("a url");
            let client = Rc::new(dxr_client::ClientBuilder::new(url).build());
            Rc::new(move || {
                let client = Rc::clone(&client);
                Box::pin(async move {
                    let (id, event) = data::SMALL_ARGS;
                    let partner = crate::peers::dxr::Partner::from(data::partner());
                    let call = client
                        .call::<_, crate::peers::dxr::Written>(data::SMALL_METHOD, (id, event, partner));
                    assert_eq!(call.await.expect("a result").id, id);
                })
            })
        }
        _ => panic!("no client {name}"),
    }
}

fn blocking(name: &str, url: &str) -> Box<dyn Fn()> {
    if name == by::OURS_BLOCKING {
        let client = xmlrpc_client::blocking::Client::new(url).expect("a client");
        return Box::new(move || {
            let (id, event) = data::SMALL_ARGS;
            let call = client.call::<_, Written>(data::SMALL_METHOD, (id, event, data::partner()));
            assert_eq!(call.expect("a result").id, id);
        });
    }
    let (client, url) = (reqwest::blocking::Client::new(), url.to_owned());
    let body = bytes::Bytes::from(documents::small_call());
    Box::new(move || {
        let request = client.post(&url).header("content-type", "text/xml").body(body.clone());
        let response = request.send().expect("a response").bytes().expect("a body");
        assert!(!response.is_empty());
    })
}
