#!/usr/bin/env python3
"""Turns raw exchanges into a folder as a Recorder writes it, without tokens.

    clear.py FROM TO

FROM holds `NAME.req.http` (or SCGI frames) beside `NAME.res.http`. Exchanges without a call or without a good
response are left out, as are headers that hold cookies. Every text that is a token, a password or a session
becomes `***`.
"""
import pathlib
import re
import sys

SECRETS = [
    (re.compile(rb"token:[^<]*"), b"token:***"),
    (re.compile(rb"(<methodName>dokuwiki\.login</methodName>.*<string>)[^<]*(</string></value></param></params>)"), rb"\1***\2"),
    (re.compile(rb"(<name>sessionId</name><value><string>)[^<]*"), rb"\1***"),
    # Folders of the machine on which it was recorded.
    (re.compile(rb"(/[A-Za-z0-9_.-]+){3,}/([A-Za-z0-9_.-]+)"), rb"/srv/\2"),
]


def cleared(body: bytes) -> bytes:
    for secret, instead in SECRETS:
        body = secret.sub(instead, body)
    return body


def main() -> None:
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    number = 0
    for request in sorted(source.glob("*.req.http")):
        response = request.with_name(request.name.replace(".req.http", ".res.http"))
        if not response.exists():
            continue
        sent, came = request.read_bytes(), response.read_bytes()
        start = sent.find(b"<?xml") if b"<?xml" in sent else sent.find(b"<methodCall")
        head, _, body = came.partition(b"\r\n\r\n")
        status = re.match(rb"(?:HTTP/\d\.\d|Status:) (\d+)", head)
        good = status and status[1] == b"200" and b"<methodResponse" in body
        if start < 0 or b"</methodCall>" not in sent or b"<!DOCTYPE" in sent or not good or b"chunked" in head + sent:
            continue
        number += 1
        kind = re.search(rb"(?im)^Content-Type: *([^\r\n]*)", head)
        lines = [b"HTTP/1.1 200 OK"] + ([b"content-type: " + kind[1]] if kind else [])
        (target / f"{number:04}.request.xml").write_bytes(cleared(sent[start:]))
        (target / f"{number:04}.response.http").write_bytes(b"\r\n".join(lines) + b"\r\n\r\n" + cleared(body))
    print(f"{number} exchanges")


main()
