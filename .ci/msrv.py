#!/usr/bin/env python3
"""Compares the `rust-version` of the published crates with what each of their dependencies declares.

    .ci/msrv.py    lists the dependencies that ask for a newer compiler; fails if there is one
"""

import json
import subprocess
import sys


def version(text):
    parts = [int(part) for part in text.split(".")]
    return parts + [0] * (3 - len(parts))


def metadata():
    command = ["cargo", "metadata", "--format-version", "1", "--all-features"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def built(graph, member):
    """The packages that a user of a published crate builds: no dev-dependencies."""
    nodes = {node["id"]: node for node in graph["resolve"]["nodes"]}
    packages = {package["id"]: package for package in graph["packages"]}
    todo = [member]
    seen = set()
    while todo:
        package = todo.pop()
        if package in seen:
            continue
        seen.add(package)
        for dependency in nodes[package]["deps"]:
            if any(kind["kind"] != "dev" for kind in dependency["dep_kinds"]):
                todo.append(dependency["pkg"])
    return [packages[package] for package in seen]


graph = metadata()
all_of_them, newer = set(), set()
for member in graph["packages"]:
    if member["id"] not in graph["workspace_members"] or member["publish"] == []:
        continue
    minimum = member["rust_version"]
    if minimum is None:
        sys.exit(f"{member['name']} declares no rust-version")
    for package in built(graph, member["id"]):
        all_of_them.add(package["id"])
        if version(package["rust_version"] or "1.0") > version(minimum):
            newer.add(
                f"{package['name']} {package['version']} needs Rust {package['rust_version']}, "
                f"more than the {minimum} of {member['name']}"
            )
for problem in sorted(newer):
    print(f"failed: {problem}")
print(f"## {len(all_of_them)} packages, {len(newer)} of them need more than the crate that uses them")
sys.exit(bool(newer))
