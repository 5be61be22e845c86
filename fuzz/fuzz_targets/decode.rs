//! Any bytes as a call, a response, a reply of a batch and a value, untyped and typed: no panic, no hang.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::reading;
use xmlrpc_serde::Options;

fuzz_target!(|body: &[u8]| {
    let _ = reading::everything(body, Options::new());
    let _ = reading::everything(body, Options::new().lossy(true).read_control_characters(true));
});
