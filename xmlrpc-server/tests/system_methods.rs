//! Introspection and multicall.
mod common;

use common::{call, fault, post};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use xmlrpc_serde::{Fault, Value, multicall, value};
use xmlrpc_server::{Router, SystemMethods};

fn router() -> Router {
    Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .help("add", "The sum.")
        .function("fail", |text: String| async move { Err::<bool, _>(Fault::new(4, text)) })
        .function("panic", |explode: bool| async move {
            assert!(!explode, "boom");
            Ok(())
        })
        .function("echo", |value: Value| async move { Ok(value) })
}

#[tokio::test]
async fn list_methods_names_everything_sorted() {
    let names: Vec<String> = call(&router(), "system.listMethods", ()).await.unwrap();
    let expected = [
        "add",
        "echo",
        "fail",
        "panic",
        "system.getCapabilities",
        "system.listMethods",
        "system.methodHelp",
        "system.methodSignature",
        "system.multicall",
    ];
    assert_eq!(names, expected);
}

#[tokio::test]
async fn signatures_and_help_describe_methods() {
    let signature =
        async |name: &str| call::<Vec<Vec<String>>>(&router(), "system.methodSignature", (name,)).await;
    let help = async |name: &str| call::<String>(&router(), "system.methodHelp", (name,)).await;
    assert_eq!(signature("add").await.unwrap(), [["int", "int", "int"]]);
    assert_eq!(call::<String>(&router(), "system.methodSignature", ("echo",)).await.unwrap(), "undef");
    assert_eq!(signature("system.multicall").await.unwrap(), [["array", "array"]]);
    assert_eq!(help("add").await.unwrap(), "The sum.");
    assert_eq!(help("echo").await.unwrap(), "");
    assert!(help("system.multicall").await.unwrap().contains("methodName"));
    assert_eq!(signature("nope").await.unwrap_err().code, -32601);
    assert_eq!(help("nope").await.unwrap_err().code, -32601);
}

#[tokio::test]
async fn every_listed_method_has_help_and_a_signature() {
    let router = router();
    for name in call::<Vec<String>>(&router, "system.listMethods", ()).await.unwrap() {
        call::<String>(&router, "system.methodHelp", (&name,)).await.expect(&name);
        let signatures: Value = call(&router, "system.methodSignature", (&name,)).await.unwrap();
        assert!(signatures == *"undef" || signatures[0][0].as_str().is_some(), "{name}: {signatures:?}");
    }
}

#[tokio::test]
async fn capabilities_name_specifications() {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Specification {
        spec_url: String,
        spec_version: i32,
    }
    let capabilities: BTreeMap<String, Specification> =
        call(&router(), "system.getCapabilities", ()).await.unwrap();
    assert_eq!(
        capabilities.keys().collect::<Vec<_>>(),
        ["faults_interop", "introspect", "system.multicall", "xmlrpc"]
    );
    assert!(capabilities.values().all(|one| one.spec_url.starts_with("http") && one.spec_version > 0));
    let without = router().system_methods(SystemMethods::all().multicall(false));
    let capabilities: BTreeMap<String, Value> = call(&without, "system.getCapabilities", ()).await.unwrap();
    assert!(!capabilities.contains_key("system.multicall"));
}

#[tokio::test]
async fn introspection_is_named_as_xmlrpc_c_names_it() {
    let capabilities: Value = call(&router(), "system.getCapabilities", ()).await.unwrap();
    let url = "http://xmlrpc-c.sourceforge.net/xmlrpc-c/introspection.html";
    assert_eq!(capabilities["introspect"], value!({"specUrl": url, "specVersion": 1}));
}

#[tokio::test]
async fn there_is_a_signature_for_each_number_of_parameters() {
    let router = Router::new()
        .function("f", |_: i32, _: Option<String>, _: Option<bool>| async { Ok(1) })
        .function("middle", |_: Option<i32>, _: String| async { Ok(1) })
        .function("nothing", || async { Ok(()) })
        .function("struct", |_: BTreeMap<String, i32>| async { Ok(1) });
    let signatures = async |router: &Router, name: &str| {
        call::<Vec<Vec<String>>>(router, "system.methodSignature", (name,)).await.unwrap()
    };
    let all = [&["int", "int"][..], &["int", "int", "string"], &["int", "int", "string", "boolean"]];
    assert_eq!(signatures(&router, "f").await, all);
    assert_eq!(signatures(&router, "middle").await, [["int", "int", "string"]]);
    assert_eq!(signatures(&router, "struct").await, [["int", "struct"]]);
    // What is written for `()` follows `allow_none`.
    assert_eq!(signatures(&router, "nothing").await, [["string"]]);
    assert_eq!(signatures(&router.allow_none(true), "nothing").await, [["nil"]]);
}

