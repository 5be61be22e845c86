//! Any names and texts of a server as source: it parses, and it has as many items as the server has methods
//! and structs.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_gen::{
    Contract, Field, LearnedFrom, Method, Output, Overload, Param, Struct, Type, Wishes, infer, merge,
    source::{Answers, answers_contract},
};
use xmlrpc_serde::Value;

#[derive(Debug, arbitrary::Arbitrary)]
struct Server {
    name: Option<String>,
    methods: Vec<(String, String, Vec<(String, String)>)>,
    structs: Vec<(String, Vec<String>)>,
}

fuzz_target!(|server: Server| {
    let mut answers = Answers::default();
    for (name, docs, _) in &server.methods {
        answers.methods.push(name.clone());
        answers.help.insert(name.clone(), Value::from(docs.as_str()));
    }
    let mut contract = answers_contract(&answers);
    let mut more = Contract { server: server.name, ..Contract::default() };
    for (name, docs, params) in server.methods {
        let params = params.into_iter().map(|(name, docs)| Param {
            default: Some(docs.clone()),
            name,
            docs,
            ..Param::default()
        });
        let overloads = vec![Overload { params: params.collect() }];
        let method = Method { overloads, docs, sources: vec![LearnedFrom::Listed], ..Method::default() };
        more.methods.insert(name, method);
    }
    for (number, (docs, fields)) in server.structs.into_iter().enumerate() {
        let fields = fields.into_iter().map(|name| Field {
            docs: name.clone(),
            ty: Type::Rust(name.clone()),
            name,
            ..Field::default()
        });
        let sources = vec![LearnedFrom::Trait];
        let found = Struct { fields: fields.collect(), docs, sources, ..Struct::default() };
        more.types.insert(format!("Struct{number}"), found);
    }
    merge(&mut contract, &more);
    let contract = infer(&contract, &Contract::default(), &Wishes::default());
    let source = Output::new("fuzz").render(&contract, &Wishes::default());
    let file = syn::parse_file(&source).expect("Rust");
    let (mut functions, mut structs) = (0, 0);
    for item in &file.items {
        match item {
            syn::Item::Trait(item) => functions += item.items.len(),
            syn::Item::Struct(_) => structs += 1,
            syn::Item::Use(_) => {}
            _ => panic!("an item that nobody asked for:\n{source}"),
        }
    }
    let sendable =
        |name: &&String| !name.is_empty() && !name.contains(|c: char| c.is_control() || c.is_whitespace());
    assert_eq!(functions, contract.methods.keys().filter(sendable).count());
    assert_eq!(structs, contract.types.len());
});
