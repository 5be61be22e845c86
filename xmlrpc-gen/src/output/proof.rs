//! The proof: a test that reads every recording with the type that was made from it.

use super::{
    aliases::Aliases,
    literal::literal,
    names::Names,
    scope::Scope,
    shorten::shorten,
    traits,
    types::{From, received},
};
use crate::{Contract, KnownEnvelope, Wishes};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;

/// Writes the test. `module` is the path of the generated file from the test, and `folders` are those of the
/// recordings, from the root of the crate.
pub(crate) fn proof(
    stem: &str,
    module: &str,
    folders: &[String],
    contract: &Contract,
    wishes: &Wishes,
) -> String {
    let names = Names::new(stem, contract, wishes);
    let mut scope =
        Scope { contract, wishes, names: &names, aliases: Aliases::new(&names), helpers: BTreeSet::new() };
    // The aliases are named as they are in the generated file: in the order of its traits.
    let spaces = traits::methods(&scope);
    for (_, method, ident) in spaces.values().flatten() {
        shorten(&mut scope, &method.result, &[ident]);
    }
    for (name, found) in &contract.types {
        for field in &found.fields {
            shorten(&mut scope, &field.ty, &[&field.name, name]);
        }
    }
    let from = From { module: Some("api") };
    let mut arms: Vec<(Vec<Literal>, String, TokenStream)> = Vec::new();
    let mut wrappers = Vec::new();
    for (name, method, _) in spaces.values().flatten() {
        if method.evidence.as_ref().is_none_or(|evidence| evidence.replies == 0) {
            continue;
        }
        let (ty, with) = received(&scope, &method.result, false, from);
        let ty = match with {
            Some(with) => {
                let wrapper = format_ident!("Result{}", wrappers.len() + 1);
                let path = format!("api::{}", with.path());
                wrappers.push(quote! {
                    #[derive(serde::Deserialize, serde::Serialize)]
                    struct #wrapper(#[serde(with = #path)] #ty);
                });
                quote!(#wrapper)
            }
            None => ty,
        };
        let body = match method.envelope {
            Some(KnownEnvelope::Ros) => {
                quote!(in_envelope::<#ty, xmlrpc::envelope::Ros<#ty>>(reply, ros(reply)))
            }
            Some(KnownEnvelope::OpenNebula) => {
                quote!(in_envelope::<#ty, xmlrpc::envelope::OpenNebula<#ty>>(reply, open_nebula(reply)))
            }
            Some(KnownEnvelope::Xapi) => {
                quote!(in_envelope::<#ty, xmlrpc::envelope::Xapi<#ty>>(reply, xapi(reply)))
            }
            _ => quote!(round_trip::<#ty>(reply)),
        };
        match arms.iter_mut().find(|(_, known, _)| *known == body.to_string()) {
            Some((names, ..)) => names.push(literal(name)),
            None => arms.push((vec![literal(name)], body.to_string(), body)),
        }
    }
    let arms = arms.iter().map(|(names, _, body)| quote!(#(#names)|* => #body,));
    let table = quote! {
        /// Decodes and encodes a reply; `None` for methods that were not generated, and for failures.
        fn checked(method: &str, reply: &Value) -> Option<Result<(), String>> {
            match method {
                #(#arms)*
                _ => None,
            }
        }
        #(#wrappers)*
    };
    let table = syn::parse2(table).map(|file| prettyplease::unparse(&file)).unwrap_or_default();
    let opened: String = [("ros(reply)", ROS), ("open_nebula(reply)", OPEN_NEBULA), ("xapi(reply)", XAPI)]
        .iter()
        .filter(|(call, _)| table.contains(call))
        .map(|(_, source)| *source)
        .collect();
    let round_trip = if table.contains("round_trip::<") { ROUND_TRIP } else { "" };
    let in_envelope = if opened.is_empty() { "" } else { IN_ENVELOPE };
    let folders: Vec<String> = folders.iter().map(|folder| format!("    {},\n", literal(folder))).collect();
    HARNESS
        .trim_start()
        .replace("\"MODULE\"", &literal(module).to_string())
        .replace("//FOLDERS\n", &folders.concat())
        .replace("// TABLE\n", &table)
        .replace("// ROUND_TRIP\n\n", "")
        .replace("// ROUND_TRIP\n", "")
        .replace("// ENVELOPES\n", &format!("{round_trip}{in_envelope}{opened}"))
}

const ROUND_TRIP: &str = "
fn round_trip<T: DeserializeOwned + Serialize>(reply: &Value) -> Option<Result<(), String>> {
    let text = options().to_string(reply).ok()?;
    let value = options().from_str::<T>(&text).map_err(|error| error.to_string());
    Some(value.and_then(|value| compared(reply, &value)))
}
";

const IN_ENVELOPE: &str = "
/// The result of a reply in an envelope; failures have none.
fn in_envelope<T, E>(reply: &Value, result: Option<&Value>) -> Option<Result<(), String>>
where
    T: DeserializeOwned + Serialize,
    E: xmlrpc::Envelope<T>,
{
    let result = result?;
    let text = options().to_string(reply).ok()?;
    let opened = match options().from_str::<E>(&text) {
        Ok(envelope) => envelope.open().map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    Some(opened.and_then(|value| compared(result, &value)))
}
";

const ROS: &str = "
fn ros(reply: &Value) -> Option<&Value> {
    match reply.as_array()? {
        [Value::Int(1), _, result] => Some(result),
        _ => None,
    }
}
";

const OPEN_NEBULA: &str = "
fn open_nebula(reply: &Value) -> Option<&Value> {
    match reply.as_array()? {
        [Value::Bool(true), result, ..] => Some(result),
        _ => None,
    }
}
";

const XAPI: &str = "
fn xapi(reply: &Value) -> Option<&Value> {
    reply.get(\"Value\").filter(|_| reply[\"Status\"] == \"Success\")
}
";

const HARNESS: &str = r#"
//! Decodes every recorded reply with the type that was made from it, encodes it again, and compares.
//!
//! Written by `xmlrpc gen`, together with the file that it tests.
#![cfg_attr(rustfmt, rustfmt::skip)]

use serde::{Serialize, de::DeserializeOwned};
use std::{fs, path::Path};
use xmlrpc::{Base64, Options, Value, call, from_str, response};

#[rustfmt::skip]
#[path = "MODULE"]
#[allow(dead_code, unreachable_pub, reason = "the test uses the types and not the traits")]
mod api;

/// Where the recordings are, from the root of the crate.
const FOLDERS: &[&str] = &[
//FOLDERS
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

// TABLE

// ROUND_TRIP
fn compared<T: Serialize>(recorded: &Value, value: &T) -> Result<(), String> {
    let text = options().to_string(value).map_err(|error| error.to_string())?;
    let encoded = options().from_str::<Value>(&text).map_err(|error| error.to_string())?;
    difference(recorded, &encoded, String::new()).map_or(Ok(()), |place| Err(format!("differs at `{place}`")))
}
// ENVELOPES

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
"#;
