//! Recordings hold passwords: no value of theirs is in anything that is written.

mod support;

use std::fs;
use support::{Exchange, Folder, bad, good};
use xmlrpc_gen::{Contract, Project, source::recordings};
use xmlrpc_serde::{Value, value};

/// Values that stand in every place where a recording can hold one.
const SECRETS: [&str; 6] =
    ["Hunter2Hunter2", "HUNTER_TWO", "hunter.two", "hunter2=", "913370042", "913370042.25"];

fn exchanges() -> Vec<Exchange> {
    let mut exchanges = Vec::new();
    for (number, secret) in SECRETS.iter().enumerate() {
        let method = format!("a.m{number}");
        let object =
            value!({ "password": (*secret), "inner": [{ "key": (*secret), "n": 1 }], "count": 913_370_042 });
        exchanges.extend([
            good(&method, value!([(*secret), { "token": (*secret) }, [(*secret)]]), object.clone()),
            good(&method, value!([(*secret), { "token": (*secret) }, [(*secret)]]), object),
            bad(&method, value!([(*secret)]), 7, secret),
            bad(&method, value!([(*secret)]), 8, &format!("{secret}: unknown")),
            bad(&method, value!([]), 9, &format!("no such user {secret}")),
            good("a.table", value!(["main", (*secret)]), value!([[1]])),
            good("a.table", value!(["main", (*secret), "x"]), value!([[1, "y"]])),
            good("a.chosen", value!([[(*secret), "id"]]), value!({ "id": 1 })),
            good("a.text", value!([]), *secret),
            good(
                "a.bytes",
                value!([(Value::Base64(secret.as_bytes().to_vec()))]),
                Value::Base64(secret.as_bytes().to_vec()),
            ),
        ]);
        let call = value!({ "methodName": "a.inner", "params": [(*secret)] });
        exchanges.push(good("system.multicall", value!([[(call)]]), value!([[(*secret)]])));
    }
    exchanges
}

#[test]
fn no_value_of_a_recording_is_written() {
    let folder = Folder::new();
    let recorded = folder.0.join("recorded");
    support::write(&recorded, &exchanges());
    fs::create_dir_all(folder.0.join("src")).expect("a folder");
    fs::write(folder.0.join("Cargo.toml"), "").expect("a file");
    let project = Project::new(folder.0.join("src/api.rs")).expect("a project");
    // Twice: what is remembered is as clean as what was learned.
    for _ in 0..2 {
        let known = project.known().expect("a contract");
        let mut skipped = Vec::new();
        let learned =
            recordings::contract(std::slice::from_ref(&recorded), &known, &mut skipped).expect("a folder");
        project.generate(&learned, std::slice::from_ref(&recorded), false).expect("files");
        for file in ["src/api.rs", "src/api.contract.json", "tests/api_recorded.rs"] {
            let text = fs::read_to_string(folder.0.join(file)).expect(file).to_lowercase();
            for secret in SECRETS {
                // A shout that no parameter holds is the server's own word; see the next test.
                assert!(!text.contains(&secret.to_lowercase()), "{file} has {secret}");
            }
            assert!(!text.contains("hunter"), "{file}");
        }
        let diff = project.check(&learned).expect("a contract");
        assert!(diff.is_empty(), "{diff}");
    }
}

#[test]
fn a_skipped_exchange_is_named_without_its_content() {
    let folder = Folder::of(&[good("a.b", value!([]), value!(1))]);
    let broken = "<methodCall><methodName>a.b</methodName><params><param><value>Hunter2Hunter2</param></params></methodCall>";
    fs::write(folder.0.join("0002.request.xml"), broken).expect("a file");
    let mut skipped = Vec::new();
    let contract = recordings::contract(std::slice::from_ref(&folder.0), &Contract::default(), &mut skipped);
    assert_eq!(contract.expect("a folder").methods.len(), 1);
    assert_eq!(skipped.len(), 1);
    assert!(skipped[0].to_string().contains("0002.request.xml is skipped"), "{}", skipped[0]);
    assert!(!skipped[0].to_string().contains("Hunter2"), "{}", skipped[0]);
}
