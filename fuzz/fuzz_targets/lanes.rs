//! With the fast lanes on and off, the reader gives the same values and the same error texts.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::reading;
use xmlrpc_serde::Options;

fuzz_target!(|body: &[u8]| {
    let lenient = Options::new().lossy(true).read_control_characters(true).read_empty_as_nil(true);
    for options in [Options::new(), lenient] {
        let fast = reading::everything(body, options.fast_lanes(true));
        let slow = reading::everything(body, options.fast_lanes(false));
        for (fast, slow) in fast.iter().zip(&slow) {
            assert_eq!(fast, slow);
        }
    }
});
