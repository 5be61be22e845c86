#!/usr/bin/env python3
"""Checks that no two types of the workspace share a name.

    .ci/names.py               fails on a name that two types share without a reason, and on a needless reason
    .ci/names.py --self-test   checks this script on small crates that it writes itself

Types are structs, enums, unions, traits and type aliases in the `src` folders. Types inside a function (such
as a visitor), associated types and code under `#[cfg(test)]` do not count.
"""

import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from rust_source import TYPES, Crate, crates

FOLDERS = ("xmlrpc-*", "conformance")

# Names that several crates define, once each, with the reason.
ONE_PER_CRATE = {
    "Error": "each layer has its own error; users import it from the crate, and both document the other",
    "ErrorKind": "the kinds belong to the crate's `Error`",
    "Result": "the alias of std's `Result` for the crate's `Error`",
    "Request": "a multicall's request and a server's request are each the only request of their crate",
    "Reply": "the client decodes replies, the server encodes them; both are what the glossary calls a reply",
    "Next": "public in the server alone, where axum has the same name; the others are private",
    "Outcome": "public in the server alone; the other one is in the drivers, which are not published",
}
# Names that one crate defines twice, once of them in a module `blocking`, with the reason.
ASYNC_AND_BLOCKING = {
    "Client": "programs use one of the two, and change an import to use the other",
    "ClientBuilder": "the builder of each `Client`",
    "Transport": "the transport of each `Client`",
    "Body": "what each `Transport` sends and returns",
    "Rows": "the rows of a response, and in the format those of a reader: programs replace one by another",
    "Session": "the session of each `Client`",
}
# Names that several modules of one folder define, with the folder and the reason.
ONE_PER_MODULE = {
    "Module": ("xmlrpc-serde/src/with", "each module for `#[serde(with)]` has one, which stands for it in `Field`"),
}
# Names that the module `contract` shares with the thing that it describes. They are public, and read as
# `contract::Method`; another word for the same thing would only hide what is described.
IN_CONTRACT = {
    "Field": "a member of a described struct; the other one is private to serde's modules",
    "FaultCode": "the description of a fault's code; the other one is the trait of errors that have one",
    "Method": "the description of a method; the other one is the method that a client calls",
    "Param": "the description of a parameter; the other one is private to the macro",
    "Struct": "the description of a struct; the other one is the value",
}
CONTRACT = Path("xmlrpc-client/src/contract")


def definitions(root):
    """Where each type is defined, by name: (crate, file, line)."""
    found = defaultdict(set)
    for crate, file in crates(root, FOLDERS):
        for one in Crate(file).definitions:
            if one.kind in TYPES:
                found[one.name].add((crate, one.module.file.relative_to(root), one.line))
    return {name: sorted(places) for name, places in found.items()}


def problems(found, one_per_crate, async_and_blocking, one_per_module, in_contract):
    for name, places in sorted(found.items()):
        where = ", ".join(f"{file}:{line}" for _, file, line in places)
        per_crate = Counter(crate for crate, _, _ in places)
        if name in one_per_crate:
            if len(places) == 1:
                yield f"`{name}` is defined once ({where}): remove it from the exceptions"
            elif max(per_crate.values()) > 1:
                yield f"`{name}` may be defined once in each crate: {where}"
        elif name in async_and_blocking:
            blocking = [place for place in places if "blocking" in (*place[1].parts, place[1].stem)]
            if len(places) == 1:
                yield f"`{name}` is defined once ({where}): remove it from the exceptions"
            elif max(per_crate.values()) > 2 or len(places) > 3 or len(blocking) != 1:
                yield f"`{name}` may be defined twice in one crate, once of them in `blocking`: {where}"
        elif name in one_per_module:
            folder = Path(one_per_module[name][0])
            if len(places) == 1:
                yield f"`{name}` is defined once ({where}): remove it from the exceptions"
            elif any(folder not in file.parents for _, file, _ in places):
                yield f"`{name}` may be defined only in {folder}: {where}"
        elif name in in_contract:
            inside = [file for _, file, _ in places if CONTRACT in file.parents]
            if len(places) == 1:
                yield f"`{name}` is defined once ({where}): remove it from the exceptions"
            elif len(places) > 2 or len(inside) != 1:
                yield f"`{name}` may be defined twice, once of them in {CONTRACT}: {where}"
        elif len(places) > 1:
            advice = "Rename all but one, or list it in .ci/names.py"
            yield f"`{name}` is defined {len(places)} times: {where}. {advice}"
    for name in sorted({*one_per_crate, *async_and_blocking, *one_per_module, *in_contract} - set(found)):
        yield f"`{name}` is not defined: remove it from the exceptions"


def check(root):
    found = definitions(root)
    wrong = list(problems(found, ONE_PER_CRATE, ASYNC_AND_BLOCKING, ONE_PER_MODULE, IN_CONTRACT))
    for problem in wrong:
        print(f"failed: {problem}")
    print(f"## {len(found)} names of types, {len(wrong)} problems")
    return not wrong


def self_test():
    files = {
        "xmlrpc-one/src/lib.rs": """
            mod blocking; mod visit;
            mod one { struct Part; }
            mod two { struct Part; }
            pub struct Error; pub struct Client; /// struct Comment;
            pub type Result<T> = std::result::Result<T, Error>;
            #[cfg(test)] mod tests { struct Twice; }
            """,
        "xmlrpc-one/src/blocking.rs": "pub struct Client; pub struct Twice<T>(T);",
        "xmlrpc-one/src/visit.rs": """
            fn one() { struct Visitor; impl Trait for Visitor { type Value = (); } }
            fn two() { struct Visitor; impl Trait for Visitor { type Value = (); } }
            """,
        "xmlrpc-two/src/lib.rs": """
            pub enum Error { Twice }
            macro_rules! types { ($name:ident) => { pub trait Twice {} pub struct $name; }; }
            mod a { pub struct Described; }
            mod b { pub struct Described; }
            """,
    }
    expected = [
        "`Described` may be defined twice, once of them in xmlrpc-client/src/contract: "
        "xmlrpc-two/src/lib.rs:4, xmlrpc-two/src/lib.rs:5",
        "`Result` is defined once (xmlrpc-one/src/lib.rs:6): remove it from the exceptions",
        "`Twice` is defined 2 times: xmlrpc-one/src/blocking.rs:1, xmlrpc-two/src/lib.rs:3. "
        "Rename all but one, or list it in .ci/names.py",
        "`Transport` is not defined: remove it from the exceptions",
    ]
    with tempfile.TemporaryDirectory() as directory:
        for file, text in files.items():
            path = Path(directory) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = list(
            problems(
                definitions(Path(directory)),
                {"Error": "planted", "Result": "planted"},
                {"Client": "planted", "Transport": "planted"},
                {"Part": ("xmlrpc-one/src", "planted")},
                {"Described": "planted"},
            )
        )
    if found != expected:
        print(f"FAILED: expected {expected}\nfound {found}")
    return found == expected


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        sys.exit(not self_test())
    sys.exit(not check(Path(__file__).resolve().parent.parent))
