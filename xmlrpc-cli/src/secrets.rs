//! `Secrets`: values that no message may show.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::sync::{Arc, RwLock};

/// What stands for a secret.
const MASK: &str = "***";

/// How many characters of a secret's beginning count as the secret, where a message cuts a text.
const SHORTEST_BEGINNING: usize = 4;

/// The values that no message may show. Copies share them.
///
/// A value is also masked in the forms that it has in a document, in JSON, in a url and in base64.
#[derive(Clone, Default)]
pub struct Secrets {
    /// The forms of all values, the longest first, so that no part of a longer one stays.
    forms: Arc<RwLock<Vec<String>>>,
}

impl Secrets {
    /// Creates an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value. An empty value is not a secret.
    pub fn add(&self, value: &str) {
        let mut new = forms_of(value);
        let trimmed = value.trim();
        if trimmed != value {
            new.extend(forms_of(trimmed));
        }
        let Ok(mut forms) = self.forms.write() else { return };
        for form in new {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
    }

    /// Adds a user's password, which also travels as one text with the user's name.
    pub fn add_password(&self, user: &str, password: &str) {
        self.add(password);
        if !password.is_empty() {
            self.add(&STANDARD.encode(format!("{user}:{password}")));
        }
    }

    /// Returns whether there are no secrets.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.read().is_ok_and(|forms| forms.is_empty())
    }

    /// Replaces each secret in a text by `***`, and the beginning of one where the text was cut with `…`.
    #[must_use]
    pub fn mask(&self, text: &str) -> String {
        let Ok(forms) = self.forms.read() else { return MASK.to_owned() };
        let mut masked = text.to_owned();
        for form in forms.iter() {
            if masked.contains(form.as_str()) {
                masked = masked.replace(form.as_str(), MASK);
            }
        }
        if masked.contains('…') {
            for form in forms.iter() {
                masked = mask_beginning(&masked, form);
            }
        }
        masked
    }

    /// Replaces each secret in bytes.
    #[must_use]
    pub fn mask_bytes(&self, bytes: &[u8]) -> Vec<u8> {
        let Ok(forms) = self.forms.read() else { return MASK.into() };
        let mut masked = bytes.to_vec();
        for form in forms.iter() {
            masked = replaced(masked, form.as_bytes());
        }
        masked
    }
}

/// Masks what stands before a `…` if a secret begins so.
fn mask_beginning(text: &str, secret: &str) -> String {
    let ends: Vec<usize> = secret.char_indices().map(|(at, _)| at).skip(SHORTEST_BEGINNING).collect();
    let mut masked = String::with_capacity(text.len());
    let mut pieces = text.split('…').peekable();
    while let Some(piece) = pieces.next() {
        let cut = pieces.peek().is_some();
        match ends.iter().rev().find(|&&end| cut && piece.ends_with(&secret[..end])) {
            Some(&end) => {
                masked.push_str(&piece[..piece.len() - end]);
                masked.push_str(MASK);
            }
            None => masked.push_str(piece),
        }
        if cut {
            masked.push('…');
        }
    }
    masked
}

fn replaced(bytes: Vec<u8>, secret: &[u8]) -> Vec<u8> {
    if secret.is_empty() || secret.len() > bytes.len() {
        return bytes;
    }
    let mut masked = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].starts_with(secret) {
            masked.extend_from_slice(MASK.as_bytes());
            at += secret.len();
        } else {
            masked.push(bytes[at]);
            at += 1;
        }
    }
    masked
}

/// Returns a value in the forms in which it can come up in a message.
fn forms_of(value: &str) -> Vec<String> {
    let json = serde_json::to_string(value).unwrap_or_default();
    let xml = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let document = xmlrpc::to_string(value).unwrap_or_default();
    let written = document
        .strip_prefix("<value><string>")
        .and_then(|rest| rest.strip_suffix("</string></value>"))
        .unwrap_or_default();
    let debug = format!("{value:?}");
    let url: String = value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let mut forms = vec![
        value.to_owned(),
        json.trim_matches('"').to_owned(),
        debug[1..debug.len() - 1].to_owned(),
        xml.clone(),
        xml.replace('"', "&quot;").replace('\'', "&apos;"),
        xml.replace('"', "&quot;").replace('\'', "&#39;"),
        written.to_owned(),
        url,
        crate::text::one_line(value),
    ];
    // A short word in base64 is a part of too many other texts.
    if value.len() > 3 {
        forms.push(STANDARD.encode(value));
    }
    forms.sort();
    forms.dedup();
    forms
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_masked_in_all_its_forms() {
        let secrets = Secrets::new();
        secrets.add("p&<\"s's\n");
        secrets.add_password("ops", "hunter22");
        for (text, expected) in [
            ("is p&<\"s's\n here", "is *** here"),
            ("<string>p&amp;&lt;\"s's\n</string>", "<string>***</string>"),
            ("<string>p&amp;&lt;&quot;s&apos;s</string>", "<string>***</string>"),
            (r#"{"a":"p&<\"s's\n"}"#, r#"{"a":"***"}"#),
            ("?key=p%26%3C%22s%27s", "?key=***"),
            ("Basic b3BzOmh1bnRlcjIy", "Basic ***"),
            ("hunter22hunter22", "******"),
            ("cut: hunte…", "cut: ***…"),
            ("hun…", "hun…"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(secrets.mask(text), expected);
            assert_eq!(secrets.mask(&secrets.mask(text)), expected);
        }
        assert_eq!(secrets.mask_bytes(b"\xff hunter22"), b"\xff ***");
        assert_eq!(format!("{secrets:?}"), "Secrets(***)");
    }

    #[test]
    fn the_longer_of_two_secrets_is_masked_first() {
        let secrets = Secrets::new();
        secrets.add("abc");
        secrets.add("abcdef");
        assert_eq!(secrets.mask("abcdef abc"), "*** ***");
    }

    #[test]
    fn nothing_is_not_a_secret() {
        let secrets = Secrets::new();
        secrets.add("");
        secrets.add("\n");
        assert_eq!(secrets.mask("text"), "text");
    }
}
