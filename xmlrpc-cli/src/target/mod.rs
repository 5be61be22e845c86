//! `Target`: the server that a word means.

mod configured;

use crate::{
    context::Context,
    credentials::Credentials,
    dialect::Dialect,
    envelope::EnvelopeName,
    exit::{Failure, Outcome},
};
use std::path::{Path, PathBuf};
use xmlrpc::Value;

/// A server, and what is known of it before the options of the command.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// The name in the configuration, if the word was one.
    pub name: Option<String>,
    /// The url, which may hold a user and a password.
    pub url: String,
    /// What the configuration says of the server.
    pub settings: TargetSettings,
}

/// What the configuration says of a server. The options of the command win over it.
#[derive(Clone, Debug, Default)]
pub struct TargetSettings {
    /// What kind of server it is.
    pub dialect: Option<Dialect>,
    /// The headers of each request.
    pub headers: Vec<(String, String)>,
    /// How the server knows the user.
    pub credentials: Option<Credentials>,
    /// The parameters in front of every call's own.
    pub leading: Vec<Value>,
    /// The envelope around every result.
    pub envelope: Option<EnvelopeName>,
    /// The proxy.
    pub proxy: Option<String>,
    /// Whether certificates are not checked.
    pub insecure: bool,
    /// A file with certificates that are trusted.
    pub cacert: Option<PathBuf>,
    /// A file with the client's certificate and key.
    pub cert: Option<PathBuf>,
    /// The file of the contract.
    pub contract: Option<PathBuf>,
}

impl Target {
    fn at(url: String) -> Self {
        Self { url, ..Self::default() }
    }

    /// Returns the url without the user, by which the cache knows the server.
    #[must_use]
    pub fn url_without_user(&self) -> String {
        match user_info(&self.url) {
            Some(user) => self.url.replacen(&format!("{user}@"), "", 1),
            None => self.url.clone(),
        }
    }

    /// Returns the host of an http url without a user, for which netrc may have one.
    #[must_use]
    pub fn host_without_user(&self) -> Option<String> {
        let (scheme, rest) = self.url.split_once("://")?;
        if !matches!(scheme, "http" | "https") || user_info(&self.url).is_some() {
            return None;
        }
        let authority = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        Some(host.trim_matches(['[', ']']).to_owned())
    }
}

/// Checks the first word of a command that is not a verb.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if it cannot be a target: a did-you-mean.
pub fn check_first_word(word: &str, verbs: &[&str]) -> Outcome {
    if url_of(word)?.is_some() || configured::contains(word)? {
        return Ok(());
    }
    let names = configured::names();
    let known = verbs.iter().copied().chain(names.iter().map(String::as_str));
    let failure = Failure::usage(format!("{word:?} is neither a verb nor a target"));
    Err(match nearest(word, known) {
        Some(name) => failure.with_remedy(format!("did you mean {name}?")),
        None => {
            failure.with_remedy("a target is a url, :PORT, host:port, host/path or a name of targets.toml")
        }
    })
}

/// Finds out which server a word means.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the word is not a target.
pub fn resolve(word: &str, context: &Context) -> Outcome<Target> {
    if let Some(url) = url_of(word)? {
        if has_password(&url) {
            context.messages.warning(
                "a password in the url is visible in the list of processes; write --auth USER or --auth USER:env:NAME",
            );
        }
        add_url_secrets(&url, context);
        return Ok(Target::at(url));
    }
    if let Some(target) = configured::find(word, context)? {
        return Ok(target);
    }
    let names = configured::names();
    let failure = Failure::usage(format!("{word:?} is not a target"));
    Err(match nearest(word, names.iter().map(String::as_str)) {
        Some(name) => failure.with_remedy(format!("did you mean {name}?")),
        None => {
            failure.with_remedy("a target is a url, :PORT, host:port, host/path or a name of targets.toml")
        }
    })
}

/// Returns the names of the targets in the configuration.
#[must_use]
pub fn names() -> Vec<String> {
    configured::names()
}

/// Finds out which server a word means, without its credentials: no command is run, and no secret is read.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the word or the configuration is wrong.
pub fn without_secrets(word: &str) -> Outcome<Option<Target>> {
    match url_of(word)? {
        Some(url) => Ok(Some(Target::at(url))),
        None => configured::url_and_contract(word),
    }
}

