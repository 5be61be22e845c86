//! Docstrings: parameters in the text of `system.methodHelp`.

use super::{Answers, wire_name::from_wire_name};
use crate::{Contract, Method, Overload, Param, Type};

/// Learns parameters and results from the conventions of docstrings:
///
/// * `@param string name  Process name`, `@return boolean result`, as supervisord has them;
/// * `:param name: text`, `:param int count: text`, `:type name: str`, `:return: text`, `:rtype: list`, as
///   Sphinx has them;
/// * a first line such as `add(a, b=2, *more)`.
#[must_use]
pub fn contract(answers: &Answers) -> Contract {
    let mut contract = Contract::default();
    for (name, value) in &answers.help {
        let Some(text) = value.as_str() else { continue };
        let docstring = Docstring::parse(text, name);
        if !docstring.says_something {
            continue;
        }
        let method = Method {
            overloads: docstring.overloads(),
            result: docstring.result,
            docs: docstring.text,
            result_docs: docstring.result_docs,
            ..Method::default()
        };
        contract.methods.insert(name.clone(), method);
    }
    contract
}

/// A docstring taken apart.
#[derive(Debug, Default)]
struct Docstring {
    text: String,
    params: Vec<Param>,
    result: Type,
    result_docs: String,
    /// Whether the parameters of the call were said at all.
    has_params: bool,
    says_something: bool,
}

/// What the lines that follow a tag continue.
enum OpenPart {
    Text,
    Param(usize),
    Result,
    Ignored,
}

impl Docstring {
    fn parse(text: &str, method: &str) -> Self {
        let mut docstring = Self::default();
        let mut open = OpenPart::Text;
        for (number, line) in text.trim().lines().enumerate() {
            let line = line.trim();
            if number == 0 && docstring.read_call(line, method) {
                continue;
            }
            if let Some(opened) = docstring.read_tag(line) {
                open = opened;
                docstring.says_something = true;
                continue;
            }
            match open {
                OpenPart::Text => push_line(&mut docstring.text, line),
                OpenPart::Param(at) => push_words(&mut docstring.params[at].docs, line),
                OpenPart::Result => push_words(&mut docstring.result_docs, line),
                OpenPart::Ignored => {}
            }
        }
        docstring.text.truncate(docstring.text.trim_end().len());
        docstring
    }

    fn overloads(&self) -> Vec<Overload> {
        if self.has_params { vec![Overload { params: self.params.clone() }] } else { Vec::new() }
    }

    fn param(&mut self, name: &str) -> usize {
        self.has_params = true;
        let name = name.trim_start_matches('*');
        self.params.iter().position(|param| param.name == name).unwrap_or_else(|| {
            self.params.push(Param { name: name.to_owned(), ..Param::default() });
            self.params.len() - 1
        })
    }

    /// `name(a, b=2, *more) => int`, if the line is the call of this method.
    fn read_call(&mut self, line: &str, method: &str) -> bool {
        let Some((name, rest)) = line.split_once('(') else { return false };
        let Some((list, after)) = rest.rsplit_once(')') else { return false };
        let own_name = method.rsplit('.').next().unwrap_or(method);
        let is_call = name == method || name == own_name;
        let after =
            after.trim().trim_start_matches("->").trim_start_matches("=>").trim_start_matches(':').trim();
        if !is_call || list.contains('(') || (!after.is_empty() && from_wire_name(after).is_none()) {
            return false;
        }
        self.has_params = true;
        self.says_something = true;
        if let Some(ty) = from_wire_name(after) {
            self.result = ty;
        }
        for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let (name, default) = match word.split_once('=') {
                Some((name, default)) => (name.trim(), Some(default.trim().to_owned())),
                None => (word, None),
            };
            let name = name.split_once(':').map_or(name, |(name, _)| name);
            if name == "self" || name.starts_with("**") {
                continue;
            }
            if !is_name(name.trim_start_matches('*')) {
                self.params.clear();
                self.has_params = false;
                return false;
            }
            let at = self.param(name);
            self.params[at].optional = default.is_some();
            self.params[at].default = default;
            self.params[at].rest = name.starts_with('*');
        }
        true
    }

    fn read_tag(&mut self, line: &str) -> Option<OpenPart> {
        if let Some(rest) = line.strip_prefix("@param ") {
            let (first, rest) = word(rest);
            let (second, text) = word(rest);
            return Some(match from_wire_name(first) {
                Some(ty) if is_name(second) => self.typed_param(second, ty, text),
                _ if is_name(first) => self.typed_param(first, Type::Unknown, rest),
                _ => OpenPart::Ignored,
            });
        }
        if let Some(rest) = line.strip_prefix("@return ").or_else(|| line.strip_prefix("@returns ")) {
            let (first, rest) = word(rest);
            let text = match from_wire_name(first) {
                Some(ty) => {
                    self.result = ty;
                    // The name of the result.
                    word(rest).1
                }
                None => rest,
            };
            text.clone_into(&mut self.result_docs);
            return Some(OpenPart::Result);
        }
        let (field, text) = line.strip_prefix(':')?.split_once(':')?;
        let text = text.trim();
        let words: Vec<&str> = field.split_whitespace().collect();
        Some(match words[..] {
            ["param" | "parameter" | "arg" | "argument", name] => self.typed_param(name, Type::Unknown, text),
            ["param" | "parameter" | "arg" | "argument", ty, name] => {
                self.typed_param(name, from_wire_name(ty).unwrap_or_default(), text)
            }
            ["type", name] => {
                let at = self.param(name);
                self.params[at].ty = from_wire_name(text).unwrap_or_default();
                OpenPart::Ignored
            }
            ["return" | "returns"] => {
                text.clone_into(&mut self.result_docs);
                OpenPart::Result
            }
            ["rtype"] => {
                self.result = from_wire_name(text).unwrap_or_default();
                OpenPart::Ignored
            }
            ["raises" | "raise" | "except" | "exception", ..] => OpenPart::Ignored,
            _ => return None,
        })
    }

    fn typed_param(&mut self, name: &str, ty: Type, text: &str) -> OpenPart {
        let at = self.param(name);
        let param = &mut self.params[at];
        if ty != Type::Unknown {
            param.ty = ty;
        }
        push_words(&mut param.docs, text);
        OpenPart::Param(at)
    }
}

