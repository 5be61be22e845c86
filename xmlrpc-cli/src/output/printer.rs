//! `OutputOptions` and `Printer`: writes results as the options say.

use super::{Form, ValuePath, filter::Filter, json::for_terminal, pretty, sink::Sink, table, xml};
use crate::{
    connect::ReplyReading,
    context::Context,
    exit::{Attempt, Exit, Failure},
    text, typed,
};
use std::path::PathBuf;
use xmlrpc::{Options, Value};

/// The options about the result.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct OutputOptions {
    /// The form of the result: pretty, json, jsonl, table, typed, xml or raw [default: pretty on a
    /// terminal, else json]
    #[arg(short = 'o', value_name = "FORM")]
    pub form: Option<Form>,
    /// Filter the result with an expression of jq; with jsonl, row by row
    #[arg(long, value_name = "EXPR")]
    pub jq: Option<String>,
    /// Write strings without quotes, as jq -r
    #[arg(short = 'r', long)]
    pub raw_output: bool,
    /// Write the result to a file; a base64 result as its bytes
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The array inside the result whose elements are rows, such as `[2]` or `result.items`
    #[arg(long, value_name = "PATH")]
    pub rows: Option<ValuePath>,
    /// The columns of a table
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub columns: Vec<String>,
}

impl OutputOptions {
    /// Returns the form that results have.
    #[must_use]
    pub fn form(&self, context: &Context) -> Form {
        match self.form {
            Some(form) => form,
            None if !self.columns.is_empty() => Form::Table,
            None if self.output.is_none() && context.terminal.stdout => Form::Pretty,
            None => Form::Json,
        }
    }

    /// Returns how the reply of a call is read.
    #[must_use]
    pub fn reading(&self, context: &Context) -> ReplyReading {
        match self.form(context) {
            Form::Raw | Form::Jsonl => ReplyReading::Passing,
            _ if self.writes_bytes() => ReplyReading::Passing,
            _ => ReplyReading::Whole,
        }
    }

    /// Returns whether a base64 result is written as its bytes.
    #[must_use]
    pub fn writes_bytes(&self) -> bool {
        self.output.is_some() && self.form.is_none() && self.jq.is_none() && self.rows.is_none()
    }

    /// Prepares the output before anything is sent: compiles the filter and opens the file.
    ///
    /// # Errors
    /// [`Exit::Usage`] if the options cannot be used.
    pub fn prepare(&self, after_call: bool, context: &Context) -> Attempt<Printer> {
        let form = self.form(context);
        if matches!(form, Form::Xml | Form::Raw) && (self.jq.is_some() || self.rows.is_some()) {
            let option = if self.jq.is_some() { "--jq" } else { "--rows" };
            return Err(Failure::usage(format!(
                "{option} needs a value, and -o xml and -o raw write a document"
            )));
        }
        let filter = match &self.jq {
            Some(code) => Some(Filter::compile(code).map_err(|error| {
                Failure::usage(format!("--jq: {error}"))
                    .with_remedy("nothing was sent; the language is that of jq")
            })?),
            None => None,
        };
        let sink = match &self.output {
            Some(path) => Sink::file(path, after_call)?,
            None => Sink::standard(after_call),
        };
        Ok(Printer {
            form,
            filter,
            raw_output: self.raw_output,
            rows: self.rows.clone(),
            columns: self.columns.clone(),
            writes_bytes: self.writes_bytes(),
            to_terminal: self.output.is_none() && context.terminal.stdout,
            sink,
            after_call,
            warned: false,
            context: context.clone(),
        })
    }
}

/// Writes results in the form that the options ask for.
#[expect(
    clippy::struct_excessive_bools,
    reason = "most are options of the command line, and all are independent"
)]
pub struct Printer {
    form: Form,
    filter: Option<Filter>,
    raw_output: bool,
    rows: Option<ValuePath>,
    columns: Vec<String>,
    writes_bytes: bool,
    to_terminal: bool,
    sink: Sink,
    after_call: bool,
    /// Whether the user knows that members were left out.
    warned: bool,
    context: Context,
}

impl Printer {
    /// Returns the form that is written.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// Returns the path to the rows.
    #[must_use]
    pub fn rows_path(&self) -> Option<&ValuePath> {
        self.rows.as_ref()
    }

    /// Writes a result.
    ///
    /// # Errors
    /// [`Exit::Unknown`] if it cannot be written after a call.
    pub fn print(&mut self, value: Value) -> Attempt {
        if self.writes_bytes
            && let Value::Base64(bytes) = &value
        {
            self.sink.write(bytes)?;
            return self.sink.flush();
        }
        let value = match &self.rows {
            None => value,
            Some(path) => path.take(value).ok_or_else(|| {
                self.misfit(
                    format!("the result has nothing at {}", path.as_str()),
                    "see the result with -o typed",
                )
            })?,
        };
        match (self.form, value) {
            (Form::Jsonl, Value::Array(rows)) => {
                for row in rows {
                    self.row(&row)?;
                }
            }
            (Form::Jsonl, other) => self.row(&other)?,
            (Form::Table, value) => {
                let value = self.table_of(value)?;
                self.table(&value)?;
            }
            (_, value) => self.filtered(&value)?,
        }
        self.sink.flush()
    }

