//! `Digest`: digest authentication, as RFC 7616 describes it.

use crate::{Authenticator, Error, Result, challenge::challenge_header};
use http::{HeaderValue, request, response};
use md5::{Digest as _, Md5};
use sha2::Sha256;
use std::{
    fmt::{self, Write as _},
    hash::{BuildHasher, RandomState},
    sync::{Mutex, PoisonError},
};

/// Authenticates by digest (RFC 7616) with MD5 or SHA-256, to a server or to a plain HTTP proxy.
///
/// The password is never sent. The first call is challenged and sent a second time; later ones take up the
/// server's last challenge, and are sent once. Of several challenges, the one with SHA-256 is answered.
/// Without `qop` the older RFC 2069 holds. `qop=auth-int` alone, which hardly any server asks for, is not
/// supported.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{Client, Digest};
///
/// let client = Client::builder("http://camera.local/RPC2")
///     .authenticator(Digest::new("user", "password"))
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
pub struct Digest {
    user: String,
    password: String,
    /// The last challenge of the server.
    last: Mutex<Option<Challenge>>,
}

impl Digest {
    /// Creates an authenticator for a user and a password.
    #[must_use]
    pub fn new(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self { user: user.into(), password: password.into(), last: Mutex::new(None) }
    }

    fn header(&self, challenge: &mut Challenge, request: &request::Parts, uri: &str) -> Result<HeaderValue> {
        challenge.uses += 1;
        // The request counter is 8 hexadecimal digits.
        let (nonce_count, client_nonce) = (format!("{:08x}", challenge.uses), random_hex());
        let answer = challenge.answer(&DigestInput {
            user: &self.user,
            password: &self.password,
            method: request.method.as_str(),
            uri,
            nonce_count: &nonce_count,
            client_nonce: &client_nonce,
        });
        let mut value = HeaderValue::from_bytes(answer.as_bytes())
            .map_err(|_| Error::config("digest: the user name has a character that HTTP cannot carry"))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

impl Authenticator for Digest {
    fn authorize(
        &self,
        request: &request::Parts,
        challenge: Option<&response::Parts>,
    ) -> Result<Option<HeaderValue>> {
        let path = request.uri.path_and_query().map_or("/", |path| path.as_str());
        let Some(response) = challenge else {
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            return last.as_mut().map(|last| self.header(last, request, path)).transpose();
        };
        let header = challenge_header(response.status);
        let lines = response.headers.get_all(&header).iter();
        let challenges = lines.filter_map(|line| line.to_str().ok()).flat_map(Challenge::parse_all);
        // SHA-256 is preferred: `max_by_key` takes the last of several equal ones, `rev` the server's first.
        let challenges: Vec<_> = challenges.collect();
        let best =
            challenges.into_iter().rev().max_by_key(|challenge| challenge.algorithm == Algorithm::Sha256);
        let Some(mut challenge) = best else { return Ok(None) };
        // A proxy sees the whole url on the request line.
        let of_proxy = header == http::header::PROXY_AUTHENTICATE;
        let uri = if of_proxy { request.uri.to_string() } else { path.to_owned() };
        let value = self.header(&mut challenge, request, &uri)?;
        if !of_proxy {
            *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(challenge);
        }
        Ok(Some(value))
    }
}

/// Shows the user, but not the password.
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Digest").field("user", &self.user).finish_non_exhaustive()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Algorithm {
    Md5,
    Sha256,
}

impl Algorithm {
    fn hex(self, text: &str) -> String {
        match self {
            Self::Md5 => hex(&Md5::digest(text)),
            Self::Sha256 => hex(&Sha256::digest(text)),
        }
    }
}

/// One challenge of a server.
#[derive(Debug, PartialEq, Eq)]
struct Challenge {
    realm: String,
    nonce: String,
    opaque: Option<String>,
    /// The algorithm, and the word for it, which is sent back.
    algorithm: Algorithm,
    algorithm_word: Option<String>,
    /// Whether the key is made anew for each nonce (`-sess`).
    session_key: bool,
    /// Whether the server knows `qop=auth`.
    qop_auth: bool,
    /// Whether the server wants the hash of the user's name.
    hashes_user: bool,
    /// How often the nonce was used.
    uses: u32,
}

/// What an answer is made of, in addition to its challenge.
struct DigestInput<'a> {
    user: &'a str,
    password: &'a str,
    method: &'a str,
    uri: &'a str,
    nonce_count: &'a str,
    client_nonce: &'a str,
}

