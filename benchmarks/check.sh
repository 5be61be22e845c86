#!/bin/sh
# Fails when ours needs more instructions or allocations than baseline.json says, or grows out of proportion.
# Builds no peers. --update writes the baseline anew.
set -eu
cd "$(dirname "$0")"
cargo build --release --no-default-features --target-dir target/check --bin instructions --bin weights --bin check
exec target/check/release/check "$@"
