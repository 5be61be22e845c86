#!/usr/bin/env python3
"""Fails unless the result file of a scorer has the exact totals that the project promises.

    totals.py corpus|transport RESULT.json
"""

import json
import sys
from collections import Counter

# The public cases of the corpus, and its scenarios. If there are more, look at the new ones first.
CASES = {"decode": 611, "encode": 166, "big": 38}
SCENARIOS = 95
# A case that contradicts another one of the corpus. The check fails if it passes.
CONTRADICTED = {
    "fault/code_big": "it demands a code that is wider than 32 bits, and field/fault/code_wide demands 0 for one",
}

what, path = sys.argv[1:]
rows = json.load(open(path, encoding="utf-8"))["rows"]
problems = []
if what == "corpus":
    total = Counter(row["set"] for row in rows)
    passed = Counter(row["set"] for row in rows if row["class"] == "pass")
    expected = CASES
    for row in rows:
        if (row["class"] == "pass") == (row["id"] in CONTRADICTED):
            problems.append(f"{row['class']}: {row['id']} {row['note']} {row['result'][:200]}")
else:
    total = {"scenarios": len(rows)}
    passed = {"scenarios": sum(row["pass"] for row in rows)}
    expected = {"scenarios": SCENARIOS}
    for row in rows:
        if not row["pass"]:
            problems.append(f"failed: {row['scenario']}: {'; '.join(row['bad'])}")
        for remark in row["soft"]:
            # Remarks on cookies are for information. A remark on the class of an error is a failure.
            if remark.startswith("class"):
                problems.append(f"{row['scenario']}: {remark}")

for kind, count in expected.items():
    if total.get(kind) != count:
        problems.append(f"expected {count} {kind}, found {total.get(kind)}")
print("\n".join(problems))
print("## " + ", ".join(f"{kind} {passed.get(kind, 0)}/{count}" for kind, count in expected.items()))
sys.exit(bool(problems))
