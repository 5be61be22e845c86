#!/usr/bin/env python3
"""Checks that the modules of every crate import each other in one direction only.

    .ci/imports.py               prints the imports of each crate, between its top-level modules and between
                                 the files of each of them; fails on a cycle
    .ci/imports.py --self-test   checks this script on small crates that it writes itself

A top-level module is a module directly under `lib.rs`. Top-level modules must not import each other in a
cycle, nor must the files of one top-level module, except for the groups of files in `RECURSIONS`.

A name counts as imported from the file that defines it: re-exports and globs are followed. A re-export
(`pub use`) is an import of its own file only if that file's code uses the name. Importing a module alone
imports nothing: the paths that go through it do. Names of `lib.rs` count as those of a module `lib`, except
that a type alias there counts as what it stands for. Code under `#[cfg(test)]` does not count.
"""

import sys
import tempfile
from pathlib import Path

from rust_source import Crate, Definition, Module, SourceError, crates

# Files of one top-level module that import each other, by crate, with the reason why they must.
RECURSIONS = {
    "xmlrpc-gen": {
        ("infer/value.rs", "infer/array.rs", "infer/object.rs"):
            "the data is recursive: a value's shape holds those of elements and members, which are values",
    },
    "xmlrpc-serde": {
        ("de/value.rs", "de/array.rs", "de/structs.rs", "de/enums.rs", "de/key.rs"):
            "serde's deserializers are recursive: a value holds elements and members, which hold values",
        ("ser/serializer.rs", "ser/compound.rs"):
            "serde's serializers are recursive: a compound writes its parts with the serializer that made it",
        ("value/mod.rs", "value/structs.rs"):
            "the data is recursive: a `Value` holds a `Struct`, which holds `Value`s",
    },
}
LIB = "lib"
# What a path into another crate leads to.
EXTERNAL = "external"


class Resolver:
    """Finds the definitions that the names and paths of one crate lead to."""

    def __init__(self, crate):
        self.crate = crate

    def name(self, module, name, inside=False, seen=frozenset()):
        """The modules and definitions that `name` stands for in `module`, `inside` of its functions too."""
        if (module, name) in seen:
            return set()
        seen = seen | {(module, name)}
        meanings = list(module.names.get(name, []))
        if inside:
            meanings += module.local_names.get(name, [])
        found = set()
        for meaning in meanings:
            if isinstance(meaning, (Module, Definition)):
                found.add(meaning)
            else:
                found |= self.path(module, meaning.path, seen)
        if not found and not meanings:
            for glob in module.globs:
                for target in self.path(module, glob.path, seen):
                    if isinstance(target, Module):
                        found |= self.name(target, name, seen=seen)
        return found

    def path(self, module, path, seen=frozenset(), inside=False):
        """What `path` leads to when it stands in `module`."""
        if path[0] == "::":
            return {EXTERNAL}
        first, rest = path[0], path[1:]
        if first in ("crate", "self", "super"):
            current = {self.crate.root if first == "crate" else module if first == "self" else module.parent}
            while rest and rest[0] == "super":
                current, rest = {one.parent for one in current}, rest[1:]
        else:
            current = self.name(module, first, inside, seen) or {EXTERNAL}
        for segment in rest:
            modules = {one for one in current if isinstance(one, Module)}
            if not modules:
                break
            current = set()
            for one in modules:
                found = self.name(one, segment, seen=seen)
                if not found and one.has_item_macros:
                    # The macro that is called in this module defines the name.
                    found = {Definition("macro", segment, one, 1)}
                current |= found
        return current


