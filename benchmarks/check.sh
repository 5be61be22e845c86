#!/bin/sh
# Fails if our crate needs more instructions or allocations than baseline.json says, or if its cost grows
# faster than the data. Builds no other XML-RPC library. --update writes a new baseline.
set -eu
cd "$(dirname "$0")"
cargo build --release --no-default-features --target-dir target/check \
    --bin instructions --bin weights --bin check
exec target/check/release/check "$@"
