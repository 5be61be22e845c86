//! Times the generator: 100 MB of recordings, and 10,000 methods.
//!
//!     cargo run --release -p xmlrpc-gen --example speed

use std::{error::Error, fs, time::Instant};
use xmlrpc_gen::{Contract, Output, Wishes, infer, merge, source::recordings};
use xmlrpc_serde::{Options, Value, call, response, value};

const BYTES: usize = 100 << 20;
const METHODS: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("xmlrpc-gen-speed-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let measured = large(&folder).and_then(|()| many(&folder));
    fs::remove_dir_all(&folder)?;
    measured
}

/// Writes and reads recordings with replies of 1,000 structs.
fn large(folder: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let rows: Vec<Value> = (0..1000)
        .map(|number: i32| {
            value!({
                "id": number, "name": (format!("process {number}")), "group": "workers", "state": 20,
                "started": 1_795_375_901, "load": 0.25, "tags": ["a", "b"], "limits": { "soft": 1024, "hard": 4096 },
                "size": (number.to_string()), "log": "/var/log/process.log", "up": true
            })
        })
        .collect();
    let request = call::encode("s.list", &(1,), Options::new())?;
    let reply = response::encode(&rows, Options::new())?;
    let response = format!("HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\n\r\n{reply}");
    let count = BYTES.div_ceil(response.len());
    for number in 1..=count {
        fs::write(folder.join(format!("{number:05}.request.xml")), &request)?;
        fs::write(folder.join(format!("{number:05}.response.http")), &response)?;
    }
    let start = Instant::now();
    let learned = recordings::contract(&[folder.to_owned()], &Contract::default(), &mut Vec::new())?;
    let source = render(&learned);
    println!(
        "{count} recordings, {} MB: {:?}, {} bytes of source",
        (count * response.len()) >> 20,
        start.elapsed(),
        source.len()
    );
    Ok(())
}

/// A server with many methods, each with a reply and a struct of its own.
fn many(folder: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let folder = folder.join("many");
    fs::create_dir_all(&folder)?;
    let names: Vec<String> =
        (0..METHODS).map(|number| format!("space{}.getThing{number}", number % 50)).collect();
    let calls: Vec<Value> =
        names.iter().map(|name| value!({ "methodName": (name.as_str()), "params": ["x"] })).collect();
    let replies: Vec<Value> = (0..METHODS)
        .map(|number| {
            let own = format!("own{number}");
            value!([{ "id": 1, "name": "x", (own): true, "more": [1, 2] }])
        })
        .collect();
    let request = call::encode("system.multicall", &(calls,), Options::new())?;
    let response = format!("HTTP/1.1 200 OK\r\n\r\n{}", response::encode(&replies, Options::new())?);
    fs::write(folder.join("1.request.xml"), request)?;
    fs::write(folder.join("1.response.http"), response)?;
    let start = Instant::now();
    let mut learned = Contract::default();
    merge(&mut learned, &recordings::contract(&[folder], &Contract::default(), &mut Vec::new())?);
    let source = render(&learned);
    println!("{METHODS} methods: {:?}, {} bytes of source", start.elapsed(), source.len());
    Ok(())
}

fn render(learned: &Contract) -> String {
    let contract = infer(learned, &Contract::default(), &Wishes::default());
    Output::new("speed").render(&contract, &Wishes::default())
}
