"""Writes the page of figures from what the runs left behind.

    comparison.py [--out docs/COMPARISON.md]
        ours: target/ci/{corpus,transport-async,transport-blocking}.json, target/ci/wire.log and
        target/interop/results, as `.ci/run` leaves them; peers: conformance/peers.json; speed: benchmarks/RESULTS.md

    comparison.py --speed docs/COMPARISON.md
        writes the part on speed alone anew, from benchmarks/RESULTS.md

    comparison.py --record NAME CORPUS.json|- TRANSPORT.json|-
        condenses a peer's results of run.py and score.py into conformance/peers.json

Without a file its part of the page says that it was not run.
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
    """How many cases of each set there are and passed, and what became of the others."""
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
    for colour in ("async", "blocking"):
        result = load(RUNS / f"transport-{colour}.json")
        if result:
            entries.append((f"**this project**, {colour}", transport(result)))
    entries += [(name, peer["transport"]) for name, peer in peers.items() if "transport" in peer]
    rows = [
        [name, ratio(entry["passed"], entry["scenarios"]), entry["hang"], entry["memory"], entry["sent twice"],
         entry["class"]]
        for name, entry in entries
    ]
    head = ["", "scenarios passed", "hang", "over memory", "sent more than once", "another error class than expected"]
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
        f"{passed} of {total} servers and variants pass. “–” is what the server does not speak, and is not asked of it;",
        "“partly” leaves out what the server itself answers otherwise. Why stands below the table.", "", interop_table(INTEROP), "",
        "<details><summary>What is not asked of whom, and why</summary>", "", *remarks, "", "</details>",
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
        "Ours beside the peer that the promise names; everything else stands in "
        "[benchmarks/RESULTS.md](../benchmarks/RESULTS.md).",
        machine and machine[0], promised and promised[1],
        "The time a record, decoded to a struct, in documents of several sizes:", sizes and sizes[1],
        "    benchmarks/run.sh"]))


def page():
    peers = load(PEERS) or {}
    versions = "; ".join(f"{name}: {peer['version']}" for name, peer in peers.items() if peer.get("version"))
    return f"""<!-- Written by conformance/comparison.py from the results of runs. -->
# Figures

Each table comes from a run, and the command under it gives it again. Peers were put through the same cases on the same
machine{f" ({versions})" if versions else ""}.

## Documents: the corpus

Good, bad and hostile documents with the one right outcome of each. *accepted*: should have been refused; *rejected*:
should have been read or written; *n/a*: the implementation's interface cannot state the case.

{corpus_part(peers)}

    .ci/run drivers corpus

## Connections: a server that misbehaves

Servers that hang, drip, reset, lie about lengths, redirect, compress without end or show a wrong certificate; clients
with their default settings.

{transport_part(peers)}

    .ci/run drivers transport

## Real servers

{interop_part()}

    .ci/run interop

## Recorded exchanges

Requests and replies of real servers, each body read by this project and by CPython's `xmlrpc.client`.
{wire_part()} The reasons are in [wire_differences.tsv](../conformance/wire_differences.tsv).

    .ci/run drivers wire

{SPEED_TITLE}

{speed_part()}
"""


def with_new_speed(text):
    """The page with its last part, the one on speed, written anew."""
    before, title, _ = text.partition(SPEED_TITLE + "\n")
    if not title:
        sys.exit(f"the page has no part `{SPEED_TITLE}`")
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
        arguments.speed.write_text(with_new_speed(arguments.speed.read_text(encoding="utf-8")), encoding="utf-8")
    elif arguments.out:
        Path(arguments.out).parent.mkdir(parents=True, exist_ok=True)
        Path(arguments.out).write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())


main()
