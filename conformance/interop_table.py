#!/usr/bin/env python3
"""Prints a Markdown table of servers and features from the results of the interoperability tests.

    interop_table.py target/interop/results
"""

import sys
from pathlib import Path

# The features that are tested with every server are the first columns. Those of single servers follow.
COMMON = ["scalars", "nested", "dates", "base64", "nil", "void", "i8", "introspection", "multicall", "fault",
          "unknown method", "HTTP error"]


def rows(folder):
    """Each server with its state and the marks of its features, in the order of the files' names."""
    for path in sorted(Path(folder).glob("*.txt")):
        state, *lines = path.read_text(encoding="utf-8").splitlines()
        yield path.stem, state, dict(line.split("\t")[:2] for line in lines)


def table(folder):
    results = list(rows(folder))
    features = list(dict.fromkeys([*COMMON, *(feature for _, _, marks in results for feature in marks)]))
    lines = ["| peer | " + " | ".join(features) + " |", "| --- |" + " --- |" * len(features)]
    for peer, state, marks in results:
        if marks:
            lines.append(f"| {peer} | " + " | ".join(marks.get(feature, "") for feature in features) + " |")
        else:
            lines.append(f"| {peer} | {state} |" + " |" * (len(features) - 1))
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(sys.argv[1]))
