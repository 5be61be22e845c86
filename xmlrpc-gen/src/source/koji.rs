//! Koji: `_listapi`, which describes every method of a hub.

use super::Answers;
use crate::{Contract, LearnedFrom, Method, Overload, Param};
use xmlrpc_serde::{Struct, Value};

/// Learns the methods of a Koji hub, with the names, defaults and documentation of their parameters.
///
/// An entry is `{name, args, argspec, argdesc, doc}`. `args` lists names, and `[name, default]` for optional
/// parameters; `argspec` is `[names, rest, keywords, defaults]`. Older hubs send no `argspec`.
#[must_use]
pub fn contract(answers: &Answers) -> Contract {
    let mut contract = Contract::default();
    let entries = answers.list_api.as_ref().and_then(Value::as_array).unwrap_or_default();
    for entry in entries.iter().filter_map(Value::as_struct) {
        if let Some((name, method)) = method(entry) {
            contract.methods.insert(name, method);
        }
    }
    contract
}

fn method(entry: &Struct) -> Option<(String, Method)> {
    let name = entry.get("name")?.as_str()?.to_owned();
    let mut params: Vec<Param> =
        entry.get("args").and_then(Value::as_array).unwrap_or_default().iter().filter_map(param).collect();
    let argspec = entry.get("argspec").and_then(Value::as_array).unwrap_or_default();
    if let Some(rest) = argspec.get(1).and_then(Value::as_str) {
        params.push(Param { name: rest.to_owned(), rest: true, ..Param::default() });
    }
    let docs = entry.get("doc").and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let sources = vec![LearnedFrom::Listed, LearnedFrom::ListApi];
    Some((name, Method { overloads: vec![Overload { params }], docs, sources, ..Method::default() }))
}

/// A name, or a name with a default.
fn param(value: &Value) -> Option<Param> {
    match value {
        Value::String(name) => Some(Param { name: name.clone(), ..Param::default() }),
        Value::Array(pair) => match &pair[..] {
            [Value::String(name), default] => Some(Param {
                name: name.clone(),
                optional: true,
                default: Some(python(default)),
                ..Param::default()
            }),
            _ => None,
        },
        _ => None,
    }
}

/// A default as Python writes it, if it is short. A default is the server's own word and not a value of a
/// recording.
fn python(value: &Value) -> String {
    match value {
        Value::Nil => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::I8(number) => number.to_string(),
        Value::Double(number) => number.to_string(),
        Value::String(text) => format!("{text:?}"),
        _ => "…".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::contract;
    use crate::source::Answers;
    use xmlrpc_serde::value;

    /// The answer is that of Koji's own test of `koji list-api`.
    #[test]
    fn names_defaults_and_docs() {
        let answer = value!([
            {
                "argdesc": "(tagInfo, **kwargs)",
                "doc": "Edit information for an existing tag.",
                "argspec": [["tagInfo"], nil, "kwargs", nil],
                "args": ["tagInfo"],
                "name": "editTag2"
            },
            {
                "doc": "Add user to group",
                "argspec": [["group", "user", "strict"], nil, nil, [true]],
                "args": ["group", "user", ["strict", true]],
                "name": "addGroupMember"
            },
            { "doc": nil, "argspec": [[], nil, nil, nil], "args": [], "name": "host.getID" }
        ]);
        let mut answers = Answers::default();
        answers.take("_listapi", &[], Some(&answer));
        let contract = contract(&answers);
        assert_eq!(contract.methods.keys().collect::<Vec<_>>(), ["addGroupMember", "editTag2", "host.getID"]);
        let add = &contract.methods["addGroupMember"];
        let params: Vec<_> =
            add.overloads[0].params.iter().map(|p| (&*p.name, p.default.as_deref())).collect();
        assert_eq!(params, [("group", None), ("user", None), ("strict", Some("True"))]);
        assert_eq!(add.docs, "Add user to group");
        assert!(contract.methods["host.getID"].overloads[0].params.is_empty());
    }
}
