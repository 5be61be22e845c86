//! A ROS 1 node. It registers with a master, which calls it back when publishers or parameters change.
//!
//!     cargo run --example ros_node [URL]
//!
//! URL is `$ROS_MASTER_URI`. Without it, a small stand-in in this program is the master.
use std::{sync::Mutex, time::Duration};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};
use xmlrpc::{Client, Value, server::Router};

/// In ROS, every reply is `[code, message, value]`. An error has the code -1 or 0, and is never a fault.
type RosReply<T> = (i32, String, T);
const NODE: &str = "/listener";
const TOPIC: &str = "/chatter";

fn good<T>(value: T) -> RosReply<T> {
    (1, String::new(), value)
}

async fn serve(router: Router) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/", listener.local_addr()?);
    tokio::spawn(router.serve(listener));
    Ok(url)
}

/// The methods of a node that a master calls. What they are told is sent to `news`.
fn node(news: mpsc::UnboundedSender<String>) -> Router {
    let publishers = news.clone();
    Router::new()
        .function("getPid", |_caller: String| async { Ok(good(std::process::id())) })
        .function("publisherUpdate", move |_caller: String, topic: String, urls: Vec<String>| {
            let _ = publishers.send(format!("{topic} is published by {urls:?}"));
            async { Ok(good(0)) }
        })
        .function("paramUpdate", move |_caller: String, key: String, value: Value| {
            let _ = news.send(format!("{} is now {value:?}", key.trim_end_matches('/')));
            async { Ok(good(0)) }
        })
}

/// A master for one node: it keeps the url of the subscriber, and calls it back.
fn stand_in_master() -> Router {
    Router::new().state(Mutex::new(String::new())).fallback(|request| async move {
        let subscriber = request.context().state::<Mutex<String>>()?;
        let back = || Client::new(&subscriber.lock().unwrap());
        let _: Value = match (request.method(), &request.all_params::<Vec<Value>>()?[..]) {
            ("registerSubscriber", [.., Value::String(url)]) => {
                subscriber.lock().unwrap().clone_from(url);
                Value::from(0)
            }
            ("registerPublisher", [node, topic, _, url]) => {
                back()?.call("publisherUpdate", (node, topic, [url])).await?
            }
            ("setParam", params) => back()?.call("paramUpdate", params).await?,
            _ => Value::from(0),
        };
        request.reply(&good(Value::Array(Vec::new())))
    })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (news, mut heard) = mpsc::unbounded_channel();
    let url = serve(node(news).build()?).await?;
    let master = Client::new(&match std::env::args().nth(1) {
        Some(url) => url,
        None => serve(stand_in_master().build()?).await?,
    })?;
    let (.., publishers): RosReply<Vec<String>> =
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
