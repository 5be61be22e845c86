//! The names that figures are looked up by: what was done, and by which library.

/// The names of the work that is measured.
pub mod work {
    pub const DECODE_RECORDS: &str = "decode records";
    pub const DECODE_RECORDS_COMPACT: &str = "decode records, compact";
    pub const DECODE_RECORDS_INDENTED: &str = "decode records, indented";
    pub const ENCODE_RECORDS: &str = "encode records";
    pub const DECODE_INTS: &str = "decode ints";
    pub const ENCODE_INTS: &str = "encode ints";
    pub const DECODE_DOUBLES: &str = "decode doubles";
    pub const ENCODE_DOUBLES: &str = "encode doubles";
    pub const DECODE_TEXT: &str = "decode text";
    pub const ENCODE_TEXT: &str = "encode text";
    pub const DECODE_BLOB: &str = "decode blob";
    pub const ENCODE_BLOB: &str = "encode blob";
    pub const SMALL_CALL: &str = "small call and response";
    pub const CLIENT_1: &str = "client, 1 at once";
    pub const CLIENT_32: &str = "client, 32 at once";
    pub const BLOCKING_CLIENT: &str = "blocking client";
    pub const SERVER_1: &str = "server, 1 at once";
    pub const SERVER_32: &str = "server, 32 at once";

    /// Decoding and encoding of the same data.
    pub const RECORDS: [&str; 2] = [DECODE_RECORDS, ENCODE_RECORDS];
    pub const INTS: [&str; 2] = [DECODE_INTS, ENCODE_INTS];
    pub const DOUBLES: [&str; 2] = [DECODE_DOUBLES, ENCODE_DOUBLES];
    pub const TEXT: [&str; 2] = [DECODE_TEXT, ENCODE_TEXT];
    pub const BLOB: [&str; 2] = [DECODE_BLOB, ENCODE_BLOB];

    /// Decoding `count` records, for documents of several sizes.
    #[must_use]
    pub fn decode_records(count: usize) -> String {
        format!("decode {count} records")
    }
}

/// Which library does it, and in which way.
pub mod by {
    pub const OURS: &str = "ours";
    pub const OURS_BORROWED: &str = "ours, borrowed";
    pub const OURS_VALUE: &str = "ours, Value";
    pub const OURS_IGNORED: &str = "ours, IgnoredAny";
    pub const OURS_BLOCKING: &str = "ours, blocking";
    pub const OURS_IN_AXUM: &str = "ours, in axum";
    pub const SERDE_JSON: &str = "serde_json";
    pub const SERDE_JSON_VALUE: &str = "serde_json, Value";
    pub const DXR: &str = "dxr";
    pub const DXR_VALUE: &str = "dxr, Value";
    pub const DXR_CLIENT: &str = "dxr_client";
    pub const DXR_SERVER: &str = "dxr_server";
    pub const SERDE_XMLRPC: &str = "serde_xmlrpc";
    pub const SERDE_XMLRPC_VALUE: &str = "serde_xmlrpc, Value";
    pub const XMLRPC: &str = "xmlrpc";
    pub const BARE_QUICK_XML: &str = "bare quick-xml loop";
    pub const BASE64: &str = "base64 alone, one line";
    pub const BASE64_VECTOR: &str = "base64's vector engine alone, one line";
    pub const BARE_REQWEST: &str = "bare reqwest";
    pub const BARE_REQWEST_BLOCKING: &str = "bare reqwest::blocking";
    pub const BARE_AXUM: &str = "bare axum";
    /// The server that sends the same bytes to every client.
    pub const CANNED: &str = "canned";
}
