//! The grammar of the attributes: keys, what they take, and where they belong.
use crate::{
    case::{RULES, RenameRule},
    duration,
    report::Report,
};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::{fmt::Display, time::Duration};
use syn::{
    Attribute, Expr, ExprLit, ExprUnary, Ident, Lit, LitBool, LitStr, Meta, Path, Token, UnOp,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum KeyPosition {
    Trait,
    Method,
    Parameter,
    Enum,
    Variant,
}

/// Every key, and where it belongs.
const KEYS: [(KeyPosition, &[&str]); 5] = [
    (KeyPosition::Trait, &["prefix", "rename_all", "client", "server", "envelope", "crate"]),
    (KeyPosition::Method, &["name", "idempotent", "timeout", "params", "envelope", "with"]),
    (KeyPosition::Parameter, &["optional", "rename", "with"]),
    (KeyPosition::Enum, &["crate"]),
    (KeyPosition::Variant, &["code", "message", "other"]),
];

impl KeyPosition {
    fn known(self) -> &'static [&'static str] {
        KEYS.iter().find(|(position, _)| *position == self).map_or(&[], |(_, keys)| keys)
    }

    /// As the messages call it.
    fn describe(self) -> &'static str {
        match self {
            Self::Trait => "the trait, in `#[xmlrpc::api(..)]`",
            Self::Method => "a method",
            Self::Parameter => "a parameter",
            Self::Enum => "the enum",
            Self::Variant => "a variant",
        }
    }
}

/// One `key` or `key = value`.
pub(crate) struct KeyValue {
    pub(crate) key: Ident,
    value: Option<KeyArgument>,
}

enum KeyArgument {
    Text(LitStr),
    Path(Path),
    Expr(Box<Expr>),
}

impl ToTokens for KeyArgument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(tokens),
            Self::Path(path) => path.to_tokens(tokens),
            Self::Expr(expr) => expr.to_tokens(tokens),
        }
    }
}

impl Parse for KeyValue {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any)?;
        if !input.peek(Token![=]) {
            if input.is_empty() || input.peek(Token![,]) {
                return Ok(Self { key, value: None });
            }
            return Err(input.error(format!("expected `{key}`, `{key} = ..` and a comma between them")));
        }
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            KeyArgument::Text(input.parse()?)
        } else if !input.peek(LitBool) && (input.peek(Ident::peek_any) || input.peek(Token![::])) {
            KeyArgument::Path(input.call(Path::parse_mod_style)?)
        } else {
            KeyArgument::Expr(input.parse()?)
        };
        Ok(Self { key, value: Some(value) })
    }
}

impl KeyValue {
    fn wrong(&self, report: &mut Report, expected: impl Display) {
        match &self.value {
            Some(value) => report.at(value, format!("`{}` takes {expected}", self.key)),
            None => report.at(&self.key, format!("`{}` takes {expected}", self.key)),
        }
    }

    fn flag(&self, report: &mut Report) -> bool {
        if self.value.is_some() {
            self.wrong(report, format!("no value: write `{}`", self.key));
        }
        true
    }

    fn text(&self, report: &mut Report, example: &str) -> Option<LitStr> {
        if let Some(KeyArgument::Text(text)) = &self.value {
            return Some(text.clone());
        }
        self.wrong(report, format!("a string: write `{} = \"{example}\"`", self.key));
        None
    }

    /// A path, bare or in a string as serde writes it.
    fn path(&self, report: &mut Report, example: &str) -> Option<Path> {
        match &self.value {
            Some(KeyArgument::Path(path)) => return Some(path.clone()),
            Some(KeyArgument::Text(text)) => {
                if let Ok(path) = text.parse_with(Path::parse_mod_style) {
                    return Some(path);
                }
            }
            _ => {}
        }
        self.wrong(report, format!("a path: write `{} = {example}`", self.key));
        None
    }

    fn ident(&self, report: &mut Report, example: &str) -> Option<Ident> {
        if let Some(KeyArgument::Path(path)) = &self.value
            && let Some(ident) = path.get_ident()
        {
            return Some(ident.clone());
        }
        self.wrong(report, format!("a name: write `{} = {example}`", self.key));
        None
    }
}

