#!/usr/bin/env python3
"""Compiles the libraries with the oldest versions of their dependencies that their manifests allow.

    .ci/minimal.py [--resolve]     --resolve finds the versions and compiles nothing

A bound that is too low is found only this way: everybody else compiles with the newest versions. It needs a
nightly cargo, because `-Zdirect-minimal-versions` is unstable; the compiler is the usual one. The libraries
are copied to target/minimal-versions without their dev-dependencies, which nobody else resolves.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKSPACE = ROOT / "target/minimal-versions"
LIBRARIES = ["xmlrpc-serde", "xmlrpc-derive", "xmlrpc-client", "xmlrpc-server"]
SECTION = r"^\[{}\]\n(?:(?!\[).*\n?)*"


def run(*command):
    print("==", *command, flush=True)
    subprocess.run(command, check=True, cwd=WORKSPACE)


def without_dev_dependencies(manifest):
    for name in (r"dev-dependencies[^\]]*", r"target\.[^\n]*\.dev-dependencies", r"\[(?:bin|bench|example|test)\]"):
        manifest = re.sub(SECTION.format(name), "", manifest, flags=re.M)
    return manifest


def main():
    shutil.rmtree(WORKSPACE, ignore_errors=True)
    for folder in ["", *LIBRARIES]:
        source, target = ROOT / folder, WORKSPACE / folder
        target.mkdir(parents=True, exist_ok=True)
        for name in ("src", "README.md", "build.rs"):
            if (source / name).is_dir():
                shutil.copytree(source / name, target / name)
            elif (source / name).is_file():
                shutil.copy(source / name, target / name)
        manifest = without_dev_dependencies((source / "Cargo.toml").read_text(encoding="utf-8"))
        if folder == "":
            members = f"members = {LIBRARIES}".replace("'", '"')
            manifest = re.sub(r"^members = .*$", members, manifest, flags=re.M)
            manifest = re.sub(r"^exclude = .*$", "", manifest, flags=re.M)
        (target / "Cargo.toml").write_text(manifest, encoding="utf-8")
    run("cargo", "+nightly", "update", "-Zdirect-minimal-versions")
    if "--resolve" not in sys.argv:
        run("cargo", "check", "--workspace", "--all-features", "--target-dir", str(ROOT / "target/minimal"))
    done = "can be resolved" if "--resolve" in sys.argv else "compile"
    print(f"## the libraries {done} with the oldest versions that they allow")


try:
    main()
except subprocess.CalledProcessError as error:
    sys.exit(f"failed: {' '.join(map(str, error.cmd))}")
