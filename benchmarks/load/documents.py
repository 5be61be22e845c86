#!/usr/bin/env python3
"""Posts documents to the server of the load tests, and a good call after each.

    documents.py SERVER CASES.jsonl [-v]   decoding cases; those that are calls are posted
    documents.py SERVER PROBES.py [-v]     a list `P` of (name, <value>, what it tests); each value is echoed

SERVER is the program `load_server`. It answers a call of an unknown method with an array of the method's name
and its parameters. `-v` prints every answer.
"""

import base64
import http.client
import json
import pathlib
import re
import runpy
import sys
import xml.etree.ElementTree as ET

from server import server

GOOD = ("<methodCall><methodName>add</methodName><params><param><value><int>2</int></value></param>"
        "<param><value><int>3</int></value></param></params></methodCall>").encode()


def post(port, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("POST", "/RPC2", body, {"Content-Type": "text/xml"})
    response = connection.getresponse()
    data = response.read()
    assert response.status == 200, response.status
    connection.close()
    return ET.fromstring(data)


def tree(value):
    """A `<value>` in the form of the cases."""
    if len(value) == 0:
        return {"string": value.text or ""}
    kind = value[0]
    text = kind.text or ""
    match kind.tag:
        case "int" | "i4" | "i8":
            return {"int": int(text)}
        case "boolean":
            return {"boolean": text == "1"}
        case "double":
            return {"double": float(text)}
        case "array":
            return {"array": [tree(one) for one in kind.findall("data/value")]}
        case "struct":
            members = [[one.findtext("name"), tree(one.find("value"))] for one in kind.findall("member")]
            return {"struct": sorted(members, key=json.dumps)}
        case "nil":
            return {"nil": True}
        case "base64":
            return {"base64": re.sub(r"\s", "", text)}
        case tag:
            return {tag: text}


def plain(expected):
    """The tree of a case with one integer type and sorted members, as `tree` makes it."""
    [(kind, content)] = expected.items()
    match kind:
        case "i8":
            return {"int": content}
        case "array":
            return {"array": [plain(one) for one in content]}
        case "struct":
            return {"struct": sorted(([name, plain(one)] for name, one in content), key=json.dumps)}
        case _:
            return expected


def answer(port, document):
    root = post(port, document)
    fault = root.find("fault/value")
    if fault is not None:
        return "fault", dict(tree(fault)["struct"])
    return "result", tree(root.find("params/param/value"))


def is_right(expect, kind, got):
    if "either" in expect:
        return kind == "fault" or any(is_right(one, kind, got) for one in expect["either"])
    if "call" in expect:
        name, params = expect["call"]
        params = [plain(one) for one in params]
        return kind == "result" and got == {"array": [{"string": name}, {"array": params}]}
    return kind == "fault"


def cases():
    for line in pathlib.Path(sys.argv[2]).read_text().splitlines():
        case = json.loads(line)
        if case["kind"] == "methodCall" and "gen" not in case:
            document = base64.b64decode(case["doc_b64"]) if "doc_b64" in case else case["doc"].encode()
            yield case["id"], document, lambda kind, got, case=case: is_right(case["expect"], kind, got)


def probes():
    for name, value, _ in runpy.run_path(sys.argv[2])["P"]:
        call = f"<methodCall><methodName>echo</methodName><params><param>{value}</param></params></methodCall>"
        yield name, call.encode("utf-8", "surrogatepass"), lambda kind, got: True


def main():
    is_verbose = "-v" in sys.argv
    wrong, kinds = [], {"fault": 0, "result": 0}
    with server(sys.argv[1], "serve") as (port, _):
        for name, document, check in probes() if sys.argv[2].endswith(".py") else cases():
            try:
                kind, got = answer(port, document)
                kinds[kind] += 1
                if not check(kind, got):
                    wrong.append((name, kind, got))
                if is_verbose:
                    print(name, kind, str(got)[:150])
                assert answer(port, GOOD) == ("result", {"int": 5}), f"the call after {name} failed"
            except Exception as error:
                wrong.append((name, repr(error)))
    for one in wrong:
        print("wrong:", *one)
    print(f"## {kinds['result']} results, {kinds['fault']} faults, {len(wrong)} wrong")
    sys.exit(bool(wrong) or not sum(kinds.values()))


main()
