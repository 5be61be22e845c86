//! `Router::basic_auth`: HTTP basic authentication; `secrets_match` compares passwords.
use crate::{panics::catch_payload, refusal::Refusal};
use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use http::{
    HeaderMap, HeaderValue, StatusCode,
    header::{AUTHORIZATION, WWW_AUTHENTICATE},
};
use std::{fmt, sync::Arc};
use subtle::ConstantTimeEq;

/// Compares a secret with what a client has sent. The time that it takes does not depend on how much of the
/// two is equal, so nobody finds a password letter by letter.
///
/// It does depend on whether their lengths are equal.
///
/// ```
/// use xmlrpc_server::{Router, secrets_match};
/// let router = Router::new()
///     .basic_auth(|user, password| user == "alice" && secrets_match("correct horse", password));
/// ```
#[must_use]
pub fn secrets_match(secret: &str, given: &str) -> bool {
    secret.as_bytes().ct_eq(given.as_bytes()).into()
}

/// Decides whether a user and a password are right.
#[derive(Clone)]
pub(crate) struct BasicAuth(Arc<PasswordCheck>);

type PasswordCheck = dyn Fn(&str, &str) -> bool + Send + Sync;

impl BasicAuth {
    pub(crate) fn new(check: impl Fn(&str, &str) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(check))
    }

    /// Returns the user of a request, or the refusal if there is none or the password is wrong.
    pub(crate) fn authenticate(&self, headers: &HeaderMap) -> Result<String, Refusal> {
        let (user, password) = credentials(headers).ok_or_else(unauthorized)?;
        match catch_payload(|| self.0(&user, &password)) {
            Ok(true) => Ok(user),
            Ok(false) => Err(unauthorized()),
            Err(panic) => {
                tracing::error!(panic = panic.text(), "the check of `basic_auth` panicked");
                Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal error.\n"))
            }
        }
    }
}

impl fmt::Debug for BasicAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BasicAuth")
    }
}

/// Some clients leave off the padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Returns the user and the password. `None` if there are none, or two.
fn credentials(headers: &HeaderMap) -> Option<(String, String)> {
    let mut all = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (all.next(), all.next()) else { return None };
    let (scheme, encoded) = value.to_str().ok()?.trim().split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let bytes = BASE64.decode(encoded.trim()).ok()?;
    // The response asks for UTF-8. Older clients send ISO-8859-1 whatever is asked.
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect());
    let (user, password) = text.split_once(':')?;
    Some((user.to_owned(), password.to_owned()))
}

fn unauthorized() -> Refusal {
    Refusal::new(StatusCode::UNAUTHORIZED, "This server asks for a user and a password.\n")
        .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"XML-RPC\", charset=\"UTF-8\""))
}
