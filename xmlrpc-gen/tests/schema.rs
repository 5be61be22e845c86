//! The JSON Schema and the contracts.

mod support;

use serde_json::Value as Json;
use support::{bad, good, inferred};
use xmlrpc_gen::{Contract, SCHEMA, from_json, to_json};
use xmlrpc_serde::value;

fn schema() -> jsonschema::Validator {
    let schema: Json = serde_json::from_str(SCHEMA).expect("JSON");
    jsonschema::validator_for(&schema).expect("a JSON Schema")
}

fn valid(json: &str) -> Result<(), String> {
    let json: Json = serde_json::from_str(json).expect("JSON");
    schema().validate(&json).map_err(|error| format!("{error} at {}", error.instance_path))
}

#[test]
fn the_contracts_of_real_systems_are_valid() {
    for system in ["supervisord", "aria2", "rtorrent", "dokuwiki", "ros_master"] {
        let path = format!("{}/systems/{system}.contract.json", env!("CARGO_MANIFEST_DIR"));
        let json = std::fs::read_to_string(&path).expect(&path);
        assert_eq!(valid(&json), Ok(()), "{system}");
    }
}

#[test]
fn everything_that_a_contract_can_hold_is_valid_and_reads_back() {
    let contract = inferred(&[
        good("a.nothing", value!([]), value!({ "or": "", "map": { "a-b": 1, "c-d": 2 }, "nil": nil })),
        good("a.nothing", value!([]), value!({ "or": [1], "map": { "e-f": 1 }, "tuple": [1, "a"] })),
        good(
            "a.options",
            value!(["x", { "limit": 3, "strict": true }]),
            value!([[1, "a", 2.5], [2, "b", 3.5]]),
        ),
        good("a.options", value!(["x"]), value!([])),
        bad("a.nothing", value!([1]), 10, "BAD_NAME: x"),
        bad("a.nothing", value!([1]), 11, "something else"),
    ]);
    let json = to_json(&contract);
    assert_eq!(valid(&json), Ok(()), "{json}");
    assert_eq!(from_json(&json).expect("a contract"), contract);
    assert_eq!(valid(&to_json(&Contract::default())), Ok(()));
}

#[test]
fn what_is_no_contract_is_not_valid() {
    for json in [
        "{}",
        r#"{"methods": []}"#,
        r#"{"methods": {"a": {"result": "number"}}}"#,
        r#"{"methods": {"a": {"result": {"list": "int", "map": "int"}}}}"#,
        r#"{"methods": {}, "more": 1}"#,
    ] {
        assert!(valid(json).is_err(), "{json}");
    }
}
