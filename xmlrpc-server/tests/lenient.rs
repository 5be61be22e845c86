//! Parameters of types that swallow errors, and of types that must not be mistaken for each other.
mod common;

use common::post;
use serde::{Deserialize, Deserializer, de::MapAccess, de::Visitor};
use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};
use xmlrpc_serde::Base64;
use xmlrpc_server::Router;

/// Goes on after each error of its content, or reads nothing of it.
struct Lenient;

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let _ = Vec::<i32>::deserialize(deserializer);
        Ok(Self)
    }
}

/// Notes the size that a struct tells.
struct Hint(Option<usize>, usize);

impl<'de> Deserialize<'de> for Hint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HintVisitor;
        impl<'de> Visitor<'de> for HintVisitor {
            type Value = Hint;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a struct")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Hint, A::Error> {
                let hint = map.size_hint();
                let mut count = 0;
                while map.next_entry::<String, i32>()?.is_some() {
                    count += 1;
                }
                Ok(Hint(hint, count))
            }
        }
        deserializer.deserialize_map(HintVisitor)
    }
}

fn call(method: &str, value: &str) -> String {
    format!(
        "<methodCall><methodName>{method}</methodName><params><param>{value}</param></params></methodCall>"
    )
}

#[tokio::test]
async fn no_method_runs_on_a_broken_document_whatever_its_types_swallow() {
    let runs = Arc::new(AtomicUsize::new(0));
    let (one, two, three) = (Arc::clone(&runs), Arc::clone(&runs), Arc::clone(&runs));
    let router = Router::new()
        .function("async", move |_: Lenient| {
            one.fetch_add(1, SeqCst);
            async { Ok(1) }
        })
        .function("blocking", move |_: Lenient, _: Option<Lenient>| {
            two.fetch_add(1, SeqCst);
            Ok(1)
        })
        .nest(
            "any.",
            Router::new().fallback(move |request| {
                three.fetch_add(1, SeqCst);
                async move {
                    let _ = request.all_params::<(Lenient,)>();
                    request.reply(&1)
                }
            }),
        );
    for method in ["async", "blocking", "any.thing"] {
        for broken in [
            "<value><array><data><value>bad</value></param></params></methodCall>",
            "<value><array><data><value>bad</value></array></data></value>",
            "<value><array><data><value>bad</value><value>&nope;</value></data></array></value>",
            "<value><array><data><value>bad</value></data></array></value><x/>",
            "<value><struct><member><name>a</name></struct></member></value>",
            "<value><int>1</string></value>",
            "<value><array><data><value>bad",
        ] {
            let reply = post(&router, call(method, broken)).await;
            let code = reply.contains("<int>-32700</int>") || reply.contains("<int>-32600</int>");
            assert!(code, "{method} {broken}: {reply}");
            assert_eq!(runs.load(SeqCst), 0, "{method} {broken}");
            let batch = call(
                "system.multicall",
                &format!(
                    "<value><array><data><value><struct><member><name>methodName</name><value>{method}</value>\
                     </member><member><name>params</name><value><array><data>{broken}</data></array></value>\
                     </member></struct></value></data></array></value>"
                ),
            );
            post(&router, batch).await;
            assert_eq!(runs.load(SeqCst), 0, "{method} {broken} in a multicall");
        }
        let reply =
            post(&router, call(method, "<value><array><data><value>bad</value></data></array></value>"))
                .await;
        assert!(reply.contains("<int>1</int>"), "a well-formed document is read as the type wishes: {reply}");
        assert_eq!(runs.swap(0, SeqCst), 1);
    }
}

#[tokio::test]
async fn arrays_and_base64_are_not_mistaken_for_each_other() {
    let router = Router::new()
        .function("base64", |bytes: Base64| async move { Ok(i32::try_from(bytes.0.len()).unwrap()) })
        .function("integers", |list: Vec<i64>| async move { Ok(i32::try_from(list.len()).unwrap()) });
    let array = "<value><array><data><value><int>1</int></value></data></array></value>";
    let base64 = "<value><base64>AQ==</base64></value>";
    for (method, value, answer) in [
        ("base64", base64, "<int>1</int>"),
        ("integers", array, "<int>1</int>"),
        ("integers", "<value><base64></base64></value>", "<int>0</int>"),
        ("base64", array, "Invalid parameters: expected base64, found array at params[0]"),
        ("integers", base64, "Invalid parameters: expected int or i8, found base64 at params[0]"),
    ] {
        let reply = post(&router, call(method, value)).await;
        assert!(reply.contains(answer), "{method}: {reply}");
    }
}

#[tokio::test]
async fn a_struct_tells_its_own_size_or_none() {
    let router = Router::new().function("hint", |first: Hint, second: Hint| async move {
        for Hint(hint, count) in [first, second] {
            assert!(hint.is_none_or(|hint| hint == count), "{hint:?} {count}");
        }
        Ok(true)
    });
    let member = "<member><name>a</name><value><int>1</int></value></member>";
    let params = format!(
        "<value><struct>{}</struct></value></param><param><value><struct>{member}</struct></value>",
        member.repeat(8)
    );
    let reply = post(&router, call("hint", &params)).await;
    assert!(reply.contains("<boolean>1</boolean>"), "{reply}");
}
