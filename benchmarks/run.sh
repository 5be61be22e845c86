#!/bin/sh
# Measures everything, prints the table of promises, and writes RESULTS.md, results.json and the part on speed
# of docs/COMPARISON.md. Takes about ten minutes. `run.sh http` measures only calls over a socket.
set -eu
cd "$(dirname "$0")"
cargo build --release --bins
cargo build --release --bin http --no-default-features --features http --target-dir target/plain
target/release/report "$@"
[ $# -gt 0 ] || python3 ../conformance/comparison.py --speed ../docs/COMPARISON.md
