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


def built(graph):
    """The packages that a user of a published crate builds: no dev-dependencies, no unpublished member."""
    nodes = {node["id"]: node for node in graph["resolve"]["nodes"]}
    packages = {package["id"]: package for package in graph["packages"]}
    todo = [member for member in graph["workspace_members"] if packages[member]["publish"] != []]
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
declared = {
    package["rust_version"] for package in graph["packages"] if package["id"] in graph["workspace_members"]
}
if len(declared) != 1 or None in declared:
    sys.exit(f"the members declare different versions: {declared}")
minimum = declared.pop()
packages = built(graph)
newer = [package for package in packages if version(package["rust_version"] or "1.0") > version(minimum)]
for package in newer:
    print(f"{package['name']} {package['version']} needs Rust {package['rust_version']}, more than {minimum}")
print(f"## {len(packages)} packages, {len(newer)} of them need more than Rust {minimum}")
sys.exit(bool(newer))