#[tokio::test]
async fn methods_of_a_fallback_can_be_described_and_others_hidden() {
    let inner = Router::new().fallback(|request| async move { request.reply(&1) }).describe_fallback(
        "run",
        "Runs.",
        ["int", "string"],
    );
    let router = Router::new()
        .nest("plugin.", inner)
        .function("secret", || async { Ok(2) })
        .hide("secret")
        .system_methods(SystemMethods::none().list_methods(true).method_help(true).method_signature(true))
        .build()
        .unwrap();
    let names: Vec<String> = call(&router, "system.listMethods", ()).await.unwrap();
    let system = ["system.listMethods", "system.methodHelp", "system.methodSignature"];
    assert_eq!(names, [&["plugin.run"][..], &system].concat());
    assert_eq!(call::<String>(&router, "system.methodHelp", ("plugin.run",)).await.unwrap(), "Runs.");
    let signatures: Vec<Vec<String>> =
        call(&router, "system.methodSignature", ("plugin.run",)).await.unwrap();
    assert_eq!(signatures, [["int", "string"]]);
    assert_eq!(call::<i32>(&router, "secret", ()).await.unwrap(), 2);
    assert_eq!(call::<Value>(&router, "system.methodHelp", ("secret",)).await.unwrap_err().code, -32601);
    let mistakes = Router::new()
        .function("own", || async { Ok(1) })
        .describe_fallback("own", "", ["int"])
        .describe_fallback("lost", "", ["int"]);
    let text = mistakes.build().unwrap_err().to_string();
    assert!(text.contains("`own`, which is a method of its own") && text.contains("`lost`, but no fallback"));
}

