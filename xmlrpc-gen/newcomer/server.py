#!/usr/bin/env python3
"""A server as a stranger would meet it: docstrings, structs and faults, and no types.

Its address is the first line.
"""
import sys
from xmlrpc.client import Fault
from xmlrpc.server import SimpleXMLRPCServer

STOCK = {
    "bolt": {"name": "bolt", "count": 40, "price": 0.25, "tags": ["steel", "m8"], "supplier": None},
    "nut": {"name": "nut", "count": 0, "price": 0.1, "tags": ["steel"], "supplier": {"id": 7, "name": "Nuts & Co"}},
}


def find(name):
    """Finds a part.

    :param str name: the name of the part
    :return: the part, with its count and price
    """
    if name not in STOCK:
        raise Fault(404, f"NO_SUCH_PART: {name}")
    return STOCK[name]


def count(name, minimum=0):
    """count(name, minimum=0) -> int

    Counts the parts of that name.

    :param str name: the name of the part
    :param int minimum: what is counted at least
    :rtype: int
    """
    return max(find(name)["count"], minimum)


def names():
    """Lists the names of all parts.

    :rtype: list
    """
    return sorted(STOCK)


server = SimpleXMLRPCServer(("127.0.0.1", 0), allow_none=True, logRequests=False)
server.register_introspection_functions()
for function in (find, count, names):
    server.register_function(function, f"stock.{function.__name__}")
print(f"http://127.0.0.1:{server.server_address[1]}/RPC2", flush=True)
server.serve_forever()
