"""The demo server over CPython's xmlrpc.server: PORT [allow_none | cgi].

With `answer` it is the CGI program itself.
"""

import datetime
import http.server
import os
import subprocess
import sys
import xmlrpc.client
from xmlrpc.server import CGIXMLRPCRequestHandler, SimpleXMLRPCServer


def echo(value):
    return value


def add(left, right):
    """Adds two integers."""
    return left + right


def sample():
    return {
        "count": 7,
        "ratio": 0.1,
        "on": True,
        "text": "h\u00e9 <&> \U0001f600",
        "when": datetime.datetime(1998, 7, 17, 14, 8, 55),
        "bytes": xmlrpc.client.Binary(bytes(range(256))),
        "list": [1, "two", [3.5]],
        "nested": {"inner": {"empty": {}}},
    }


def nothing():
    return None


def large():
    return 2**40


def fail():
    raise xmlrpc.client.Fault(4, "Too many parameters.")


def register(server):
    for method in (echo, add, sample, nothing, large, fail):
        server.register_function(method, "demo." + method.__name__)
    server.register_introspection_functions()
    server.register_multicall_functions()


class Gateway(http.server.BaseHTTPRequestHandler):
    """Runs the CGI program as a web server does: one process for each request."""

    def do_POST(self):
        if self.path != "/cgi-bin/rpc":
            return self.send_error(404)
        length = self.headers["Content-Length"]
        environment = dict(os.environ, REQUEST_METHOD="POST", CONTENT_LENGTH=length)
        program = subprocess.run([sys.executable, __file__, "0", "answer"], env=environment,
                                 input=self.rfile.read(int(length)), capture_output=True, check=True)
        self.wfile.write(b"HTTP/1.0 200 OK\r\n" + program.stdout)

    def log_message(self, *_):
        pass


port, variant = int(sys.argv[1]), sys.argv[2]
if variant == "answer":
    handler = CGIXMLRPCRequestHandler()
    register(handler)
    handler.handle_request()
elif variant == "cgi":
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Gateway).serve_forever()
else:
    server = SimpleXMLRPCServer(("127.0.0.1", port), allow_none=variant == "allow_none", logRequests=False)
    register(server)
    server.serve_forever()
