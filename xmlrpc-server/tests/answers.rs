//! `Router::handle`: every request gets an answer.
mod common;

use common::{call, fault, post};
use serde::Serialize;
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::time::sleep;
use xmlrpc_serde::{Fault, Value};
use xmlrpc_server::{RequestContext, Router};

fn named(name: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><methodCall><methodName>{name}</methodName><params></params></methodCall>"
    )
}

#[tokio::test]
async fn what_is_no_call_is_a_fault() {
    let router = Router::new();
    for (document, code) in [
        ("", Fault::PARSE_ERROR),
        ("nonsense", Fault::PARSE_ERROR),
        ("<methodCall><methodName>ping</methodName>", Fault::PARSE_ERROR),
        ("<methodCall><methodName>ping</methodName></methodCall>junk", Fault::PARSE_ERROR),
        ("<methodCall><a></b></methodCall>", Fault::PARSE_ERROR),
        ("<a/><b/>", Fault::PARSE_ERROR),
        (
            "<!DOCTYPE a [<!ENTITY e \"x\">]><methodCall><methodName>ping</methodName></methodCall>",
            Fault::PARSE_ERROR,
        ),
        ("\u{0}", Fault::PARSE_ERROR),
        ("<methodCall>&#1;</methodCall>", Fault::PARSE_ERROR),
        ("<methodCall>&nbsp;</methodCall>", Fault::PARSE_ERROR),
        ("<methodCall a='1' a='2'/>", Fault::PARSE_ERROR),
        ("<methodCall a=1/>", Fault::PARSE_ERROR),
        ("<methodCall><1a/></methodCall>", Fault::PARSE_ERROR),
        ("<methodCall>]]></methodCall>", Fault::PARSE_ERROR),
        ("<methodCall>&amp;&#65;</methodCall>", Fault::INVALID_REQUEST),
        ("<html><body>x</body></html>", Fault::INVALID_REQUEST),
        ("<methodResponse><params/></methodResponse>", Fault::INVALID_REQUEST),
        ("<methodCall/>", Fault::INVALID_REQUEST),
        ("<methodCall><params/></methodCall>", Fault::INVALID_REQUEST),
        ("<methodCall><methodName>ping</methodName><what/></methodCall>", Fault::INVALID_REQUEST),
        ("<methodCall><methodName>ping</methodName></methodCall>", Fault::METHOD_NOT_FOUND),
    ] {
        assert_eq!(fault(&router, document).await.code, code, "{document}");
    }
}

/// Whether a document is XML is decided by its text, whatever encoding it was sent in.
#[tokio::test]
async fn a_document_in_another_encoding_is_xml_or_not_as_its_text_is() {
    let router = Router::new();
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (text, code) in [
        ("\u{FEFF}<methodResponse><params/></methodResponse>", Fault::INVALID_REQUEST),
        ("\u{FEFF}<methodResponse><params></methodResponse>", Fault::PARSE_ERROR),
    ] {
        assert_eq!(fault(&router, utf_16(text)).await.code, code, "{text}");
    }
    let latin_1 = b"<?xml version='1.0' encoding='iso-8859-1'?><methodResponse>\xE9</methodResponse>";
    assert_eq!(fault(&router, &latin_1[..]).await.code, Fault::INVALID_REQUEST);
}

