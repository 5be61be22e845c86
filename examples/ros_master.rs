//! Asks a ROS 1 master for its topics, nodes and parameters.
//!
//!     cargo run --example ros_master [URL]
//!
//! URL is `$ROS_MASTER_URI`, such as `http://localhost:11311/`.

#[path = "stand_in/ros_master.rs"]
mod stand_in;
mod support;

use std::error::Error;

use xmlrpc::{Client, Value, envelope};

/// The methods of the Master and Parameter Server APIs that a tool needs,
/// <https://wiki.ros.org/ROS/Master_API>.
///
/// Each method takes the name of the caller as its first parameter, which the client adds. Each reply is
/// `[code, message, value]`: the envelope opens it to the value, or to an error.
#[xmlrpc::api(rename_all = "camelCase", envelope = envelope::Ros)]
trait Master {
    async fn get_uri(&self) -> xmlrpc::Result<String>;
    /// Returns the topics below `subgraph` and their types, or all topics if it is empty.
    async fn get_published_topics(&self, subgraph: &str) -> xmlrpc::Result<Vec<(String, String)>>;
    /// Returns the publishers, subscribers and services, each with its nodes.
    async fn get_system_state(&self) -> xmlrpc::Result<(Providers, Providers, Providers)>;
    /// Returns the url of a node's own XML-RPC server.
    async fn lookup_node(&self, name: &str) -> xmlrpc::Result<String>;
    async fn get_param(&self, key: &str) -> xmlrpc::Result<Value>;
    async fn set_param(&self, key: &str, value: Value) -> xmlrpc::Result<()>;
}

type Providers = Vec<(String, Vec<String>)>;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let master = MasterClient::new(Client::new(&url)?.with_leading_params(("/rust_example",))?);

    println!("master at {}", master.get_uri().await?);
    for (topic, kind) in master.get_published_topics("").await? {
        println!("topic {topic} of {kind}");
    }
    let (publishers, _, services) = master.get_system_state().await?;
    for (topic, nodes) in publishers {
        for node in nodes {
            println!("{node} publishes {topic}, and is at {}", master.lookup_node(&node).await?);
        }
    }
    println!("{} services", services.len());

    master.set_param("/rust_example/rate", 12.5.into()).await?;
    println!("/rust_example/rate = {:?}", master.get_param("/rust_example/rate").await?);
    match master.lookup_node("/nobody").await {
        Ok(url) => println!("/nobody is at {url}"),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
