//! Answers as a CCU with one switch does. It calls back the caller of `init`, and sends events in a
//! multicall.

use std::sync::Mutex;

use xmlrpc::{
    Client, Fault, Value,
    server::{RequestContext, Router},
    value,
};

/// Where events are sent: the url, and the name that the receiver gave itself.
#[derive(Default)]
struct Subscriber(Mutex<Option<(String, String)>>);

async fn init(context: RequestContext, url: String, interface: String) -> Result<&'static str, Fault> {
    let subscriber = (!interface.is_empty()).then(|| (url.clone(), interface.clone()));
    *context.state::<Subscriber>()?.0.lock().expect("no holder panics") = subscriber;
    if !interface.is_empty() {
        let client = Client::new(&url)?;
        let known: Vec<Value> = client.call("listDevices", (&interface,)).await?;
        if known.is_empty() {
            let devices = value!([{ "ADDRESS": "MEQ0000001", "TYPE": "HM-LC-Sw1-Pl", "VERSION": 9 }]);
            let _: Value = client.call("newDevices", (&interface, devices)).await?;
        }
    }
    Ok("")
}

async fn set_value(
    context: RequestContext,
    address: String,
    key: String,
    value: Value,
) -> Result<&'static str, Fault> {
    let subscriber = context.state::<Subscriber>()?.0.lock().expect("no holder panics").clone();
    if let Some((url, interface)) = subscriber {
        let client = Client::new(&url)?;
        let batch = client.multicall();
        let _ = batch.call::<_, Value>("event", (&interface, &address, &key, value));
        let _ = batch.call::<_, Value>("event", (&interface, &address, "POWER", 21.5));
        let _ = batch.call::<_, Value>("event", (&interface, &address, "LAST", true));
        client.send(batch).await?;
    }
    Ok("")
}

pub(super) fn router() -> Router {
    Router::new().state(Subscriber::default()).function("init", init).function("setValue", set_value)
}
