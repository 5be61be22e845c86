//! Putting a router together: prefixes, fallbacks, mistakes.
mod common;

use common::{call, fault};
use xmlrpc_serde::Value;
use xmlrpc_server::{
    MethodInfo, Methods, RequestContext, Router, RouterError, Service, SystemMethods, wire_type,
};

fn one(name: &str) -> Router {
    Router::new().function(name, || async { Ok(1) })
}

fn mistakes(router: Router) -> String {
    router.build().expect_err("a mistake").to_string()
}

#[test]
fn mistakes_are_reported_all_at_once() {
    let text = mistakes(
        one("a")
            .function("a", || async { Ok(2) })
            .function("", || async { Ok(2) })
            .help("b", "?")
            .state(1)
            .state(2),
    );
    for part in ["`a`", "empty name", "`b`", "`i32`"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[tokio::test]
async fn names_that_no_call_can_reach_are_mistakes() {
    assert!(mistakes(one(" a")).contains("white space"));
    // Only the white space of XML is taken off the name in a call.
    assert_eq!(call::<i32>(&one("\u{A0}a"), "\u{A0}a", ()).await, Ok(1));
}

#[test]
fn a_method_under_the_name_of_a_system_method_is_a_mistake_unless_that_is_off() {
    let taken = one("system.listMethods");
    assert!(mistakes(taken.clone()).contains("system_methods"));
    assert!(taken.system_methods(SystemMethods::all().list_methods(false)).build().is_ok());
}

#[test]
fn mistakes_of_nested_routers_are_reported() {
    let nested = one("a").function("a", || async { Ok(2) });
    assert!(mistakes(Router::new().nest("x.", nested)).contains("`a`"));
    assert!(mistakes(one("x.a").nest("x.", one("a"))).contains("`x.a`"));
    assert!(mistakes(Router::new().state(1).nest("x.", Router::new().state(2))).contains("i32"));
}

#[test]
fn no_calls_at_once_are_a_mistake() {
    assert!(mistakes(one("a").max_concurrent_calls(0)).contains("max_concurrent_calls"));
}

#[tokio::test]
async fn a_router_with_mistakes_answers_with_a_fault_and_cannot_be_served() {
    let broken = one("a").help("b", "");
    assert_eq!(call::<Value>(&broken, "a", ()).await.unwrap_err().code, -32603);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let error = broken.serve(listener).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(error.get_ref().unwrap().is::<RouterError>());
    assert!(error.to_string().contains("`b`"), "{error}");
}

#[tokio::test]
async fn a_mistake_that_is_mended_is_forgotten() {
    let router = one("system.listMethods");
    assert!(router.clone().build().is_err());
    let mended = router.system_methods(SystemMethods::none());
    assert_eq!(call::<i32>(&mended, "system.listMethods", ()).await, Ok(1));
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

/// What `#[xmlrpc::api(server)]` generates, in short.
impl Service for Greeter {
    fn register(self, methods: &mut Methods) {
        let greeting = self.greeting;
        let greet = MethodInfo {
            name: "greeter.greet",
            help: "Greets.",
            signature: || vec![wire_type::<String>(), wire_type::<String>(), wire_type::<Option<bool>>()],
        };
        methods.add(greet, move |request| async move {
            let (name, loud) = {
                let mut params = request.params(&["name", "loud"], 1)?;
                (params.required::<String>()?, params.optional::<bool>()?)
            };
            let text = format!("{greeting} {name}");
            request.reply(&if loud == Some(true) { text.to_uppercase() } else { text })
        });
        let length = MethodInfo { name: "greeter.length", help: "", signature: || vec!["int", "string"] };
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
    assert!(wrong.message.starts_with("Invalid parameters: `name` (parameter 1): "), "{}", wrong.message);
}

#[tokio::test]
async fn an_empty_request_is_a_fault_and_not_an_empty_reply() {
    assert_eq!(fault(&Router::new(), "").await.code, -32700);
}
