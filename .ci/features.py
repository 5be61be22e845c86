#!/usr/bin/env python3
"""Checks every published crate without features, and with each of its features alone."""

import json
import subprocess
import sys

command = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
members = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["packages"]
checks = [
    (package["name"], feature)
    for package in members
    if package["publish"] != []
    for feature in ["", *sorted(package["features"])]
]
failed = []
for name, feature in checks:
    label = f"{name} with {feature or 'no feature'}"
    print(f"== {label}", flush=True)
    check = ["cargo", "check", "-q", "-p", name, "--no-default-features", "--features", feature]
    ran = subprocess.run(check, stderr=subprocess.PIPE, text=True)
    print(ran.stderr, end="", flush=True)
    # A warning fails too: it says what this feature alone leaves unused.
    if ran.returncode or "warning:" in ran.stderr:
        failed.append(label)
for label in failed:
    print(f"failed: {label}")
print(f"## {len(checks) - len(failed)} of {len(checks)} combinations")
sys.exit(bool(failed))
