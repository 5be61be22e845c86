//! The clients: each makes the small call and reads its answer.
//!
//! What ours are held against is reqwest as it comes, `Client::new()`, which posts the bytes of the call, made beforehand, and takes
//! the answer's. It has one header, no time limit and no limit of size, and none of reqwest's features is on but `blocking` and
//! `stream`; ours has all of these limits, and asks for compressed replies.

use super::{cpu_time, runtime};
use crate::{
    data::{self, Written},
    documents,
};
use std::{future::Future, pin::Pin, rc::Rc, time::Duration};

/// By their names.
pub const ASYNC: [&str; 3] = ["bare reqwest", "ours", "dxr_client"];
/// By their names.
pub const BLOCKING: [&str; 2] = ["bare reqwest::blocking", "ours, blocking"];

const WARM_UP: usize = 300;

type Call = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>>;

/// CPU time of `calls` calls by the client `name`, from `callers` at once.
///
/// # Panics
///
/// When a call fails, or there is no such client.
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
        "bare reqwest" => {
            let (client, url) = (reqwest::Client::new(), url.to_owned());
            let body = bytes::Bytes::from(documents::small_call());
            Rc::new(move || {
                let request = client.post(&url).header("content-type", "text/xml").body(body.clone());
                Box::pin(async move {
                    let answer = request.send().await.expect("an answer").bytes().await.expect("a body");
                    assert!(!answer.is_empty());
                })
            })
        }
        "ours" => {
            let client = xmlrpc_client::Client::new(url).expect("a client");
            Rc::new(move || {
                let (id, event) = data::SMALL_ARGS;
                let call = client.call::<_, Written>(data::SMALL_METHOD, (id, event, data::partner()));
                Box::pin(async move { assert_eq!(call.await.expect("an answer").id, id) })
            })
        }
        #[cfg(feature = "http-peers")]
        "dxr_client" => {
            let url = url.parse().expect("a url");
            let client = Rc::new(dxr_client::ClientBuilder::new(url).build());
            Rc::new(move || {
                let client = Rc::clone(&client);
                Box::pin(async move {
                    let (id, event) = data::SMALL_ARGS;
                    let partner = crate::peers::dxr::Partner::from(data::partner());
                    let call = client
                        .call::<_, crate::peers::dxr::Written>(data::SMALL_METHOD, (id, event, partner));
                    assert_eq!(call.await.expect("an answer").id, id);
                })
            })
        }
        _ => panic!("no client {name}"),
    }
}

fn blocking(name: &str, url: &str) -> Box<dyn Fn()> {
    if name == "ours, blocking" {
        let client = xmlrpc_client::blocking::Client::new(url).expect("a client");
        return Box::new(move || {
            let (id, event) = data::SMALL_ARGS;
            let call = client.call::<_, Written>(data::SMALL_METHOD, (id, event, data::partner()));
            assert_eq!(call.expect("an answer").id, id);
        });
    }
    let (client, url) = (reqwest::blocking::Client::new(), url.to_owned());
    let body = bytes::Bytes::from(documents::small_call());
    Box::new(move || {
        let request = client.post(&url).header("content-type", "text/xml").body(body.clone());
        let answer = request.send().expect("an answer").bytes().expect("a body");
        assert!(!answer.is_empty());
    })
}
