#!/bin/bash
# Runs a scorer of the corpus on a driver of ours and holds the result against what is expected: everything passes.
#
#   conformance/check.sh corpus CORPUS TARGET OUT.json
#   conformance/check.sh transport CORPUS TARGET OUT.json async|blocking
#
# CORPUS holds run.py and transport/score.py; TARGET is where cargo put the drivers (target/debug).
set -eu
what=$1 corpus=$2 target=$3 out=$4
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
case $what in
corpus)
    "$python" "$corpus/run.py" --split public --name typed-xmlrpc --out "$out" -- "$target/corpus"
    ;;
transport)
    "$python" "$corpus/transport/score.py" --name "typed-xmlrpc, $5" --out "$out" -- "$target/transport" --colour "$5"
    ;;
esac
"$python" "$here/totals.py" "$what" "$out"