class Imports:
    """The imports of one crate: between top-level modules, and between the files of each."""

    def __init__(self, crate):
        self.crate = crate
        self.resolver = Resolver(crate)
        # From and to, with the place and the name that show it.
        self.modules, self.files, self.unresolved = {}, {}, []
        for module in crate.modules:
            self.add_uses(module)
            self.add_paths(module)
            self.add_words(module)

    def add_uses(self, module):
        for use in module.uses:
            targets = self.resolver.path(module, use.path)
            if not targets and use.path[0] in ("crate", "self", "super"):
                self.unresolved.append((module.file, use.line, "::".join(use.path)))
            if not use.is_reexport or use.name in module.words:
                self.add(module, use.line, use.path, targets)

    def add_paths(self, module):
        for path, line, in_macro in module.paths:
            targets = self.resolver.path(module, path, inside=True)
            if not targets and path[0] in ("crate", "self", "super") and not in_macro:
                self.unresolved.append((module.file, line, "::".join(path)))
            self.add(module, line, path, targets)

    def add_words(self, module):
        """Names that a glob brings in, and macros that are in scope by their place in the text."""
        for word, line in module.words.items():
            if word not in module.names and word not in module.local_names and module.globs:
                self.add(module, line, (word,), self.resolver.name(module, word))
        for macro, line in module.macro_calls.items():
            targets = self.resolver.name(module, macro, inside=True)
            if not targets and macro in self.crate.macros:
                targets = {Definition("macro_rules", macro, self.crate.macros[macro], 1)}
            self.add(module, line, (macro + "!",), targets)

    def add(self, module, line, path, targets):
        for target in targets:
            if target is EXTERNAL or isinstance(target, Module):
                continue
            if target.kind == "type" and target.module is self.crate.root:
                stands_for = set()
                for word in target.words:
                    if word != target.name:
                        stands_for |= self.resolver.name(self.crate.root, word)
                if module is not self.crate.root:
                    self.add(module, line, path, stands_for)
                continue
            witness = (module.file, line, "::".join(path))
            here, there = top(module), top(target.module)
            if here != there:
                self.modules.setdefault(here, {}).setdefault(there, witness)
            elif module.file != target.module.file:
                files = self.files.setdefault(here, {})
                files.setdefault(module.file, {}).setdefault(target.module.file, witness)


def top(module):
    return (module.path() or (LIB,))[0]


def cycles(arrows):
    """The strongly connected groups of more than one node."""
    nodes = sorted({*arrows, *(to for targets in arrows.values() for to in targets)})
    reach = {node: reachable(arrows, node) for node in nodes}
    groups, done = [], set()
    for node in nodes:
        group = {other for other in reach[node] if node in reach[other]} | {node}
        if len(group) > 1 and node not in done:
            done |= group
            groups.append(group)
    return groups


def reachable(arrows, start):
    seen, todo = set(), [start]
    while todo:
        for to in arrows.get(todo.pop(), {}):
            if to not in seen:
                seen.add(to)
                todo.append(to)
    return seen


def shortest_cycle(arrows, group, through):
    """A shortest cycle in `group` through one of some nodes, as a list: its first node follows its last one."""
    best = None
    for start in sorted(through):
        came_from, todo = {start: None}, [start]
        while todo:
            node = todo.pop(0)
            if start in arrows.get(node, {}):
                way = [node]
                while came_from[way[0]] is not None:
                    way.insert(0, came_from[way[0]])
                if best is None or len(way) < len(best):
                    best = way
                break
            for to in arrows.get(node, {}):
                if to in group and to not in came_from:
                    came_from[to] = node
                    todo.append(to)
    return best


def report_cycle(what, arrows, group, show, root, listed=frozenset()):
    """Lines that say which cycle there is, and which imports make it. Not all of the cycle may be `listed`."""
    way = shortest_cycle(arrows, group, group - listed)
    names = ", ".join(show(node) for node in sorted(group))
    lines = [f"{what}: {names} import each other. A shortest cycle:"]
    for one, two in zip(way, way[1:] + way[:1]):
        file, line, name = arrows[one][two]
        lines.append(f"    {show(one)} -> {show(two)}: {file.relative_to(root)}:{line} uses `{name}`")
    return "\n".join(lines)


