//! A text is refused as a date, or the date is written as a text that is read as the same date.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_serde::{DateTime, from_str, to_string};

fuzz_target!(|text: &str| {
    match text.parse::<DateTime>() {
        Ok(date) => {
            let written = date.to_string();
            let again: DateTime = written.parse().expect("what was written can be read");
            assert_eq!(again, date);
            assert_eq!(again.to_string(), written);
            assert_eq!(again.cmp(&date), std::cmp::Ordering::Equal);
            let xml = to_string(&date).expect("every date can be written");
            assert_eq!(from_str::<DateTime>(&xml).expect("and read"), date);
            if let Ok(seconds) = date.to_unix_seconds() {
                let back = DateTime::from_unix_seconds(seconds).expect("a second of this calendar");
                assert_eq!(back.to_unix_seconds().expect("the same second"), seconds);
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
