//! Building a router: prefixes, fallbacks, invalid settings.
mod common;

use common::{call, fault};
use xmlrpc_serde::{Fault, Value};
use xmlrpc_server::{
    MethodInfo, Methods, RequestContext, Router, RouterError, Service, SystemMethods, wire_type,
};

fn one(name: &str) -> Router {
    Router::new().function(name, || async { Ok(1) })
}

/// The text of the error that `build` returns.
fn problems(router: Router) -> String {
    router.build().expect_err("an invalid setting").to_string()
}

#[test]
fn every_invalid_setting_is_reported_and_all_at_once() {
    let two = || Router::new().function("a", || async { Ok(1) }).function("a", || async { Ok(2) });
    let answer = |request: xmlrpc_server::Request| async move { request.reply(&1) };
    for (router, expected) in [
        (two(), "two methods are named `a`"),
        (one(""), "a method has an empty name"),
        (one(" a"), "the method name \" a\" has white space around it: no call can reach it"),
        (
            one("a").help("b", "?"),
            "`help` or `signature` was given for `b`, but no method of that name was added before",
        ),
        (
            one("a").state(1).state(2),
            "two values of the type `i32` were given to `state`: wrap one in a type of your own",
        ),
        (
            one("a").max_concurrent_calls(0),
            "`max_concurrent_calls(0)` would never answer a call: allow at least 1",
        ),
        (
            one("system.listMethods"),
            "`system.listMethods` is a method of every router: \
             turn it off with `system_methods` to serve your own",
        ),
        (one("a").fallback(answer).fallback(answer), "two fallbacks were given: a router has at most one"),
        (
            Router::new().nest("x.", one("a").fallback(answer)).nest("x.", one("b").fallback(answer)),
            "two fallbacks were given for names that begin with `x.`",
        ),
        // Those of nested routers are reported too.
        (Router::new().nest("x.", two()), "two methods are named `a`"),
        (one("x.a").nest("x.", one("a")), "two methods are named `x.a`"),
        (
            Router::new().state(1).nest("x.", Router::new().state(2)),
            "two values of the type `i32` were given to `state`: wrap one in a type of your own",
        ),
        (
            two().help("b", "").max_concurrent_calls(0),
            "two methods are named `a`; \
             `help` or `signature` was given for `b`, but no method of that name was added before; \
             `max_concurrent_calls(0)` would never answer a call: allow at least 1",
        ),
    ] {
        assert_eq!(problems(router), format!("invalid router: {expected}"));
    }
}

#[test]
fn the_name_of_a_system_method_that_is_off_is_free() {
    let off = SystemMethods::all().list_methods(false);
    one("system.listMethods").system_methods(off).build().expect("the name is free");
}

/// Only the white space of XML is taken off the name in a call.
#[tokio::test]
async fn a_name_may_begin_with_a_no_break_space() {
    assert_eq!(call::<i32>(&one("\u{A0}a"), "\u{A0}a", ()).await, Ok(1));
}

#[tokio::test]
async fn an_invalid_router_answers_with_a_fault_and_cannot_be_served() {
    let broken = one("a").help("b", "");
    let fault = Fault::new(-32603, "Internal error: the server is not set up correctly");
    assert_eq!(call::<i32>(&broken, "a", ()).await, Err(fault));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let error = broken.serve(listener).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(error.get_ref().unwrap().is::<RouterError>());
    assert!(error.to_string().contains("`b`"), "{error}");
}

#[tokio::test]
async fn an_invalid_setting_that_is_corrected_is_forgotten() {
    let router = one("system.listMethods");
    assert!(problems(router.clone()).contains("system.listMethods"));
    let corrected = router.system_methods(SystemMethods::none());
    assert_eq!(call::<i32>(&corrected, "system.listMethods", ()).await, Ok(1));
}

#[tokio::test]
async fn nested_methods_are_called_by_their_prefix() {
    let router = Router::new().nest("a.", one("x").nest("b.", one("x"))).function("x", || async { Ok(2) });
    for (name, result) in [("a.x", 1), ("a.b.x", 1), ("x", 2)] {
        assert_eq!(call::<i32>(&router, name, ()).await, Ok(result), "{name}");
    }
    assert_eq!(call::<i32>(&router, "b.x", ()).await.unwrap_err().code, -32601);
}