def check(name, file, root, recursions):
    """The imports of one crate and what is wrong with them, each as lines of text."""
    try:
        imports = Imports(Crate(file))
    except SourceError as error:
        return [], [str(error)]
    problems = [
        f"{file.relative_to(root)}:{line}: `{path}` leads to no definition that this check can find"
        for file, line, path in imports.unresolved
    ]
    lines = [f"{name} ({file.relative_to(root)}):"]
    for module in sorted(imports.modules):
        lines.append(f"    {module} -> {', '.join(sorted(imports.modules[module]))}")
    for group in cycles(imports.modules):
        problems.append(report_cycle(f"{name}: top-level modules", imports.modules, group, str, root))

    folder = file.parent

    def show(path):
        return str(path.relative_to(folder))

    open_recursions = {frozenset(folder / part for part in group): group for group in recursions}
    for module, arrows in sorted(imports.files.items()):
        lines.append(f"    files of {module}:")
        for one in sorted(arrows):
            lines.append(f"        {show(one)} -> {', '.join(sorted(map(show, arrows[one])))}")
        for group in cycles(arrows):
            listed = next((files for files in open_recursions if group & files), frozenset())
            names = ", ".join(open_recursions.pop(listed, []))
            if listed - group:
                outside = ", ".join(sorted(map(show, listed - group)))
                problems.append(f"{name}: {outside} is no longer part of the listed recursion {names}")
            if group - listed:
                what = f"{name}: files of `{module}`"
                problems.append(report_cycle(what, arrows, group, show, root, listed))
    for names in map(", ".join, open_recursions.values()):
        problems.append(f"{name}: the listed recursion {names} does not exist: remove it from the list")
    return lines, problems


def check_all(root):
    problems, count = [], 0
    for name, file in crates(root):
        count += 1
        lines, found = check(name, file, root, RECURSIONS.get(name, {}) if file.name == "lib.rs" else {})
        print("\n".join(lines))
        problems += found
    for problem in problems:
        print(f"failed: {problem}")
    print(f"## {count} crates, {len(problems)} cycles and other problems")
    return not problems


# ---- the test of this script

PLANTED = {
    "lib.rs": """
        //! `crate::reader::Reader` in documentation is not an import.
        mod error;
        mod options;
        mod reader;
        mod writer;
        pub use options::Options;
        pub use error::Error;
        pub type Result<T, E = Error> = std::result::Result<T, E>;
        """,
    "error.rs": "pub struct Error; impl Error { fn text(&self) -> &str { \"crate::reader::Reader\" } }",
    # The cycle behind a re-export: `crate::Options` is defined in options.rs, which imports the reader.
    "options.rs": "use crate::reader::Reader; pub struct Options<'a>(Reader<'a>);",
    "reader/mod.rs": """
        mod cursor; mod tag;
        pub(crate) use self::cursor::Reader;
        pub(crate) use tag::{Tag as Name, tags};
        #[cfg(test)] mod tests { use crate::writer::write; }
        """,
    "reader/cursor.rs": """
        use crate::Options;
        use super::Name;
        pub(crate) struct Reader<'a> { name: Name, options: &'a Options<'a>, quote: char }
        impl Reader<'_> { fn quote(&self) -> bool { self.quote == '"' || self.quote == '\\'' } }
        """,
    "reader/tag.rs": """
        macro_rules! tags { ($($name:ident),*) => { pub(crate) enum Tag { $($name),* } }; }
        pub(crate) use tags;
        tags!(Value, Member);
        """,
    "writer.rs": """
        use crate::Result;
        /* /* use crate::options::Options; */ */
        pub fn write() -> Result<()> { let r#use = r#"use crate::reader::Reader;"#; Ok(()) }
        """,
}