/// Parses one list of pairs; refuses unknown keys (naming the known ones), misplaced keys and repeated keys.
fn key_values(
    position: KeyPosition,
    list: TokenStream,
    seen: &mut Vec<String>,
    report: &mut Report,
) -> Vec<KeyValue> {
    let parsed = match Punctuated::<KeyValue, Token![,]>::parse_terminated.parse2(list) {
        Ok(parsed) => parsed,
        Err(error) => {
            report.syn(error);
            return Vec::new();
        }
    };
    parsed.into_iter().filter(|pair| accepted(position, &pair.key, seen, report)).collect()
}

fn accepted(position: KeyPosition, key: &Ident, seen: &mut Vec<String>, report: &mut Report) -> bool {
    let name = key.to_string();
    if position.known().contains(&name.as_str()) {
        if seen.contains(&name) {
            report.at(key, format!("`{name}` is given twice: keep one"));
            return false;
        }
        seen.push(name);
        return true;
    }
    let home = KEYS.iter().find(|(_, keys)| keys.contains(&name.as_str()));
    let known = position.known().iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    match home {
        Some((home, _)) => {
            let (home, here) = (home.describe(), position.describe());
            report.at(key, format!("`{name}` belongs on {home}; {here} takes {known}"));
        }
        None => report.at(key, format!("unknown key `{name}`, expected one of {known}")),
    }
    false
}

/// The pairs of every `#[xmlrpc(..)]` among `attributes`.
pub(crate) fn helper_key_values(
    position: KeyPosition,
    attributes: &[Attribute],
    report: &mut Report,
) -> Vec<KeyValue> {
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_helper(attribute)) {
        match &attribute.meta {
            Meta::List(list) => all.extend(key_values(position, list.tokens.clone(), &mut seen, report)),
            _ => report.at(attribute, "expected `#[xmlrpc(..)]` with the keys in parentheses"),
        }
    }
    all
}

/// Whether this is an `#[xmlrpc(..)]`.
pub(crate) fn is_helper(attribute: &Attribute) -> bool {
    attribute.path().is_ident("xmlrpc")
}

/// `#[xmlrpc::api(..)]`.
#[derive(Default)]
pub(crate) struct ApiAttr {
    pub(crate) prefix: Option<LitStr>,
    pub(crate) rename_all: Option<RenameRule>,
    pub(crate) client: Option<Ident>,
    /// The word `server`, for its span.
    pub(crate) server: Option<Ident>,
    pub(crate) envelope: Option<Path>,
    pub(crate) krate: Option<Path>,
}

impl ApiAttr {
    pub(crate) fn parse(list: TokenStream, report: &mut Report) -> Self {
        let mut attr = Self::default();
        for pair in key_values(KeyPosition::Trait, list, &mut Vec::new(), report) {
            match pair.key.to_string().as_str() {
                "prefix" => attr.prefix = pair.text(report, "examples."),
                "rename_all" => attr.rename_all = rule(&pair, report),
                "client" => attr.client = pair.ident(report, "ExamplesClient"),
                "server" => attr.server = pair.flag(report).then_some(pair.key),
                "envelope" => attr.envelope = pair.path(report, "path::to::Envelope"),
                _ => attr.krate = pair.path(report, "path::to::xmlrpc"),
            }
        }
        attr
    }
}

fn rule(pair: &KeyValue, report: &mut Report) -> Option<RenameRule> {
    let text = pair.text(report, "camelCase")?;
    let rule = RenameRule::named(&text.value());
    if rule.is_none() {
        let known = RULES.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        report.at(&text, format!("unknown rule {:?}, expected one of {known}", text.value()));
    }
    rule
}

/// `#[xmlrpc(..)]` on a method.
#[derive(Default)]
pub(crate) struct MethodAttr {
    pub(crate) name: Option<LitStr>,
    pub(crate) idempotent: bool,
    pub(crate) timeout: Option<Duration>,
    pub(crate) params_as_struct: bool,
    pub(crate) envelope: Option<Path>,
    /// The serde module of the result.
    pub(crate) with: Option<Path>,
}

