"""CPython's xmlrpc.client against the server at the url: both type modes, MultiCall, faults, introspection."""
import datetime, sys, xmlrpc.client as rpc

url = sys.argv[-1]
extensions = "--extensions" in sys.argv

VALUES = [
    0, 42, -42, 2**31 - 1, -2**31, True, False, "", "abc", "h\u00e9 <&>\"' \U0001F600", " a \n\tb ", "]]>",
    0.5, -1.25, 1e300, 1e-7, 3.141592653589793, [], [1, [2, [3, []]]], {}, {"a": 1, "b": {"c": [True, "x"]}},
    {"": 1, " k ": 2, "<&>": 3}, ["x", 1, 2.5, False], list(range(1000)), {"deep": [[[[[[[[1]]]]]]]]},
]
if extensions:
    VALUES += [None, [None, {"a": None}], 2**40, -2**63]


def check(server, date, data):
    for value in VALUES:
        got = server.test.echo(value)
        assert got == value and type(got) is type(value), (value, got)
    assert server.test.echo(data) == data
    assert server.test.echo(date) == date, server.test.echo(date)
    assert server.test.date(date) == date
    assert server.test.add(2, 3) == 5
    assert server.test.count([1, "x", []]) == 3
    assert server.test.nothing() == (None if extensions else "")


for builtin in (False, True):
    allow = {"allow_none": extensions, "use_builtin_types": builtin}
    # Numbers beyond 32 bits are refused by the default marshaller, so they go out by the server's tag.
    class Marshaller(rpc.Marshaller):
        dispatch = dict(rpc.Marshaller.dispatch)
        def dump_long(self, value, write):
            tag = "int" if -2**31 <= value < 2**31 else "i8"
            write(f"<value><{tag}>{value}</{tag}></value>\n")
        dispatch[int] = dump_long
    rpc.FastMarshaller, rpc.Marshaller = None, Marshaller
    with rpc.ServerProxy(url, **allow) as server:
        if builtin:
            check(server, datetime.datetime(1998, 7, 17, 14, 8, 55), bytes(range(256)))
        else:
            check(server, rpc.DateTime("19980717T14:08:55"), rpc.Binary(bytes(range(256))))

        for call, code, text in [
            (lambda: server.test.fail(4, "Too <many>"), 4, "Too <many>"),
            (lambda: server.test.fail(-32000, ""), -32000, ""),
            (lambda: server.test.nope(), -32601, "Method not found: `test.nope`"),
            (lambda: server.test.add(1), -32602, "Invalid parameters: parameter 2 is missing"),
            (lambda: server.test.panic(True), -32603, "Internal error: the method failed"),
        ]:
            try:
                call()
            except rpc.Fault as fault:
                assert (fault.faultCode, fault.faultString) == (code, text), fault
            else:
                raise AssertionError(f"no fault: {text}")

        assert "test.add" in server.system.listMethods()
        assert server.system.methodSignature("test.add") == [["int", "int", "int"]]
        assert server.system.methodHelp("test.add") == "The sum of two integers."
        assert server.system.getCapabilities()["system.multicall"]["specVersion"] == 1

        batch = rpc.MultiCall(server)
        batch.test.add(1, 2)
        batch.test.fail(7, "seven")
        batch.test.echo({"a": [1]})
        replies = batch()
        assert replies[0] == 3 and replies[2] == {"a": [1]}
        try:
            replies[1]
        except rpc.Fault as fault:
            assert (fault.faultCode, fault.faultString) == (7, "seven")
        else:
            raise AssertionError("no fault in the batch")

print("all ok")
