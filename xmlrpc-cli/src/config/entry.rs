//! `Entry`: what a file says of one target.

use super::{ConfigValue, SecretSource};
use crate::{context::Context, dialect::Dialect, exit::Attempt, nearest::nearest};
use clap::ValueEnum as _;
use std::path::{Path, PathBuf};

/// The keys that a project's file may have before the user trusts it.
pub const UNTRUSTED_KEYS: [&str; 2] = ["url", "dialect"];

/// All keys of an entry.
const KEYS: [&str; 13] = [
    "url", "dialect", "auth", "bearer", "header", "leading", "login", "envelope", "proxy", "insecure",
    "cacert", "cert", "contract",
];

/// What a file says of one target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The url.
    pub url: String,
    /// What kind of server it is.
    pub dialect: Option<Dialect>,
    /// The user and the password of basic auth.
    pub auth: Option<AuthEntry>,
    /// The token of bearer auth.
    pub bearer: Option<SecretSource>,
    /// The headers of each request.
    pub headers: Vec<(String, SecretSource)>,
    /// The parameters in front of every call's own.
    pub leading: Vec<ConfigValue>,
    /// The call that gives the first leading parameter.
    pub login: Option<LoginEntry>,
    /// The envelope around every result.
    pub envelope: Option<String>,
    /// The url of a proxy.
    pub proxy: Option<String>,
    /// Whether certificates are not checked.
    pub insecure: bool,
    /// A file with certificates that are trusted.
    pub cacert: Option<PathBuf>,
    /// A file with the client's certificate and key.
    pub cert: Option<PathBuf>,
    /// A file with the contract.
    pub contract: Option<PathBuf>,
}

/// A user and a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthEntry {
    /// The user.
    pub user: String,
    /// The password. Without one it is asked for.
    pub password: Option<SecretSource>,
}

/// A call whose result becomes the first leading parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct LoginEntry {
    /// The method.
    pub method: String,
    /// Its parameters.
    pub params: Vec<ConfigValue>,
}

impl LoginEntry {
    /// Gets the parameters with their secrets.
    ///
    /// # Errors
    /// As [`SecretSource::read`].
    pub fn read_params(&self, context: &Context) -> Attempt<Vec<xmlrpc::Value>> {
        self.params.iter().map(|param| param.read(context)).collect()
    }
}

impl Entry {
    /// Reads an entry. Paths in it are relative to `folder`.
    ///
    /// # Errors
    /// A text that names the key and says what was expected.
    pub fn from_toml(table: &toml::Table, folder: &Path) -> Result<Self, String> {
        let mut entry = Self::default();
        for (key, value) in table {
            entry.set(key, value, folder).map_err(|wrong| format!("`{key}`: {wrong}"))?;
        }
        if entry.url.is_empty() {
            return Err("expected the key `url`".to_owned());
        }
        if entry.auth.is_some() && entry.bearer.is_some() {
            return Err("expected `auth` or `bearer`, found both".to_owned());
        }
        Ok(entry)
    }

    fn set(&mut self, key: &str, value: &toml::Value, folder: &Path) -> Result<(), String> {
        match key {
            "url" => self.url = text(value)?,
            "dialect" => {
                let name = text(value)?;
                let dialect = Dialect::from_str(&name, false).map_err(|_| {
                    let known: Vec<String> = Dialect::value_variants()
                        .iter()
                        .filter_map(|dialect| Some(dialect.to_possible_value()?.get_name().to_owned()))
                        .collect();
                    format!("expected one of {}, found {name:?}", known.join(", "))
                })?;
                self.dialect = Some(dialect);
            }
            "auth" => self.auth = Some(auth(value, folder)?),
            "bearer" => self.bearer = Some(SecretSource::from_toml(value, folder)?),
            "header" | "headers" => self.headers = headers(value, folder)?,
            "leading" => self.leading = params(value, folder)?,
            "login" => self.login = Some(login(value, folder)?),
            "envelope" => {
                let name = text(value)?;
                if !["ros", "opennebula", "xapi"].contains(&&*name) {
                    return Err(format!("expected ros, opennebula or xapi, found {name:?}"));
                }
                self.envelope = Some(name);
            }
            "proxy" => self.proxy = Some(text(value)?),
            "insecure" => {
                self.insecure = value.as_bool().ok_or_else(|| expected("true or false", value))?;
            }
            "cacert" => self.cacert = Some(folder.join(text(value)?)),
            "cert" => self.cert = Some(folder.join(text(value)?)),
            "contract" => self.contract = Some(folder.join(text(value)?)),
            unknown => {
                return Err(match nearest(unknown, KEYS.into_iter()) {
                    Some(known) => format!("this is not a key of a target; did you mean `{known}`?"),
                    None => format!("this is not a key of a target; the keys are {}", KEYS.join(", ")),
                });
            }
        }
        Ok(())
    }
}

fn expected(what: &str, found: &toml::Value) -> String {
    format!("expected {what}, found {}", found.type_str())
}

fn text(value: &toml::Value) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| expected("a text", value))
}

fn auth(value: &toml::Value, folder: &Path) -> Result<AuthEntry, String> {
    let table = value.as_table().ok_or_else(|| expected("{ user = …, password = … }", value))?;
    let mut auth = AuthEntry { user: String::new(), password: None };
    for (key, value) in table {
        match key.as_str() {
            "user" => auth.user = text(value)?,
            "password" => auth.password = Some(SecretSource::from_toml(value, folder)?),
            unknown => return Err(format!("expected `user` and `password`, found `{unknown}`")),
        }
    }
    if auth.user.is_empty() { Err("expected the key `user`".to_owned()) } else { Ok(auth) }
}

fn headers(value: &toml::Value, folder: &Path) -> Result<Vec<(String, SecretSource)>, String> {
    match value {
        toml::Value::Table(table) => table
            .iter()
            .map(|(name, value)| Ok((name.clone(), SecretSource::from_toml(value, folder)?)))
            .collect(),
        toml::Value::Array(lines) => lines
            .iter()
            .map(|line| {
                let (name, value) = line
                    .as_str()
                    .and_then(|line| line.split_once(':'))
                    .ok_or_else(|| "expected lines like \"Name: value\"".to_owned())?;
                Ok((name.trim().to_owned(), SecretSource::Text(value.trim().to_owned())))
            })
            .collect(),
        other => Err(expected("a table of names and values", other)),
    }
}

fn params(value: &toml::Value, folder: &Path) -> Result<Vec<ConfigValue>, String> {
    let items = value.as_array().ok_or_else(|| expected("a list", value))?;
    items.iter().map(|item| ConfigValue::from_toml(item, folder)).collect()
}

fn login(value: &toml::Value, folder: &Path) -> Result<LoginEntry, String> {
    let table = value.as_table().ok_or_else(|| expected("{ method = …, params = … }", value))?;
    let mut login = LoginEntry { method: String::new(), params: Vec::new() };
    for (key, value) in table {
        match key.as_str() {
            "method" => login.method = text(value)?,
            "params" => login.params = params(value, folder)?,
            unknown => return Err(format!("expected `method` and `params`, found `{unknown}`")),
        }
    }
    if login.method.is_empty() { Err("expected the key `method`".to_owned()) } else { Ok(login) }
}
