//! `encode`: writes the body of a call, offline.

use super::call::ArgumentOptions;
use crate::{
    arguments::ArgumentReader,
    context::Context,
    contracts,
    dialect::Dialect,
    exit::{Attempt, Failure},
    output::{Form, OutputOptions},
    target::Target,
    words::Word,
};
use std::path::PathBuf;

/// Write the body of a call, offline; decode reads it back
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = HELP)]
pub struct EncodeArgs {
    /// The method
    #[arg(value_name = "METHOD")]
    pub method: String,
    /// The arguments, as `call` takes them
    #[arg(value_name = "ARGS")]
    pub written: Vec<String>,
    /// The options that are arguments of the remote method.
    #[command(flatten)]
    pub arguments: ArgumentOptions,
    /// Write the body indented (xml) instead of as it is sent (raw)
    #[arg(short = 'o', value_name = "FORM")]
    pub form: Option<Form>,
    /// Write the body to a file
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The kind of server
    #[arg(long, value_name = "NAME")]
    pub dialect: Option<Dialect>,
    /// Take the parameters' types from a contract file
    #[arg(long, value_name = "FILE")]
    pub contract: Option<PathBuf>,
    /// The arguments, as the argument grammar reads them.
    #[arg(skip)]
    pub words: Vec<Word>,
}

const HELP: &str = "\
Examples:
  xmlrpc encode add 1 2
  xmlrpc encode add 1 2 | xmlrpc decode
  xmlrpc encode add 1 2 | curl --data-binary @- -H 'Content-Type: text/xml' URL";

/// Writes the body of a call.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the arguments cannot be read or written.
pub fn run(args: &EncodeArgs, context: &Context) -> Attempt {
    let form = match args.form {
        None | Some(Form::Raw) => Form::Raw,
        Some(Form::Xml) => Form::Xml,
        Some(_) => {
            return Err(Failure::usage("encode writes a document: -o raw as it is sent, or -o xml indented"));
        }
    };
    let dialect = args.dialect.unwrap_or_default();
    let known = match &args.contract {
        Some(file) => contracts::load(&Target::default(), Some(file))?,
        None => None,
    };
    let arguments = ArgumentReader::new(&args.method, dialect, known.as_ref(), context).read(
        &args.words,
        &args.arguments.keywords,
        args.arguments.arguments.as_deref(),
    )?;
    let options = dialect.options().allow_none(true).allow_i8(true);
    let body = xmlrpc::call::encode_to_vec(&args.method, &arguments.values, options)
        .map_err(|error| Failure::usage(error.to_string()))?;
    let output = OutputOptions { form: Some(form), output: args.output.clone(), ..OutputOptions::default() };
    let mut printer = output.prepare(false, context)?;
    match (form, String::from_utf8(body)) {
        (Form::Xml, Ok(document)) => printer.document(&document),
        (_, Ok(document)) => printer.raw(format!("{}\n", document.trim_end()).as_bytes()),
        (_, Err(other)) => printer.raw(other.as_bytes()),
    }
}
