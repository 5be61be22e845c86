//! Words that state a server by themselves.

use crate::{
    context::Context,
    exit::{Attempt, Failure},
};
use std::path::Path;

/// Returns the url of a word that states a server by itself.
pub(super) fn url_of(word: &str) -> Attempt<Option<String>> {
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
pub(super) fn has_password(url: &str) -> bool {
    user_info(url).is_some_and(|user| user.split_once(':').is_some_and(|(_, password)| !password.is_empty()))
}

/// Returns the user of a url, with the password.
pub(super) fn user_info(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    rest[..end].rsplit_once('@').map(|(user, _)| user)
}

/// Marks the password of a url as a secret, also as it stands in the url.
pub(super) fn add_secrets(url: &str, context: &Context) {
    let Some((user, password)) = user_info(url).and_then(|user| user.split_once(':')) else { return };
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    context.secrets.add(password);
    context.secrets.add_password(&decoded(user), &decoded(password));
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
}
