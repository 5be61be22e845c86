#!/bin/sh
# Builds the server of the load tests and posts to it the calls of a file of decoding cases, a good call after each.
#
#   benchmarks/load/check.sh CASES.jsonl
set -eu
cases=$(realpath "$1")
cd "$(dirname "$0")/.."
cargo build --no-default-features --features load --bin load_server --target-dir target
exec python3 load/documents.py target/debug/load_server "$cases"
