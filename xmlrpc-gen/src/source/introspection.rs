//! Introspection: `system.listMethods`, `system.methodSignature` and `system.methodHelp`.

use super::{Answers, session::OF_THE_PROTOCOL, wire_name::from_wire_name};
use crate::{Contract, LearnedFrom, Method, Overload, Param, Type};
use std::collections::BTreeMap;
use xmlrpc_client::Signatures;
use xmlrpc_serde::{Value, from_value};

/// Texts that servers send where a method has no documentation.
const NO_HELP: [&str; 2] = ["No help is available for this method.", "undef"];

/// Learns the names of methods, and what signatures say of their types.
///
/// Signatures come in many shapes: a list of them, one alone, the words `undef` or `signatures not
/// supported`, `undef` in place of a type, an empty struct, a fault. What is not a signature says nothing.
#[must_use]
pub fn contract(answers: &Answers) -> Contract {
    let mut methods: BTreeMap<String, Method> = BTreeMap::new();
    for name in answers.methods.iter().filter(|name| is_of_the_api(name)) {
        methods.entry(name.clone()).or_default().sources.push(LearnedFrom::Listed);
    }
    for (name, value) in answers.signatures.iter().filter(|(name, _)| is_of_the_api(name)) {
        let signatures = signatures(value);
        if signatures.is_empty() {
            continue;
        }
        let method = methods.entry(name.clone()).or_default();
        method.sources.push(LearnedFrom::Signature);
        method.result = common_result(&signatures);
        method.overloads = signatures.iter().map(|signature| overload(signature)).collect();
        method.signatures = signatures;
    }
    for (name, value) in answers.help.iter().filter(|(name, _)| is_of_the_api(name)) {
        let Some(text) = value.as_str().map(str::trim) else { continue };
        if text.is_empty() || NO_HELP.contains(&text) {
            continue;
        }
        let method = methods.entry(name.clone()).or_default();
        text.clone_into(&mut method.docs);
        method.sources.push(LearnedFrom::Docstring);
    }
    Contract { methods, notifications: answers.notifications.clone(), ..Contract::default() }
}

fn is_of_the_api(name: &str) -> bool {
    !OF_THE_PROTOCOL.contains(&name)
}

/// The signatures that can be read: each begins with the type of the result, and each word names a type.
fn signatures(value: &Value) -> Vec<Vec<String>> {
    let Ok(signatures) = from_value::<Signatures>(value.clone()) else { return Vec::new() };
    let mut known: Vec<Vec<String>> = signatures
        .list()
        .iter()
        .filter(|signature| {
            !signature.is_empty() && signature.iter().all(|word| from_wire_name(word).is_some())
        })
        .cloned()
        .collect();
    known.dedup();
    known
}

fn overload(signature: &[String]) -> Overload {
    let params = signature
        .iter()
        .skip(1)
        .map(|word| Param { ty: from_wire_name(word).unwrap_or_default(), ..Param::default() });
    Overload { params: params.collect() }
}

fn common_result(signatures: &[Vec<String>]) -> Type {
    let mut results = signatures.iter().map(|signature| from_wire_name(&signature[0]).unwrap_or_default());
    let first = results.next().unwrap_or_default();
    if results.all(|result| result == first) { first } else { Type::Unknown }
}

#[cfg(test)]
mod tests {
    use super::{contract, signatures};
    use crate::{LearnedFrom, Type, source::Answers};
    use xmlrpc_serde::{Value, value};

    /// Each shape was recorded from the server that is named.
    #[test]
    fn signatures_come_in_many_shapes() {
        let table: [(&str, Value, usize); 9] = [
            ("xmlrpc-c, Ruby", value!([["int", "string"]]), 1),
            ("several signatures", value!([["int", "string"], ["int"]]), 2),
            ("supervisord", value!(["boolean", "string", "boolean"]), 1),
            ("xmlrpc-c and rTorrent without one", value!("undef"), 0),
            ("CPython", value!("signatures not supported"), 0),
            ("undef in the list", value!([["undef"]]), 0),
            ("DokuWiki", value!({}), 0),
            ("nothing", value!([]), 0),
            ("an empty signature", value!([[]]), 0),
        ];
        for (server, answer, count) in table {
            assert_eq!(signatures(&answer).len(), count, "{server}");
        }
    }

    #[test]
    fn what_is_listed_signed_and_documented() {
        let mut answers = Answers::default();
        answers.take("system.listMethods", &[], Some(&value!(["a.b", "system.listMethods", "a.c"])));
        answers.take("system.methodSignature", &["a.b".into()], Some(&value!([["int", "string"]])));
        answers.take("system.methodHelp", &["a.b".into()], Some(&value!(" Does it. ")));
        answers.take(
            "system.methodHelp",
            &["a.c".into()],
            Some(&value!("No help is available for this method.")),
        );
        let contract = contract(&answers);
        assert_eq!(contract.methods.keys().collect::<Vec<_>>(), ["a.b", "a.c"]);
        let method = &contract.methods["a.b"];
        assert_eq!((&method.result, &*method.docs), (&Type::Int, "Does it."));
        assert_eq!(method.overloads[0].params[0].ty, Type::Text);
        assert_eq!(method.sources, [LearnedFrom::Listed, LearnedFrom::Signature, LearnedFrom::Docstring]);
        assert_eq!(contract.methods["a.c"].sources, [LearnedFrom::Listed]);
    }
}
