"""The server side of the examples in the documentation of Python's xmlrpc.client and xmlrpc.server.

Prints the port on which it listens, and serves until it is killed.
"""
import datetime
import operator
from xmlrpc.client import Binary
from xmlrpc.server import SimpleXMLRPCServer

STATES = {40: "South Carolina", 41: "South Dakota", 42: "Tennessee"}


def is_even(n):
    return n % 2 == 0


def today():
    return datetime.datetime(2026, 11, 22, 21, 40, 3)


def python_logo():
    return Binary(bytes(range(256)) * 40)


def echo(value):
    return value


def get_state_name(n):
    if n not in STATES:
        raise KeyError(f"there is no state {n} here")
    return STATES[n]


server = SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False)
server.register_introspection_functions()
server.register_multicall_functions()
for function in (is_even, today, python_logo, echo):
    server.register_function(function)
server.register_function(operator.add, "add")
server.register_function(operator.sub, "subtract")
server.register_function(operator.mul, "multiply")
server.register_function(operator.floordiv, "divide")
server.register_function(get_state_name, "examples.getStateName")
print(server.server_address[1], flush=True)
server.serve_forever()
