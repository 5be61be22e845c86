"""Reads the modules, definitions and paths of a Rust crate from its source, as far as the checks need them.

This is not a parser of all of Rust. It knows comments, literals, items, `use` trees and `macro_rules!`.
Code under `#[cfg(test)]` and `#[cfg(doctest)]` is left out.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

TOKEN = re.compile(
    r"""
      (?P<space> \s+ )
    | (?P<comment> //[^\n]* )
    | (?P<block> /\* )
    | (?P<raw> \b(?:br|cr|r)(?P<hashes>\#*)" .*? "(?P=hashes) )
    | (?P<string> [bc]?" (?: \\. | [^"\\] )* " )
    | (?P<char> b?' (?: \\ (?: x.. | u\{[^}]*\} | . ) | [^\\'] ) ' )
    | (?P<lifetime> '[A-Za-z_]\w* )
    | (?P<ident> (?:r\#)?[A-Za-z_]\w* )
    | (?P<number> \d[\w.]*? (?= \.\. | \.[A-Za-z_] | [^\w.] | \Z ) )
    | (?P<punct> :: | => | -> | != | == | . )
    """,
    re.X | re.S,
)
OPENING = {"(": ")", "[": "]", "{": "}"}
CLOSING = set(OPENING.values())
TYPES = {"struct", "enum", "union", "trait", "type"}
# Code in these macros is written into the program of whoever uses the macro of the crate.
QUOTING = {"quote", "quote_spanned", "parse_quote", "parse_quote_spanned"}
TEST_ONLY = re.compile(r"^cfg\((?:test|doctest|all\((?:.*,)?(?:test|doctest)[,)].*)\)$")


@dataclass
class Token:
    kind: str
    text: str
    line: int
    # Where it starts in the whole text.
    start: int


def tokens(text):
    """The tokens of `text` without white space and comments; a literal keeps its text."""
    found, at, line = [], 0, 1
    while at < len(text):
        match = TOKEN.match(text, at)
        kind, end = match.lastgroup, match.end()
        if kind == "hashes":
            kind = "raw"
        if kind == "block":
            end = block_comment_end(text, at)
        elif kind not in ("space", "comment"):
            found.append(Token(kind, match[0].removeprefix("r#") if kind == "ident" else match[0], line, at))
        line += text.count("\n", at, end)
        at = end
    return found


def block_comment_end(text, at):
    """The end of the block comment that starts at `at`. Block comments nest."""
    depth = 0
    for match in re.finditer(r"/\*|\*/", text[at:]):
        depth += 1 if match[0] == "/*" else -1
        if depth == 0:
            return at + match.end()
    return len(text)


@dataclass
class Use:
    """One name that a `use` item brings in; `name` is `*` for a glob."""

    path: tuple
    name: str
    line: int
    is_reexport: bool


@dataclass(eq=False)
class Module:
    """A module: a file, or an inline module in a file."""

    name: str
    file: Path
    folder: Path
    parent: "Module | None" = None
    # What each name stands for: a `Module`, a `Use`, an `Alias`, or a `Definition`.
    names: dict = field(default_factory=dict)
    # Names that a `use` inside a function brings in; other modules do not see them.
    local_names: dict = field(default_factory=dict)
    globs: list = field(default_factory=list)
    uses: list = field(default_factory=list)
    # Paths in code, with their lines; the first segment may be any name.
    paths: list = field(default_factory=list)
    # Every identifier that stands in code by itself or begins a path, with its first line.
    words: dict = field(default_factory=dict)
    macro_calls: dict = field(default_factory=dict)
    # True if a macro is called where items stand: it may define names that are not written down here.
    has_item_macros: bool = False

    def path(self):
        return self.parent.path() + (self.name,) if self.parent else ()

    def bind(self, name, meaning):
        self.names.setdefault(name, []).append(meaning)


@dataclass(eq=False)
class Definition:
    """An item that is defined in `module`; `kind` is its keyword."""

    kind: str
    name: str
    module: Module
    line: int
    # The right side of a type alias.
    words: tuple = ()


class SourceError(Exception):
    """The source is not what these checks can read."""


class Crate:
    """All modules of the crate whose root file is `root`."""

    def __init__(self, root):
        self.folder = root.parent
        self.modules = []
        self.definitions = []
        self.macros = {}
        self.quoting = set(QUOTING)
        self.root = Module(root.stem, root, root.parent)
        self.read(self.root)

    def read(self, module):
        self.modules.append(module)
        code = tokens(module.file.read_text(encoding="utf-8"))
        Items(self, module, code).read(0, len(code))

    def add_child(self, module, name, path_attribute, line):
        child = Module(name, module.file, module.folder / name, module)
        module.bind(name, child)
        if path_attribute:
            candidates = [module.file.parent / path_attribute]
        else:
            candidates = [module.folder / f"{name}.rs", module.folder / name / "mod.rs"]
        child.file = next((file for file in candidates if file.is_file()), None)
        if child.file is None:
            raise SourceError(f"{module.file}:{line}: module `{name}` has no file")
        if child.file.name == "mod.rs":
            child.folder = child.file.parent
        self.read(child)


class Items:
    """Reads the items of one file into its module, and the code in them."""

    def __init__(self, crate, module, code):
        self.crate, self.module, self.code = crate, module, code

    def text(self, at):
        return self.code[at].text if at < len(self.code) else ""

    def close(self, at):
        """The index of the bracket that closes the one at `at`."""
        depth = 0
        for index in range(at, len(self.code)):
            if self.code[index].kind == "punct":
                if self.code[index].text in OPENING:
                    depth += 1
                elif self.code[index].text in CLOSING:
                    depth -= 1
                    if depth == 0:
                        return index
        raise SourceError(f"{self.module.file}:{self.code[at].line}: this bracket is not closed")

    def item_end(self, at, end, is_expression):
        """The index after the item at `at`. An expression (`const`, `let`) ends with `;`, not with a block."""
        while at < end:
            text = self.text(at)
            if self.code[at].kind == "punct":
                if text == ";" or text == "," and not is_expression:
                    return at + 1
                if text in OPENING:
                    closing = self.close(at)
                    if text == "{" and not is_expression:
                        return closing + 1
                    at = closing
                elif text in CLOSING:
                    return at
            at += 1
        return end

    def attributes(self, at):
        """The index after the attributes at `at`, and their texts."""
        found = []
        while self.text(at) == "#" and (self.text(at + 1) == "[" or self.text(at + 1) == "!"):
            opening = at + 1 if self.text(at + 1) == "[" else at + 2
            if self.text(opening) != "[":
                break
            closing = self.close(opening)
            found.append("".join(token.text for token in self.code[opening + 1:closing]))
            at = closing + 1
        return at, found

    def skip_test_item(self, at, end):
        """The index after an item, a field or a statement that only tests have."""
        start = at
        while self.text(at) in ("pub", "(") or self.code[at].kind == "ident" and self.text(at - 1) == "(":
            at = self.close(at) + 1 if self.text(at) == "(" else at + 1
        is_expression = self.text(at) in ("use", "const", "static", "let") and self.text(at + 1) != "fn"
        if self.text(at) in ("fn", "impl", "trait", "struct", "enum", "unsafe", "async", "const"):
            return self.signature_end(at, end) if not is_expression else self.item_end(at, end, True)
        return self.item_end(start, end, is_expression)

    def signature_end(self, at, end):
        """The index after an item that ends with its block or, without one, with `;`. Commas do not end it."""
        while at < end:
            text = self.text(at)
            if self.code[at].kind == "punct":
                if text == ";":
                    return at + 1
                if text in OPENING:
                    closing = self.close(at)
                    if text == "{":
                        return closing + 1
                    at = closing
            at += 1
        return end

    def read(self, at, end):
        """Reads the items from `at` to `end`."""
        module = self.module
        while at < end:
            at, attributes = self.attributes(at)
            if at >= end:
                break
            if any(TEST_ONLY.match(attribute) for attribute in attributes):
                at = self.skip_test_item(at, end)
                continue
            start = at
            is_public = self.text(at) == "pub"
            if is_public:
                at = self.close(at + 1) + 1 if self.text(at + 1) == "(" else at + 1
            # `const fn`, `unsafe impl`, `async fn`, `extern "C" fn`
            while self.text(at) in ("default", "unsafe", "async") or (
                self.text(at) in ("const", "extern") and self.text(at + 1) in ("fn", "unsafe", "async")
            ) or self.text(at) == "extern" and self.code[at + 1].kind == "string" and self.text(at + 2) != "{":
                at += 2 if self.text(at) == "extern" and self.code[at + 1].kind == "string" else 1
            keyword, name, line = self.text(at), self.text(at + 1), self.code[at].line
            if keyword == "mod":
                at = self.read_module(at, attributes)
            elif keyword == "use":
                close = self.item_end(at, end, True)
                self.read_use(at + 1, close - 1, is_public, local=False)
                at = close
            elif keyword == "extern" and name == "crate":
                close = self.item_end(at, end, True)
                if self.text(at + 2) == "self" and self.text(at + 3) == "as":
                    module.bind(self.text(at + 4), self.crate.root)
                at = close
            elif keyword == "macro_rules" and name == "!":
                at = self.read_macro_rules(at, "macro_export" in attributes)
            elif keyword in ("fn", "struct", "enum", "trait", "impl", "extern") or (
                keyword == "union" and self.code[at + 1].kind == "ident"
            ):
                close = self.signature_end(at, end)
                if keyword not in ("impl", "extern"):
                    self.define(keyword, name, line)
                self.scan(start, close)
                at = close
            elif keyword in ("type", "const", "static"):
                close = self.item_end(at, end, True)
                name_at = at + 2 if name in ("mut",) else at + 1
                words = tuple(token.text for token in self.code[name_at + 1:close] if token.kind == "ident")
                self.define(keyword, self.text(name_at), line, words)
                self.scan(start, close)
                at = close
            elif self.code[at].kind == "ident":
                # A macro that is called where items stand.
                module.has_item_macros = True
                close = self.item_end(at, end, False)
                self.scan(start, close)
                at = close
            else:
                at += 1

    def define(self, kind, name, line, words=()):
        definition = Definition(kind, name, self.module, line, words)
        self.crate.definitions.append(definition)
        self.module.bind(name, definition)

    def read_module(self, at, attributes):
        name, line = self.text(at + 1), self.code[at].line
        if self.text(at + 2) == ";":
            path = next((text[5:].strip('"') for text in attributes if text.startswith("path=")), None)
            self.crate.add_child(self.module, name, path, line)
            return at + 3
        close = self.close(at + 2)
        child = Module(name, self.module.file, self.module.folder / name, self.module)
        self.module.bind(name, child)
        self.crate.modules.append(child)
        Items(self.crate, child, self.code).read(at + 3, close)
        return close + 1

    def read_macro_rules(self, at, is_exported):
        """A macro's body is code of its file; names that it defines count as the file's own."""
        name, opening, line = self.text(at + 2), at + 3, self.code[at].line
        close = self.close(opening)
        body = self.code[opening:close]
        self.crate.macros[name] = self.module
        if any(one.text in self.crate.quoting and two.text == "!" for one, two in zip(body, body[1:])):
            self.crate.quoting.add(name)
        else:
            inner = Items(self.crate, self.module, self.code)
            inner.scan(opening + 1, close, in_macro=True)
            for one, two in zip(body, body[1:]):
                if one.text in TYPES - {"type"} and two.kind == "ident":
                    self.crate.definitions.append(Definition(one.text, two.text, self.module, one.line))
        module = self.crate.root if is_exported else self.module
        module.bind(name, Definition("macro_rules", name, self.module, line))
        return close + 1 + (self.text(close + 1) == ";")

    def read_use(self, at, end, is_reexport, local):
        for path, name, line in self.use_tree(at, end, ()):
            use = Use(path, name, line, is_reexport)
            self.module.uses.append(use)
            if name == "*":
                self.module.globs.append(use)
            elif name != "_":
                names = self.module.local_names if local else self.module.names
                names.setdefault(name, []).append(use)

    def use_tree(self, at, end, prefix):
        """The paths and names of a `use` tree: `a::{self, b as c, d::*}`."""
        path, line = list(prefix), self.code[at].line
        if self.text(at) == "::":
            path, at = ["::"], at + 1
        while at < end:
            text = self.text(at)
            if text == "{":
                close, start = self.close(at), at + 1
                while start < close:
                    stop = start
                    while stop < close and self.text(stop) != ",":
                        stop = self.close(stop) + 1 if self.text(stop) == "{" else stop + 1
                    yield from self.use_tree(start, stop, tuple(path))
                    start = stop + 1
                return
            if text == "*":
                yield tuple(path), "*", line
                return
            if text == "as":
                yield tuple(path), self.text(at + 1), line
                return
            if text == "self" and path and path[-1] != "super":
                pass
            elif text != "::":
                path.append("crate" if text == "$crate" else text)
            at += 1
        if path:
            yield tuple(path), path[-1], line

    def scan(self, at, end, in_macro=False):
        """Collects the paths, words, macro calls and inner `use` items of code."""
        module, code = self.module, self.code
        while at < end:
            token = code[at]
            if token.text == "#" and self.text(at + 1) == "[":
                after, attributes = self.attributes(at)
                if any(TEST_ONLY.match(attribute) for attribute in attributes):
                    at = self.skip_test_item(after, end)
                    continue
                at += 1
                continue
            if token.kind != "ident":
                at += 1
                continue
            before = code[at - 1].text if at else ""
            if token.text == "use" and before in ("{", "}", ";", "]"):
                close = self.item_end(at, end, True)
                self.read_use(at + 1, close - 1, False, local=True)
                at = close
                continue
            path, start = [token.text], at
            if token.text == "crate" and before == "$":
                before = code[at - 2].text
            while self.text(at + 1) == "::" and at + 2 < end and code[at + 2].kind == "ident":
                path.append(code[at + 2].text)
                at += 2
            is_call = self.text(at + 1) == "!" and self.text(at + 2) in OPENING
            at += 1
            if before in (".", "::", "$") or (before == "#" and not in_macro):
                continue
            if is_call and path[-1] in self.crate.quoting:
                at = self.close(at + 1) + 1
            if is_call and len(path) == 1:
                module.macro_calls.setdefault(path[0], token.line)
                continue
            module.words.setdefault(path[0], token.line)
            if len(path) > 1:
                module.paths.append((tuple(path), code[start].line, in_macro))


def crates(root, folders=("xmlrpc-*",)):
    """The root files of the crates of the workspace at `root`, each with the name of its folder.

    `folders` are patterns for the crates that are not at `root` itself.
    """
    found = [root, *(folder for pattern in folders for folder in sorted(root.glob(pattern)))]
    for folder in found:
        files = [folder / "src/lib.rs", folder / "src/main.rs", *sorted((folder / "src/bin").glob("*.rs"))]
        for file in files:
            if file.is_file():
                yield folder.name if folder != root else "typed-xmlrpc", file
