"""Fails unless a scorer's result file shows the exact totals that the project promises.

    totals.py corpus|transport RESULT.json
"""

import json
import sys
from collections import Counter

# The public cases of the corpus, and its scenarios. A corpus that grew is a reason to look, then to change these.
CASES = {"decode": 586, "encode": 166, "big": 38}
SCENARIOS = 95

what, path = sys.argv[1:]
rows = json.load(open(path, encoding="utf-8"))["rows"]
problems = []
if what == "corpus":
    total = Counter(row["set"] for row in rows)
    passed = Counter(row["set"] for row in rows if row["class"] == "pass")
    expected = CASES
    for row in rows:
        if row["class"] != "pass":
            problems.append(f"{row['class']}: {row['id']} {row['note']} {row['result'][:200]}")
else:
    total = {"scenarios": len(rows)}
    passed = {"scenarios": sum(row["pass"] for row in rows)}
    expected = {"scenarios": SCENARIOS}
    for row in rows:
        if not row["pass"]:
            problems.append(f"failed: {row['scenario']}: {'; '.join(row['bad'])}")
        for remark in row["soft"]:
            # Whether a cookie comes back is told, not judged; a class of error is judged.
            if remark.startswith("class"):
                problems.append(f"{row['scenario']}: {remark}")

for kind, count in expected.items():
    if total.get(kind) != count:
        problems.append(f"{total.get(kind)} {kind} were run, not {count}")
print("\n".join(problems))
print("## " + ", ".join(f"{kind} {passed.get(kind, 0)}/{count}" for kind, count in expected.items()))
sys.exit(bool(problems))
