"""Prints the table peer x feature from the results that the interoperability tests left, as Markdown.

    interop_table.py target/interop/results
"""

import sys
from pathlib import Path


# What every peer is asked for stands first; what only some have follows as it is met.
COMMON = ["scalars", "nested", "dates", "base64", "nil", "void", "i8", "introspection", "multicall", "fault",
          "unknown method", "HTTP error"]


def rows(folder):
    """Each peer with its state and its features' marks, in the order of the files' names."""
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
