#!/bin/bash
# Runs a scorer of the corpus on one of our drivers, and fails unless every case passes.
#
#   conformance/check.sh corpus CORPUS TARGET OUT.json
#   conformance/check.sh transport CORPUS TARGET OUT.json async|blocking
#
# CORPUS is the folder with run.py and transport/score.py, TARGET the one with the drivers (target/debug).
set -eu
what=$1 corpus=$2 target=$3 out=$4
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")" && pwd)
case $what in
corpus)
    "$python" "$corpus/run.py" --split public --name typed-xmlrpc --out "$out" -- "$target/corpus"
    ;;
transport)
    "$python" "$corpus/transport/score.py" --name "typed-xmlrpc, $5" --out "$out" -- \
        "$target/transport" --kind "$5"
    ;;
esac
"$python" "$here/totals.py" "$what" "$out"