#[tokio::test]
async fn a_method_does_not_run_when_the_document_breaks_behind_its_parameters() {
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    let router = Router::new().function("add", move |a: i32, b: i32| {
        counted.fetch_add(1, Ordering::Relaxed);
        async move { Ok(a + b) }
    });
    let call = |behind: &str| {
        format!(
            "<methodCall><methodName>add</methodName><params><param><value><int>1</int></value></param>\
             <param><value><int>2</int></value></param>{behind}"
        )
    };
    let third = "<param><value>3</value></param></params></methodCall>";
    for (behind, code, message) in [
        ("", Fault::PARSE_ERROR, "Parse error"),
        ("</params></methodCall>junk", Fault::PARSE_ERROR, "Parse error"),
        ("</params></methodCall><!-- -- -->", Fault::PARSE_ERROR, "Parse error"),
        ("<param/></params></methodCall>", Fault::INVALID_REQUEST, "Invalid request"),
        ("</params><what/></methodCall>", Fault::INVALID_REQUEST, "Invalid request"),
        (third, Fault::INVALID_PARAMS, "expects at most 2 parameters, found 3"),
    ] {
        let fault = fault(&router, call(behind)).await;
        assert_eq!(fault.code, code, "{behind}: {fault}");
        assert!(fault.message.contains(message), "{behind}: {fault}");
    }
    // A mistake in the document is reported before a mistake in a parameter, wherever they are.
    let both = call("").replace("<int>1</int>", "one");
    assert_eq!(fault(&router, both).await.code, Fault::PARSE_ERROR);
    assert_eq!(runs.load(Ordering::Relaxed), 0);
    assert!(post(&router, call("</params></methodCall>\n<!-- end -->")).await.contains("<int>3</int>"));
    assert_eq!(runs.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_call_whose_elements_have_prefixes_is_answered() {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    let document = "<x:methodCall xmlns:x='urn:x'><x:methodName>add</x:methodName><x:params>\
        <x:param><x:value><x:int>1</x:int></x:value></x:param><x:param><x:value><x:int>2</x:int></x:value></x:param>\
        </x:params></x:methodCall>";
    assert!(post(&router, document).await.contains("<int>3</int>"));
    let broken = document.replace("</x:params>", "</y:params>");
    assert_eq!(fault(&router, broken).await.code, Fault::PARSE_ERROR);
}

#[tokio::test]
async fn nesting_beyond_the_limit_is_a_fault() {
    let router = Router::new().function("echo", |value: Value| async move { Ok(value) });
    for depth in [200, 100_000] {
        let (open, close) = ("<value><array><data>".repeat(depth), "</data></array></value>".repeat(depth));
        let document = format!(
            "<methodCall><methodName>echo</methodName><params><param>{open}{close}</param></params></methodCall>"
        );
        assert_eq!(fault(&router, document).await.code, Fault::PARSE_ERROR, "{depth}");
    }
}

#[tokio::test]
async fn an_unknown_method_is_named_in_the_fault_and_escaped() {
    let router = Router::new();
    let fault_ = fault(&router, named("no.such")).await;
    assert_eq!((fault_.code, fault_.message.as_str()), (-32601, "Method not found: `no.such`"));
    let reply = post(&router, named("&lt;script&gt;")).await;
    assert!(reply.contains("&lt;script") && !reply.contains("<script"), "{reply}");
    let long = fault(&router, named(&"x".repeat(100_000))).await;
    assert!(long.message.len() < 200, "{}", long.message.len());
}

#[tokio::test]
async fn a_method_name_may_stand_between_white_space() {
    let router = Router::new().function("ping", || async { Ok("pong") });
    assert!(post(&router, named("\n  ping ")).await.contains("pong"));
}

#[tokio::test]
async fn a_fault_holds_its_code_then_its_message_and_nothing_else() {
    let router = Router::new().function("fail", || async { Err::<(), _>(Fault::new(4, "Too <many>")) });
    let reply: String = post(&router, named("fail")).await.split_whitespace().collect();
    let (_, inside) = reply.split_once("<fault>").unwrap();
    let expected = "<value><struct><member><name>faultCode</name><value><int>4</int></value></member>\
        <member><name>faultString</name><value><string>Too&lt;many&gt;</string></value></member></struct></value></fault>";
    assert!(inside.replace("&gt;", ">").starts_with(&expected.replace("&gt;", ">")), "{reply}");
}

#[tokio::test]
async fn a_panic_is_a_fault_without_the_text_of_the_panic() {
    fn thread() -> Result<i32, Fault> {
        panic!("the password is swordfish")
    }
    let router = Router::new()
        .function("task", |explode: bool| async move {
            assert!(!explode, "the password is swordfish");
            Ok(1)
        })
        .function("later", || async {
            tokio::task::yield_now().await;
            let numbers: Vec<i32> = Vec::new();
            Ok(*numbers.first().expect("the password is swordfish"))
        })
        .function("thread", thread);
    for result in [
        call::<i32>(&router, "task", (true,)).await,
        call::<i32>(&router, "later", ()).await,
        call::<i32>(&router, "thread", ()).await,
    ] {
        assert_eq!(result, Err(Fault::new(Fault::INTERNAL_ERROR, "Internal error: the method failed")));
    }
    assert_eq!(call::<i32>(&router, "task", (false,)).await, Ok(1), "the next call is answered");
}

/// A payload whose drop panics, with a payload that does so too.
struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        std::panic::panic_any(Self);
    }
}

#[tokio::test]
async fn a_panic_whose_payload_panics_when_it_is_dropped_is_a_fault() {
    fn thread() -> Result<i32, Fault> {
        std::panic::panic_any(PanicsWhenDropped)
    }
    async fn task() -> Result<i32, Fault> {
        std::panic::panic_any(PanicsWhenDropped)
    }
    let router =
        Router::new().function("task", task).function("thread", thread).function("ping", || async { Ok(1) });
    let limited = router.clone().call_timeout(Duration::from_secs(60));
    for router in [router, limited] {
        for name in ["task", "thread"] {
            let fault = call::<i32>(&router, name, ()).await.unwrap_err();
            assert_eq!(fault.code, Fault::INTERNAL_ERROR, "{name}");
        }
        assert_eq!(call::<i32>(&router, "ping", ()).await, Ok(1), "the next call is answered");
    }
}

