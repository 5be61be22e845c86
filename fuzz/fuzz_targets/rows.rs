//! Rows and downloads that are read in pieces are what decoding the whole document gives.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::pieces::{self, Start};
use xmlrpc_serde::{ErrorKind, Options, Value, response};

fuzz_target!(|body: &[u8]| {
    // A row may be as long as the document, so that no limit makes a difference.
    let options = Options::new().max_row_bytes(usize::MAX);
    for options in [options, options.lossy(true).read_control_characters(true)] {
        let rows = pieces::rows(body, options, &[]);
        let download = pieces::download(body, options, &[]);
        for cuts in pieces::cuts(body) {
            for options in [options, options.fast_lanes(false)] {
                assert_eq!(pieces::rows(body, options, &cuts), rows, "cut at {cuts:?}");
                assert_eq!(pieces::download(body, options, &cuts), download, "cut at {cuts:?}");
            }
        }
        match response::decode::<Value>(body, options) {
            Ok(Ok(Value::Array(elements))) => match rows {
                Start::Rows(rows) if rows.iter().all(Result::is_ok) => {
                    let rows: Vec<Value> = rows.into_iter().flatten().collect();
                    // In this way a NaN is itself.
                    assert_eq!(format!("{rows:?}"), format!("{elements:?}"));
                }
                // Several parameters are an array for `decode` alone.
                Start::Rows(rows) => {
                    let (kind, text) = rows.last().unwrap().as_ref().unwrap_err();
                    assert_eq!(*kind, ErrorKind::Structure, "{text}");
                    assert!(text.contains("unexpected second `<param>`"), "{text}");
                }
                Start::Refused(kind, text) => {
                    assert!(kind == ErrorKind::Data && body.len() > 90, "{text}");
                }
                Start::Fault(fault) => panic!("{fault}"),
            },
            Ok(Err(fault)) => {
                assert_eq!(rows, Start::Fault(fault.to_string()));
                assert_eq!(download, Err(fault.to_string()));
            }
            Ok(Ok(value)) => {
                assert!(matches!(rows, Start::Refused(..)), "{value:?} has the rows {rows:?}");
                match value {
                    Value::String(text) => assert_eq!(download, Ok(text.into_bytes())),
                    Value::Base64(bytes) => assert_eq!(download, Ok(bytes)),
                    other => assert!(download.is_err(), "{other:?} is downloaded as {download:?}"),
                }
            }
            Err(error) => {
                let refused = match &rows {
                    Start::Rows(rows) => rows.iter().any(Result::is_err),
                    Start::Refused(..) => true,
                    Start::Fault(_) => false,
                };
                assert!(refused, "{error}, and the rows {rows:?}");
                assert!(download.is_err(), "{error}, and the download {download:?}");
            }
        }
    }
});
