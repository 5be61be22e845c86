#!/usr/bin/env python3
"""Writes the page of figures from the results of runs.

    comparison.py [--out docs/COMPARISON.md]
        writes the whole page. Our results are target/ci/{corpus,transport-async,transport-blocking}.json,
        target/ci/wire.log and target/interop/results, which `.ci/run` writes. Those of other implementations
        are conformance/peers.json, and the part on speed is from benchmarks/RESULTS.md

    comparison.py --speed docs/COMPARISON.md
        writes only the part on speed, from benchmarks/RESULTS.md

    comparison.py --record NAME CORPUS.json|- TRANSPORT.json|-
        adds the results of another implementation, by run.py and score.py, to conformance/peers.json

If a file is missing, its part of the page says that it was not run.
"""

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from interop_table import rows as interop_rows, table as interop_table

ROOT = Path(__file__).resolve().parent.parent
PEERS = ROOT / "conformance/peers.json"
RUNS = ROOT / "target/ci"
INTEROP = ROOT / "target/interop/results"
SPEED = ROOT / "benchmarks/RESULTS.md"
SETS = ["decode", "encode", "big"]
SPEED_TITLE = "## Speed"
WRONG = ["wrong", "accepted", "rejected", "crash", "hang", "memory", "n/a"]


def load(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def corpus(result):
    """The numbers of cases and of passed cases in each set, and the outcomes of the others."""
    rows = result["rows"]
    return {
        "cases": Counter(row["set"] for row in rows),
        "passed": Counter(row["set"] for row in rows if row["class"] == "pass"),
        "classes": Counter(row["class"] for row in rows),
    }


def transport(result):
    rows = result["rows"]
    bad = [" ".join(row["bad"]) for row in rows]
    return {
        "scenarios": len(rows),
        "passed": sum(row["pass"] for row in rows),
        "hang": sum("hang" in text for text in bad),
        "memory": sum("memory" in text or text.endswith(" MB") for text in bad),
        "sent twice": sum("times" in text or "connections" in text for text in bad),
        "class": sum(any(remark.startswith("class") for remark in row["soft"]) for row in rows),
    }


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " --: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def ratio(passed, cases):
    return f"{passed} of {cases}"


def corpus_part(peers):
    ours = load(RUNS / "corpus.json")
    entries = [("**this project**", corpus(ours))] if ours else []
    entries += [(name, peer["corpus"]) for name, peer in peers.items() if "corpus" in peer]
    rows = [
        [name, *(ratio(entry["passed"].get(kind, 0), entry["cases"].get(kind, 0)) for kind in SETS),
         *(entry["classes"].get(kind, 0) for kind in WRONG)]
        for name, entry in entries
    ]
    return table(["", "decode", "encode", "large", *WRONG], rows)


def transport_part(peers):
    entries = []
    for kind in ("async", "blocking"):
        result = load(RUNS / f"transport-{kind}.json")
        if result:
            entries.append((f"**this project**, {kind}", transport(result)))
    entries += [(name, peer["transport"]) for name, peer in peers.items() if "transport" in peer]
    rows = [
        [name, ratio(entry["passed"], entry["scenarios"]), entry["hang"], entry["memory"],
         entry["sent twice"], entry["class"]]
        for name, entry in entries
    ]
    head = ["", "scenarios passed", "hang", "over memory", "sent more than once",
            "another error class than expected"]
    return table(head, rows)


def interop_part():
    if not INTEROP.exists():
        return "Not run."
    remarks = []
    for path in sorted(INTEROP.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            feature, mark, why = (line.split("\t") + ["", ""])[:3]
            if why:
                remarks.append(f"* {path.stem}, {feature}: {why}")
    passed = sum(state == "passed" for _, state, _ in interop_rows(INTEROP))
    total = sum(1 for _ in interop_rows(INTEROP))
    return "\n".join([
        f"{passed} of {total} servers and variants pass. “–” means that the server lacks the feature, so it",
        "is not tested. “partly” means that a part is not tested, because the server answers differently.",
        "The reasons are below the table.", "", interop_table(INTEROP), "",
        "<details><summary>What is not tested, and why</summary>", "", *remarks, "", "</details>",
    ])


def wire_part():
    log = RUNS / "wire.log"
    figure = re.findall(r"^## (.*)", log.read_text(encoding="utf-8"), re.M) if log.exists() else []
    return (figure[-1][0].upper() + figure[-1][1:] + ".") if figure else "Not run."


def speed_part():
    if not SPEED.exists():
        return "Not run."
    text = SPEED.read_text(encoding="utf-8")
    promised, sizes = (re.search(rf"^## {title}\n+(\|.*?)\n\n", text, re.M | re.S)
                       for title in ["What is promised", "By the size of the document"])
    machine = re.search(r"^Machine: .*", text, re.M)
    return "\n\n".join(filter(None, [
        "Our figure and that of the library that the promise names. All other figures are in\n"
        "[benchmarks/RESULTS.md](../benchmarks/RESULTS.md).",
        machine and machine[0], promised and promised[1],
        "The time for a record, decoded to a struct, in documents of several sizes:", sizes and sizes[1],
        "    benchmarks/run.sh"]))


def page():
    peers = load(PEERS) or {}
    versions = "; ".join(f"{name}: {peer['version']}" for name, peer in peers.items() if peer.get("version"))
    return f"""<!-- Written by conformance/comparison.py from the results of runs. -->
# Figures

Each table is from a run, and the command below it runs the same again. Other implementations ran on the same
machine, with the same cases.
{f"Their versions: {versions}." if versions else ""}

## Documents: the corpus

Valid, invalid and hostile documents, each with its only right outcome. *accepted*: should have been refused.
*rejected*: should have been read or written. *n/a*: the implementation's interface cannot express the case.

{corpus_part(peers)}

    .ci/run corpus

## Connections: a server that misbehaves

Servers that hang, send slowly, reset the connection, send wrong lengths, redirect, compress without end or
have a wrong certificate. The clients have their default settings.

{transport_part(peers)}

    .ci/run transport

## Real servers

{interop_part()}

    .ci/run interop

## Recorded exchanges

Requests and responses of real servers. This project and CPython's `xmlrpc.client` read each body.
{wire_part()}
The reasons are in [wire_differences.tsv](../conformance/wire_differences.tsv).

    .ci/run wire

{SPEED_TITLE}

{speed_part()}
"""


def with_new_speed(text):
    """The page with a new last part, the one on speed."""
    before, title, _ = text.partition(SPEED_TITLE + "\n")
    if not title:
        sys.exit(f"expected a line `{SPEED_TITLE}` on the page, found none")
    return f"{before}{title}\n{speed_part()}\n"


def record(name, corpus_path, transport_path):
    peers = load(PEERS) or {}
    name, _, version = name.partition("=")
    entry = {"version": version}
    if corpus_path != "-":
        entry["corpus"] = corpus(load(Path(corpus_path)))
    if transport_path != "-":
        entry["transport"] = transport(load(Path(transport_path)))
    peers[name] = entry
    PEERS.write_text(json.dumps(peers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out")
    parser.add_argument("--speed", type=Path)
    parser.add_argument("--record", nargs=3, metavar=("NAME[=VERSION]", "CORPUS", "TRANSPORT"))
    arguments = parser.parse_args()
    if arguments.record:
        record(*arguments.record)
    elif arguments.speed:
        text = with_new_speed(arguments.speed.read_text(encoding="utf-8"))
        arguments.speed.write_text(text, encoding="utf-8")
    elif arguments.out:
        Path(arguments.out).parent.mkdir(parents=True, exist_ok=True)
        Path(arguments.out).write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())


main()
