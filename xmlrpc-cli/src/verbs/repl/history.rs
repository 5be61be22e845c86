//! What of a line the history keeps.

use crate::secrets::Secrets;
use etcetera::BaseStrategy as _;
use std::path::PathBuf;

/// Parts of names that say that a value is a secret.
const SECRET_NAMES: [&str; 8] = ["pass", "pwd", "secret", "token", "key", "auth", "credential", "pin"];
/// Parts of a method's name that say that its parameters are secrets.
const SECRET_METHODS: [&str; 6] = ["login", "password", "authenticate", "auth", "secret", "token"];

/// Returns the file of the history.
pub(super) fn file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = base.state_dir().unwrap_or_else(|| base.cache_dir());
    Some(folder.join("xmlrpc/history"))
}

/// Returns a line as the history may keep it; `None` if it may not keep any of it.
///
/// Known secrets are masked, and so is the value of an item whose name says that it is one. Of a method whose
/// name says that it takes a secret, only the name is kept. A line that begins with a space is not kept at
/// all.
pub(super) fn kept(line: &str, words: &[String], secrets: &Secrets) -> Option<String> {
    let method = words.first().filter(|_| !line.starts_with(char::is_whitespace))?;
    let lower = method.to_lowercase();
    if SECRET_METHODS.iter().any(|part| lower.contains(part)) && words.len() > 1 {
        return Some(method.clone());
    }
    let mut shown = line.trim_end().to_owned();
    for word in words {
        let Some((name, value)) = word.split_once('=') else { continue };
        if is_secret(name) && !value.is_empty() {
            shown = shown.replace(value, "***");
        }
    }
    // A member of a JSON argument has its name in quotes.
    for word in words {
        let Some(start) = word.find(['{', '[']) else { continue };
        if let Ok(json) = serde_json::from_str::<serde_json::Value>(&word[start..]) {
            mask_members(&json, &mut shown);
        }
    }
    let masked = secrets.mask(&shown);
    (!masked.is_empty()).then_some(masked)
}

fn is_secret(name: &str) -> bool {
    let lower = name.to_lowercase();
    SECRET_NAMES.iter().any(|part| lower.contains(part))
}

fn mask_members(json: &serde_json::Value, shown: &mut String) {
    match json {
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                match value.as_str() {
                    Some(text) if is_secret(name) && !text.is_empty() => *shown = shown.replace(text, "***"),
                    _ => mask_members(value, shown),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| mask_members(item, shown)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verbs::repl::split::split;

    #[test]
    fn a_history_without_secrets() {
        let secrets = Secrets::new();
        secrets.add("hunter22");
        for (line, expected) in [
            ("add 1 2", Some("add 1 2")),
            ("add hunter22 2", Some("add *** 2")),
            ("session.login_with_password root swordfish", Some("session.login_with_password")),
            ("login", Some("login")),
            (
                "user.set --struct name=ada password=swordfish",
                Some("user.set --struct name=ada password=***"),
            ),
            (
                r#"user.set {"name": "ada", "apiKey": "swordfish"}"#,
                Some(r#"user.set {"name": "ada", "apiKey": "***"}"#),
            ),
            (
                r#"user.set [{"n": [{"token": "swordfish"}]}]"#,
                Some(r#"user.set [{"n": [{"token": "***"}]}]"#),
            ),
            (" add swordfish", None),
            ("", None),
        ] {
            let words = split(line).unwrap();
            assert_eq!(kept(line, &words, &secrets).as_deref(), expected, "{line}");
        }
    }
}
