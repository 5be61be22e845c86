#!/bin/sh
# Measures everything, prints the table of promises, writes RESULTS.md and results.json. Some ten minutes.
# `run.sh http` measures calls over a socket alone and prints their table.
set -eu
cd "$(dirname "$0")"
cargo build --release --bins
cargo build --release --bin http --no-default-features --features http --target-dir target/plain
exec target/release/report "$@"
