//! Decodes every recorded reply with the type that was made from it, encodes it again, and compares.
//!
//! Written by `xmlrpc gen`, together with the file that it tests.
#![cfg_attr(rustfmt, rustfmt::skip)]

use serde::{Serialize, de::DeserializeOwned};
use std::{fs, path::Path};
use xmlrpc::{Base64, Options, Value, call, from_str, response};

#[rustfmt::skip]
#[path = "../target/tmp/home-20508-2/project/deep/src/api.rs"]
#[allow(dead_code, unreachable_pub, reason = "the test uses the types and not the traits")]
mod api;

/// Where the recordings are, from the root of the crate.
const FOLDERS: &[&str] = &[
    "target/tmp/home-20508-2/recorded",
];

#[test]
fn every_recording_is_read_by_its_type() {
    let (mut read, mut wrong) = (0, Vec::new());
    for folder in FOLDERS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        for file in files {
            for (method, reply) in replies(&file).unwrap_or_default() {
                match checked(&method, &reply) {
                    Some(Ok(())) => read += 1,
                    Some(Err(error)) => wrong.push(format!("{}: {method}: {error}", file.display())),
                    None => {}
                }
            }
        }
    }
    println!("{read} replies were read as their types, {} were not", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read > 0, "there are no recordings in {FOLDERS:?}");
}

/// Decodes and encodes a reply; `None` for methods that were not generated, and for failures.
fn checked(method: &str, reply: &Value) -> Option<Result<(), String>> {
    match method {
        "shop.count" => round_trip::<api::Count>(reply),
        _ => None,
    }
}

fn compared<T: Serialize>(recorded: &Value, value: &T) -> Result<(), String> {
    let text = options().to_string(value).map_err(|error| error.to_string())?;
    let encoded = options().from_str::<Value>(&text).map_err(|error| error.to_string())?;
    difference(recorded, &encoded, String::new()).map_or(Ok(()), |place| Err(format!("differs at `{place}`")))
}

fn round_trip<T: DeserializeOwned + Serialize>(reply: &Value) -> Option<Result<(), String>> {
    let text = options().to_string(reply).ok()?;
    let value = options().from_str::<T>(&text).map_err(|error| error.to_string());
    Some(value.and_then(|value| compared(reply, &value)))
}

/// Where two values differ. A member that is absent is nil, and a number is itself in any type.
fn difference(recorded: &Value, encoded: &Value, place: String) -> Option<String> {
    let same = match (recorded, encoded) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b).enumerate();
            return pairs.find_map(|(at, (a, b))| difference(a, b, format!("{place}[{at}]")));
        }
        (Value::Struct(a), Value::Struct(b)) => {
            let both = a.keys().chain(b.keys());
            let member =
                |members: &xmlrpc::Struct, name: &str| members.get(name).cloned().unwrap_or_default();
            return both
                .map(|name| (name, member(a, name), member(b, name)))
                .find_map(|(name, a, b)| difference(&a, &b, format!("{place}.{name}")));
        }
        (Value::Array(items), Value::Struct(members)) | (Value::Struct(members), Value::Array(items)) => {
            items.is_empty() && members.is_empty()
        }
        (Value::Int(_) | Value::I8(_) | Value::Double(_), _) => recorded.as_f64() == encoded.as_f64(),
        (recorded, Value::Nil) => is_nothing(recorded),
        (recorded, encoded) => recorded == encoded || is_nothing(recorded) && is_nothing(encoded),
    };
    (!same).then_some(place)
}

/// What servers send instead of nil.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Nil | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Struct(members) => members.is_empty(),
        _ => false,
    }
}

fn options() -> Options {
    Options::new()
        .allow_none(true)
        .allow_i8(true)
        .read_control_characters(true)
        .lossy(true)
        .max_len(usize::MAX)
}

/// The methods and results in a recorded exchange, given the file of its request.
fn replies(request: &Path) -> Option<Vec<(String, Value)>> {
    let name = request.file_name()?.to_str()?;
    let response = if let Some(stem) = name.strip_suffix(".request.xml") {
        request.with_file_name(format!("{stem}.response.http"))
    } else {
        let stem = name.strip_suffix(".b64").unwrap_or(name).strip_suffix(".req.http")?;
        let plain = request.with_file_name(format!("{stem}.res.http"));
        if plain.exists() { plain } else { request.with_file_name(format!("{stem}.res.http.b64")) }
    };
    let (request, response) = (bytes(request)?, bytes(&response)?);
    let status = response.split(|byte| *byte == b' ').nth(1).filter(|_| response.starts_with(b"HTTP/"));
    if status.is_some_and(|status| !status.starts_with(b"2") && !status.starts_with(b"1")) {
        return None;
    }
    let call = call::decode(document(&request, b"<methodCall")?, options()).ok()?;
    let params: Vec<Value> = call.params().ok()?;
    let result: Option<Value> = response::decode(document(&response, b"<methodResponse")?, options()).ok()?.ok()?;
    let mut found = Vec::new();
    collect(call.method(), &params, &result?, &mut found);
    Some(found)
}

/// Takes a multicall apart.
fn collect(method: &str, params: &[Value], result: &Value, found: &mut Vec<(String, Value)>) {
    let is_multicall = method.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case("multicall"));
    if let ([Value::Array(calls)], Value::Array(results)) = (params, result)
        && is_multicall
        && calls.len() == results.len()
        && calls.iter().all(|call| call["methodName"].as_str().is_some())
    {
        for (call, result) in calls.iter().zip(results) {
            let result = match result {
                Value::Array(one) if one.len() == 1 => &one[0],
                fault if fault.get("faultCode").is_some() => continue,
                other => other,
            };
            let method = call["methodName"].as_str().unwrap_or_default();
            collect(method, call["params"].as_array().unwrap_or_default(), result, found);
        }
        return;
    }
    found.push((method.to_owned(), result.clone()));
}

/// The document in a message, of whatever protocol that is.
fn document<'a>(message: &'a [u8], root: &[u8]) -> Option<&'a [u8]> {
    let at = message.windows(root.len()).position(|part| part == root)?;
    let declared = message[..at].windows(5).rposition(|part| part == b"<?xml");
    Some(&message[declared.unwrap_or(at)..])
}

fn bytes(path: &Path) -> Option<Vec<u8>> {
    let bytes = fs::read(path).ok()?;
    if path.extension()? != "b64" {
        return Some(bytes);
    }
    let text = String::from_utf8(bytes).ok()?;
    from_str::<Base64>(&format!("<value><base64>{text}</base64></value>")).ok().map(|bytes| bytes.0)
}