def self_test():
    """Checks planted crates. Each step changes some files and has the beginnings of the problems to find."""
    recursion = {("reader/cursor.rs", "reader/tag.rs"): "planted"}
    steps = [
        ("a cycle behind a re-export", {}, {},
         ["planted: top-level modules: options, reader import each other"]),
        ("no cycle", {"options.rs": "pub struct Options<'a>(&'a str);"}, {}, []),
        ("a cycle by a path in code",
         {"writer.rs": "pub fn write() {} fn read(_: crate::reader::Reader) {}",
          "reader/tag.rs": PLANTED["reader/tag.rs"] + "fn w() { crate::writer::write() }"}, {},
         ["planted: top-level modules: reader, writer import each other"]),
        ("a cycle by a module's name",
         {"reader/tag.rs": PLANTED["reader/tag.rs"] + "use crate::writer; fn w() { writer::write() }"}, {},
         ["planted: top-level modules: reader, writer import each other"]),
        ("a cycle by a macro",
         {"writer.rs": "pub fn write() {} crate::reader::tags!(One);",
          "reader/tag.rs": PLANTED["reader/tag.rs"] + "use crate::writer as w; fn f() { w::write() }"}, {},
         ["planted: top-level modules: reader, writer import each other"]),
        ("a cycle by a glob, and by an alias of lib.rs",
         {"writer.rs": "use crate::error::*; pub fn write() -> Error { todo!() }",
          "reader/tag.rs": PLANTED["reader/tag.rs"],
          "error.rs": "use crate::writer::write; pub struct Error; fn f() { write(); }"}, {},
         ["planted: top-level modules: error, writer import each other"]),
        ("an alias of lib.rs stands for its type",
         {"writer.rs": "use crate::Result; pub fn write() -> Result<()> { todo!() }"}, {},
         ["planted: top-level modules: error, writer import each other"]),
        ("a cycle of two files",
         {"writer.rs": PLANTED["writer.rs"], "error.rs": PLANTED["error.rs"],
          "reader/tag.rs": PLANTED["reader/tag.rs"] + "use super::Reader; fn f(_: Reader) {}"}, {},
         ["planted: files of `reader`: reader/cursor.rs, reader/tag.rs import each other"]),
        ("a listed cycle of two files", {}, recursion, []),
        ("a third file in a listed cycle",
         {"reader/mod.rs": PLANTED["reader/mod.rs"] + "struct Third; fn f(_: Reader) {}",
          "reader/cursor.rs": PLANTED["reader/cursor.rs"] + "fn f(_: super::Third) {}"}, recursion,
         ["planted: files of `reader`: reader/cursor.rs, reader/mod.rs, reader/tag.rs import each other. "
          "A shortest cycle:\n    reader/mod.rs -> reader/cursor.rs"]),
        ("a listed cycle that does not exist",
         {file: text for file, text in PLANTED.items() if file.startswith("reader/")}, recursion,
         ["planted: the listed recursion reader/cursor.rs, reader/tag.rs does not exist"]),
        ("a listed file that is not part of the cycle",
         {"reader/tag.rs": PLANTED["reader/tag.rs"] + "use super::Reader; fn f(_: Reader) {}"},
         {("reader/cursor.rs", "reader/tag.rs", "reader/mod.rs"): "planted"},
         ["planted: reader/mod.rs is no longer part of the listed recursion"]),
        ("a path that leads nowhere", {"reader/tag.rs": PLANTED["reader/tag.rs"] + "use crate::nothing::Thing;"}, {},
         ["src/reader/tag.rs:5: `crate::nothing::Thing` leads to no definition"]),
    ]
    failed = 0
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)
        files = dict(PLANTED)
        for what, changed, recursions, expected in steps:
            files |= changed
            for file, text in files.items():
                path = root / "src" / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            _, problems = check("planted", root / "src/lib.rs", root, recursions)
            is_right = len(problems) == len(expected) and all(
                problem.startswith(start) for problem, start in zip(problems, expected)
            )
            print(f"{'ok' if is_right else 'FAILED'}: {what}")
            if not is_right:
                failed += 1
                print(f"    expected {expected}\n    found {problems}")
    print(f"## {len(steps) - failed} of {len(steps)} planted crates are judged right")
    return not failed


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        sys.exit(not self_test())
    sys.exit(not check_all(Path(__file__).resolve().parent.parent))
