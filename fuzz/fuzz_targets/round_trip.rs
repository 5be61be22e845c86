//! What was decoded can be encoded and decoded again to the same value: as text, through `Value`, and typed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::{tree::is_writable, typed::Everything};
use xmlrpc_serde::{Options, Value, call, from_value, response};

const OPTIONS: Options = Options::new().allow_none(true).allow_i8(true);

fuzz_target!(|body: &[u8]| {
    // NaN and infinities are read, because servers send them, but they are never written.
    if let Ok(Ok(value)) = response::decode::<Value>(body, OPTIONS)
        && is_writable(&value)
    {
        let text = response::encode(&value, OPTIONS).expect("what was read can be written");
        let again =
            response::decode::<Value>(text.as_bytes(), OPTIONS).expect("what was written can be read");
        assert_eq!(again.expect("no fault"), value);
        let bytes = response::encode_to_vec(&value, OPTIONS).expect("the same as bytes");
        assert_eq!(text.as_bytes(), bytes);
    }
    if let Ok(Ok(typed)) = response::decode::<Everything<'_>>(body, OPTIONS) {
        // An integer of 128 bits, or the name of a member, may not fit into any XML-RPC type.
        if let Ok(text) = OPTIONS.to_string(&typed) {
            let again = OPTIONS.from_str::<Everything<'_>>(&text).expect("what was written can be read");
            assert_eq!(format!("{again:?}"), format!("{typed:?}"));
            let value = OPTIONS.to_value(&typed).expect("text could be written, so can a value");
            assert_eq!(OPTIONS.to_string(&value).expect("a value can be written"), text);
        }
    }
    if let Ok(Ok(value)) = response::decode::<Value>(body, OPTIONS)
        && let Ok(typed) = from_value::<Vec<Option<i64>>>(value)
    {
        let text = OPTIONS.to_string(&typed).expect("numbers can be written");
        assert_eq!(OPTIONS.from_str::<Vec<Option<i64>>>(&text).expect("and read"), typed);
    }
    if let Ok(read) = call::decode(body, OPTIONS)
        && let Ok(params) = read.params::<Vec<Value>>()
        // Some names of methods are read but not written.
        && let Ok(text) = call::encode(read.method(), &params, OPTIONS)
    {
        let again = call::decode(text.as_bytes(), OPTIONS).expect("what was written can be read");
        assert_eq!(again.method(), read.method());
        assert_eq!(again.params::<Vec<Value>>().expect("values"), params);
    }
});
