//! Decoding any bytes neither panics nor hangs.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::reading;
use xmlrpc_serde::Options;

fuzz_target!(|body: &[u8]| {
    let _ = reading::everything(body, Options::new());
    let _ = reading::everything(body, Options::new().lossy(true).read_control_characters(true));
});
