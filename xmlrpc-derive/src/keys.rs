//! The keys of `#[xmlrpc::api(…)]` and `#[xmlrpc(…)]`: where each belongs, and which value it takes.
//!
//! A new key is one line in `keys!`, a field of the struct of its position, and an arm in the `match` beside
//! that struct.
use crate::{
    case::{RULES, RenameRule},
    duration,
    pretty::pretty,
    report::Report,
};
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::{fmt::Display, time::Duration};
use syn::{
    Attribute, Expr, ExprLit, ExprUnary, Ident, Lit, LitBool, LitStr, Meta, Path, Token, Type, UnOp,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
};

/// Where a key may stand.
#[derive(Clone, Copy)]
enum KeyPosition {
    Trait,
    Method,
    Parameter,
    Enum,
    Variant,
}

impl KeyPosition {
    /// Names the position in messages.
    fn describe(self) -> &'static str {
        match self {
            Self::Trait => "the trait (in `#[xmlrpc::api(..)]`)",
            Self::Method => "a method",
            Self::Parameter => "a parameter",
            Self::Enum => "the enum",
            Self::Variant => "a variant",
        }
    }
}

/// The keys that one position takes.
trait AttrKey: Copy + 'static {
    /// The position that takes them.
    const POSITION: KeyPosition;
    /// Every key, with its name.
    const ALL: &'static [(&'static str, Self)];
}

/// Makes one enum of the keys of each position. Because each position has its own enum, its `match` needs no
/// `_` arm, and the compiler finds a key that was added here and forgotten there.
macro_rules! keys {
    ($($position:ident as $keys:ident { $($key:ident = $name:literal),* })*) => {
        $(
            #[derive(Clone, Copy)]
            enum $keys {
                $($key,)*
            }
            impl AttrKey for $keys {
                const POSITION: KeyPosition = KeyPosition::$position;
                const ALL: &'static [(&'static str, Self)] = &[$(($name, Self::$key)),*];
            }
        )*
        impl KeyPosition {
            const ALL: &'static [Self] = &[$(Self::$position),*];

            /// Returns the names of the keys that this position takes.
            fn key_names(self) -> &'static [&'static str] {
                match self {
                    $(Self::$position => &[$($name),*],)*
                }
            }
        }
    };
}

keys! {
    Trait as TraitKey {
        Prefix = "prefix",
        RenameAll = "rename_all",
        Client = "client",
        Server = "server",
        Envelope = "envelope",
        Params = "params",
        Dyn = "dyn",
        Crate = "crate"
    }
    Method as MethodKey {
        Name = "name",
        Idempotent = "idempotent",
        Timeout = "timeout",
        Params = "params",
        Envelope = "envelope",
        Rows = "rows",
        Row = "row",
        With = "with"
    }
    Parameter as ParamKey {
        Optional = "optional",
        Rest = "rest",
        Rename = "rename",
        With = "with"
    }
    Enum as EnumKey {
        Crate = "crate"
    }
    Variant as VariantKey {
        Code = "code",
        Message = "message",
        Read = "read",
        Write = "write",
        Fault = "fault",
        Other = "other"
    }
}

/// One `key` or `key = value`, as the user wrote it.
struct WrittenKey {
    name: Ident,
    value: Option<KeyArgument>,
}

/// One `key` or `key = value`, with the key recognized.
struct KeyValue<K> {
    key: K,
    written: WrittenKey,
}

/// The value after the `=`.
enum KeyArgument {
    Text(LitStr),
    Path(Path),
    Type(Box<Type>),
    Expr(Box<Expr>),
}

impl ToTokens for KeyArgument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(tokens),
            Self::Path(path) => path.to_tokens(tokens),
            Self::Type(ty) => ty.to_tokens(tokens),
            Self::Expr(expr) => expr.to_tokens(tokens),
        }
    }
}

impl Parse for WrittenKey {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        if !input.peek(Token![=]) {
            if input.is_empty() || input.peek(Token![,]) {
                return Ok(Self { name, value: None });
            }
            return Err(input.error(format!("expected `=` or a comma after `{name}`")));
        }
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            KeyArgument::Text(input.parse()?)
        } else if name == "row" && !input.peek(Lit) {
            // The only key whose value is a type.
            KeyArgument::Type(input.parse()?)
        } else if !input.peek(LitBool) && (input.peek(Ident::peek_any) || input.peek(Token![::])) {
            KeyArgument::Path(input.call(Path::parse_mod_style)?)
        } else {
            KeyArgument::Expr(input.parse()?)
        };
        Ok(Self { name, value: Some(value) })
    }
}

