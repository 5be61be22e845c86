//! What the guide promises about its tables.

use std::{fs, path::Path};

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

/// Adds the text of every Rust file below `folder`, except of build artefacts.
fn read_sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            read_sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_test_that_the_page_on_the_protocol_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !root.join("xmlrpc-serde/tests").is_dir() {
        eprintln!("skipped: the tests of the other crates are not in this package");
        return;
    }
    let mut sources = String::new();
    for folder in ["xmlrpc-serde", "xmlrpc-client", "xmlrpc-server", "tests"] {
        read_sources(&root.join(folder), &mut sources);
    }
    let page = include_str!("../src/guide/protocol.rs");
    // The last column of each table.
    let named: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("//! | "))
        .filter_map(|line| line.strip_suffix("` |")?.rsplit('`').next())
        .collect();
    assert!(named.len() > 70, "{} tests are named", named.len());
    let missing: Vec<_> = named.iter().filter(|name| !sources.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "there are no such tests: {missing:?}");
}
