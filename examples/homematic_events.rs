//! Receives the events of a Homematic CCU, with a client and a server in one program.
//!
//!     cargo run --example homematic_events [URL [OUR_ADDRESS]]
//!
//! URL is `http://ccu:2001/` (`BidCos-RF`) or `http://ccu:2010/` (`HmIP-RF`),
//! and `OUR_ADDRESS` is the address at which the CCU reaches this machine.

#[path = "stand_in/homematic.rs"]
mod stand_in;
mod support;

use std::{error::Error, time::Duration};

use tokio::{net::TcpListener, sync::mpsc};
use xmlrpc::{Client, Value, server::Router};

/// The methods of the CCU.
#[xmlrpc::api(rename_all = "camelCase")]
trait Ccu {
    /// Asks the CCU to send events to `url`, or with an empty `interface` to stop.
    async fn init(&self, url: &str, interface: &str) -> xmlrpc::Result<()>;
    async fn set_value(&self, address: &str, key: &str, value: Value) -> xmlrpc::Result<()>;
}

/// The methods that the CCU calls here. It sends events in a `system.multicall`.
#[xmlrpc::api(rename_all = "camelCase", server)]
trait Events {
    async fn event(&self, from: &str, address: &str, key: &str, value: Value) -> xmlrpc::Result<String>;
    /// Returns the devices that are known here. The CCU sends the others with `newDevices`.
    async fn list_devices(&self, interface: &str) -> xmlrpc::Result<Vec<Value>>;
    async fn new_devices(&self, interface: &str, devices: Vec<Value>) -> xmlrpc::Result<String>;
}

struct Receiver(mpsc::UnboundedSender<(String, String, Value)>);

impl Events for Receiver {
    async fn event(&self, _from: &str, address: &str, key: &str, value: Value) -> xmlrpc::Result<String> {
        // Sending fails only when the program ends, which is no concern of the CCU.
        let _ = self.0.send((address.to_owned(), key.to_owned(), value));
        Ok(String::new())
    }
    async fn list_devices(&self, _interface: &str) -> xmlrpc::Result<Vec<Value>> {
        Ok(Vec::new())
    }
    async fn new_devices(&self, interface: &str, devices: Vec<Value>) -> xmlrpc::Result<String> {
        println!("{interface} has {} devices", devices.len());
        Ok(String::new())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let host = std::env::args().nth(2).unwrap_or_else(|| "127.0.0.1".to_owned());

    // The server must be running before the call of `init`, because the CCU calls back during that call.
    let (sender, mut events) = mpsc::unbounded_channel();
    let listener = TcpListener::bind((&*host, 0)).await?;
    let own_url = format!("http://{host}:{}/", listener.local_addr()?.port());
    tokio::spawn(Router::new().service(EventsServer::new(Receiver(sender))).serve(listener));

    let ccu = CcuClient::new(Client::new(&url)?);
    ccu.init(&own_url, "rust").await?;
    ccu.set_value("MEQ0000001:1", "STATE", true.into()).await?;

    println!("waiting for events, at most 3 seconds apart");
    while let Ok(Some((address, key, value))) =
        tokio::time::timeout(Duration::from_secs(3), events.recv()).await
    {
        println!("{address} {key} = {value:?}");
        if key == "LAST" {
            break;
        }
    }
    ccu.init(&own_url, "").await?;
    println!("no more events, please");
    Ok(())
}
