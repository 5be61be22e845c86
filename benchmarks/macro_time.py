#!/usr/bin/env python3
"""Measures how long a trait of many methods takes to expand and to check: our macro, jsonrpsee's and tarpc's.

    benchmarks/macro_time.py [METHODS, by default 200] [ROUNDS, by default 5]

It writes a temporary workspace with one library for each macro, and one with the bare trait. Each declares
the same methods, with a client and a server. It compiles their dependencies, and then checks each library
several times.

`expand` is rustc's own figure for the expansion of the crate, `check` the time of the whole compiler process.
Both are the least of all rounds, in milliseconds. RUSTC_BOOTSTRAP=1 makes a stable compiler print the first.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
METHODS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5

DEPENDENCIES = {
    "bare": 'typed-xmlrpc = { path = "%s", features = ["server"] }' % HERE,
    "client": 'typed-xmlrpc = { path = "%s", features = ["server"] }' % HERE,
    "server": 'typed-xmlrpc = { path = "%s", features = ["server"] }' % HERE,
    "jsonrpsee": 'jsonrpsee = { version = "0.26", features = ["client-core", "server", "macros"] }',
    "tarpc": 'tarpc = { version = "0.37", features = ["serde1"] }\n'
             'serde = { version = "1", features = ["derive"] }',
}


def methods(line):
    return "\n".join("    " + line(i) for i in range(METHODS))


def name(i):
    return f"method_{i}(&self, a: i32, b: String, c: Vec<f64>)"


def library(kind):
    if kind == "bare":
        body = methods(lambda i: f"fn {name(i)} -> impl Future<Output = xmlrpc::Result<Vec<String>>> + Send;")
        return f"pub trait Api {{\n{body}\n}}\n"
    if kind in ("client", "server"):
        body = methods(lambda i: f"async fn {name(i)} -> xmlrpc::Result<Vec<String>>;")
        served = ", server" if kind == "server" else ""
        return f'#[xmlrpc::api(prefix = "api."{served})]\npub trait Api {{\n{body}\n}}\n'
    if kind == "jsonrpsee":
        result = "Result<Vec<String>, jsonrpsee::types::ErrorObjectOwned>"
        body = methods(lambda i: f'#[method(name = "method_{i}")]\n    async fn {name(i)} -> {result};')
        attribute = '#[jsonrpsee::proc_macros::rpc(client, server, namespace = "api")]'
        return f"{attribute}\npub trait Api {{\n{body}\n}}\n"
    body = methods(lambda i: f"async fn {name(i).replace('&self, ', '')} -> Vec<String>;")
    return f"#[tarpc::service]\npub trait Api {{\n{body}\n}}\n"


def measure(root, kind, environment):
    source = root / kind / "src/lib.rs"
    expand = check = float("inf")
    for _ in range(ROUNDS):
        os.utime(source)
        command = ["cargo", "rustc", "--quiet", "--profile", "check", "-p", f"api-{kind}", "--lib", "--",
                   "-Ztime-passes", "-Ztime-passes-format=json"]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        passes = {}
        for found in re.finditer(r"time: (\{.*\})", done.stderr + done.stdout):
            entry = json.loads(found.group(1))
            passes[entry["pass"]] = entry["time"]
        expand = min(expand, passes["macro_expand_crate"])
        check = min(check, passes["total"])
    return expand, check


def main():
    environment = dict(os.environ, RUSTC_BOOTSTRAP="1", CARGO_INCREMENTAL="0")
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(os.environ.get("MACRO_TIME_DIR", directory))
        root.mkdir(exist_ok=True)
        kinds = list(DEPENDENCIES)
        (root / "Cargo.toml").write_text('[workspace]\nresolver = "3"\nmembers = %s\n' % json.dumps(kinds))
        for kind, dependency in DEPENDENCIES.items():
            (root / kind / "src").mkdir(parents=True, exist_ok=True)
            (root / kind / "Cargo.toml").write_text(
                f'[package]\nname = "api-{kind}"\nversion = "0.0.0"\nedition = "2024"\n\n'
                f"[dependencies]\n{dependency}\n"
            )
            (root / kind / "src/lib.rs").write_text(library(kind))
        start = time.monotonic()
        subprocess.run(["cargo", "check", "--quiet"], cwd=root, env=environment, check=True)
        seconds = time.monotonic() - start
        print(f"{METHODS} methods, least of {ROUNDS} rounds, dependencies compiled in {seconds:.0f} s")
        for kind in kinds:
            expand, check = measure(root, kind, environment)
            print(f"{kind:10} expand {expand * 1000:7.0f} ms   check {check * 1000:7.0f} ms")


if __name__ == "__main__":
    main()
