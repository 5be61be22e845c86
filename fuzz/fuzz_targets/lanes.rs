//! The reader's fast lanes and its general one give the same values and the same refusals.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::reading;
use xmlrpc_serde::Options;

fuzz_target!(|body: &[u8]| {
    for options in [Options::new(), Options::new().lossy(true).read_control_characters(true)] {
        let fast = reading::everything(body, options.fast_lanes(true));
        let general = reading::everything(body, options.fast_lanes(false));
        for (fast, general) in fast.iter().zip(&general) {
            assert_eq!(fast, general);
        }
    }
});
