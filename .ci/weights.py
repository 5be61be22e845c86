#!/usr/bin/env python3
"""Counts the crates that a program builds for each feature of the facade.

    .ci/weights.py           prints the table of docs/weights.md
    .ci/weights.py --write   writes it there
    .ci/weights.py --check   fails if the file says otherwise, or if a limit is exceeded

It asks `cargo tree`, so it counts the crates for this platform. Nothing is built.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "weights.md"
# The most crates without features, and what `server` may add to the crates of xmlrpc-server itself.
LIMIT_BARE = 40
TRAITS = {"typed-xmlrpc", "xmlrpc-derive", "xmlrpc-client", "percent-encoding", "serde"}
ROWS = [
    ("no features", []),
    ("`chrono-0_4`", ["chrono-0_4"]),
    ("`jiff-0_2`", ["jiff-0_2"]),
    ("`time-0_3`", ["time-0_3"]),
    ("`compression`", ["compression"]),
    ("`contract`", ["contract"]),
    ("`digest`", ["digest"]),
    ("`server`", ["server"]),
    ("`client`", ["client"]),
    ("`client`, `blocking`", ["client", "blocking"]),
    ("`client`, `cookies`", ["client", "cookies"]),
    ("`client`, `socks`", ["client", "socks"]),
    ("`client`, `native-tls`", ["client", "native-tls"]),
    ("`client`, `rustls-no-provider`", ["client", "rustls-no-provider"]),
    ("`client`, `rustls`", ["client", "rustls"]),
    ("the default", ["default"]),
    ("the default and `server`", ["default", "server"]),
]


def crates(package, features, edges="normal"):
    """The names of the crates that `package` needs."""
    command = ["cargo", "tree", "-p", package, "-e", edges, "--prefix", "none", "--no-default-features"]
    command += ["--features", ",".join(features)] if features else []
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {tuple(line.split()[:2]) for line in output.splitlines() if line}


def table():
    bare = len(crates("typed-xmlrpc", []))
    lines = ["| features | crates | more than without |", "|---|---|---|"]
    for name, features in ROWS:
        count = len(crates("typed-xmlrpc", features))
        lines.append(f"| {name} | {count} | {count - bare or ''} |")
    return "\n".join(lines) + "\n"


def page():
    return (
        "# What each feature weighs\n\n"
        "How many crates a program builds for `typed-xmlrpc` with `default-features = false` and these\n"
        "features, this crate included. `.ci/weights.py --write` makes the table, on Linux.\n\n" + table()
    )


def limits():
    bare = len(crates("typed-xmlrpc", []))
    if bare > LIMIT_BARE:
        yield f"without features there are {bare} crates, more than {LIMIT_BARE}"
    with_server = {name for name, _ in crates("typed-xmlrpc", ["server"])}
    # The facade turns these on, so that addresses under axum and the page of methods need no further feature.
    alone = {name for name, _ in crates("xmlrpc-server", ["axum-0_8", "markdown"])}
    more = sorted(with_server - alone - TRAITS)
    if more:
        yield f"`server` adds crates that neither xmlrpc-server nor the traits need: {', '.join(more)}"


def main():
    if sys.argv[1:] == ["--write"]:
        FILE.write_text(page())
    elif sys.argv[1:] == ["--check"]:
        mistakes = list(limits())
        if FILE.read_text() != page():
            mistakes.append(f"{FILE.relative_to(ROOT)} is not up to date; run .ci/weights.py --write")
        if mistakes:
            sys.exit("\n".join(mistakes))
    else:
        print(table(), end="")


main()