#[tokio::test]
async fn each_system_method_can_be_turned_off() {
    let all = SystemMethods::all();
    for (name, off) in [
        ("system.listMethods", all.list_methods(false)),
        ("system.methodSignature", all.method_signature(false)),
        ("system.methodHelp", all.method_help(false)),
        ("system.getCapabilities", all.get_capabilities(false)),
        ("system.multicall", all.multicall(false)),
    ] {
        let router = router().system_methods(off);
        assert_eq!(call::<Value>(&router, name, ()).await.unwrap_err().code, -32601, "{name}");
        if name != "system.listMethods" {
            let names: Vec<String> = call(&router, "system.listMethods", ()).await.unwrap();
            assert!(names.len() == 8 && !names.iter().any(|one| one == name), "{name}");
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct One<'a, P> {
    method_name: &'a str,
    params: P,
}

fn one<P>(method_name: &str, params: P) -> One<'_, P> {
    One { method_name, params }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Element {
    Result([Value; 1]),
    #[serde(rename_all = "camelCase")]
    Fault {
        fault_code: i32,
        fault_string: String,
    },
}

impl Element {
    fn code(&self) -> Option<i32> {
        match self {
            Self::Result(_) => None,
            Self::Fault { fault_code, .. } => Some(*fault_code),
        }
    }
}

#[tokio::test]
async fn multicall_gives_each_call_its_result_or_fault() {
    let calls = (
        one("add", (1, 2)),
        one("fail", ("bad",)),
        one("nope", [0; 0]),
        one("panic", (true,)),
        one("add", (3, 4)),
    );
    let replies: Vec<Element> = call(&router(), "system.multicall", (calls,)).await.unwrap();
    assert_eq!(replies[0], Element::Result([Value::Int(3)]));
    assert_eq!(replies[1], Element::Fault { fault_code: 4, fault_string: "bad".to_owned() });
    assert_eq!(
        replies.iter().map(Element::code).collect::<Vec<_>>(),
        [None, Some(4), Some(-32601), Some(-32603), None]
    );
}

#[tokio::test]
async fn a_bad_element_of_a_multicall_does_not_fail_the_others() {
    for bad in [
        "<value><int>5</int></value>",
        "<value><struct></struct></value>",
        "<value><struct><member><name>methodName</name><value><int>5</int></value></member></struct></value>",
        "<value><struct><member><name>methodName</name><value>add</value></member>\
            <member><name>params</name><value><int>1</int></value></member></struct></value>",
    ] {
        let good = "<value><struct><member><name>methodName</name><value>add</value></member><member><name>params</name>\
            <value><array><data><value><int>1</int></value><value><int>2</int></value></data></array></value></member></struct></value>";
        let document = format!(
            "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>{good}{bad}{good}</data></array></value></param></params></methodCall>"
        );
        let reply = post(&router(), document).await;
        assert_eq!(reply.matches("<int>3</int>").count(), 2, "{bad}: {reply}");
        assert_eq!(reply.matches("faultCode").count(), 1, "{bad}: {reply}");
    }
}

#[tokio::test]
async fn a_multicall_in_a_multicall_is_refused() {
    let inner = vec![one("add", (1, 2))];
    let replies: Vec<Element> =
        call(&router(), "system.multicall", ((one("system.multicall", (inner,)), one("add", (1, 2))),))
            .await
            .unwrap();
    let refused = "Invalid request: system.multicall cannot be called inside system.multicall".to_owned();
    assert_eq!(replies[0], Element::Fault { fault_code: -32600, fault_string: refused });
    assert_eq!(replies[1], Element::Result([Value::Int(3)]));
}

#[tokio::test]
async fn a_multicall_may_introspect() {
    let replies: Vec<Element> =
        call(&router(), "system.multicall", ((one("system.methodHelp", ("add",)),),)).await.unwrap();
    assert_eq!(replies, [Element::Result([Value::String("The sum.".to_owned())])]);
}

#[tokio::test]
async fn a_multicall_of_too_many_calls_is_a_fault() {
    let router = router().max_multicall(3);
    let calls = |count: usize| (0..count).map(|_| one("add", (1, 2))).collect::<Vec<_>>();
    assert_eq!(call::<Vec<Element>>(&router, "system.multicall", (calls(3),)).await.unwrap().len(), 3);
    let fault = call::<Vec<Element>>(&router, "system.multicall", (calls(4),)).await.unwrap_err();
    let message = "Invalid parameters: expected at most 3 calls in a multicall, found 4";
    assert_eq!(fault, Fault::new(-32602, message));
}

#[tokio::test]
async fn a_multicall_stops_running_calls_when_its_reply_is_too_large() {
    let router = router().max_multicall_bytes(1000);
    let calls: Vec<_> = (0..10).map(|_| one("echo", ("x".repeat(400),))).collect();
    let replies: Vec<Element> = call(&router, "system.multicall", (calls,)).await.unwrap();
    let codes: Vec<_> = replies.iter().map(Element::code).collect();
    assert_eq!(codes[..3], [None; 3]);
    assert_eq!(codes[3..], [Some(-32400); 7]);
    let not_run = "Not run: the results of the calls before it exceed 1000 bytes".to_owned();
    assert_eq!(replies[3], Element::Fault { fault_code: -32400, fault_string: not_run });
}

#[tokio::test]
async fn a_multicall_without_an_array_is_a_fault() {
    for params in ["", "<param><value><int>1</int></value></param>"] {
        let document = format!(
            "<methodCall><methodName>system.multicall</methodName><params>{params}</params></methodCall>"
        );
        let code = fault(&router(), document).await.code;
        assert!(matches!(code, -32602 | -32600), "{params}: {code}");
    }
}

#[tokio::test]
async fn a_fault_whose_message_xml_cannot_hold_does_not_fail_the_others() {
    let router = router().function("odd", || async { Err::<bool, _>(Fault::new(4, "a\u{1}b")) });
    let replies: Vec<Element> =
        call(&router, "system.multicall", ((one("odd", [0; 0]), one("add", (1, 2))),)).await.unwrap();
    assert_eq!(replies[0], Element::Fault { fault_code: 4, fault_string: "a\u{FFFD}b".to_owned() });
    assert_eq!(replies[1], Element::Result([Value::Int(3)]));
}

/// If each call had a copy of the whole request, a thousand small calls beside a large one would copy it a
/// thousand times.
#[test]
fn the_calls_of_a_multicall_share_the_text_of_the_request() {
    let calls = vec![one("echo", vec!["x".to_owned()]), one("echo", vec!["y".to_owned()])];
    let body = xmlrpc_serde::call::encode("system.multicall", &(calls,), common::OPTIONS).unwrap();
    let whole = xmlrpc_serde::call::decode(body.as_bytes(), common::OPTIONS).unwrap().into_owned();
    let element = || multicall::calls(&whole).unwrap().swap_remove(1).unwrap().into_owned();
    let (first, second) = (element(), element());
    let (a, b) = (first.params::<(&str,)>().unwrap().0, second.params::<(&str,)>().unwrap().0);
    assert_eq!((a, b), ("y", "y"));
    assert_eq!(a.as_ptr(), b.as_ptr());
}
