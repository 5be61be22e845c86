//! Answers as a Koji hub does, with `<nil/>`, keyword arguments in `__starstar`, and the method `multiCall`.
#![expect(clippy::needless_pass_by_value, reason = "the router passes owned values")]

use xmlrpc::{Fault, Value, server::Router, value};

pub(super) fn router() -> Router {
    let hub = Router::new()
        .allow_none(true)
        .function("getAPIVersion", || Ok(1))
        .function("getPackageID", |name: String| Ok((name == "bash").then_some(2)))
        .function("getBuild", |nvr: String| Ok(build(&nvr)))
        .function("listBuilds", list_builds);
    let inner = hub.clone();
    hub.fallback(move |request| {
        let inner = inner.clone();
        async move {
            // Koji's own name for the multicall method. The calls are run one after another.
            if request.method() != "multiCall" {
                return Err(Fault::new(1000, format!("Invalid method: {}", request.method())));
            }
            let (calls,): (Vec<Value>,) = request.all_params()?;
            let client = inner.client();
            let mut results = Vec::new();
            for call in calls {
                let method = call["methodName"].as_str().unwrap_or_default();
                results.push(match client.call::<_, Value>(method, &call["params"]).await {
                    Ok(result) => Value::Array(vec![result]),
                    Err(error) => {
                        let fault = Fault::from(error);
                        value!({ "faultCode": fault.code, "faultString": fault.message })
                    }
                });
            }
            request.reply(&results)
        }
    })
}

fn build(nvr: &str) -> Option<Value> {
    let known = ["bash-5.2.26-3.fc40", "bash-5.2.15-5.fc39"];
    known.contains(&nvr).then(|| {
        let completed = if nvr.ends_with("fc39") { Value::Nil } else { Value::Double(1_705_930_412.5) };
        value!({ "nvr": nvr, "owner_name": "kasal", "completion_ts": completed })
    })
}

fn list_builds(keywords: Value) -> Result<Vec<Value>, Fault> {
    match (keywords.get("__starstar"), keywords.get("packageID")) {
        (Some(Value::Bool(true)), Some(Value::Int(2))) => {
            Ok(["bash-5.2.26-3.fc40", "bash-5.2.15-5.fc39"].into_iter().filter_map(build).collect())
        }
        _ => Err(Fault::new(1000, "listBuilds() needs keyword arguments")),
    }
}
