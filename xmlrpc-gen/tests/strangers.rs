//! Servers that send anything: the output always compiles, and nothing that they send becomes code.

mod support;

use std::collections::BTreeSet;
use support::good;
use xmlrpc_gen::{
    Contract, Field, LearnedFrom, Method, Output, Overload, Param, Struct, Type, Wishes, infer, merge,
    source::{Answers, answers_contract},
};
use xmlrpc_serde::{Struct as Members, Value, value};

/// The output for [`hostile`], which the compiler reads with this test.
#[allow(dead_code, unreachable_pub, reason = "it only has to compile")]
#[rustfmt::skip]
#[path = "strangers/api.rs"]
mod api;

const TEXTS: [&str; 24] = [
    "*/ pub fn injected() {} /*",
    "\"; pub fn injected() {} //",
    "`code` ``more`` ```rust\nfn injected() {}\n```",
    "#![feature(injected)]",
    "#[doc = \"injected\"]",
    "    fn indented() { injected() }",
    "\u{0}\u{1}\u{7f}\u{85}\r\n\u{2028}\u{2029}control",
    "\u{202E}\u{2066}turned\u{2069}\u{FEFF}\u{200B}",
    "~~~\nfenced\n~~~",
    "[link][injected] [other](javascript:x) <b>html</b> http://example.org/a_b",
    "* list\n- list\n+ list\n1. list\n> quote\n# head\n===\n---\n| a | b |\n|---|---|",
    "///! //! /// /** */",
    "~~//~~ TODO: injected",
    "{} {{}} {0} {injected}",
    "r#\"raw\"# b'x' '\\u{41}'",
    "$crate ${injected} $(x)*",
    "größe ß é 名前 😀",
    "\\ \\\\ \\n \\\"",
    "&amp; &#x41; &lt;",
    "_under_ **bold** a_b ~strike~",
    "",
    " ",
    "\t\t",
    "Self::injected!()",
];

const NAMES: [&str; 51] = [
    "type",
    "self",
    "Self",
    "super",
    "crate",
    "fn",
    "async",
    "await",
    "gen",
    "union",
    "r#type",
    "_",
    "__",
    "",
    "1",
    "1a",
    ".",
    "..",
    "a.",
    ".a",
    "a..b",
    "a.b.c",
    "a_b",
    "a-b",
    "a b",
    "aB",
    "AB",
    "A.B",
    "größe",
    "名前",
    "😀",
    "new",
    "from_url",
    "contract",
    "clone",
    "Option",
    "Vec",
    "String",
    "Result",
    "Value",
    "xmlrpc",
    "std",
    "serde",
    "value\"; injected",
    "{injected}",
    "a/b:c",
    "len",
    "into_it",
    "add",
    "next",
    "default",
];

fn hostile() -> Contract {
    let mut answers = Answers::default();
    for (number, name) in NAMES.iter().enumerate() {
        for name in [(*name).to_owned(), format!("space.{name}"), format!("{name}.method")] {
            answers.methods.push(name.clone());
            answers.help.insert(name.clone(), TEXTS[number % TEXTS.len()].into());
            answers.signatures.insert(name, value!([["struct", "string", "array", "int"]]));
        }
    }
    for (number, text) in TEXTS.iter().enumerate() {
        let help = format!(
            "{text}\n@param string {} {text}\n@param int fn {text}\n\
             @return struct x {text}\n:param type: {text}",
            NAMES[number % NAMES.len()]
        );
        answers.help.insert(format!("docs.m{number}"), help.into());
        answers.methods.push(format!("docs.m{number}"));
        answers.notifications.push((*text).to_owned());
    }
    let mut exchanges = Vec::new();
    for name in ["type", "a.b", "", "value\"; injected"] {
        let mut members = Members::new();
        for (other, name) in NAMES.iter().chain(&TEXTS).enumerate() {
            let value = if other % 3 == 0 { Value::Int(1) } else { Value::from("x") };
            members.insert(*name, value);
        }
        members.insert("only", value!({ name: { "type": 1, "Type": "x" } }));
        let keywords = members.clone();
        let method = format!("members.{name}");
        exchanges.push(good(&method, Value::Array(vec![Value::Struct(keywords)]), Value::Struct(members)));
    }
    let mut contract = answers_contract(&answers);
    merge(&mut contract, &support::learned(&exchanges));
    let mut contract = infer(&contract, &Contract::default(), &Wishes::default());
    contract.server = Some(TEXTS.concat());
    // Names and types that only a file could bring.
    for (number, text) in TEXTS.iter().chain(&NAMES).enumerate() {
        let field = Field {
            name: (*text).to_owned(),
            ty: Type::Rust((*text).to_owned()),
            docs: (*text).to_owned(),
            ..Field::default()
        };
        let param = Param {
            name: (*text).to_owned(),
            default: Some((*text).to_owned()),
            docs: (*text).to_owned(),
            ..Param::default()
        };
        let method = Method {
            overloads: vec![Overload { params: vec![param.clone(), Param { rest: true, ..param }] }],
            docs: (*text).to_owned(),
            result_docs: (*text).to_owned(),
            sources: vec![LearnedFrom::Listed],
            ..Method::default()
        };
        contract.methods.insert(format!("file.m{number}"), method);
        let found = Struct {
            fields: vec![Field { ty: Type::Int, ..field }],
            places: vec![(*text).to_owned()],
            docs: (*text).to_owned(),
            notes: vec![(*text).to_owned()],
            ..Struct::default()
        };
        contract.types.insert(format!("Stranger{number}"), found);
    }
    contract
}

