//! Drift: each kind of change is found, and none is found where nothing changed.

mod support;

use support::{Exchange, bad, good, inferred};
use xmlrpc_gen::{ChangeKind, Contract, diff, verify};
use xmlrpc_serde::{Value, value};

/// A server that lists its methods, with everything that can drift.
fn server() -> Vec<Exchange> {
    let object = |name: &str, size: i32| value!({ "name": name, "size": size, "tags": ["x"], "ratio": 0.5 });
    let mut exchanges = vec![
        listed(&["files.stat", "files.list", "files.open", "files.find"]),
        good("system.methodSignature", value!(["files.open"]), value!([["int", "string"]])),
        good("files.stat", value!(["a"]), object("a", 1)),
        good("files.stat", value!(["b"]), object("b", 2)),
        good("files.list", value!([]), Value::Array(vec![object("a", 1), object("b", 2)])),
        good("files.open", value!(["a"]), value!(3)),
        bad("files.open", value!(["x"]), 10, "NO_FILE: x"),
    ];
    for number in 0..3 {
        exchanges.push(good("files.find", value!([(number.to_string())]), value!(["a", "b"])));
    }
    exchanges
}

fn listed(names: &[&str]) -> Exchange {
    let names: Vec<Value> = names.iter().map(|name| Value::from(*name)).collect();
    good("system.listMethods", value!([]), Value::Array(names))
}

/// The server after a change of each exchange.
fn changed(change: impl Fn(&mut Exchange)) -> Vec<Exchange> {
    let mut exchanges = server();
    exchanges.iter_mut().for_each(change);
    exchanges
}

/// Changes the results of a method.
fn result(method: &'static str, change: impl Fn(&mut Value)) -> impl Fn(&mut Exchange) {
    move |exchange| {
        if exchange.method == method
            && let Ok(value) = &mut exchange.outcome
        {
            change(value);
        }
    }
}

fn member(name: &'static str, value: impl Fn() -> Option<Value>) -> impl Fn(&mut Value) {
    move |object| {
        if let Value::Struct(members) = object {
            match value() {
                Some(value) => drop(members.insert(name, value)),
                None => drop(members.remove(name)),
            }
        }
    }
}

fn enveloped(exchange: &mut Exchange) {
    if let (false, Ok(value)) = (exchange.method.starts_with("system."), &mut exchange.outcome) {
        *value = Value::Array(vec![Value::Int(1), Value::from("ok"), value.clone()]);
    }
}

fn renamed(exchange: &mut Exchange) {
    exchange.method = exchange.method.replace("files.", "fs.");
    if exchange.method == "system.listMethods" {
        *exchange = listed(&["fs.stat", "fs.list", "fs.open", "fs.find"]);
    }
    for param in &mut exchange.params {
        if param.as_str() == Some("files.open") {
            *param = Value::from("fs.open");
        }
    }
}

