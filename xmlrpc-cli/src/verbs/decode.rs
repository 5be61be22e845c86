//! `decode`: reads a document, offline.

mod report;

use super::batch::fault_value;
use crate::{
    context::Context,
    dialect::Dialect,
    exit::{Attempt, Exit, Failure, has_root},
    output::{Form, OutputOptions},
};
use std::{
    fs,
    io::{Read as _, stdin},
    path::{Path, PathBuf},
};
use xmlrpc::{Fault, Options, Struct, Value, call, response};

/// Read a document, offline: a call, a reply, a fault or a single value
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct DecodeArgs {
    /// The document; standard input without it
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The kind of program that wrote the document
    #[arg(long, value_name = "NAME")]
    pub dialect: Option<Dialect>,
    /// The options about the result.
    #[command(flatten)]
    pub output: OutputOptions,
}

const HELP: &str = "\
A call is printed as {\"method\", \"params\"}, a fault as {\"fault\": {…}}, and a reply as its value.
For a bad document, the message shows the place and what would make the document right.

Examples:
  xmlrpc decode reply.xml
  xmlrpc decode -o typed < call.xml
  curl -s … | xmlrpc decode --jq '.[0].name'";

/// Reads a document and prints what it says.
///
/// # Errors
/// [`Exit::Response`] if it is not XML-RPC, [`Exit::Document`] if it begins as XML-RPC but cannot be read.
pub fn run(args: &DecodeArgs, context: &Context) -> Attempt {
    let (name, document) = read(args.file.as_deref())?;
    let options = args.dialect.unwrap_or_default().options().max_len(usize::MAX);
    let mut printer = args.output.prepare(false, context)?;
    if printer.form() == Form::Raw {
        return printer.raw(&document);
    }
    let decoded = decode(&document, options).map_err(|error| failure(&error, &document, &name, context))?;
    if printer.form() == Form::Xml {
        let options = options.allow_none(true).allow_i8(true);
        let document = decoded.encode(options).map_err(|error| Failure::usage(error.to_string()))?;
        return printer.document(&document);
    }
    printer.print(decoded.into_value())
}

fn read(file: Option<&Path>) -> Attempt<(String, Vec<u8>)> {
    if let Some(file) = file.filter(|file| *file != Path::new("-")) {
        let bytes = fs::read(file).map_err(|error| Failure::reading(file.display(), &error))?;
        return Ok((file.display().to_string(), bytes));
    }
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes).map_err(|error| Failure::reading("standard input", &error))?;
    Ok(("<stdin>".to_owned(), bytes))
}

/// What a document says.
enum Decoded {
    Call { method: String, params: Vec<Value> },
    Fault(Fault),
    Reply(Value),
    Value(Value),
}

/// Reads a document of any kind.
fn decode(document: &[u8], options: Options) -> Result<Decoded, xmlrpc::format::Error> {
    match root(document) {
        Some("methodCall") => {
            let call = call::decode(document, options)?;
            Ok(Decoded::Call { method: call.method().to_owned(), params: call.params()? })
        }
        Some("value") => options.from_slice(document).map(Decoded::Value),
        _ => Ok(match response::decode::<Value>(document, options)? {
            Ok(value) => Decoded::Reply(value),
            Err(fault) => Decoded::Fault(fault),
        }),
    }
}

/// Returns the name of the root, if the document is in an encoding that shows it.
fn root(document: &[u8]) -> Option<&'static str> {
    let start = String::from_utf8_lossy(&document[..document.len().min(4096)]).replace('\0', "");
    if has_root(&start) {
        return Some("methodResponse");
    }
    let tag = |name: &str| has_root(&start.replace(name, "methodResponse"));
    ["methodCall", "value"].into_iter().find(|name| start.contains(&format!("<{name}")) && tag(name))
}

impl Decoded {
    fn into_value(self) -> Value {
        match self {
            Self::Call { method, params } => {
                let mut call = Struct::new();
                call.push("method", method);
                call.push("params", Value::Array(params));
                Value::Struct(call)
            }
            Self::Fault(fault) => {
                let mut outer = Struct::new();
                outer.push("fault", fault_value(&fault));
                Value::Struct(outer)
            }
            Self::Reply(value) | Self::Value(value) => value,
        }
    }

    fn encode(&self, options: Options) -> Result<String, xmlrpc::format::Error> {
        match self {
            Self::Call { method, params } => call::encode(method, params, options),
            Self::Fault(fault) => response::encode_fault(fault, options),
            Self::Reply(value) => response::encode(value, options),
            Self::Value(value) => options.to_string(value),
        }
    }
}

fn failure(error: &xmlrpc::format::Error, document: &[u8], name: &str, context: &Context) -> Failure {
    let exit = match error.kind() {
        xmlrpc::format::ErrorKind::Limit => Exit::Limit,
        _ if root(document).is_some() => Exit::Document,
        _ => Exit::Response,
    };
    let failure = Failure::new(exit, error.to_string());
    match report::write(error, document, name, context.terminal.stderr_color) {
        Some(report) => failure.with_report(report),
        None => failure,
    }
}