#[tokio::test]
async fn nested_state_comes_along() {
    let nested = Router::new()
        .state("nested")
        .function("x", |context: RequestContext| async move { Ok(*context.state::<&str>()?) });
    assert_eq!(call::<String>(&Router::new().nest("a.", nested), "a.x", ()).await, Ok("nested".to_owned()));
}

fn answering(text: &'static str) -> Router {
    Router::new().fallback(move |request| async move {
        let params: Vec<Value> = request.all_params()?;
        request.reply(&format!("{text}: {} of {}", request.method(), params.len()))
    })
}

#[tokio::test]
async fn the_fallback_with_the_longest_prefix_answers() {
    let router = answering("all").nest("a.", answering("a").nest("b.", answering("b"))).nest("c.", one("x"));
    for (name, text) in [("a.b.x", "b: a.b.x of 2"), ("a.x", "a: a.x of 2"), ("c.y", "all: c.y of 2")] {
        assert_eq!(call::<String>(&router, name, (1, 2)).await, Ok(text.to_owned()), "{name}");
    }
    assert_eq!(call::<i32>(&router, "c.x", ()).await, Ok(1), "methods come first");
    let names: Vec<String> = call(&router, "system.listMethods", ()).await.unwrap();
    assert_eq!(names.len(), 6, "system methods come before the fallback: {names:?}");
}

struct Greeter {
    greeting: &'static str,
}

/// A service as `#[xmlrpc::api(server)]` generates it, in short.
impl Service for Greeter {
    fn register(self, methods: &mut Methods) {
        let greeting = self.greeting;
        let greet = MethodInfo::new("greeter.greet", "Greets.", || {
            vec![wire_type::<String>(), wire_type::<String>(), wire_type::<Option<bool>>()]
        });
        methods.add(greet, move |request| async move {
            let (name, loud) = {
                let mut params = request.params(&["name", "loud"], 1)?;
                (params.required::<String>()?, params.optional::<bool>()?)
            };
            let text = format!("{greeting} {name}");
            request.reply(&if loud == Some(true) { text.to_uppercase() } else { text })
        });
        let length = MethodInfo::new("greeter.length", "", || vec!["int", "string"]);
        methods.add_blocking(length, |request| {
            let name: &str = request.params(&["name"], 1)?.required()?;
            request.reply(&name.len())
        });
    }
}

#[tokio::test]
async fn a_service_registers_its_methods() {
    let router = Router::new().service(Greeter { greeting: "hello" }).build().unwrap();
    assert_eq!(call::<String>(&router, "greeter.greet", ("bob",)).await, Ok("hello bob".to_owned()));
    assert_eq!(call::<String>(&router, "greeter.greet", ("bob", true)).await, Ok("HELLO BOB".to_owned()));
    assert_eq!(call::<i32>(&router, "greeter.length", ("abc",)).await, Ok(3));
    let signature: Vec<Vec<String>> =
        call(&router, "system.methodSignature", ("greeter.greet",)).await.unwrap();
    assert_eq!(signature, [["string", "string", "boolean"]]);
    assert_eq!(
        call::<String>(&router, "system.methodHelp", ("greeter.greet",)).await,
        Ok("Greets.".to_owned())
    );
}

#[tokio::test]
async fn faults_name_the_parameters_of_a_service() {
    let router = Router::new().service(Greeter { greeting: "hello" });
    let message =
        async |params: Vec<Value>| call::<Value>(&router, "greeter.greet", params).await.unwrap_err();
    let none = message(vec![]).await;
    assert_eq!(
        (none.code, none.message.as_str()),
        (-32602, "Invalid parameters: `greeter.greet` expects 1 to 2 parameters, found 0")
    );
    let wrong = message(vec![Value::Int(1)]).await;
    assert_eq!(wrong.code, -32602);
    let message = "Invalid parameters: `name`: expected string, found int at params[0] (line 1, column 111)";
    assert_eq!(wrong.message, message);
}

#[tokio::test]
async fn an_empty_request_is_a_fault_and_not_an_empty_reply() {
    assert_eq!(fault(&Router::new(), "").await.code, -32700);
}