/// Returns the url of a word that states a server by itself.
fn url_of(word: &str) -> Outcome<Option<String>> {
    if word.contains("://") {
        return Ok(Some(word.to_owned()));
    }
    if let Some(port) = word.strip_prefix(':') {
        let (port, path) = port.find('/').map_or((port, "/RPC2"), |at| port.split_at(at));
        return match port.parse::<u16>() {
            Ok(port) => Ok(Some(format!("http://localhost:{port}{path}"))),
            Err(_) => Err(Failure::usage(format!("expected a port after the colon, found {word:?}"))
                .with_remedy("write :8000 or :8000/path")),
        };
    }
    if is_file_path(word) {
        return Err(Failure::usage(format!("{word:?} is a file, not a target")).with_remedy(format!(
            "write unix://{0} for HTTP over a unix socket, or scgi://{0} for SCGI",
            absolute(word)
        )));
    }
    let (authority, _) = word.split_once('/').unwrap_or((word, ""));
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !host.ends_with(':') || host.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_port = port.is_some_and(|port| port.parse::<u16>().is_ok());
    let is_host = !host.is_empty()
        && (host.starts_with('[')
            || host
                .chars()
                .all(|char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_' | '@' | ':')));
    let states_server = is_host && (is_port || port.is_none() && word.contains('/'));
    Ok(states_server.then(|| format!("http://{word}")))
}

/// Returns whether a word is the path of a file, and not a host with a path.
fn is_file_path(word: &str) -> bool {
    word.starts_with(['/', '~'])
        || word.starts_with("./")
        || word.starts_with("../")
        || word.contains('/') && !word.contains(':') && Path::new(word).exists()
}

fn absolute(word: &str) -> String {
    std::path::absolute(word).map_or_else(|_| word.to_owned(), |path| path.display().to_string())
}

/// Returns whether a url holds a password.
fn has_password(url: &str) -> bool {
    user_info(url).is_some_and(|user| user.split_once(':').is_some_and(|(_, password)| !password.is_empty()))
}

fn user_info(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    rest[..end].rsplit_once('@').map(|(user, _)| user)
}

/// Marks the password of a url as a secret, also as it stands in the url.
fn add_url_secrets(url: &str, context: &Context) {
    let Some((user, password)) = user_info(url).and_then(|user| user.split_once(':')) else { return };
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    context.secrets.add(password);
    context.secrets.add_password(&decoded(user), &decoded(password));
}

/// Returns the known word that is nearest to one that is not known, if one is near.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|name| (strsim::jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_state_a_server() {
        for (word, expected) in [
            (":8000", Some("http://localhost:8000/RPC2")),
            (":8000/x", Some("http://localhost:8000/x")),
            ("localhost:8000", Some("http://localhost:8000")),
            ("example.org:80/x", Some("http://example.org:80/x")),
            ("example.org/RPC2", Some("http://example.org/RPC2")),
            ("[::1]:8000", Some("http://[::1]:8000")),
            ("https://h/x", Some("https://h/x")),
            ("unix:///run/s.sock", Some("unix:///run/s.sock")),
            ("scgi:///run/s.sock", Some("scgi:///run/s.sock")),
            ("sv", None),
            ("example.org", None),
            ("a b:80", None),
            ("host:name", None),
        ] {
            assert_eq!(url_of(word).unwrap().as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn a_file_is_not_a_target() {
        let error = url_of("/run/s.sock").unwrap_err();
        assert_eq!(error.message(), "\"/run/s.sock\" is a file, not a target");
        let remedy = error.remedy().unwrap();
        assert!(remedy.contains("unix:///run/s.sock") && remedy.contains("scgi:///run/s.sock"), "{remedy}");
        assert!(url_of("./s.sock").is_err());
        assert!(url_of("src/lib.rs").is_err());
        assert!(url_of(":http").is_err());
    }

    #[test]
    fn a_near_word_is_offered() {
        let verbs = ["call", "methods", "decode"];
        assert_eq!(nearest("decod", verbs.into_iter()), Some("decode"));
        assert_eq!(nearest("method", verbs.into_iter()), Some("methods"));
        assert_eq!(nearest("zzz", verbs.into_iter()), None);
    }
}
