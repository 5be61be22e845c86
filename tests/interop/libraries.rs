//! Servers that use the XML-RPC libraries of other languages: one test for each library and variant.

use crate::{
    demo::{Dialect, Unknown, exercise},
    report::against,
};

/// Runs every check of a dialect against a peer.
fn library(peer: &'static str, dialect: &Dialect) {
    against(peer, |server, report| exercise(server, report, dialect));
}

/// By default, CPython's xmlrpc.server writes neither nil nor integers beyond 32 bits.
const CPYTHON: Dialect = Dialect {
    nil: Err("needs allow_none on its side"),
    void: Err("needs allow_none on its side"),
    i8: Err("never written by CPython"),
    unknown: Unknown::Fault(1),
    ..Dialect::FULL
};

#[test]
fn cpython() {
    library("cpython", &CPYTHON);
}

#[test]
fn cpython_with_allow_none() {
    library("cpython:allow_none", &Dialect { nil: Ok(()), void: Ok(()), ..CPYTHON });
}

#[test]
fn cpython_behind_cgi() {
    library("cpython:cgi", &Dialect { path: "/cgi-bin/rpc", ..CPYTHON });
}

const XMLRPC_C: Dialect = Dialect {
    texts: &["plain", "", "hé <&>\"' €", "]]>"],
    echoes_texts: Err("characters of four bytes are refused as invalid UTF-8"),
    unknown: Unknown::Fault(-506),
    ..Dialect::FULL
};

#[test]
fn xmlrpc_c() {
    library("xmlrpc-c", &XMLRPC_C);
}

#[test]
fn xmlrpc_c_in_the_i8_dialect() {
    library("xmlrpc-c:i8", &XMLRPC_C);
}

/// Sends `ex:nil` and `ex:i8`, in chunks.
#[test]
fn xmlrpc_c_in_the_apache_dialect() {
    library("xmlrpc-c:apache", &XMLRPC_C);
}

/// JavaScript has one number type: integers beyond 32 bits are sent as `int`, and whole doubles too.
const NODE: Dialect = Dialect {
    echoes_i8: Err("an i8 is read as a string"),
    introspection: Err("not offered"),
    multicall: Err("not offered"),
    not_found: Err("every path is served"),
    ..Dialect::FULL
};

#[test]
fn npm_xmlrpc() {
    library("node", &Dialect { unknown: Unknown::Status(404), ..NODE });
}

#[test]
fn npm_foxglove() {
    let dialect = Dialect {
        texts: &["plain", "", "hé <&>\"' €", "a😀b"],
        echoes_texts: Err("its writer fails on the end of a CDATA section"),
        echoes_dates: Err("shifted to the server's zone"),
        nil: Err("written as an empty value"),
        ..NODE
    };
    library("node:foxglove", &dialect);
}

#[test]
fn npm_davexmlrpc() {
    let dialect = Dialect {
        path: "/rpc2",
        texts: &["plain", "", "<&>\"' ]]>", "é"],
        echoes_texts: Err(
            "Content-Length counts UTF-16 units, so more than a letter beyond ASCII arrives cut",
        ),
        echoes_dates: Err("shifted to the server's zone"),
        echoes_bytes: Err("bytes come back as a string"),
        nil: Err("read as a struct"),
        void: Err("ends the server"),
        i8: Err("read as a struct"),
        fault_code: 1,
        unknown: Unknown::Silence("never answered"),
        ..NODE
    };
    library("node:dave", &dialect);
}

/// A fault of one call is the reply to the whole batch.
const RPC_XML: Dialect = Dialect {
    nil: Err("needs ALLOW_NIL on its side"),
    faults_in_multicall: Err("one fault is the answer to the whole batch"),
    unknown: Unknown::Fault(200),
    not_found: Err("every path is served"),
    ..Dialect::FULL
};

/// Declares us-ascii and sends UTF-8.
#[test]
fn perl_rpc_xml() {
    library("rpc-xml", &RPC_XML);
}

#[test]
fn perl_rpc_xml_with_nil() {
    library("rpc-xml:nil", &Dialect { nil: Ok(()), ..RPC_XML });
}

#[test]
fn perl_xmlrpc_lite() {
    let dialect = Dialect {
        texts: &["plain", "", "<&>\"' ]]>"],
        echoes_texts: Err("others come back as base64 of ISO-8859-1, or are a fault"),
        unknown: Unknown::Fault(0),
        nil: Err("not spoken"),
        i8: Err("not spoken"),
        introspection: Err("not offered"),
        multicall: Err("not offered"),
        not_found: Err("every path is served"),
        ..Dialect::FULL
    };
    library("xmlrpc-lite", &dialect);
}

/// Integers beyond 32 bits are an error of the server. Bytes are returned as a string.
const RUBY: Dialect = Dialect {
    echoes_bytes: Err("bytes come back as a string"),
    nil: Err("needs ENABLE_NIL_CREATE on its side"),
    void: Err("needs ENABLE_NIL_CREATE on its side"),
    i8: Err("refused by the server"),
    unknown: Unknown::Fault(1),
    not_found: Err("every path is served"),
    ..Dialect::FULL
};

#[test]
fn ruby() {
    library("ruby", &RUBY);
}

#[test]
fn ruby_with_nil() {
    library("ruby:nil", &Dialect { nil: Ok(()), void: Ok(()), ..RUBY });
}