impl WrittenKey {
    /// Reports a value of the wrong kind, or a missing one.
    fn wrong(&self, report: &mut Report, expected: &str, example: impl Display) {
        let name = &self.name;
        match &self.value {
            Some(value) => {
                let found = pretty(value);
                report.at(
                    value,
                    format!("expected {expected} for `{name}`, found `{found}`: write `{example}`"),
                );
            }
            None => {
                report.at(name, format!("expected {expected} for `{name}`, found none: write `{example}`"));
            }
        }
    }

    /// Checks that the key has no value.
    fn flag(&self, report: &mut Report) -> bool {
        if self.value.is_some() {
            self.wrong(report, "no value", &self.name);
        }
        true
    }

    /// Returns a string.
    fn text(&self, report: &mut Report, example: &str) -> Option<LitStr> {
        if let Some(KeyArgument::Text(text)) = &self.value {
            return Some(text.clone());
        }
        self.wrong(report, "a string", format!("{} = \"{example}\"", self.name));
        None
    }

    /// Returns a path, which is written bare, or in a string as in serde's attributes.
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
        self.wrong(report, "a path", format!("{} = {example}", self.name));
        None
    }

    /// Returns a type, which is written bare or in a string.
    fn ty(&self, report: &mut Report, example: &str) -> Option<Type> {
        match &self.value {
            Some(KeyArgument::Type(ty)) => return Some((**ty).clone()),
            Some(KeyArgument::Text(text)) => {
                if let Ok(ty) = text.parse() {
                    return Some(ty);
                }
            }
            _ => {}
        }
        self.wrong(report, "a type", format!("{} = {example}", self.name));
        None
    }

    /// Returns a single name.
    fn ident(&self, report: &mut Report, example: &str) -> Option<Ident> {
        if let Some(KeyArgument::Path(path)) = &self.value
            && let Some(ident) = path.get_ident()
        {
            return Some(ident.clone());
        }
        self.wrong(report, "a name", format!("{} = {example}", self.name));
        None
    }
}

/// Parses one list of keys, and reports those that are unknown, misplaced or repeated. `seen` collects the
/// names of the list, and of other lists at the same place.
fn key_values<K: AttrKey>(
    list: TokenStream,
    seen: &mut Vec<String>,
    report: &mut Report,
) -> Vec<KeyValue<K>> {
    let parsed = match Punctuated::<WrittenKey, Token![,]>::parse_terminated.parse2(list) {
        Ok(parsed) => parsed,
        Err(error) => {
            report.syn(error);
            return Vec::new();
        }
    };
    parsed
        .into_iter()
        .filter_map(|written| {
            let key = known_key(&written.name, seen, report)?;
            Some(KeyValue { key, written })
        })
        .collect()
}

/// Recognizes a key by its name, or reports why it cannot stand here.
fn known_key<K: AttrKey>(word: &Ident, seen: &mut Vec<String>, report: &mut Report) -> Option<K> {
    let name = word.to_string();
    let Some((_, key)) = K::ALL.iter().find(|(known, _)| *known == name) else {
        let known =
            K::POSITION.key_names().iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        match KeyPosition::ALL.iter().find(|position| position.key_names().contains(&name.as_str())) {
            Some(home) => {
                let (home, here) = (home.describe(), K::POSITION.describe());
                report.at(word, format!("`{name}` belongs on {home}: {here} takes {known}"));
            }
            None => report.at(word, format!("unknown key `{name}`, expected one of {known}")),
        }
        return None;
    };
    if seen.contains(&name) {
        report.at(word, format!("`{name}` is given twice: remove one"));
        return None;
    }
    seen.push(name);
    Some(*key)
}

/// Parses the keys of every `#[xmlrpc(..)]` in `attributes`.
fn helper_key_values<K: AttrKey>(attributes: &[Attribute], report: &mut Report) -> Vec<KeyValue<K>> {
    let mut seen = Vec::new();
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_helper(attribute)) {
        match &attribute.meta {
            Meta::List(list) => all.extend(key_values(list.tokens.clone(), &mut seen, report)),
            _ => report.at(attribute, "expected `#[xmlrpc(..)]` with the keys in parentheses"),
        }
    }
    all
}

/// Returns whether this is `#[xmlrpc(..)]`, the helper attribute of both macros.
pub(crate) fn is_helper(attribute: &Attribute) -> bool {
    attribute.path().is_ident("xmlrpc")
}

