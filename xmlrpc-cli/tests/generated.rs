//! `gen`: the source of an API from a server, from recordings, and against them.

mod background;

use background::{Fake, Home, between, fault, reply};
use std::sync::{Arc, Mutex};

/// A server whose methods can be changed.
fn server(methods: &Arc<Mutex<Vec<&'static str>>>) -> Fake {
    let methods = Arc::clone(methods);
    Fake::start(move |request| match between(request, "<methodName>", "</methodName>") {
        "system.listMethods" => {
            let names: Vec<String> =
                methods.lock().unwrap().iter().map(|name| format!("<value>{name}</value>")).collect();
            let names = names.concat();
            reply(&format!("<value><array><data>{names}</data></array></value>"))
        }
        "system.methodSignature" => reply(
            "<value><array><data><value><array><data><value>int</value><value>string</value></data></array></value>\
             </data></array></value>",
        ),
        "system.methodHelp" => reply("<value>Counts.</value>"),
        "shop.count" => reply(
            "<value><struct><member><name>total</name><value><int>5</int></value></member></struct></value>",
        ),
        method => fault(1, &format!("no {method}")),
    })
}

const NAMES: [&str; 4] = ["shop.count", "system.listMethods", "system.methodSignature", "system.methodHelp"];

#[test]
fn a_file_is_written_checked_and_never_overwritten_blindly() {
    let home = Home::new();
    let names = Arc::new(Mutex::new(NAMES.to_vec()));
    let server = server(&names);
    let printed = home.run(&["gen", &server.url]).ok();
    assert!(printed.contains("async fn count(&self, arg1: &str)"), "{printed}");
    let said = home.run(&["gen", &server.url, "-o", "src/api.rs"]).err;
    assert!(said.contains("api.rs") && said.contains("api.contract.json"), "{said}");
    let file = home.folder("project/deep/src/api.rs");
    let source = std::fs::read_to_string(&file).unwrap();
    assert!(source.contains("pub trait Shop"), "{source}");
    assert_eq!(home.run(&["gen", &server.url, "--check", "src/api.rs"]).ok(), "");

    names.lock().unwrap().insert(0, "shop.buy");
    let drift = home.run(&["gen", &server.url, "--check", "src/api.rs"]);
    assert!(drift.out.contains("shop.buy"), "{drift:?}");
    drift.fails(1);

    // Without its memory the file is foreign.
    std::fs::remove_file(home.folder("project/deep/src/api.contract.json")).unwrap();
    let error = home.run(&["gen", &server.url, "-o", "src/api.rs"]).fails(2);
    assert!(error.contains("--force"), "{error}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), source);
    home.run(&["gen", &server.url, "-o", "src/api.rs", "--force"]).ok();
    assert!(std::fs::read_to_string(&file).unwrap().contains("async fn buy"));
}

#[test]
fn recordings_give_types_and_no_value_of_theirs() {
    let home = Home::new();
    let names = Arc::new(Mutex::new(NAMES.to_vec()));
    let server = server(&names);
    let folder = home.folder("recorded");
    let saved = folder.to_str().unwrap();
    let proxy = home.start(&["proxy", ":0", &server.url, "--save", saved, "-v"]);
    home.run(&[&proxy.url, "shop.count", "swordfish"]).ok();
    proxy.says("shop.count");
    while background::files(&folder).len() < 2 {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    home.run(&["gen", "--recorded", saved, "-o", "src/api.rs", "--contract", "api.json"]).ok();
    let source = std::fs::read_to_string(home.folder("project/deep/src/api.rs")).unwrap();
    assert!(source.contains("pub total: i32"), "{source}");
    let contract = std::fs::read_to_string(home.folder("project/deep/api.json")).unwrap();
    assert!(!source.contains("swordfish") && !contract.contains("swordfish"), "{contract}");
    // The contract alone gives the same source, offline.
    let printed = home.run(&["gen", "--contract", "api.json"]).ok();
    assert!(printed.contains("pub total: i32"), "{printed}");
}

#[test]
fn one_means_drift_and_nothing_else() {
    let home = Home::new();
    let names = Arc::new(Mutex::new(NAMES.to_vec()));
    let server = server(&names);
    home.run(&["gen", &server.url, "-o", "src/api.rs"]).ok();
    home.run(&["gen", "http://127.0.0.1:1/", "--check", "src/api.rs"]).fails(4);
    home.run(&["gen", &server.url, "--check", "src/other.rs"]).fails(2);
    home.run(&["gen", &server.url, "--check", "src/api.txt"]).fails(2);
    home.run(&["gen"]).fails(2);
    let broken = Fake::start(|_| background::http("500 Oops", "<html/>"));
    home.run(&["gen", &broken.url, "--check", "src/api.rs"]).fails(3);
}
