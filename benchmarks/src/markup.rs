//! Documents as other programs write them. The code of the measured crates is not used.

use crate::data::{Page, Partner, Queued, Record, Written};
use std::fmt::Write;

/// Which program writes the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// CPython's `xmlrpc.client`: a newline after most end tags, `<int>`, base64 in lines.
    Python,
    /// No white space between tags, base64 in one line.
    Compact,
    /// Every tag on its own line, indented by two spaces, and `<i4>`: XML-RPC.NET, XML libraries.
    Indented,
}

/// A value before it is encoded.
#[derive(Clone, Debug)]
pub enum Tree {
    Int(i32),
    Bool(bool),
    Double(f64),
    Text(String),
    Date(String),
    Blob(Vec<u8>),
    List(Vec<Tree>),
    Map(Vec<(&'static str, Tree)>),
}

impl From<&Record> for Tree {
    fn from(record: &Record) -> Self {
        let text = |text: &String| Tree::Text(text.clone());
        Tree::Map(vec![
            ("id", Tree::Int(record.id)),
            ("name", text(&record.name)),
            ("active", Tree::Bool(record.active)),
            ("price", Tree::Double(record.price)),
            ("created", Tree::Date(record.created.clone())),
            ("tags", Tree::List(record.tags.iter().map(text).collect())),
            ("partner", Tree::List(vec![Tree::Int(record.partner.0), text(&record.partner.1)])),
            ("note", text(&record.note)),
            (
                "address",
                Tree::Map(vec![
                    ("city", text(&record.address.city)),
                    ("zip", text(&record.address.zip)),
                    ("country_id", Tree::Int(record.address.country_id)),
                ]),
            ),
        ])
    }
}

impl From<&Page> for Tree {
    fn from(page: &Page) -> Self {
        Tree::Map(vec![("id", Tree::Int(page.id)), ("body", Tree::Text(page.body.clone()))])
    }
}

impl From<&Partner> for Tree {
    fn from(partner: &Partner) -> Self {
        Tree::Map(vec![
            ("name", Tree::Text(partner.name.clone())),
            ("id", Tree::Int(partner.id)),
            ("active", Tree::Bool(partner.active)),
        ])
    }
}

impl From<&Written> for Tree {
    fn from(written: &Written) -> Self {
        Tree::Map(vec![
            ("id", Tree::Int(written.id)),
            ("name", Tree::Text(written.name.clone())),
            ("state", Tree::Text(written.state.clone())),
        ])
    }
}

impl From<&Queued> for Tree {
    fn from(queued: &Queued) -> Self {
        Tree::Map(vec![
            ("methodName", Tree::Text(queued.method.into())),
            (
                "params",
                Tree::List(vec![
                    Tree::Int(queued.task),
                    Tree::Text(queued.host.clone()),
                    Tree::Map(vec![
                        ("strict", Tree::Bool(queued.query.strict)),
                        ("queryOpts", Tree::Int(queued.query.options)),
                    ]),
                ]),
            ),
        ])
    }
}

impl From<&i32> for Tree {
    fn from(int: &i32) -> Self {
        Tree::Int(*int)
    }
}

impl From<&f64> for Tree {
    fn from(double: &f64) -> Self {
        Tree::Double(*double)
    }
}

/// Collects the items in an array.
pub fn list<'a, T: 'a>(items: impl IntoIterator<Item = &'a T>) -> Tree
where
    Tree: From<&'a T>,
{
    Tree::List(items.into_iter().map(Tree::from).collect())
}

/// Writes a `<methodResponse>` with one value.
#[must_use]
pub fn response(value: &Tree, style: Style) -> String {
    document("methodResponse", None, std::slice::from_ref(value), style)
}

/// Writes a `<methodCall>`.
#[must_use]
pub fn call(method: &str, params: &[Tree], style: Style) -> String {
    document("methodCall", Some(method), params, style)
}

/// Writes a `<value>` that is not in a call or a response.
#[must_use]
pub fn value(value: &Tree, style: Style) -> String {
    let mut out = Writer { out: String::new(), style, depth: 0 };
    out.value(value);
    out.out
}

fn document(root: &str, method: Option<&str>, params: &[Tree], style: Style) -> String {
    let mut out = Writer { out: "<?xml version='1.0'?>".into(), style, depth: 0 };
    out.line();
    out.open(root);
    if let Some(method) = method {
        out.element("methodName", method);
        out.line();
    }
    out.open("params");
    for param in params {
        out.open("param");
        out.value(param);
        out.close("param");
    }
    out.close("params");
    out.close(root);
    out.out
}

struct Writer {
    out: String,
    style: Style,
    depth: usize,
}

impl Writer {
    /// Ends the line and indents the next one.
    fn line(&mut self) {
        if self.style != Style::Compact {
            self.out.push('\n');
        }
        if self.style == Style::Indented {
            self.out.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn open(&mut self, tag: &str) {
        self.out.push('<');
        self.out += tag;
        self.out.push('>');
        self.depth += 1;
        self.line();
    }

    /// Writes the end tag of an element whose content ended with [`line`](Self::line).
    fn close(&mut self, tag: &str) {
        self.depth -= 1;
        if self.style == Style::Indented {
            self.out.truncate(self.out.trim_end().len());
            self.line();
        }
        self.out += "</";
        self.out += tag;
        self.out.push('>');
        self.line();
    }

    fn element(&mut self, tag: &str, content: &str) {
        let _ = write!(self.out, "<{tag}>{content}</{tag}>");
    }

    /// Writes a `<value>`. CPython breaks the line after it and not inside.
    fn value(&mut self, value: &Tree) {
        let indented = self.style == Style::Indented;
        if indented {
            self.open("value");
        } else {
            self.out += "<value>";
        }
        self.content(value);
        if indented {
            self.line();
            self.close("value");
        } else {
            self.out += "</value>";
            self.line();
        }
    }

    fn content(&mut self, value: &Tree) {
        match value {
            Tree::Int(int) => {
                self.element(if self.style == Style::Indented { "i4" } else { "int" }, &int.to_string())
            }
            Tree::Bool(yes) => self.element("boolean", if *yes { "1" } else { "0" }),
            Tree::Double(double) => self.element("double", &double.to_string()),
            Tree::Date(date) => self.element("dateTime.iso8601", date),
            Tree::Text(text) => {
                self.element("string", &text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"))
            }
            Tree::Blob(bytes) => self.element("base64", &base64(bytes, self.style)),
            Tree::List(items) => {
                self.out += "<array>";
                self.inside_array();
                self.open("data");
                items.iter().for_each(|item| self.value(item));
                self.close_inside("data");
                if self.style == Style::Indented {
                    self.depth -= 1;
                    self.line();
                }
                self.out += "</array>";
            }
            Tree::Map(members) => {
                self.open("struct");
                for (name, value) in members {
                    self.open("member");
                    self.element("name", name);
                    self.line();
                    self.value(value);
                    self.close("member");
                }
                self.close_inside("struct");
            }
        }
    }

    fn inside_array(&mut self) {
        if self.style == Style::Indented {
            self.depth += 1;
            self.line();
        }
    }

    /// [`close`](Self::close) without the end of the line, because CPython continues on it.
    fn close_inside(&mut self, tag: &str) {
        self.close(tag);
        self.out.truncate(self.out.trim_end().len());
    }
}

/// Encodes in base64. CPython breaks the lines after 76 digits, and before and after the whole.
fn base64(bytes: &[u8], style: Style) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len() * 3 / 2);
    for (index, group) in bytes.chunks(3).enumerate() {
        if style == Style::Python && index % 19 == 0 {
            out.push('\n');
        }
        let bits =
            group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for digit in 0..4 {
            let pad = digit > group.len();
            out.push(if pad { '=' } else { char::from(DIGITS[(bits >> (18 - 6 * digit) & 63) as usize]) });
        }
    }
    if style == Style::Python {
        out.push('\n');
    }
    out
}