type Change = (ChangeKind, &'static str, Vec<Exchange>);

fn changes() -> Vec<Change> {
    let drop_open = |exchanges: Vec<Exchange>| -> Vec<Exchange> {
        let kept = exchanges.into_iter().filter(|exchange| exchange.method != "files.open");
        let kept = kept.filter(|exchange| exchange.method != "system.methodSignature");
        let mut kept: Vec<Exchange> = kept.collect();
        kept[0] = listed(&["files.stat", "files.list", "files.find"]);
        kept
    };
    let mut faulty = server();
    faulty.push(bad("files.stat", value!(["q"]), 11, "DENIED: q"));
    vec![
        (ChangeKind::MethodGone, "files.open", drop_open(server())),
        (
            ChangeKind::ParameterAdded,
            "files.open",
            changed(|exchange| {
                if exchange.method == "system.methodSignature" {
                    exchange.outcome = Ok(value!([["int", "string", "boolean"]]));
                }
            }),
        ),
        (
            ChangeKind::ParameterAdded,
            "files.find",
            changed(|exchange| {
                if exchange.method == "files.find" {
                    exchange.params.push(Value::Bool(true));
                }
            }),
        ),
        (ChangeKind::TypeChanged, "files.open()", changed(result("files.open", |value| *value = "3".into()))),
        (
            ChangeKind::TypeChanged,
            "files.stat().size",
            changed(result("files.stat", member("size", || Some("1".into())))),
        ),
        (
            ChangeKind::FieldGone,
            "files.stat().ratio",
            changed(result("files.stat", member("ratio", || None))),
        ),
        (
            ChangeKind::FieldNew,
            "files.stat().owner",
            changed(result("files.stat", member("owner", || Some("me".into())))),
        ),
        (
            ChangeKind::NilNew,
            "files.stat().name",
            changed(result("files.stat", member("name", || Some(Value::Nil)))),
        ),
        (ChangeKind::FaultNew, "files", faulty),
        (ChangeKind::PrefixChanged, "files", changed(renamed)),
        (ChangeKind::EnvelopeChanged, "files.find()", changed(enveloped)),
        (
            ChangeKind::WidthChanged,
            "files.stat().size",
            changed(result("files.stat", member("size", || Some(Value::I8(1 << 40))))),
        ),
    ]
}

#[test]
fn each_kind_is_found() {
    let known = inferred(&server());
    for (kind, place, exchanges) in changes() {
        let diff = verify(&known, &inferred(&exchanges));
        let found = diff.changes.iter().any(|change| change.kind == kind && change.place == place);
        assert!(found, "{kind:?} at {place} is not in:\n{diff}");
        // What is found is what was changed, and what follows from it.
        assert!(diff.changes.iter().all(|change| change.kind == kind), "{kind:?} at {place}:\n{diff}");
    }
}

#[test]
fn nothing_is_found_where_nothing_changed() {
    let known = inferred(&server());
    let diff = verify(&known, &known);
    assert!(diff.is_empty(), "{diff}");
    // Less traffic shows less, and no change; every exchange alone and every one left out.
    let all = server();
    for at in 0..all.len() {
        let less: Vec<Exchange> =
            all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, e)| e.clone()).collect();
        for exchanges in [&all[at..=at], &less, &all[..at]] {
            let diff = verify(&known, &inferred(exchanges));
            assert!(diff.is_empty(), "{at}:\n{diff}");
        }
    }
}

#[test]
fn nothing_is_found_in_the_recordings_of_real_systems() {
    for system in ["supervisord", "aria2", "rtorrent", "dokuwiki", "ros_master"] {
        let folder = format!("{}/systems/recorded/{system}", env!("CARGO_MANIFEST_DIR"));
        let mut skipped = Vec::new();
        let learned =
            xmlrpc_gen::source::recordings::contract(&[folder.into()], &Contract::default(), &mut skipped);
        let none = Contract::default();
        let contract = xmlrpc_gen::infer(&learned.expect("a folder"), &none, &xmlrpc_gen::Wishes::default());
        let diff = verify(&contract, &contract);
        assert!(diff.is_empty(), "{system}:\n{diff}");
    }
}

#[test]
fn contracts_are_compared_in_words_and_as_data() {
    let known = inferred(&server());
    for (kind, place, exchanges) in changes() {
        let diff = diff(&known, &inferred(&exchanges));
        assert!(
            diff.changes.iter().any(|change| change.kind == kind && change.place == place),
            "{kind:?}:\n{diff}"
        );
        assert_eq!(diff.to_string().lines().count(), diff.changes.len());
        let json = serde_json::to_value(&diff).expect("JSON");
        assert_eq!(json["changes"].as_array().map(Vec::len), Some(diff.changes.len()));
    }
    assert!(diff(&known, &known).is_empty());
}

#[test]
fn the_words() {
    let known = inferred(&server());
    let diff = verify(&known, &inferred(&changed(result("files.stat", member("size", || Some("1".into()))))));
    assert_eq!(diff.to_string(), "~ files.stat().size: the type was i32 and is text\n");
}
