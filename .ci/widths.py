#!/usr/bin/env python3
"""Checks that no line is wider than 110 characters, in code, comments and documentation.

    .ci/widths.py               fails on a line that is too wide
    .ci/widths.py --self-test   checks this script on lines that it knows

It reads every .rs, .md, .py, .sh and .toml file and `.ci/run`. A wider line is right in three cases:

* it is a row of a Markdown table;
* it fits without the urls in it (words that contain `://`);
* it fits without one string literal, or the part of it that stands on this line, and that part must not be
  broken: it contains markup (`<` and later `>`), as documents and HTTP messages do, or no space.
"""

import os
import re
import sys
from pathlib import Path

from rust_source import tokens

LIMIT = 110
SUFFIXES = {".rs", ".md", ".py", ".sh", ".toml"}
# Folders with what programs wrote.
SKIPPED = {"target", ".git", "corpus", "artifacts", "node_modules"}
# Files that programs wrote, with the reason why they are in the tree.
GENERATED = {
    Path("xmlrpc-gen/tests/strangers/api.rs"): "the source of hostile names and texts, whose lines nobody can wrap",
}
TABLE_ROW = re.compile(r"\s*(?://[/!]\s*)?\|.*\|$")
URL = re.compile(r"\S*://\S*")
MARKUP = re.compile(r"<.*>")
PYTHON_STRING = re.compile(r'"(?:\\.|[^"\\])*"|' r"'(?:\\.|[^'\\])*'")


def string_parts(suffix, text):
    """The parts of string literals on each line, by the line's number."""
    parts = {}
    if suffix == ".rs":
        for token in tokens(text):
            if token.kind in ("string", "raw"):
                for offset, part in enumerate(token.text.split("\n")):
                    parts.setdefault(token.line + offset, []).append(part)
    elif suffix == ".py":
        for number, line in enumerate(text.split("\n"), 1):
            parts[number] = PYTHON_STRING.findall(line)
    return parts


def too_wide(suffix, text):
    """The lines that are too wide: their numbers and lengths."""
    parts = None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) <= LIMIT or TABLE_ROW.match(line) or len(URL.sub("", line)) <= LIMIT:
            continue
        if parts is None:
            parts = string_parts(suffix, text)
        literals = [part for part in parts.get(number, []) if MARKUP.search(part) or " " not in part]
        if not any(len(line) - len(part) <= LIMIT for part in literals):
            yield number, len(line)


def files(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        for name in sorted(names):
            path = Path(folder, name)
            if path.relative_to(root) in GENERATED:
                continue
            if path.suffix in SUFFIXES or path == root / ".ci/run":
                yield path


def check(root):
    count = 0
    for path in sorted(GENERATED):
        if not (root / path).exists():
            print(f"failed: {path} does not exist: remove it from the list")
            count += 1
    for path in files(root):
        for number, length in too_wide(path.suffix, path.read_text(encoding="utf-8")):
            print(f"failed: {path.relative_to(root)}:{number}: {length} characters")
            count += 1
    print(f"## {count} lines are wider than {LIMIT} characters")
    return not count


def self_test():
    words = "word " * 30
    markup = "<value><int>1</int></value>" * 5
    cases = [
        (".rs", f"// {words}", False),
        (".rs", f"/// | {words} | {words} |", True),
        (".md", f"| {words} |", True),
        (".md", f"{words}| {words}", False),
        (".md", "x" * 120, False),
        (".md", f"see https://example.org/{'x' * 120}", True),
        (".md", f"{words} https://example.org/", False),
        (".rs", f'let a = "{words}";', False),
        (".rs", f'let a = "{"x" * 120}";', True),
        (".rs", f'let a = "{markup}";', True),
        (".rs", f'let a = "{markup}"; // {words}', False),
        (".rs", f'let a = "\n{markup} {words}\n";', True),
        (".rs", f"let a = b{words};", False),
        (".py", f"a = '{markup}'", True),
        (".py", f'a = "{words}"', False),
    ]
    wrong = [(suffix, text) for suffix, text, is_right in cases if is_right == any(too_wide(suffix, text))]
    for suffix, text in wrong:
        print(f"FAILED: {suffix} {text}")
    return not wrong


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        sys.exit(not self_test())
    sys.exit(not check(Path(__file__).resolve().parent.parent))
