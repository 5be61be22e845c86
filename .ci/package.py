#!/usr/bin/env python3
"""Packages every published crate as for the registry, and compiles each from its package.

    .ci/package.py [--allow-dirty]

`cargo package` alone compiles packages too. But it unpacks those that depend on each other in the user's
cargo home and keeps them there by name and version, so after a change of the sources it compiles the old
ones. Here they are unpacked in target/package-check, which is a workspace in which they find each other.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKSPACE = ROOT / "target/package-check"
LICENCES = ("LICENSE-MIT", "LICENSE-APACHE")


def run(*command, folder=ROOT):
    print("==", *command, flush=True)
    subprocess.run(command, check=True, cwd=folder)


def metadata():
    command = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)


def unpack(archive, folder):
    """Unpacks with the present time, not that of the package: cargo compiles what is newer than its output."""
    with tarfile.open(archive) as package:
        for member in package.getmembers():
            if member.isfile():
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(package.extractfile(member).read())


def check_licences(folder):
    """Whoever gets a package gets the licences with it."""
    for name in LICENCES:
        if not (folder / name).is_file() or (folder / name).read_bytes() != (ROOT / name).read_bytes():
            sys.exit(f"failed: the package {folder.name} has no {name}, or not that of the project: "
                     f"link it into the crate's folder")


def main():
    described = metadata()
    packages = [package for package in described["packages"] if package["publish"] != []]
    names = [package["name"] for package in packages]
    selected = [argument for name in names for argument in ("-p", name)]
    run("cargo", "package", "--no-verify", "--quiet", *selected, *sys.argv[1:])

    shutil.rmtree(WORKSPACE / "packages", ignore_errors=True)
    folders = {}
    for package in packages:
        stem = f"{package['name']}-{package['version']}"
        unpack(Path(described["target_directory"]) / "package" / f"{stem}.crate", WORKSPACE / "packages")
        folders[package["name"]] = f"packages/{stem}"
        check_licences(WORKSPACE / "packages" / stem)
    members = json.dumps(list(folders.values()))
    lines = ["[workspace]", 'resolver = "3"', f"members = {members}", "", "[patch.crates-io]"]
    lines += [f"{name} = {{ path = {json.dumps(folder)} }}" for name, folder in folders.items()]
    # With the same profile and target folder, dependencies that were compiled before are not compiled again.
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    profile = re.search(r"^\[profile\.dev\]\n(?:[^\[\n].*\n)*", manifest, re.M)
    lines += ["", profile[0] if profile else ""]
    (WORKSPACE / "Cargo.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.copy(ROOT / "Cargo.lock", WORKSPACE / "Cargo.lock")
    for name in names:
        # Each by itself: the features that another crate turns on must not be needed.
        target = described["target_directory"]
        run("cargo", "check", "--quiet", "-p", name, "--target-dir", target, folder=WORKSPACE)
    print(f"## {len(names)} packages: {', '.join(names)}")


try:
    main()
except subprocess.CalledProcessError as error:
    sys.exit(f"failed: {' '.join(map(str, error.cmd))}")