#[tokio::test]
async fn a_result_that_cannot_be_written_is_a_fault() {
    let router = Router::new()
        .function("nan", || async { Ok(f64::NAN) })
        .function("none", || async { Ok(None::<i32>) })
        .function("control", || async { Ok("\u{1}") })
        .function("big", || async { Ok(1_i64 << 40) });
    for name in ["nan", "none", "control", "big"] {
        assert_eq!(call::<Value>(&router, name, ()).await.unwrap_err().code, Fault::INTERNAL_ERROR, "{name}");
    }
    let wide = router.allow_none(true).allow_i8(true);
    assert_eq!(call::<Option<i32>>(&wide, "none", ()).await, Ok(None));
    assert_eq!(call::<i64>(&wide, "big", ()).await, Ok(1 << 40));
}

#[tokio::test]
async fn a_fault_whose_message_xml_cannot_hold_is_still_sent() {
    let router = Router::new().function("fail", || async { Err::<(), _>(Fault::new(9, "a\u{1}b")) });
    assert_eq!(call::<Value>(&router, "fail", ()).await, Err(Fault::new(9, "a\u{FFFD}b")));
}

#[tokio::test]
async fn a_call_that_takes_too_long_is_a_fault() {
    let router = Router::new()
        .function("task", || async {
            sleep(Duration::from_secs(60)).await;
            Ok(())
        })
        .function("thread", || {
            std::thread::sleep(Duration::from_millis(500));
            Ok(())
        })
        .call_timeout(Duration::from_millis(50));
    let start = Instant::now();
    for name in ["task", "thread"] {
        let fault = call::<Value>(&router, name, ()).await.unwrap_err();
        assert_eq!(
            (fault.code, fault.message.as_str()),
            (-32400, "The call took longer than 50ms"),
            "{name}"
        );
    }
    assert!(start.elapsed() < Duration::from_millis(450), "{:?}", start.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_calls_than_allowed_run_at_once() {
    #[derive(Default)]
    struct Gauge {
        now: AtomicUsize,
        most: AtomicUsize,
    }
    let gauge = Arc::new(Gauge::default());
    let seen = Arc::clone(&gauge);
    let enter = move || {
        let now = gauge.now.fetch_add(1, Ordering::SeqCst) + 1;
        gauge.most.fetch_max(now, Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(10));
        gauge.now.fetch_sub(1, Ordering::SeqCst);
        Ok(())
    };
    let router = Router::new().function("work", enter).max_concurrent_calls(2);
    let calls: Vec<_> = (0..12)
        .map(|_| {
            let router = router.clone();
            tokio::spawn(async move { call::<Value>(&router, "work", ()).await.unwrap() })
        })
        .collect();
    for one in calls {
        one.await.unwrap();
    }
    assert_eq!(seen.most.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_blocking_call_that_timed_out_keeps_its_place_until_it_is_done() {
    let router = Router::new()
        .function("block", |milliseconds: u64| {
            std::thread::sleep(Duration::from_millis(milliseconds));
            Ok(true)
        })
        .max_concurrent_calls(1)
        .max_wait(Duration::from_millis(20))
        .call_timeout(Duration::from_millis(60));
    let late = Fault::new(Fault::SYSTEM_ERROR, "The call took longer than 60ms");
    assert_eq!(call::<bool>(&router, "block", (600_i32,)).await, Err(late), "it takes too long");
    let refused = Fault::new(Fault::SYSTEM_ERROR, "Not run: the call waited for its turn for 20ms");
    assert_eq!(call::<bool>(&router, "block", (0_i32,)).await, Err(refused), "the first one still runs");
    sleep(Duration::from_millis(700)).await;
    assert_eq!(call::<bool>(&router, "block", (0_i32,)).await, Ok(true));
}

#[tokio::test]
async fn state_is_reached_through_the_context() {
    struct Greeting(&'static str);
    let router = Router::new()
        .state(Greeting("hello"))
        .function("greet", |context: RequestContext| async move { Ok(context.state::<Greeting>()?.0) })
        .function("missing", |context: RequestContext| async move { context.state::<u8>().copied() });
    assert_eq!(call::<String>(&router, "greet", ()).await, Ok("hello".to_owned()));
    let missing = Fault::new(Fault::INTERNAL_ERROR, "Internal error: state is missing");
    assert_eq!(call::<u8>(&router, "missing", ()).await, Err(missing));
}

#[tokio::test]
async fn a_large_parameter_and_a_large_result_pass() {
    #[derive(Serialize)]
    struct Doubled(String);
    let router = Router::new().function("double", |text: String| async move { Ok(Doubled(text.repeat(2))) });
    let text = "é<".repeat(1 << 20);
    assert_eq!(call::<String>(&router, "double", (&text,)).await.unwrap().len(), text.len() * 2);
}
