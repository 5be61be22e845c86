//! `call`: makes one call and writes its result.

use crate::{
    arguments::{self, ArgumentReader, Arguments},
    connect::{ConnectOptions, Connection},
    context::Context,
    contracts,
    exit::{Attempt, Exit},
    output::{Form, OutputOptions, Printer},
    target::{self, Target},
    text, typed,
    words::Word,
};
use std::{
    io::{Write as _, stdout},
    path::PathBuf,
};
use xmlrpc::{Options, Value};

/// Call a method and print its result; `call` may be left out in front of a target
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = SHORT_HELP, after_long_help = LONG_HELP)]
pub struct CallArgs {
    /// The server: a url, :PORT, host:port, host/path, or a name of targets.toml
    #[arg(value_name = "TARGET")]
    pub target: String,
    /// The method
    #[arg(value_name = "METHOD")]
    pub method: String,
    /// The arguments: 5, 2.5, true, null, [1,"a"], {"a":1} as JSON; anything else is a string; see --help
    #[arg(value_name = "ARGS")]
    pub written: Vec<String>,
    /// The options that are arguments of the remote method.
    #[command(flatten)]
    pub arguments: ArgumentOptions,
    /// Show what would be sent, with its types; send nothing
    #[arg(long)]
    pub explain: bool,
    /// The options about the result.
    #[command(flatten)]
    pub output: OutputOptions,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
    /// The arguments, as the argument grammar reads them.
    #[arg(skip)]
    pub words: Vec<Word>,
}

/// The options that are arguments of the remote method.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Arguments")]
pub struct ArgumentOptions {
    /// One struct as the parameter at this place, up to the next option or --
    #[arg(long = "struct", value_name = "ITEM", num_args = 0.., id = "struct_items")]
    pub struct_items: Vec<String>,
    /// Every following word is a string, exactly as it is written
    #[arg(long = "strings")]
    pub strings: bool,
    /// A keyword argument: name=text, name:=ARG or name@file; may be repeated
    #[arg(long = "kw", value_name = "ITEM")]
    pub keywords: Vec<String>,
    /// All parameters, as a JSON array in a file, or in standard input (-)
    #[arg(long, value_name = "FILE", id = "arguments_file")]
    pub arguments: Option<PathBuf>,
}

const SHORT_HELP: &str = "\
Examples:
  xmlrpc :8000 add 1 2
  xmlrpc :8000 user.find '{\"name\":\"ada\"}' -o table";

const LONG_HELP: &str = "\
Arguments:
  5  -3  2.5  true  null  [1,\"a\"]  {\"a\":1}  \"5\"      what JSON says, if the whole word is JSON
  s:5  i:5  i8:5  d:5  b:1  t:2026-12-01T10:00:00     exactly that type
  x:00ff  nil:  json:TEXT                             base64 in hex, nil, JSON
  @file  @-  =@file  =@-                              a file or standard input, as base64 or as text
  env:NAME                                            a variable; no message ever shows its value
  anything else                                       a string

In scripts, data must not be read as code: write s:\"$x\", or --strings in front of all data.
An argument that begins with - and is not a number comes after --.

Examples:
  xmlrpc :8000 add 1 2
  xmlrpc unix:///run/supervisor.sock supervisor.getAllProcessInfo -o table --columns name,statename
  xmlrpc :8000 wp.uploadFile 1 \"$WP_USER\" env:WP_PASS --struct name=a.png type=image/png bits@a.png
  xmlrpc :8000 note.add --strings \"$TITLE\" \"$TEXT\"
  xmlrpc call :8000 add 1 2 --explain";

/// Makes one call and writes its result.
///
/// # Errors
/// A [`Failure`](crate::exit::Failure) with the exit code of the call.
pub fn run(args: &CallArgs, context: &Context) -> Attempt {
    let target = target::resolve(&args.target, context)?;
    let arguments = read_arguments(args, &target, context)?;
    if args.explain {
        return explain(args, &target, &arguments, context);
    }
    let mut printer = args.output.prepare(true, context)?;
    let reading = args.output.reading(context);
    let connection = args.connect.connect(&target, reading, context)?;
    call(&connection, &args.method, &arguments, &mut printer)
}

/// Reads the arguments of a call, with what is known of its method.
///
/// # Errors
/// [`Exit::Usage`] if they cannot be read.
pub fn read_arguments(args: &CallArgs, target: &Target, context: &Context) -> Attempt<Arguments> {
    let known = if args.connect.no_contract {
        None
    } else {
        contracts::load(target, args.connect.contract.as_deref())?
    };
    let dialect = args.connect.dialect(target);
    ArgumentReader::new(&args.method, dialect, known.as_ref(), context).read(
        &args.words,
        &args.arguments.keywords,
        args.arguments.arguments.as_deref(),
    )
}

/// Makes one call with a connection and writes its result.
///
/// # Errors
/// A [`Failure`](crate::exit::Failure) with the exit code of the call.
pub fn call(connection: &Connection, method: &str, arguments: &Arguments, printer: &mut Printer) -> Attempt {
    let result = connection.call(method, &arguments.values);
    print(result, connection, method, arguments, printer)
}

/// Writes the result of a call.
///
/// # Errors
/// A [`Failure`](crate::exit::Failure) with the exit code of the call.
pub fn print(
    result: Attempt<Value>,
    connection: &Connection,
    method: &str,
    arguments: &Arguments,
    printer: &mut Printer,
) -> Attempt {
    if printer.form() == Form::Raw
        && let Some(reply) = connection.last_reply()
    {
        // The document is what was asked for, whatever it says. The exit code still says what it was.
        printer.raw(&reply.body)?;
        return result.map(drop);
    }
    let value = result.map_err(|failure| match failure.exit() {
        Exit::Fault if arguments.guessed => {
            let sent = arguments::describe(&arguments.values);
            failure.with_remedy(format!("sent: {method}({sent}); to state a type write s:5, d:5 or i8:5"))
        }
        Exit::Fault => match &arguments.misfit {
            Some(misfit) => failure.with_remedy(misfit.clone()),
            None => failure,
        },
        _ => failure,
    })?;
    printer.print(value)
}

/// Shows what would be sent.
///
/// # Errors
/// [`Exit::Usage`] if it could not be sent.
pub fn explain(args: &CallArgs, target: &Target, arguments: &Arguments, context: &Context) -> Attempt {
    use std::fmt::Write as _;
    let mut shown = String::new();
    let _ = writeln!(shown, "target  {}", target.url_without_user());
    let _ = writeln!(shown, "method  {}", args.method);
    for value in &target.settings.leading {
        let _ = writeln!(shown, "leading {} ***", contracts::kind_of(value));
    }
    for (index, value) in arguments.values.iter().enumerate() {
        let _ = writeln!(shown, "param {} {:<8} {}", index + 1, contracts::kind_of(value), written(value));
    }
    let options: Options = args.connect.options(target);
    let body = xmlrpc::call::encode(&args.method, &arguments.values, options)
        .map_err(|error| crate::exit::Failure::usage(error.to_string()))?;
    let _ = write!(shown, "\n{}", crate::output::indented(&body));
    let masked = context.secrets.mask(&shown);
    let safe = if context.terminal.stdout { text::safe(&masked).into_owned() } else { masked };
    stdout()
        .lock()
        .write_all(safe.as_bytes())
        .map_err(|error| crate::exit::Failure::writing("standard output", &error, false))
}

fn written(value: &Value) -> String {
    if *value == Value::Nil { String::new() } else { typed::write(value) }
}