/// The first word, and what follows.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start())
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && word.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn push_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

fn push_words(text: &mut String, line: &str) {
    if !text.is_empty() && !line.is_empty() {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::Docstring;
    use crate::Type;

    /// As supervisord answered `system.methodHelp("supervisor.startProcess")`.
    #[test]
    fn epydoc_as_supervisord_writes_it() {
        let text = " Start a process\n\n    \
                    @param string name Process name (or ``group:name``, or ``group:*``)\n    \
                    @param boolean wait Wait for process to be fully started\n    \
                    @return boolean result     Always true unless error\n\n    ";
        let docstring = Docstring::parse(text, "supervisor.startProcess");
        assert_eq!(docstring.text, "Start a process");
        let params: Vec<_> = docstring.params.iter().map(|p| (&*p.name, &p.ty, &*p.docs)).collect();
        assert_eq!(
            params,
            [
                ("name", &Type::Text, "Process name (or ``group:name``, or ``group:*``)"),
                ("wait", &Type::Bool, "Wait for process to be fully started"),
            ]
        );
        assert_eq!((docstring.result, &*docstring.result_docs), (Type::Bool, "Always true unless error"));
    }

    #[test]
    fn fields_as_sphinx_has_them() {
        let text = "Finds users.\n\n:param name: part of the name,\n    in any case\n\
                    :type name: str\n:param int limit: how many\n\
                    :return: the users\n:rtype: list\n:raises KeyError: never";
        let docstring = Docstring::parse(text, "find");
        let params: Vec<_> = docstring.params.iter().map(|p| (&*p.name, &p.ty, &*p.docs)).collect();
        assert_eq!(
            params,
            [("name", &Type::Text, "part of the name, in any case"), ("limit", &Type::Int, "how many")]
        );
        assert_eq!(docstring.text, "Finds users.");
        assert_eq!(docstring.result_docs, "the users");
        assert_eq!(docstring.result, Type::List(Box::new(Type::Unknown)));
    }

    #[test]
    fn a_first_line_that_is_the_call() {
        let docstring = Docstring::parse("echo(a, b=None, *more)\nGives back what it got.", "lab.echo");
        let params: Vec<_> =
            docstring.params.iter().map(|p| (&*p.name, p.optional, p.default.as_deref(), p.rest)).collect();
        assert_eq!(
            params,
            [("a", false, None, false), ("b", true, Some("None"), false), ("more", false, None, true)]
        );
        assert_eq!(docstring.text, "Gives back what it got.");
        assert_eq!(Docstring::parse("add(x, y) => int", "add").result, Type::Int);
        assert!(Docstring::parse("none()", "none").has_params);
    }

    #[test]
    fn prose_is_not_a_call() {
        for text in ["Adds (a, b) to it.", "add (if you can)", "other(a)", "add(a) adds a to b", ""] {
            let docstring = Docstring::parse(text, "add");
            assert!(!docstring.has_params && !docstring.says_something, "{text}");
            assert_eq!(docstring.text, text);
        }
    }
}