fn committed() -> String {
    format!("{}/tests/strangers/api.rs", env!("CARGO_MANIFEST_DIR"))
}

/// With `XMLRPC_GEN_BLESS` set, the output is written instead of compared.
#[test]
fn what_compiles_here_is_what_is_generated() {
    let source = Output::new("strangers").render(&hostile(), &Wishes::default());
    if std::env::var_os("XMLRPC_GEN_BLESS").is_some() {
        std::fs::write(committed(), &source).expect("a file");
    }
    let before = std::fs::read_to_string(committed()).expect("the output");
    assert!(
        before == source,
        "tests/strangers/api.rs is not what is generated now; bless it, and let the compiler read it"
    );
}

#[test]
fn every_method_and_every_struct_is_one_item() {
    let contract = hostile();
    let source = Output::new("strangers").render(&contract, &Wishes::default());
    let file = syn::parse_file(&source).expect("Rust");
    let methods: Vec<&syn::TraitItemFn> = traits(&file).flat_map(functions).collect();
    let sendable =
        |name: &&String| !name.is_empty() && !name.contains(|c: char| c.is_control() || c.is_whitespace());
    assert_eq!(methods.len(), contract.methods.keys().filter(sendable).count());
    let structs: Vec<&syn::ItemStruct> = file
        .items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Struct(item) => Some(item),
            _ => None,
        })
        .collect();
    assert_eq!(structs.len(), contract.types.len());
    for found in structs {
        let expected = contract.types.get(&found.ident.to_string()).map(|found| found.fields.len());
        assert_eq!(Some(found.fields.len()), expected, "{}", found.ident);
    }
    let functions = file.items.iter().filter(|item| matches!(item, syn::Item::Fn(_) | syn::Item::Macro(_)));
    assert_eq!(functions.count(), 0);
}

fn traits(file: &syn::File) -> impl Iterator<Item = &syn::ItemTrait> {
    file.items.iter().filter_map(|item| match item {
        syn::Item::Trait(item) => Some(item),
        _ => None,
    })
}

fn functions(item: &syn::ItemTrait) -> impl Iterator<Item = &syn::TraitItemFn> {
    item.items.iter().filter_map(|item| match item {
        syn::TraitItem::Fn(item) => Some(item),
        _ => None,
    })
}

#[test]
fn names_are_unique_and_say_what_is_sent() {
    let contract = hostile();
    let source = Output::new("strangers").render(&contract, &Wishes::default());
    let file = syn::parse_file(&source).expect("Rust");
    let mut sent = BTreeSet::new();
    for item in traits(&file) {
        let mut names = BTreeSet::new();
        for method in functions(item) {
            assert!(
                names.insert(method.sig.ident.to_string()),
                "{} twice in {}",
                method.sig.ident,
                item.ident
            );
            sent.insert((item.ident.to_string(), method.sig.ident.to_string()));
        }
    }
    assert!(sent.len() > 100);
}

#[test]
fn documentation_is_no_code() {
    let source = Output::new("strangers").render(&hostile(), &Wishes::default());
    for line in source.lines() {
        let line = line.trim_start();
        let Some(docs) = line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) else { continue };
        let fence = ["```", "~~~"].iter().any(|fence| docs.trim_start().starts_with(fence));
        assert!(!fence && !docs.starts_with("     "), "{line}");
        assert!(docs.is_empty() || docs.starts_with(' '), "{line}");
    }
    let hidden = |c: char| {
        c.is_control() && c != '\n'
            || ('\u{202A}'..='\u{202E}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    assert!(!source.contains(hidden));
    let long = source
        .lines()
        .filter(|line| line.trim_start().starts_with("//"))
        .map(|line| line.chars().count())
        .max();
    assert!(long.is_some_and(|long| long <= 110), "{long:?}");
}

#[test]
fn comments_of_a_server_stay_where_they_are() {
    let source = Output::new("strangers").render(&hostile(), &Wishes::default());
    assert!(!source.lines().any(|line| line.trim_start().starts_with("// TODO: injected")));
}

#[test]
fn ten_thousand_methods() {
    let mut contract = Contract::default();
    for number in 0..10_000 {
        let method = Method { sources: vec![LearnedFrom::Listed], ..Method::default() };
        contract.methods.insert(format!("space{}.method{number}", number % 40), method);
    }
    let source = Output::new("many").render(&contract, &Wishes::default());
    assert_eq!(source.matches("async fn ").count(), 10_000);
    assert_eq!(Output::new("many").render(&contract, &Wishes::default()), source);
}
