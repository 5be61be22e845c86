#!/usr/bin/env python3
"""Writes seeds for the fuzz targets into fuzz/corpus.

    seeds.py [FOLDER...]

It always writes a few documents of its own. A FOLDER adds those of its .jsonl files. Each line is a case with
the document in "doc", or as base64 in "doc_b64".
"""

import base64
import gzip
import hashlib
import json
import pathlib
import sys
import xmlrpc.client as rpc

HERE = pathlib.Path(__file__).parent
DOCUMENTS = ["decode", "lanes", "round_trip", "rows"]


def own_documents():
    every_kind = {
        "a_bool": True, "i8": 1, "i64": 2, "f64": -1.5, "char": "x", "string": "a < b & c", "borrowed": "borrowed",
        "bytes": rpc.Binary(b"bytes"), "base64": rpc.Binary(bytes(range(256))),
        "date": rpc.DateTime("19980717T14:08:55"), "unit": "", "newtype": 3, "pair": [1, "one"],
        "list": [1, "two", [3.0]], "numbers": [1, 2, 3], "named": {"a": 1}, "numbered": {"1": 2.0},
        "by_letter": {"a": True}, "external": {"Struct": {"date": rpc.DateTime("20010101T00:00:00")}},
        "internal": {"type": "Unit"}, "adjacent": {"t": "Tuple", "c": [1, "x"]}, "untagged": [1, {"a": "b"}],
        "child": {"children": [{"children": []}]}, "strict": {"b": 1}, "value": {"x": [True]},
        "with space & <markup>": 4, "other": "é漢\r\n",
    }
    yield rpc.dumps((every_kind,), methodresponse=True)
    yield rpc.dumps((every_kind,), methodresponse=True).replace(">\n<", "><")
    yield rpc.dumps((1, "two", every_kind), "some.method")
    yield rpc.dumps(rpc.Fault(4, "Too many parameters."))
    batch = [{"methodName": "a", "params": [1, "x"]}, {"methodName": "b", "params": []}]
    yield rpc.dumps((batch,), "system.multicall")
    yield rpc.dumps(([[1], {"faultCode": 1, "faultString": "no"}, ["x"]],), methodresponse=True)
    yield "<value><int>1</int></value>"
    yield "<value>untyped <!-- comment --><![CDATA[<&>]]></value>"
    yield "<value><struct><member><name>a</name><value><nil/></value></member></struct></value>"
    latin = "<methodResponse><params><param><value>caf\u00e9</value></param></params></methodResponse>"
    yield ("<?xml version='1.0' encoding='iso-8859-1'?>" + latin).encode("latin-1")
    yield "\ufeff<methodResponse><params/></methodResponse>".encode("utf-16")


DATES = ["19980717T14:08:55", "1998-07-17T14:08:55", "19980717T14:08:55Z", "1998-07-17 14:08:55.123456+02:00",
         "19980717T140855-0530", "00000000T00:00:00", "19980717", "19980717T24:00:00", "20161231T23:59:60",
         "20200908T0440Z", "20200908T04:40+02", "19980717t14:08:55,5z", "0000-00-00 00:00:00"]


def documents_of(folder):
    for path in sorted(pathlib.Path(folder).rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if isinstance(case.get("doc"), str):
                yield case["doc"]
            elif "doc_b64" in case:
                yield base64.b64decode(case["doc_b64"])


def put(target, seed):
    data = seed if isinstance(seed, bytes) else seed.encode("utf-8", "surrogatepass")
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)


def main():
    documents = list(own_documents())
    for folder in sys.argv[1:]:
        documents += documents_of(folder)
    for target in DOCUMENTS:
        for document in documents:
            put(target, document)
    for date in DATES:
        put("date_time", date)
        put("date_oracle", date)
    put("date_oracle", "\n".join(DATES[:4]))
    for document in documents:
        document = document if isinstance(document, bytes) else document.encode("utf-8", "surrogatepass")
        put("router", b"content-type: text/xml\n\n" + document)
        put("router", b"content-encoding: gzip\n\n" + gzip.compress(document))
    for size in (16, 64, 400):
        put("encode", bytes(range(size % 251)) + bytes(size))
    print(f"{len(documents)} documents for each of {', '.join(DOCUMENTS)}")


main()
