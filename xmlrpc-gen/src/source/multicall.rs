//! `calls`: the calls inside a recorded multicall.

use super::exchange::RecordedCall;
use xmlrpc_serde::{Fault, Value};

/// Whether a method carries other calls: `system.multicall`, and Koji's `multiCall`.
pub(crate) fn is_multicall(method: &str) -> bool {
    method.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case("multicall"))
}

/// The calls of a multicall with their outcomes; `None` if it is not one.
pub(crate) fn calls(exchange: &RecordedCall) -> Option<Vec<RecordedCall>> {
    if !is_multicall(&exchange.method) {
        return None;
    }
    let [Value::Array(calls)] = &exchange.params[..] else { return None };
    let Ok(Some(Value::Array(results))) = &exchange.outcome else { return None };
    if calls.len() != results.len() {
        return None;
    }
    calls.iter().zip(results).map(|(call, result)| one(call, result)).collect()
}

fn one(call: &Value, result: &Value) -> Option<RecordedCall> {
    let method = call.get("methodName")?.as_str()?.to_owned();
    let params = match call.get("params") {
        Some(Value::Array(params)) => params.clone(),
        None => Vec::new(),
        Some(_) => return None,
    };
    let outcome = match result {
        Value::Array(one) if one.len() == 1 => Ok(Some(one[0].clone())),
        // supervisord gives results without an array around them.
        other => match fault(other) {
            Some(fault) => Err(fault),
            None => Ok(Some(other.clone())),
        },
    };
    Some(RecordedCall { method, params, outcome })
}

fn fault(value: &Value) -> Option<Fault> {
    let code = i32::try_from(value.get("faultCode")?.as_i64()?).ok()?;
    Some(Fault::new(code, value.get("faultString")?.as_str()?))
}