/// The keys of the trait, `#[xmlrpc::api(..)]`.
#[derive(Default)]
pub(crate) struct ApiAttr {
    pub(crate) prefix: Option<LitStr>,
    pub(crate) rename_all: Option<RenameRule>,
    pub(crate) client: Option<Ident>,
    /// The word `server`, whose span is where mistakes of the server are reported.
    pub(crate) server: Option<Ident>,
    pub(crate) envelope: Option<Path>,
    /// Whether every method sends its parameters by name.
    pub(crate) params_as_struct: bool,
    /// The word `dyn`. It is present if the trait gets a twin that can be an object.
    pub(crate) dyn_word: Option<Ident>,
    pub(crate) krate: Option<Path>,
}

impl ApiAttr {
    pub(crate) fn parse(list: TokenStream, report: &mut Report) -> Self {
        let mut attr = Self::default();
        for KeyValue { key, written } in key_values(list, &mut Vec::new(), report) {
            match key {
                TraitKey::Prefix => attr.prefix = written.text(report, "examples."),
                TraitKey::RenameAll => attr.rename_all = rule(&written, report),
                TraitKey::Client => attr.client = written.ident(report, "ExamplesClient"),
                TraitKey::Server => attr.server = written.flag(report).then_some(written.name),
                TraitKey::Envelope => attr.envelope = written.path(report, "path::to::Envelope"),
                TraitKey::Params => attr.params_as_struct = as_struct(&written, report),
                TraitKey::Dyn => attr.dyn_word = written.flag(report).then_some(written.name),
                TraitKey::Crate => attr.krate = written.path(report, "path::to::xmlrpc"),
            }
        }
        attr
    }
}

fn rule(written: &WrittenKey, report: &mut Report) -> Option<RenameRule> {
    let text = written.text(report, "camelCase")?;
    let rule = RenameRule::named(&text.value());
    if rule.is_none() {
        let known = RULES.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        report
            .at(&text, format!("unknown rule {:?} for `rename_all`, expected one of {known}", text.value()));
    }
    rule
}

/// The keys of a method, `#[xmlrpc(..)]`.
#[derive(Default)]
pub(crate) struct MethodAttr {
    pub(crate) name: Option<LitStr>,
    pub(crate) idempotent: bool,
    pub(crate) timeout: Option<Duration>,
    pub(crate) params_as_struct: bool,
    pub(crate) envelope: Option<Path>,
    /// Where the rows of the result are, if the client can read them one by one.
    pub(crate) rows: Option<RowsAttr>,
    /// The type of a row, and the word `row`.
    pub(crate) row: Option<(Type, Ident)>,
    /// The module that reads and writes the result, in serde's style.
    pub(crate) with: Option<Path>,
}

impl MethodAttr {
    pub(crate) fn parse(attributes: &[Attribute], report: &mut Report) -> Self {
        let mut attr = Self::default();
        for KeyValue { key, written } in helper_key_values(attributes, report) {
            match key {
                MethodKey::Name => attr.name = written.text(report, "getState"),
                MethodKey::Idempotent => attr.idempotent = written.flag(report),
                MethodKey::Timeout => attr.timeout = timeout(&written, report),
                MethodKey::Params => attr.params_as_struct = as_struct(&written, report),
                MethodKey::Envelope => attr.envelope = written.path(report, "path::to::Envelope"),
                MethodKey::Rows => attr.rows = rows(written, report),
                MethodKey::Row => {
                    attr.row = written.ty(report, "Build").map(|ty| (ty, written.name));
                }
                MethodKey::With => attr.with = written.path(report, "path::to::module"),
            }
        }
        attr
    }
}

/// The key `rows`.
pub(crate) struct RowsAttr {
    pub(crate) word: Ident,
    /// The path to the list in the result. `None` if the result is the list.
    pub(crate) path: Option<LitStr>,
}

fn rows(written: WrittenKey, report: &mut Report) -> Option<RowsAttr> {
    let path = match &written.value {
        None => None,
        Some(_) => Some(written.text(report, "[2]")?),
    };
    Some(RowsAttr { word: written.name, path })
}

fn timeout(written: &WrittenKey, report: &mut Report) -> Option<Duration> {
    let text = written.text(report, "5s")?;
    duration::parse(&text.value()).map_err(|message| report.at(&text, message)).ok()
}

fn as_struct(written: &WrittenKey, report: &mut Report) -> bool {
    match written.text(report, "struct") {
        Some(text) if text.value() == "struct" => true,
        Some(text) => {
            report.at(
                &text,
                format!(
                    "expected \"struct\" for `params`, found {:?}: \
                     \"struct\" sends all parameters by name, as one struct; \
                     remove `params` to send them by position",
                    text.value()
                ),
            );
            false
        }
        None => false,
    }
}

