//! Which functions and closures can be methods, and what their callers get.
#![expect(
    clippy::unnecessary_wraps,
    clippy::many_single_char_names,
    reason = "the tests are about the shapes of methods"
)]

mod common;

use common::{call, call_in};
use serde::{Deserialize, Serialize};
use xmlrpc_serde::{Fault, Value};
use xmlrpc_server::{RequestContext, Router};

fn plain(a: i32, b: i32) -> Result<i32, Fault> {
    Ok(a - b)
}

async fn with_context(context: RequestContext, word: String) -> Result<String, Fault> {
    Ok(format!("{word} by {}", context.user().unwrap_or("nobody")))
}

#[tokio::test]
async fn a_closure_needs_no_error_type() {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    assert_eq!(call::<i32>(&router, "add", (2, 3)).await, Ok(5));
}

#[tokio::test]
async fn functions_are_async_or_plain_with_a_context_or_without() {
    let router = Router::new()
        .function("plain", plain)
        .function("closure", |text: String| Ok(text.len()))
        .function("context", with_context)
        .function("plain.context", |context: RequestContext| Ok(context.path().to_owned()))
        .function("nothing", || async { Ok("") });
    assert_eq!(call::<i32>(&router, "plain", (2, 3)).await, Ok(-1));
    assert_eq!(call::<usize>(&router, "closure", ("abc",)).await, Ok(3));
    assert_eq!(call::<String>(&router, "context", ("x",)).await, Ok("x by nobody".to_owned()));
    assert_eq!(call::<String>(&router, "plain.context", ()).await, Ok(String::new()));
    assert_eq!(call::<String>(&router, "nothing", ()).await, Ok(String::new()));
}

#[tokio::test]
async fn functions_take_up_to_sixteen_parameters() {
    #[expect(clippy::too_many_arguments, reason = "as many as a method may have")]
    async fn sum(
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
        k: i32,
        l: i32,
        m: i32,
        n: i32,
        o: i32,
        p: i32,
    ) -> Result<i32, Fault> {
        Ok(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p)
    }
    let router = Router::new().function("sum", sum);
    let ones = vec![1; 16];
    assert_eq!(call::<i32>(&router, "sum", ones).await, Ok(16));
}

#[tokio::test]
async fn an_error_type_of_ones_own_becomes_a_fault() {
    enum StopError {
        NotNow,
    }
    impl From<StopError> for Fault {
        fn from(error: StopError) -> Self {
            match error {
                StopError::NotNow => Self::new(7, "not now"),
            }
        }
    }
    let router = Router::new()
        .function_with_error("stop", |force: bool| async move {
            if force { Ok(1) } else { Err(StopError::NotNow) }
        })
        .function_with_error("halt", |force: bool| if force { Ok(1) } else { Err(StopError::NotNow) });
    for name in ["stop", "halt"] {
        assert_eq!(call::<i32>(&router, name, (true,)).await, Ok(1));
        assert_eq!(call::<i32>(&router, name, (false,)).await, Err(Fault::new(7, "not now")));
    }
}

#[tokio::test]
async fn options_at_the_end_may_be_left_off() {
    let router = Router::new().function("greet", |name: String, times: Option<usize>| async move {
        Ok(name.repeat(times.unwrap_or(1)))
    });
    assert_eq!(call::<String>(&router, "greet", ("a",)).await, Ok("a".to_owned()));
    assert_eq!(call::<String>(&router, "greet", ("a", 3)).await, Ok("aaa".to_owned()));
    let fault = call::<String>(&router, "greet", ()).await.unwrap_err();
    assert_eq!((fault.code, fault.message.as_str()), (-32602, "Invalid parameters: parameter 1 is missing"));
}

#[tokio::test]
async fn structs_and_values_go_both_ways() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Point {
        x: i32,
        y: f64,
    }
    let router = Router::new()
        .function("mirror", |point: Point| async move { Ok(Point { x: -point.x, y: -point.y }) })
        .function("echo", |value: Value| async move { Ok(value) });
    assert_eq!(call(&router, "mirror", (Point { x: 1, y: 0.5 },)).await, Ok(Point { x: -1, y: -0.5 }));
    assert_eq!(call(&router, "echo", (Point { x: 1, y: 0.5 },)).await, Ok(Point { x: 1, y: 0.5 }));
}

#[tokio::test]
async fn a_parameter_of_another_type_is_named_by_its_place() {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    let fault = call::<i32>(&router, "add", (1, "x")).await.unwrap_err();
    assert_eq!(fault.code, -32602);
    let message = "Invalid parameters: expected int, found string at params[1] (line 1, column 143)";
    assert_eq!(fault.message, message);
}

#[tokio::test]
async fn too_many_parameters_are_refused() {
    let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
    let fault = call::<i32>(&router, "add", (1, 2, 3)).await.unwrap_err();
    assert_eq!(
        (fault.code, fault.message.as_str()),
        (-32602, "Invalid parameters: `add` expects at most 2 parameters, found 3")
    );
}

#[tokio::test]
async fn the_context_is_current_on_tasks_and_on_blocking_threads() {
    let router = Router::new()
        .function("task", || async { Ok(RequestContext::current().path().to_owned()) })
        .function("thread", || Ok(RequestContext::current().path().to_owned()));
    let (parts, ()) = http::Request::post("/RPC2").body(()).unwrap().into_parts();
    let context = RequestContext::from_parts(parts);
    assert_eq!(call_in::<String>(&router, "task", (), context.clone()).await, Ok("/RPC2".to_owned()));
    assert_eq!(call_in::<String>(&router, "thread", (), context).await, Ok("/RPC2".to_owned()));
    assert_eq!(RequestContext::current().path(), "", "outside a call it is empty");
}
