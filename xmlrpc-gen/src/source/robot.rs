//! Robot Framework: `get_keyword_names`, `get_keyword_arguments` and `get_keyword_documentation`.

use super::{Answers, session::OF_THE_PROTOCOL};
use crate::{Contract, LearnedFrom, Method, Overload, Param, Type};
use xmlrpc_serde::Value;

/// Learns what a remote library offers.
///
/// A remote library has the methods that describe it and `run_keyword`, which runs any keyword. The keywords
/// are no methods of their own, so they are listed in the documentation of `run_keyword`, each with its
/// arguments and first sentence.
#[must_use]
pub fn contract(answers: &Answers) -> Contract {
    let mut contract = Contract::default();
    if answers.keywords.is_empty() {
        return contract;
    }
    let text = |name: &str| Param { name: name.to_owned(), ty: Type::Text, ..Param::default() };
    let arguments =
        Param { name: "arguments".to_owned(), ty: Type::List(Box::new(Type::Unknown)), ..Param::default() };
    let named = Param {
        name: "named_arguments".to_owned(),
        ty: Type::Map(Box::new(Type::Unknown)),
        optional: true,
        ..Param::default()
    };
    let mut docs = "Runs a keyword of the library:\n".to_owned();
    for keyword in &answers.keywords {
        docs.push('\n');
        docs.push_str(&describe(answers, keyword));
        docs.push('\n');
    }
    let known = [
        (
            "get_keyword_names",
            vec![],
            Type::List(Box::new(Type::Text)),
            "Names the keywords of the library.".to_owned(),
        ),
        (
            "get_keyword_arguments",
            vec![text("keyword")],
            Type::List(Box::new(Type::Text)),
            "Lists the arguments of a keyword: `name`, `name=default`, `*rest`, `**named`.".to_owned(),
        ),
        (
            "get_keyword_documentation",
            vec![text("keyword")],
            Type::Text,
            "Gives the documentation of a keyword.".to_owned(),
        ),
        ("run_keyword", vec![text("keyword"), arguments, named], Type::Unknown, docs),
    ];
    for (name, params, result, docs) in known {
        debug_assert!(!OF_THE_PROTOCOL.contains(&name), "the methods of the protocol are left out elsewhere");
        let method = Method {
            overloads: vec![Overload { params }],
            result,
            docs: docs.trim_end().to_owned(),
            sources: vec![LearnedFrom::Keywords],
            ..Method::default()
        };
        contract.methods.insert(name.to_owned(), method);
    }
    contract
}

/// `add(first, second=2): Adds two numbers.`
fn describe(answers: &Answers, keyword: &str) -> String {
    let arguments = answers.keyword_arguments.get(keyword).and_then(Value::as_array).unwrap_or_default();
    let arguments: Vec<&str> = arguments.iter().filter_map(Value::as_str).collect();
    let docs = answers.keyword_documentation.get(keyword).and_then(Value::as_str).unwrap_or_default();
    let sentence = docs.trim().lines().next().unwrap_or_default();
    let colon = if sentence.is_empty() { "" } else { ": " };
    format!("{keyword}({}){colon}{sentence}", arguments.join(", "))
}

#[cfg(test)]
mod tests {
    use super::contract;
    use crate::source::Answers;
    use xmlrpc_serde::value;

    /// The answers were recorded from robotremoteserver 1.1.1.
    #[test]
    fn keywords_with_their_arguments() {
        let mut answers = Answers::default();
        answers.take(
            "get_keyword_names",
            &[],
            Some(&value!(["add", "greet", "nothing", "stop_remote_server"])),
        );
        answers.take("get_keyword_arguments", &["add".into()], Some(&value!(["first", "second=2"])));
        answers.take(
            "get_keyword_arguments",
            &["greet".into()],
            Some(&value!(["name", "*titles", "**more"])),
        );
        let docs = value!("Adds two numbers.\n\nThe second is 2 unless given.");
        answers.take("get_keyword_documentation", &["add".into()], Some(&docs));
        let contract = contract(&answers);
        let run = &contract.methods["run_keyword"];
        assert!(run.docs.contains("add(first, second=2): Adds two numbers."), "{}", run.docs);
        assert!(run.docs.contains("greet(name, *titles, **more)"), "{}", run.docs);
        assert_eq!(run.overloads[0].params.len(), 3);
        assert!(super::contract(&Answers::default()).methods.is_empty());
    }
}