impl MethodAttr {
    pub(crate) fn parse(attributes: &[Attribute], report: &mut Report) -> Self {
        let mut attr = Self::default();
        for pair in helper_key_values(KeyPosition::Method, attributes, report) {
            match pair.key.to_string().as_str() {
                "name" => attr.name = pair.text(report, "getState"),
                "idempotent" => attr.idempotent = pair.flag(report),
                "timeout" => attr.timeout = timeout(&pair, report),
                "params" => attr.params_as_struct = as_struct(&pair, report),
                "envelope" => attr.envelope = pair.path(report, "path::to::Envelope"),
                _ => attr.with = pair.path(report, "path::to::module"),
            }
        }
        attr
    }
}

fn timeout(pair: &KeyValue, report: &mut Report) -> Option<Duration> {
    let text = pair.text(report, "5s")?;
    duration::parse(&text.value()).map_err(|message| report.at(&text, message)).ok()
}

fn as_struct(pair: &KeyValue, report: &mut Report) -> bool {
    match pair.text(report, "struct") {
        Some(text) if text.value() == "struct" => true,
        Some(text) => {
            report.at(
                &text,
                "`params` takes \"struct\": all parameters by name, as one struct; \
                 leave it out to send them by position",
            );
            false
        }
        None => false,
    }
}

/// `#[xmlrpc(..)]` on a parameter.
#[derive(Default)]
pub(crate) struct ParamAttr {
    /// The word `optional`, for its span.
    pub(crate) optional: Option<Ident>,
    pub(crate) rename: Option<LitStr>,
    pub(crate) with: Option<Path>,
}

impl ParamAttr {
    pub(crate) fn parse(attributes: &[Attribute], report: &mut Report) -> Self {
        let mut attr = Self::default();
        for pair in helper_key_values(KeyPosition::Parameter, attributes, report) {
            match pair.key.to_string().as_str() {
                "optional" => attr.optional = pair.flag(report).then_some(pair.key),
                "rename" => attr.rename = pair.text(report, "name"),
                _ => attr.with = pair.path(report, "path::to::module"),
            }
        }
        attr
    }
}

/// `#[xmlrpc(crate = path)]` on an enum.
pub(crate) fn enum_crate(attributes: &[Attribute], report: &mut Report) -> Option<Path> {
    let pairs = helper_key_values(KeyPosition::Enum, attributes, report);
    pairs.first().and_then(|pair| pair.path(report, "path::to::xmlrpc"))
}

/// `#[xmlrpc(..)]` on a variant.
#[derive(Default)]
pub(crate) struct VariantAttr {
    pub(crate) code: Option<(i32, Ident)>,
    pub(crate) message: Option<LitStr>,
    pub(crate) other: Option<Ident>,
}

impl VariantAttr {
    pub(crate) fn parse(attributes: &[Attribute], report: &mut Report) -> Self {
        let mut attr = Self::default();
        for pair in helper_key_values(KeyPosition::Variant, attributes, report) {
            match pair.key.to_string().as_str() {
                "code" => attr.code = code(&pair, report).map(|code| (code, pair.key)),
                "message" => attr.message = pair.text(report, "no such process"),
                _ => attr.other = pair.flag(report).then_some(pair.key),
            }
        }
        attr
    }
}

fn code(pair: &KeyValue, report: &mut Report) -> Option<i32> {
    let code = match &pair.value {
        Some(KeyArgument::Expr(expr)) => integer(expr),
        _ => None,
    };
    if code.is_none() {
        pair.wrong(report, "an integer that fits `i32`: write `code = 10`");
    }
    code
}

fn integer(expr: &Expr) -> Option<i32> {
    let (literal, negative) = match expr {
        Expr::Group(group) => return integer(&group.expr),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => (&**expr, true),
        literal => (literal, false),
    };
    let Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) = literal else { return None };
    let number: i64 = number.base10_parse().ok()?;
    i32::try_from(if negative { -number } else { number }).ok()
}