    /// Returns a function that writes what is held back to standard output, for the time before a wait.
    pub fn flusher(&self) -> impl FnMut() + Send + 'static {
        self.sink.flusher()
    }

    /// Writes the bytes of a base64 result as they arrive.
    pub fn bytes_writer(&mut self) -> impl std::io::Write + '_ {
        self.sink.writer()
    }

    /// Returns whether a base64 result is written as its bytes.
    #[must_use]
    pub fn writes_bytes(&self) -> bool {
        self.writes_bytes
    }

    /// Writes one row of `-o jsonl`, after the filter.
    ///
    /// # Errors
    /// [`Exit::Unknown`] if it cannot be written after a call.
    pub fn row(&mut self, row: &Value) -> Attempt {
        self.filtered(row)
    }

    /// Writes a document for `-o raw`. A terminal gets no controls.
    ///
    /// # Errors
    /// [`Exit::Unknown`] if it cannot be written after a call.
    pub fn raw(&mut self, document: &[u8]) -> Attempt {
        self.raw_part(document)?;
        self.sink.flush()
    }

    /// Writes a part of a document for `-o raw`.
    ///
    /// # Errors
    /// [`Exit::Unknown`] if it cannot be written after a call.
    pub fn raw_part(&mut self, part: &[u8]) -> Attempt {
        if self.to_terminal {
            self.sink.write(text::safe_bytes(part).as_bytes())
        } else {
            self.sink.write(part)
        }
    }

    /// Writes a document of this program's own encoder, indented, for `-o xml`.
    ///
    /// # Errors
    /// [`Exit::Unknown`] if it cannot be written after a call.
    pub fn document(&mut self, document: &str) -> Attempt {
        self.text(&xml::indented(document))?;
        self.sink.flush()
    }

    /// Writes everything that is held back.
    ///
    /// # Errors
    /// [`Exit::Unknown`] if it cannot be written after a call.
    pub fn flush(&mut self) -> Attempt {
        self.sink.flush()
    }

    fn filtered(&mut self, value: &Value) -> Attempt {
        let Some(filter) = self.filter.take() else { return self.one(value) };
        let outcome = filter.run(value, |output| self.one(&output).map_err(Stop::Output));
        self.filter = Some(filter);
        outcome.map_err(|stop| self.stopped(stop))
    }

    /// Returns the rows of a table, after the filter.
    fn table_of(&mut self, value: Value) -> Attempt<Value> {
        let Some(filter) = &self.filter else { return Ok(value) };
        let mut outputs = Vec::new();
        filter
            .run(&value, |output| {
                outputs.push(output);
                Ok(())
            })
            .map_err(|stop| self.stopped(stop))?;
        Ok(match <[Value; 1]>::try_from(outputs) {
            Ok([rows @ Value::Array(_)]) => rows,
            Ok([other]) => Value::Array(vec![other]),
            Err(outputs) => Value::Array(outputs),
        })
    }

    fn stopped(&self, stop: Stop) -> Failure {
        match stop {
            Stop::Output(failure) => failure,
            Stop::Filter(text) => self.misfit(format!("--jq: {text}"), "see the result with -o json"),
        }
    }

    /// Makes the failure of a result that does not fit the options. A call that was made may have run.
    fn misfit(&self, message: String, remedy: &str) -> Failure {
        let exit = if self.after_call { Exit::Unknown } else { Exit::Usage };
        Failure::new(exit, message).with_remedy(remedy)
    }

    /// Writes one value.
    fn one(&mut self, value: &Value) -> Attempt {
        if self.raw_output
            && let Value::String(text) = value
        {
            self.text(text)?;
            return self.sink.write(b"\n");
        }
        match self.form {
            Form::Pretty => {
                let text = pretty::write(
                    value,
                    self.context.terminal.color && self.to_terminal || self.is_colored(),
                );
                self.sink.write(text.as_bytes())?;
                self.sink.write(b"\n")
            }
            Form::Json | Form::Jsonl => {
                self.warn_of_duplicates(value);
                self.json(typed::write_plain(value))
            }
            Form::Typed => self.json(typed::write(value)),
            Form::Table => self.table(value),
            Form::Xml | Form::Raw => {
                let options = Options::new().allow_none(true).allow_i8(true);
                let document = xmlrpc::response::encode(value, options)
                    .map_err(|error| self.misfit(error.to_string(), "see the reply with -o raw"))?;
                self.text(&xml::indented(&document))
            }
        }
    }

    /// Returns whether the user asked for colours where there is no terminal.
    fn is_colored(&self) -> bool {
        self.context.terminal.color
    }

    fn json(&mut self, json: String) -> Attempt {
        let mut line = if self.to_terminal { for_terminal(&json) } else { json };
        line.push('\n');
        self.sink.write(line.as_bytes())
    }

    fn table(&mut self, value: &Value) -> Attempt {
        let width = if self.to_terminal { self.context.terminal.width() } else { None };
        let text = table::write(value, &self.columns, width)
            .map_err(|error| self.misfit(error, "name the columns with --columns"))?;
        self.text(&text)
    }

    /// Writes text. A terminal gets no controls.
    fn text(&mut self, text: &str) -> Attempt {
        if self.to_terminal {
            self.sink.write(text::safe(text).as_bytes())
        } else {
            self.sink.write(text.as_bytes())
        }
    }

    fn warn_of_duplicates(&mut self, value: &Value) {
        if !self.warned && typed::has_duplicates(value) {
            self.warned = true;
            self.context.messages.warning(
                "a struct has several members of one name, and the last one is kept; \
                 -o typed shows all of them",
            );
        }
    }
}

/// Why a filter stopped.
enum Stop {
    Filter(String),
    Output(Failure),
}

impl From<String> for Stop {
    fn from(text: String) -> Self {
        Self::Filter(text)
    }
}
