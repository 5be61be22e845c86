//! `describe`: shows what is known of one method.

use super::introspection::{keep, without_leading};
use crate::{
    connect::{ConnectOptions, ReplyReading, TargetClient},
    context::Context,
    contracts,
    exit::{Attempt, Exit, Failure},
    target::{self, Target},
    text::safe,
};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    io::{Write as _, stdout},
    time::Duration,
};
use xmlrpc::contract::{Contract, LearnedFrom, Method, Nothing, Overload, Param, Struct, Type};
use xmlrpc_gen::{Output, Wishes, source::Answers};

const EXAMPLES: &str = "\
Examples:
  xmlrpc describe :9001 supervisor.startProcess
  xmlrpc describe :9001 supervisor.startProcess --rust";

/// Show the signature, the parameters and the documentation of a method, and where each was learned
///
/// Asks the server with system.methodSignature and system.methodHelp, Koji's _listapi or Robot Framework's
/// `get_keyword_arguments`. If the server cannot be reached, what was learned before is shown, with its age.
/// What a server says of its own parameters is often incomplete: optional ones may be missing.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES, mut_arg("contract", |arg| arg
    .help("Show what a contract file says, and ask nobody")), mut_arg("no_contract", |arg| arg.hide(true)))]
pub struct DescribeArgs {
    /// The server
    pub target: String,
    /// The method
    pub method: String,
    /// Show the method as `xmlrpc gen` writes it
    #[arg(long)]
    pub rust: bool,
    /// Ask the server, and do not fall back on what was learned before
    #[arg(long)]
    pub refresh: bool,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// Runs the verb.
///
/// # Errors
/// Those of a call. [`Exit::Fault`] if the server lists no such method.
pub fn run(args: &DescribeArgs, context: &Context) -> Attempt {
    let target = without_leading(target::resolve(&args.target, context)?);
    let contract = if args.connect.contract.is_some() || target.settings.contract.is_some() {
        contracts::load(&target, args.connect.contract.as_deref())?
            .map(|known| known.contract)
            .unwrap_or_default()
    } else {
        match connected(args, &target, context) {
            Ok(contract) => contract,
            Err(failure) if failure.exit() == Exit::Unsent && !args.refresh => {
                let known =
                    contracts::load(&target, None)?.filter(|known| known.method(&args.method).is_some());
                let Some(known) = known else { return Err(failure) };
                let age =
                    humantime::format_duration(Duration::from_secs(known.age.unwrap_or_default().as_secs()));
                context.messages.warning(&format!(
                    "the server cannot be reached; this was learned {age} ago \
                     (--refresh asks only the server)"
                ));
                known.contract
            }
            Err(failure) => return Err(failure),
        }
    };
    let mut shown = text(&args.method, &contract, &args.target)?;
    if args.rust {
        shown = rust(&args.method, &contract);
    }
    if context.terminal.stdout {
        shown = safe(&shown).into_owned();
    }
    let mut stdout = stdout().lock();
    stdout
        .write_all(shown.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::writing("standard output", &error, false))
}

fn connected(args: &DescribeArgs, target: &Target, context: &Context) -> Attempt<Contract> {
    let connection = args.connect.connect(target, ReplyReading::Whole, context)?;
    ask(&connection, target, &args.method, context)
}

/// Asks the server about one method, and returns what is known of all methods.
///
/// # Errors
/// Those of a call.
pub(crate) fn ask(
    connection: &TargetClient,
    target: &Target,
    method: &str,
    context: &Context,
) -> Attempt<Contract> {
    let client = connection.client();
    let mut answers = Answers::ask_names(client)?;
    answers.ask_about(client, &[method.to_owned()])?;
    let mut contract = match keep(target, &answers) {
        Ok(contract) => contract,
        Err(failure) => {
            context.messages.warning(failure.message());
            xmlrpc_gen::source::answers_contract(&answers)
        }
    };
    // The methods of the protocol are not part of an API, and can be described all the same.
    if !contract.methods.contains_key(method) && answers.names().iter().any(|name| name == method) {
        contract.methods.insert(method.to_owned(), protocol_method(method, &answers));
    }
    Ok(contract)
}

/// Returns what is known of a method as text.
///
/// # Errors
/// [`Exit::Fault`] if the server lists no such method.
pub(crate) fn text(name: &str, contract: &Contract, target: &str) -> Attempt<String> {
    if let Some(method) = contract.methods.get(name) {
        return Ok(describe(name, method, contract));
    }
    let failure = Failure::new(Exit::Fault, format!("the server lists no method {name}"));
    let near = target::nearest(name, contract.methods.keys().map(String::as_str));
    Err(match near {
        Some(near) => failure.with_remedy(format!("did you mean {near}?")),
        None => failure.with_remedy(format!("`xmlrpc methods {target}` lists them")),
    })
}

/// Returns what a server says of one of the `system.` methods.
fn protocol_method(name: &str, answers: &Answers) -> Method {
    let docs = answers.help.get(name).and_then(xmlrpc::Value::as_str).unwrap_or_default();
    Method { docs: docs.trim().to_owned(), sources: vec![LearnedFrom::Listed], ..Method::default() }
}

/// Returns a method as `gen` writes it, with the types that it needs.
fn rust(name: &str, contract: &Contract) -> String {
    let mut part = contract.clone();
    part.methods.retain(|known, _| known == name);
    let needed = part.methods.get(name).map(|method| structs_of(method, contract)).unwrap_or_default();
    part.types.retain(|known, _| needed.contains(known));
    Output::new("api").render(&part, &Wishes::default())
}

/// Returns a method in the form that its documentation would have.
fn describe(name: &str, method: &Method, contract: &Contract) -> String {
    let mut shown = String::new();
    let result = word(&method.result);
    if method.overloads.is_empty() {
        let _ = writeln!(shown, "{name}(…) -> {result}");
    }
    for list in &method.overloads {
        let _ = writeln!(shown, "{name}({}) -> {result}", parameters(list));
    }
    if !method.docs.is_empty() {
        shown.push('\n');
        for line in method.docs.lines() {
            let _ = writeln!(shown, "{}", format!("    {line}").trim_end());
        }
    }
    let documented: Vec<&Param> = method
        .overloads
        .first()
        .map_or(&[][..], |list| &list.params)
        .iter()
        .filter(|param| !param.docs.is_empty())
        .collect();
    let width = documented.iter().map(|param| param.name.chars().count()).max().unwrap_or(0);
    if !documented.is_empty() {
        shown.push('\n');
    }
    for param in documented {
        let docs = param.docs.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(shown, "    {:width$}  {docs}", param.name);
    }
    if !method.result_docs.is_empty() {
        let docs = method.result_docs.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(shown, "    returns  {docs}");
    }
    for struct_name in structs_of(method, contract) {
        if let Some(found) = contract.types.get(&struct_name) {
            let _ = write!(shown, "\n{}", struct_text(&struct_name, found));
        }
    }
    if !method.faults.is_empty() {
        let faults: Vec<String> = method
            .faults
            .iter()
            .map(|fault| {
                fault.name.as_ref().map_or(fault.code.to_string(), |name| format!("{} {name}", fault.code))
            })
            .collect();
        let _ = writeln!(shown, "\nfaults: {}", faults.join(", "));
    }
    let _ = writeln!(shown, "\nlearned from: {}", sources(method));
    if method.overloads.is_empty() {
        shown.push_str("The server does not say which parameters the method takes.\n");
    }
    shown
}

fn parameters(list: &Overload) -> String {
    let shown: Vec<String> = list
        .params
        .iter()
        .map(|param| {
            let mut shown = match (&*param.name, param.rest) {
                ("", _) => word(&param.ty),
                (name, _) => format!("{name}: {}", word(&param.ty)),
            };
            if param.rest {
                shown.push('…');
            }
            if let Some(default) = &param.default {
                let _ = write!(shown, " = {default}");
            }
            if param.optional && param.default.is_none() {
                shown = format!("[{shown}]");
            }
            shown
        })
        .collect();
    shown.join(", ")
}

fn struct_text(name: &str, found: &Struct) -> String {
    let mut shown = format!("{name} {{\n");
    for field in &found.fields {
        let optional = if field.optional { "?" } else { "" };
        let _ = write!(shown, "    {}{optional}: {}", field.name, word(&field.ty));
        if !field.docs.is_empty() {
            let _ = write!(shown, "  — {}", field.docs.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        shown.push('\n');
    }
    shown.push_str("}\n");
    shown
}

/// Returns a type in the words of XML-RPC.
fn word(ty: &Type) -> String {
    match ty {
        Type::Unknown | Type::Mixed => "any".to_owned(),
        Type::Unit => "nil".to_owned(),
        Type::Bool => "boolean".to_owned(),
        Type::Int => "int".to_owned(),
        Type::Long => "i8".to_owned(),
        Type::Double => "double".to_owned(),
        Type::Text => "string".to_owned(),
        Type::Date => "dateTime".to_owned(),
        Type::Base64 => "base64".to_owned(),
        Type::IntText => "string (an integer)".to_owned(),
        Type::DoubleText => "string (a number)".to_owned(),
        Type::BoolText => "string (true or false)".to_owned(),
        Type::List(item) if **item == Type::Unknown => "array".to_owned(),
        Type::List(item) => format!("array of {}", word(item)),
        Type::Tuple(items) => format!("[{}]", items.iter().map(word).collect::<Vec<_>>().join(", ")),
        Type::Map(value) if **value == Type::Unknown => "struct".to_owned(),
        Type::Map(value) => format!("struct of {}", word(value)),
        Type::Optional(inner) => format!("{} or nil", word(inner)),
        Type::OrNothing(nothing, inner) => {
            let nothing = match nothing {
                Nothing::EmptyText => "\"\"",
                Nothing::EmptyArray => "[]",
                Nothing::EmptyStruct => "{}",
                Nothing::False => "false",
            };
            format!("{} or {nothing}", word(inner))
        }
        Type::Struct(name) | Type::Rust(name) => name.clone(),
    }
}

fn sources(method: &Method) -> String {
    let words: Vec<String> = method
        .sources
        .iter()
        .map(|source| match source {
            LearnedFrom::Trait => "a trait".to_owned(),
            LearnedFrom::Listed => "the list of methods".to_owned(),
            LearnedFrom::Signature => {
                let all: Vec<String> = method.signatures.iter().map(|words| words.join(" ")).collect();
                format!("signature ({})", all.join("; "))
            }
            LearnedFrom::Docstring => "docstring".to_owned(),
            LearnedFrom::ListApi => "_listapi".to_owned(),
            LearnedFrom::Keywords => "get_keyword_arguments".to_owned(),
            LearnedFrom::FieldsGet => "fields_get".to_owned(),
            LearnedFrom::Wish => "wishes".to_owned(),
            LearnedFrom::Replies(1) => "1 reply".to_owned(),
            LearnedFrom::Replies(count) => format!("{count} replies"),
        })
        .collect();
    if words.is_empty() { "the list of methods".to_owned() } else { words.join(", ") }
}

/// Returns the names of the structs that a method takes and gives, also inside other structs.
fn structs_of(method: &Method, contract: &Contract) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let params = method.overloads.iter().flat_map(|list| &list.params).map(|param| &param.ty);
    for ty in params.chain([&method.result]) {
        add_structs(ty, contract, &mut found);
    }
    found
}

fn add_structs(ty: &Type, contract: &Contract, found: &mut BTreeSet<String>) {
    match ty {
        Type::Struct(name) if found.insert(name.clone()) => {
            let fields = contract.types.get(name).map_or(&[][..], |known| &known.fields);
            for field in fields {
                add_structs(&field.ty, contract, found);
            }
        }
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) | Type::OrNothing(_, inner) => {
            add_structs(inner, contract, found);
        }
        Type::Tuple(items) => items.iter().for_each(|item| add_structs(item, contract, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_in_the_words_of_the_protocol() {
        let param = |name: &str, ty: Type| Param { name: name.to_owned(), ty, ..Param::default() };
        let mut contract = Contract::default();
        contract.types.insert(
            "State".to_owned(),
            Struct {
                fields: vec![xmlrpc::contract::Field {
                    name: "code".to_owned(),
                    ty: Type::Int,
                    ..Default::default()
                }],
                ..Struct::default()
            },
        );
        let method = Method {
            overloads: vec![Overload {
                params: vec![
                    Param { docs: "Process  name".to_owned(), ..param("name", Type::Text) },
                    Param { optional: true, default: Some("True".to_owned()), ..param("wait", Type::Bool) },
                    Param { optional: true, ..param("", Type::List(Box::new(Type::Int))) },
                    Param { rest: true, ..param("more", Type::Unknown) },
                ],
            }],
            result: Type::Struct("State".to_owned()),
            docs: "Starts a process.".to_owned(),
            sources: vec![LearnedFrom::Signature, LearnedFrom::Docstring],
            signatures: vec![vec!["struct".to_owned(), "string".to_owned()]],
            ..Method::default()
        };
        assert_eq!(
            describe("sv.start", &method, &contract),
            "sv.start(name: string, wait: boolean = True, [array of int], more: any…) -> State\n\
             \n    Starts a process.\n\
             \n    name  Process name\n\
             \nState {\n    code: int\n}\n\
             \nlearned from: signature (struct string), docstring\n"
        );
    }
}
