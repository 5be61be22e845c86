//! Answers as a ROS master does: with `[code, message, value]`, and the code -1 for what it does not know.
#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "the router passes owned values, and expects a `Result`"
)]

use std::{collections::BTreeMap, sync::Mutex};

use xmlrpc::{
    Value,
    server::{RequestContext, Router},
    value,
};

type RosReply = Result<(i32, String, Value), xmlrpc::Fault>;

#[derive(Default)]
struct Parameters(Mutex<BTreeMap<String, Value>>);

fn ok(message: &str, value: Value) -> RosReply {
    Ok((1, message.to_owned(), value))
}

fn get_param(context: RequestContext, _caller: String, key: String) -> RosReply {
    match context.state::<Parameters>()?.0.lock().expect("no holder panics").get(&key) {
        Some(value) => ok(&format!("Parameter [{key}]"), value.clone()),
        None => Ok((-1, format!("Parameter [{key}] is not set"), Value::Int(0))),
    }
}

fn set_param(context: RequestContext, _caller: String, key: String, value: Value) -> RosReply {
    context.state::<Parameters>()?.0.lock().expect("no holder panics").insert(key.clone(), value);
    ok(&format!("parameter {key} set"), Value::Int(0))
}

fn lookup_node(_caller: String, node: String) -> RosReply {
    match &*node {
        "/talker" => ok("node api", "http://127.0.0.1:33033/".into()),
        _ => Ok((-1, format!("unknown node [{node}]"), "".into())),
    }
}

pub(super) fn router() -> Router {
    Router::new()
        .state(Parameters::default())
        .function("getUri", |_caller: String| ok("", "http://127.0.0.1:11311/".into()))
        .function("getPublishedTopics", |_caller: String, _subgraph: String| {
            ok("current topics", value!([["/chatter", "std_msgs/String"]]))
        })
        .function("getSystemState", |_caller: String| {
            let state = value!([[["/chatter", ["/talker"]]], [], [["/talker/get_loggers", ["/talker"]]]]);
            ok("current system state", state)
        })
        .function("lookupNode", lookup_node)
        .function("getParam", get_param)
        .function("setParam", set_param)
}