/// The keys of a parameter, `#[xmlrpc(..)]`.
#[derive(Default)]
pub(crate) struct ParamAttr {
    /// The word `optional`. It is present if the parameter may be left out.
    pub(crate) optional: Option<Ident>,
    /// The word `rest`. It is present if the elements of the parameter are parameters on the wire.
    pub(crate) rest: Option<Ident>,
    pub(crate) rename: Option<LitStr>,
    /// The module that writes and reads the parameter, in serde's style.
    pub(crate) with: Option<Path>,
}

impl ParamAttr {
    pub(crate) fn parse(attributes: &[Attribute], report: &mut Report) -> Self {
        let mut attr = Self::default();
        for KeyValue { key, written } in helper_key_values(attributes, report) {
            match key {
                ParamKey::Optional => attr.optional = written.flag(report).then_some(written.name),
                ParamKey::Rest => attr.rest = written.flag(report).then_some(written.name),
                ParamKey::Rename => attr.rename = written.text(report, "name"),
                ParamKey::With => attr.with = written.path(report, "path::to::module"),
            }
        }
        attr
    }
}

/// Parses `#[xmlrpc(crate = path)]` on an enum.
pub(crate) fn enum_crate(attributes: &[Attribute], report: &mut Report) -> Option<Path> {
    let mut krate = None;
    for KeyValue { key, written } in helper_key_values(attributes, report) {
        match key {
            EnumKey::Crate => krate = written.path(report, "path::to::xmlrpc"),
        }
    }
    krate
}

/// The keys of a variant, `#[xmlrpc(..)]`.
#[derive(Default)]
pub(crate) struct VariantAttr {
    /// The code, and the word `code`.
    pub(crate) code: Option<(CodeValue, Ident)>,
    pub(crate) message: Option<LitStr>,
    /// The function that reads the data of the variant from a fault, and the word `read`.
    pub(crate) read: Option<(Path, Ident)>,
    /// The function that writes the data of the variant as the text of a fault, and the word `write`.
    pub(crate) write: Option<(Path, Ident)>,
    /// The word `fault`. It is present if the variant holds every fault that no other variant takes.
    pub(crate) fault: Option<Ident>,
    /// The word `other`. It is present if the variant holds every other error.
    pub(crate) other: Option<Ident>,
}

impl VariantAttr {
    pub(crate) fn parse(attributes: &[Attribute], report: &mut Report) -> Self {
        let mut attr = Self::default();
        for KeyValue { key, written } in helper_key_values(attributes, report) {
            match key {
                VariantKey::Code => attr.code = code(&written, report).map(|code| (code, written.name)),
                VariantKey::Message => attr.message = written.text(report, "no such process"),
                VariantKey::Read => attr.read = function(written, report),
                VariantKey::Write => attr.write = function(written, report),
                VariantKey::Fault => attr.fault = written.flag(report).then_some(written.name),
                VariantKey::Other => attr.other = written.flag(report).then_some(written.name),
            }
        }
        attr
    }
}

/// The code of a variant.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum CodeValue {
    Number(i32),
    /// A code that is not a number, for servers that send words.
    Word(String),
}

impl Display for CodeValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => write!(f, "{word:?}"),
        }
    }
}

fn code(written: &WrittenKey, report: &mut Report) -> Option<CodeValue> {
    let code = match &written.value {
        Some(KeyArgument::Expr(expr)) => integer(expr).map(CodeValue::Number),
        Some(KeyArgument::Text(text)) => return word(text, report).map(CodeValue::Word),
        _ => None,
    };
    if code.is_none() {
        written.wrong(report, "an `i32` or a word", "code = 10");
    }
    code
}

/// Checks a code that is a word. A number in quotes comes from the wire as a number, so it would never match.
fn word(text: &LitStr, report: &mut Report) -> Option<String> {
    let word = text.value();
    if let Ok(number) = word.trim().parse::<i32>() {
        report.at(
            text,
            format!("a code in quotes is a word, and {word:?} is a number: write `code = {number}`"),
        );
        return None;
    }
    if word.trim() != word {
        report.at(text, format!("the white space around a code is not on the wire: write {:?}", word.trim()));
        return None;
    }
    Some(word)
}

/// Returns the path of a function, and the word before it.
fn function(written: WrittenKey, report: &mut Report) -> Option<(Path, Ident)> {
    written.path(report, "path::to::function").map(|path| (path, written.name))
}

/// Evaluates an integer literal, with a minus sign or without.
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
