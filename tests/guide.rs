//! The guide has every name of Python's documentation, as it says.

/// The names of `xmlrpc.client` and `xmlrpc.server`, as the documentation of Python 3.14 lists them.
const PYTHON: &[&str] = &[
    "ServerProxy",
    "uri",
    "transport",
    "encoding",
    "verbose",
    "allow_none",
    "use_datetime",
    "use_builtin_types",
    "headers",
    "context",
    "Server",
    "system.listMethods",
    "system.methodSignature",
    "system.methodHelp",
    "Boolean",
    "DateTime",
    "DateTime.decode",
    "DateTime.encode",
    "Binary",
    "Binary.data",
    "Binary.decode",
    "Binary.encode",
    "Fault",
    "Fault.faultCode",
    "Fault.faultString",
    "ProtocolError",
    "ProtocolError.url",
    "ProtocolError.errcode",
    "ProtocolError.errmsg",
    "ProtocolError.headers",
    "Error",
    "ResponseError",
    "MultiCall",
    "dumps",
    "loads",
    "Transport",
    "SafeTransport",
    "int",
    "i1",
    "i2",
    "i4",
    "i8",
    "biginteger",
    "float",
    "double",
    "bigdecimal",
    "nil",
    "SimpleXMLRPCServer",
    "requestHandler",
    "logRequests",
    "bind_and_activate",
    "CGIXMLRPCRequestHandler",
    "SimpleXMLRPCRequestHandler",
    "SimpleXMLRPCRequestHandler.rpc_paths",
    "register_function",
    "register_instance",
    "allow_dotted_names",
    "_dispatch",
    "register_introspection_functions",
    "register_multicall_functions",
    "handle_request",
    "serve_forever",
    "DocXMLRPCServer",
    "DocCGIXMLRPCRequestHandler",
    "DocXMLRPCRequestHandler",
    "set_server_title",
    "set_server_name",
    "set_server_documentation",
];

#[test]
fn every_name_of_pythons_documentation_is_in_the_table() {
    let page = include_str!("../src/guide/coming_from_python.rs");
    // The first column of each table. Names are between backticks.
    let cells: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("//! | ")?.split(" | ").next()).collect();
    let named: Vec<&str> = cells.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let is_named = |name: &str| {
        named.iter().any(|code| {
            code.match_indices(name).any(|(at, _)| {
                let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
                !code[..at].ends_with(part_of_a_word) && !code[at + name.len()..].starts_with(part_of_a_word)
            })
        })
    };
    let missing: Vec<_> = PYTHON.iter().filter(|name| !is_named(name)).collect();
    assert!(missing.is_empty(), "not in the table: {missing:?}");
}
