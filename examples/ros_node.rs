//! A ROS 1 node: it registers with a master, and the master calls it back when publishers and parameters change.
//!
//! `ROS_MASTER_URI=http://localhost:11311 cargo run --example ros_node`; without a master a stand-in of a few lines is used.
use std::{sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};
use xmlrpc::{Client, Fault, Value, server::Router};

/// In ROS every reply is `[code, message, value]`, and an error is code -1 or 0, never a fault.
type Reply<T> = (i32, String, T);
const NODE: &str = "/listener";
const TOPIC: &str = "/chatter";

fn good<T>(value: T) -> Result<Reply<T>, Fault> {
    Ok((1, String::new(), value))
}

async fn serve(router: Router) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/", listener.local_addr()?);
    tokio::spawn(router.serve(listener).into_future());
    Ok(url)
}

/// The part of the slave API that a master needs; what it tells goes to `news`.
fn node(news: mpsc::UnboundedSender<String>) -> Router {
    let (publishers, params) = (news.clone(), news);
    Router::new()
        .function("getPid", |_caller: String| async { good(std::process::id()) })
        .function("publisherUpdate", move |_caller: String, topic: String, urls: Vec<String>| {
            let _ = publishers.send(format!("{topic} is published by {urls:?}"));
            async { good(0) }
        })
        .function("paramUpdate", move |_caller: String, key: String, value: Value| {
            let _ = params.send(format!("{} is now {value:?}", key.trim_end_matches('/')));
            async { good(0) }
        })
}

/// Calls back the last node that subscribed, as a master does.
fn stand_in_master() -> Router {
    let subscriber = Arc::new(std::sync::Mutex::new(String::new()));
    let (known, told) = (Arc::clone(&subscriber), Arc::clone(&subscriber));
    let subscribe = move |url: String| *known.lock().unwrap() = url;
    let call = move |method: &'static str, params: (String, String, Value)| {
        let url = told.lock().unwrap().clone();
        async move { Client::new(&url)?.call::<_, Value>(method, params).await }
    };
    let update = call.clone();
    Router::new()
        .function("registerSubscriber", move |_node: String, _topic: String, _type: String, url: String| {
            subscribe(url);
            async { good(Vec::<String>::new()) }
        })
        .function("subscribeParam", |_node: String, _url: String, _key: String| async { good(0) })
        .function_with_error(
            "registerPublisher",
            move |node: String, topic: String, _type: String, url: String| {
                let called = call("publisherUpdate", (node, topic, Value::Array(vec![url.clone().into()])));
                async move { called.await.map(|_| (1, String::new(), vec![url])) }
            },
        )
        .function_with_error("setParam", move |node: String, key: String, value: Value| {
            let called = update("paramUpdate", (node, key, value));
            async move { called.await.map(|_| (1, String::new(), 0)) }
        })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (news, mut heard) = mpsc::unbounded_channel();
    let url = serve(node(news).build()?).await?;
    let master = match std::env::var("ROS_MASTER_URI") {
        Ok(url) => url,
        Err(_) => serve(stand_in_master().build()?).await?,
    };
    let master = Client::new(&master)?;
    let (.., publishers): Reply<Vec<String>> =
        master.call("registerSubscriber", (NODE, TOPIC, "std_msgs/String", &url)).await?;
    println!("{TOPIC} has {} publishers", publishers.len());
    let _: Value = master.call("subscribeParam", (NODE, &url, "/rate")).await?;
    let _: Value = master
        .call("registerPublisher", ("/talker", TOPIC, "std_msgs/String", "http://127.0.0.1:9/"))
        .await?;
    let _: Value = master.call("setParam", ("/talker", "/rate", 10)).await?;
    for _ in 0..2 {
        println!("{}", timeout(Duration::from_secs(10), heard.recv()).await?.ok_or("no news")?);
    }
    Ok(())
}
