#!/bin/sh
# Measures everything, prints the table of promises, writes RESULTS.md and results.json. Some ten minutes.
set -eu
cd "$(dirname "$0")"
cargo build --release --bins
exec target/release/report
