//! A value is refused because XML-RPC cannot hold it, or it is encoded and decoded to the same value.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::tree::{Tree, depth, is_writable};
use xmlrpc_serde::{Options, Value, call, from_value, response};

const OPTIONS: Options = Options::new().allow_none(true).allow_i8(true).max_depth(400);

fuzz_target!(|tree: Tree| {
    let value = Value::from(tree);
    // The recursive functions of this crate need stack too, beside those of the crate that is tested.
    if depth(&value) > 200 {
        return;
    }
    let written = response::encode(&value, OPTIONS);
    assert_eq!(written.is_ok(), is_writable(&value), "{written:?}");
    let Ok(text) = written else { return };
    let again = response::decode::<Value>(text.as_bytes(), OPTIONS).expect("what was written can be read");
    assert_eq!(again.expect("no fault"), value);

    let alone = OPTIONS.to_string(&value).expect("the same value");
    assert_eq!(OPTIONS.from_str::<Value>(&alone).expect("what was written can be read"), value);
    assert_eq!(OPTIONS.to_value(&value).and_then(from_value::<Value>).expect("a value of a value"), value);

    let text = call::encode("a.method", &(&value, 1), OPTIONS).expect("a call of it");
    let read = call::decode(text.as_bytes(), OPTIONS).expect("what was written can be read");
    assert_eq!(read.params::<(Value, i32)>().expect("both"), (value, 1));
});
