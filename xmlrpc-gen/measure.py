#!/usr/bin/env python3
"""Measures what xmlrpc-gen makes of recordings.

    measure.py [FOLDER]

FOLDER (default $XMLRPC_LAB) holds a folder for each system, and the recordings of a
system are in its `wire`, or in the folder itself. What is measured:

leaves      places in results with one kind of scalar whose type is that scalar, of all such places; 95 % are
            wanted
results     results without a place for any value, of all methods with a result; 75 % are wanted
proof       replies that their type reads and writes back, of all; all are wanted
left out    every third exchange is left out of learning; of those whose call has parameters like another one
            of the same method, the replies that their type reads; 98 % are wanted
options     members that every sample has and that are optional all the same; none is wanted
check       changes that are reported where nothing changed; none is wanted

Methods that give back what they get have no type, and are not counted among leaves and results.

The crate with all outputs compiles without warnings, and is clean under `clippy::pedantic` except for the
four lints that the outputs allow by name.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "target" / "measure"
SUFFIXES = (".request.xml", ".req.http", ".req.http.b64")


def run(*command, cwd=ROOT, check=True):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if check and done.returncode:
        sys.exit(f"{' '.join(map(str, command))}:\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    return done


def requests(folder):
    return sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIXES))


def response(request):
    for old, new in ((".request.xml", ".response.http"), (".req.http.b64", ".res.http"), (".req.http", ".res.http")):
        if request.name.endswith(old):
            stem = request.name[: -len(old)]
            for name in (stem + new, stem + new + ".b64"):
                if request.with_name(name).exists():
                    return request.with_name(name)
            return None
    return None


def shape(element):
    """The types of a value, by their XML."""
    tags = {"i4": "int", "i8": "int"}
    children = {shape(child) for child in element if child.tag != "name"}
    return (tags.get(element.tag, element.tag), tuple(sorted(children)))


def call(request):
    """The method and the types of the parameters; None for what is not a call."""
    data = request.read_bytes()
    start = data.find(b"<methodCall")
    if start < 0:
        return None
    try:
        root = ElementTree.fromstring(data[start:])
    except ElementTree.ParseError:
        return None
    return (root.findtext("methodName"), tuple(shape(param) for param in root.iter("param")))


def copy(files, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for request in files:
        shutil.copy(request, folder)
        if response(request):
            shutil.copy(response(request), folder)


def split(folder, name):
    """Copies two thirds to learn from, and of the rest what is called like these."""
    files = requests(folder)
    learned = [file for number, file in enumerate(files) if number % 3 != 2]
    known = {call(file) for file in learned} - {None}
    left = [file for number, file in enumerate(files) if number % 3 == 2 and call(file) in known]
    copy(learned, WORK / "learn" / name)
    copy(left, WORK / "left" / name)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("XMLRPC_LAB")
    if not folder:
        sys.exit("give a folder of recordings, or set XMLRPC_LAB")
    lab = pathlib.Path(folder)
    systems = {}
    for folder in sorted(path for path in lab.resolve().iterdir() if path.is_dir()):
        for wire in (folder / "wire", folder):
            if wire.is_dir() and requests(wire):
                systems[re.sub(r"\W", "_", folder.name)] = wire
                break
    if not systems:
        sys.exit(f"there are no recordings in {lab}")
    run("cargo", "build", "-q", "-p", "xmlrpc-gen", "--examples")
    gen, measure = (ROOT / "target" / "debug" / "examples" / name for name in ("gen", "measure"))
    crate = WORK / "crate"
    shutil.rmtree(crate, ignore_errors=True)
    (crate / "src").mkdir(parents=True)
    (crate / "Cargo.toml").write_text(
        "[package]\nname = \"measured\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n"
        "serde = { version = \"1\", features = [\"derive\"] }\n"
        f"typed-xmlrpc = {{ path = \"{ROOT}\", default-features = false }}\n\n[workspace]\n"
    )
    shutil.copy(ROOT / "Cargo.lock", crate)
    measures = {}
    for name, wire in systems.items():
        source = crate / "src" / f"{name}.rs"
        run(gen, "--recorded", wire, "-o", source)
        measures[name] = json.loads(run(measure, wire).stdout)
        again = run(gen, "--recorded", wire, "--check", source, check=False)
        measures[name]["check"] = len(again.stdout.splitlines())
        split(wire, name)
        run(gen, "--recorded", WORK / "learn" / name, "-o", crate / "src" / f"left_{name}.rs")
        proof = crate / "tests" / f"left_{name}_recorded.rs"
        text = proof.read_text().replace(str(WORK / "learn"), str(WORK / "left"))
        text = text.replace("/measure/learn/", "/measure/left/").replace("../learn/", "../left/")
        proof.write_text(text)
    modules = [f"pub mod {name};\n" for name in systems] + [f"pub mod left_{name};\n" for name in systems]
    (crate / "src" / "lib.rs").write_text("".join(modules))
    environment = dict(os.environ, CARGO_TARGET_DIR=str(ROOT / "target"))
    clippy = subprocess.run(
        ["cargo", "clippy", "-q", "--lib", "--", "-D", "warnings", "-W", "clippy::pedantic"],
        cwd=crate, env=environment, capture_output=True, text=True, check=False,
    )
    print(clippy.stderr[-6000:] if clippy.returncode else "clippy::pedantic: clean")
    tests = subprocess.run(
        ["cargo", "test", "-q", "--tests", "--no-fail-fast", "--", "--nocapture"],
        cwd=crate, env=environment, capture_output=True, text=True, errors="replace", check=False,
    )
    warnings = re.findall(r"^warning: (?!`).*", tests.stderr, re.M)
    print(f"warnings of the compiler: {len(warnings)}")
    counts = {}
    # The tests run in the order of their names, one binary for each file.
    names = sorted([f"left_{name}" for name in systems] + list(systems), key=lambda name: f"{name}_recorded")
    results = re.findall(r"(\d+) replies were read as their types, (\d+) were not", tests.stdout)
    for name, found in zip(names, results):
        counts[name] = tuple(map(int, found))
    if len(counts) != len(names):
        print(tests.stderr[-6000:])
    failed = clippy.returncode or bool(warnings)
    kinds = ("leaves", "concrete_leaves", "results", "concrete_results")
    counted = (*kinds, "read", "wrong", "left", "left_wrong", "options", "check")
    total = dict.fromkeys(counted, 0)
    print(
        f"{'system':18} {'leaves':>11} {'results':>9} {'proof':>9} {'left out':>9} "
        f"{'options':>7} {'check':>5}  not concrete"
    )
    for name, found in measures.items():
        read, wrong = counts.get(name, (0, 0))
        left, left_wrong = counts.get(f"left_{name}", (0, 0))
        row = dict(
            leaves=found["leaves"], concrete_leaves=found["concrete_leaves"], results=found["results"],
            concrete_results=found["concrete_results"], read=read, wrong=wrong, left=left, left_wrong=left_wrong,
            options=len(found["needless_options"]), check=found["check"],
        )
        for key, value in row.items():
            total[key] += value
        print_row(name, row, ", ".join(found["unknown"][:6]))
        for option in found["needless_options"]:
            print(f"    optional without need: {option}")
    print_row("all", total, "")
    failed = failed or total["wrong"] or total["options"] or total["check"]
    failed = failed or total["concrete_leaves"] < 0.95 * total["leaves"]
    failed = failed or total["concrete_results"] < 0.75 * total["results"]
    failed = failed or total["left"] < 0.98 * (total["left"] + total["left_wrong"])
    for line in re.findall(r"^.*_recorded\.rs.*panicked.*\n(?:.*: .*\n)+", tests.stderr, re.M)[:20]:
        print(line)
    print(
        f"## {len(systems)} systems: {total['concrete_leaves']} of {total['leaves']} leaves and "
        f"{total['concrete_results']} of {total['results']} results are concrete"
    )
    sys.exit(1 if failed else 0)


def print_row(name, row, unknown):
    print(
        f"{name:18} {row['concrete_leaves']:5}/{row['leaves']:<5} "
        f"{row['concrete_results']:4}/{row['results']:<4} "
        f"{row['read']:4}/{row['read'] + row['wrong']:<4} "
        f"{row['left']:4}/{row['left'] + row['left_wrong']:<4} "
        f"{row['options']:7} {row['check']:5}  {unknown}"
    )


main()
