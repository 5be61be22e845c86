#!/bin/sh
# From an unknown server to a typed call: starts one, generates its API, and compiles and runs a program that
# calls it. It first uses what the server says, then what a few recorded calls show. Prints how long each step
# took.
set -eu
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work=$root/target/newcomer
export CARGO_TARGET_DIR="$root/target"
rm -rf "$work"
mkdir -p "$work/src"

cargo build -q -p xmlrpc-gen --example gen
gen=$root/target/debug/examples/gen
start=$(date +%s)
step() {
    echo "$(($(date +%s) - start)) s: $*"
}

python3 server.py >"$work/url" &
server=$!
trap 'kill $server' EXIT
while ! [ -s "$work/url" ]; do sleep 0.1; done
url=$(cat "$work/url")

"$gen" "$url" -o "$work/src/api.rs"
step "generated from what the server says"

cat >"$work/Cargo.toml" <<TOML
[package]
name = "newcomer"
version = "0.0.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }
typed-xmlrpc = { path = "$root" }

[workspace]
TOML
cp "$root/Cargo.lock" "$work"
cat >"$work/src/main.rs" <<'RUST'
mod api;

use api::StockClient;
use std::sync::Arc;
use xmlrpc::{blocking::Client, testing::Recorder};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("give the address")?;
    // The calls are recorded, so that the next run of the generator knows the types of the results.
    let client = Client::builder(&url)
        .wrap_transport(|transport| Arc::new(Recorder::new(transport, "recorded")))
        .build()?;
    let stock = StockClient::new(&client);
    println!("{} bolts", stock.count("bolt", None)?);
    println!("{:?}", stock.names()?);
    for name in ["bolt", "nut", "nothing"] {
        println!("{:?}", stock.find(name));
    }
    Ok(())
}
RUST
(cd "$work" && cargo run -q -- "$url")
step "a typed call"

"$gen" "$url" --recorded "$work/recorded" -o "$work/src/api.rs"
cat >"$work/src/main.rs" <<'RUST'
mod api;

use api::{Find, StockClient, StockFault};
use xmlrpc::blocking::Client;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("give the address")?;
    let stock = StockClient::new(Client::new(&url)?);
    let names: Vec<String> = stock.names()?;
    for name in names {
        let Find { count, price, supplier, .. } = stock.find(&name)?;
        let from = supplier.map_or("stock".to_owned(), |found| found.name);
        println!("{count} {name} at {price} each, from {from}");
    }
    assert!(matches!(stock.find("nothing"), Err(StockFault::NoSuchPart)));
    Ok(())
}
RUST
(cd "$work" && cargo run -q -- "$url" && cargo test -q)
step "typed results and faults, and their proof"
