#!/bin/sh
# Builds the program as one static file, without glibc, and prints its size.
#
#     xmlrpc-cli/build-static.sh [TARGET]     # default: that of this machine with musl
#
# It needs the Rust target (rustup target add TARGET) and a C compiler for it (Debian: musl-tools).
set -eu
cd "$(dirname "$0")/.."
target=${1:-$(uname -m)-unknown-linux-musl}
cargo build --locked --profile dist -p xmlrpc-cli --target "$target"
file=target/$target/dist/xmlrpc
echo "$file: $(wc -c <"$file") bytes"
