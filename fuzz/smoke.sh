#!/bin/sh
# Runs every fuzz target for SECONDS, two at a time, and reports the executions of each.
#
#   fuzz/smoke.sh [SECONDS, by default 20]
#
# SEEDS names a folder with more cases for seeds.py. Needs cargo-fuzz, but no nightly compiler.
set -eu
cd "$(dirname "$0")"
seconds="${1:-20}"
export RUSTC_BOOTSTRAP=1

python3 seeds.py ${SEEDS:+"$SEEDS"}
cargo fuzz build --sanitizer none
targets="decode lanes rows round_trip date_time date_oracle encode generate router"
logs="target/smoke"
mkdir -p "$logs"

one() {
    cargo fuzz run --sanitizer none "$1" -- \
        -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=1024 \
        -dict=xmlrpc.dict -print_final_stats=1 >"$logs/$1.log" 2>&1 || echo failed >>"$logs/$1.log"
}

running=0
for target in $targets; do
    one "$target" &
    running=$((running + 1))
    if [ "$running" = 2 ]; then
        wait
        running=0
    fi
done
wait

status=0
for target in $targets; do
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/$target.log")
    if [ "$(tail -n 1 "$logs/$target.log")" = failed ]; then
        status=1
        echo "$target: FAILED after ${executions:-?} executions"
        grep -v '^#[0-9]' "$logs/$target.log" | tail -n 30
    else
        echo "$target: $executions executions, nothing found"
    fi
done
exit $status
