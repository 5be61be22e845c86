#!/usr/bin/env python3
"""Compares what this project reads in recorded HTTP bodies with what CPython's xmlrpc.client reads in them.

    wire.py LAB DRIVER    DRIVER is target/debug/corpus

LAB has files PEER/wire/NN-what.req.http and .res.http, with `.b64` behind the name if the bytes are not text.
Every difference must be listed in wire_differences.tsv with its reason, and every listed message must differ.
"""

import base64
import gzip
import json
import re
import subprocess
import sys
import xmlrpc.client
from fnmatch import fnmatchcase
from pathlib import Path

DIFFERENCES = Path(__file__).with_name("wire_differences.tsv")
DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?")


def body(path):
    """The XML of one recorded message, without its head, chunks and compression."""
    data = path.read_bytes()
    if path.name.endswith(".b64"):
        data = base64.b64decode(data)
    length = re.match(rb"(\d+):", data)
    if length:  # In SCGI the head is a netstring.
        return data[length.end() + int(length[1]) + 1:]
    head, _, data = data.partition(b"\r\n\r\n")
    head = head.lower()
    if b"transfer-encoding: chunked" in head:
        data = joined(data)
    if b"content-encoding: gzip" in head:
        data = gzip.decompress(data)
    return data


def joined(chunks):
    parts = []
    while chunks:
        size, _, chunks = chunks.partition(b"\r\n")
        size = int(size.split(b";")[0] or b"0", 16)
        if not size:
            break
        parts.append(chunks[:size])
        chunks = chunks[size + 2:]
    return b"".join(parts)


def read_by_cpython(document, kind):
    """What CPython reads, in the form of the driver's output."""
    try:
        params, method = xmlrpc.client.loads(document)
    except xmlrpc.client.Fault as fault:
        return {"fault": [fault.faultCode, fault.faultString]}
    except Exception as error:  # Its parsers raise many types; each means that it refused the document.
        return {"error": f"{type(error).__name__}: {error}"}
    params = [tree(value) for value in params]
    if kind == "methodCall":
        return {"ok": {"method": method, "params": params}}
    return {"ok": {"value": params[0]}} if len(params) == 1 else {"ok": {"values": params}}


def tree(value):
    if value is None:
        return ["nil"]
    if isinstance(value, bool):
        return ["boolean", value]
    if isinstance(value, int):
        return ["int", value]
    if isinstance(value, float):
        return ["double", repr(value)]
    if isinstance(value, str):
        return ["string", value]
    if isinstance(value, xmlrpc.client.DateTime):
        return ["dateTime", date(value.value)]
    if isinstance(value, xmlrpc.client.Binary):
        return ["base64", base64.b64encode(value.data).decode()]
    if isinstance(value, dict):
        return ["struct", sorted([name, tree(member)] for name, member in value.items())]
    return ["array", [tree(member) for member in value]]


def comparable(reply):
    """The driver's output in the same form: one integer type, dates as fields, members sorted by name."""
    def canonical(node):
        (kind, value), = node.items()
        if kind == "nil":
            return ["nil"]
        if kind == "i8":
            return ["int", value]
        if kind == "double":
            return ["double", repr(float(value))]
        if kind == "dateTime":
            return ["dateTime", date(value)]
        if kind == "struct":
            return ["struct", sorted([name, canonical(member)] for name, member in value)]
        if kind == "array":
            return ["array", [canonical(member) for member in value]]
        return [kind, value]

    done = reply.get("ok")
    if done and "params" in done:
        done["params"] = [canonical(value) for value in done["params"]]
    elif done:
        done["value"] = canonical(done["value"])
    return reply


def date(text):
    fields = DATE.fullmatch(text.strip())
    if not fields:
        return text
    *digits, fraction, offset = fields.groups()
    offset = (offset or "").replace(":", "").replace("+0000", "Z")
    return "".join(digits) + (fraction or "").rstrip("0.") + offset


def same(left, right):
    return "error" in left and "error" in right or left == right


def listed():
    lines = DIFFERENCES.read_text(encoding="utf-8").splitlines() if DIFFERENCES.exists() else []
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    for row in rows:
        if len(row) != 2 or len(row[1]) < 10:
            sys.exit(f"{DIFFERENCES.name}: expected a file, a tab and a reason, found {row}")
    return dict(rows)


def reason(name, reasons):
    return next((pattern for pattern in reasons if fnmatchcase(name, pattern)), None)


def main():
    lab, driver = Path(sys.argv[1]), sys.argv[2]
    is_message = re.compile(r"\.(req|res)\.http(\.b64)?$").search
    files = sorted(path for path in lab.glob("*/wire/*") if is_message(path.name))
    cases, expected = [], {}
    for path in files:
        document = body(path)
        if not document.strip():
            continue
        name = f"{path.parts[-3]}/{path.name}"
        kind = "methodCall" if ".req." in path.name else "methodResponse"
        expected[name] = read_by_cpython(document, kind)
        encoded = base64.b64encode(document).decode()
        cases.append({"id": name, "op": "decode", "kind": kind, "doc_b64": encoded})
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    ran = subprocess.run([driver], input=lines.encode(), capture_output=True, check=True)
    read = {}
    for line in ran.stdout.splitlines():
        reply = json.loads(line)
        read[reply.pop("id")] = comparable(reply)

    reasons, problems, both, differ, used = listed(), [], 0, 0, set()
    for name, want in expected.items():
        got = read.get(name, {"panic": "no output"})
        pattern = reason(name, reasons)
        used.add(pattern)
        if not same(want, got):
            differ += 1
            if not pattern:
                problems.append(f"{name}\tCPython: {str(want)[:160]} | ours: {str(got)[:260]}")
            continue
        both += "error" not in got
        if pattern:
            problems.append(f"{name} does not differ, but {DIFFERENCES.name} has {pattern}")
    unused = [pattern for pattern in reasons if pattern not in used]
    problems += [f"{DIFFERENCES.name}: {pattern} matches no recorded file" for pattern in unused]
    print("\n".join(problems))
    print(f"## {len(expected)} bodies: {both} read alike, "
          f"{len(expected) - both - differ} refused by both, {differ} differ for a listed reason")
    sys.exit(bool(problems))


main()