impl Challenge {
    /// Parses the challenges of one header that can be answered. A header may hold several, of any scheme:
    /// `Basic realm="a", Digest realm="a", nonce="b"`.
    fn parse_all(header: &str) -> Vec<Self> {
        let mut schemes: Vec<(&str, Vec<(String, String)>)> = Vec::new();
        for item in split_unquoted(header, ',') {
            let item = item.trim();
            let (head, value) = item.split_once('=').unwrap_or((item, ""));
            // A word in front of a name begins another challenge.
            let (scheme, name) = match head.trim().split_once(' ') {
                Some((scheme, name)) => (Some(scheme), name.trim()),
                None if !item.contains('=') => (Some(head.trim()), ""),
                None => (None, head.trim()),
            };
            if let Some(scheme) = scheme {
                schemes.push((scheme, Vec::new()));
            }
            if let Some((_, params)) = schemes.last_mut() {
                params.push((name.to_ascii_lowercase(), unquote(value.trim())));
            }
        }
        schemes
            .iter()
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("digest"))
            .filter_map(|(_, params)| Self::from_params(params))
            .collect()
    }

    fn from_params(params: &[(String, String)]) -> Option<Self> {
        let get = |name: &str| params.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
        let word = get("algorithm");
        let (algorithm, session_key) = match word.as_deref().unwrap_or("MD5").to_ascii_uppercase().as_str() {
            "MD5" => (Algorithm::Md5, false),
            "MD5-SESS" => (Algorithm::Md5, true),
            "SHA-256" => (Algorithm::Sha256, false),
            "SHA-256-SESS" => (Algorithm::Sha256, true),
            _ => return None,
        };
        let qop = get("qop");
        let qop_auth = qop
            .as_deref()
            .is_some_and(|qop| qop.split(',').any(|qop| qop.trim().eq_ignore_ascii_case("auth")));
        if qop.is_some_and(|qop| !qop.trim().is_empty()) && !qop_auth {
            return None;
        }
        Some(Self {
            realm: get("realm")?,
            nonce: get("nonce")?,
            opaque: get("opaque"),
            algorithm,
            algorithm_word: word,
            session_key,
            qop_auth,
            hashes_user: get("userhash").is_some_and(|yes| yes.eq_ignore_ascii_case("true")),
            uses: 0,
        })
    }

    /// Writes the value of the header `Authorization`.
    fn answer(&self, answer: &DigestInput<'_>) -> String {
        let DigestInput { user, password, method, uri, nonce_count, client_nonce } = *answer;
        let hex = |text: &str| self.algorithm.hex(text);
        let mut key = hex(&format!("{user}:{}:{password}", self.realm));
        if self.session_key {
            key = hex(&format!("{key}:{}:{client_nonce}", self.nonce));
        }
        let request = hex(&format!("{method}:{uri}"));
        let response = if self.qop_auth {
            hex(&format!("{key}:{}:{nonce_count}:{client_nonce}:auth:{request}", self.nonce))
        } else {
            hex(&format!("{key}:{}:{request}", self.nonce))
        };
        let user_name = if self.hashes_user { hex(&format!("{user}:{}", self.realm)) } else { quoted(user) };
        let mut value = format!(
            "Digest username=\"{user_name}\", realm=\"{}\", nonce=\"{}\", uri=\"{uri}\", \
             response=\"{response}\"",
            quoted(&self.realm),
            quoted(&self.nonce),
        );
        // Writing to a `String` never fails.
        if let Some(word) = &self.algorithm_word {
            let _ = write!(value, ", algorithm={word}");
        }
        if let Some(opaque) = &self.opaque {
            let _ = write!(value, ", opaque=\"{}\"", quoted(opaque));
        }
        if self.qop_auth {
            let _ = write!(value, ", qop=auth, nc={nonce_count}, cnonce=\"{client_nonce}\"");
        } else if self.session_key {
            let _ = write!(value, ", cnonce=\"{client_nonce}\"");
        }
        if self.hashes_user {
            value.push_str(", userhash=true");
        }
        value
    }
}

/// Splits a text at a separator that is not between quotation marks.
fn split_unquoted(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut start, mut in_quotes, mut escaped) = (Vec::new(), 0, false, false);
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' if in_quotes => escaped = true,
            '"' => in_quotes = !in_quotes,
            _ if char == separator && !in_quotes => {
                parts.push(&text[start..at]);
                start = at + char.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Returns the content of a quoted string, or the text as it is.
fn unquote(text: &str) -> String {
    let Some(inner) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        out.extend(if char == '\\' { chars.next() } else { Some(char) });
    }
    out
}

/// Escapes a text for between quotation marks.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// Returns 32 random hexadecimal digits. The standard library's hasher is seeded at random.
fn random_hex() -> String {
    let [a, b] = [0, 1].map(|salt: u8| RandomState::new().hash_one(salt));
    format!("{a:016x}{b:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 7616, section 3.9.1.
    #[test]
    fn the_examples_of_the_specification() {
        for (algorithm, response) in [
            ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
            ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
        ] {
            let header = format!(
                "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm={algorithm}, \
                 nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", \
                 opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
            );
            let challenge = Challenge::parse_all(&header).pop().unwrap();
            let answer = challenge.answer(&DigestInput {
                user: "Mufasa",
                password: "Circle of Life",
                method: "GET",
                uri: "/dir/index.html",
                nonce_count: "00000001",
                client_nonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
            });
            assert!(answer.contains(&format!("response=\"{response}\"")), "{answer}");
            assert!(answer.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""), "{answer}");
        }
    }

    /// The example of RFC 2617, section 3.5, in the form of RFC 2069: without `qop`.
    #[test]
    fn a_challenge_without_qop() {
        let challenge = Challenge::parse_all(
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"",
        );
        let answer = challenge[0].answer(&DigestInput {
            user: "Mufasa",
            password: "CircleOfLife",
            method: "GET",
            uri: "/dir/index.html",
            nonce_count: "00000001",
            client_nonce: "unused",
        });
        assert!(answer.ends_with("response=\"1949323746fe6a43ef61f9606e7febea\""), "{answer}");
    }

    #[test]
    fn challenges_are_found_among_others() {
        let header = "Basic realm=\"a, \\\"b\\\"\", Negotiate, digest realm=\"x\\\"y\", nonce=n, qop=auth, \
                      DIGEST realm=r, nonce=m, algorithm=SHA-256, Digest realm=z, nonce=o, qop=\"auth-int\"";
        let found = Challenge::parse_all(header);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((&*found[0].realm, &*found[0].nonce, found[0].qop_auth), ("x\"y", "n", true));
        assert_eq!((&*found[1].realm, found[1].algorithm), ("r", Algorithm::Sha256));
        for hostile in
            ["", ",", "=", "Digest", "Digest =,\"", "Digest realm=\"", "\\\"Digest realm=é", "Digest nonce=x"]
        {
            assert_eq!(Challenge::parse_all(hostile), [], "{hostile}");
        }
    }
}
