//! Why reqwest failed, as one of our kinds.

use super::tls_failure::TlsFailure;
use crate::{Error, ErrorKind};
use std::{error::Error as StdError, io};

/// What a failed request or response body comes to.
pub(super) fn into_error(error: reqwest::Error) -> Error {
    into_error_with_note(error, None)
}

/// The same with what may stand in between.
#[cold]
pub(super) fn into_error_with_note(error: reqwest::Error, proxy_note: Option<&str>) -> Error {
    // The url is told by the client, without what may be secret in it.
    let error = error.without_url();
    let unsent = error.is_connect();
    let failed = match find_in_chain(&error, TlsFailure::from_error) {
        Some(tls) if unsent || tls.refuses_client() => Error::new(ErrorKind::Tls, tls.message()),
        // What broke may be the reply.
        Some(tls) => Error::new(ErrorKind::Io, format!("the connection broke: TLS: {}", tls.detail)),
        None => {
            let kind = kind(&error);
            let text = match kind {
                ErrorKind::Timeout if unsent => "connecting took too long".to_owned(),
                ErrorKind::Connect => match proxy_note {
                    None => format!("cannot connect: {}", innermost_text(&error)),
                    Some(note) => format!("cannot connect: {} ({note})", innermost_text(&error)),
                },
                ErrorKind::Protocol => {
                    format!("the reply is not HTTP as it should be: {}", innermost_text(&error))
                }
                ErrorKind::Io => format!("the connection broke: {}", innermost_text(&error)),
                _ => innermost_text(&error),
            };
            Error::new(kind, text)
        }
    };
    let failed = failed.with_source(error);
    if unsent { failed.with_unsent() } else { failed }
}

fn kind(error: &reqwest::Error) -> ErrorKind {
    if error.is_timeout() {
        return ErrorKind::Timeout;
    }
    if error.is_connect() {
        return ErrorKind::Connect;
    }
    if find_in_chain(error, is_protocol).is_some() {
        return ErrorKind::Protocol;
    }
    if error.is_builder() {
        return ErrorKind::Config;
    }
    ErrorKind::Io
}

/// What the first of the errors in the chain to say something, also one wrapped by an `io::Error`, says.
fn find_in_chain<T>(
    error: &(dyn StdError + 'static),
    says: fn(&(dyn StdError + 'static)) -> Option<T>,
) -> Option<T> {
    let mut next = Some(error);
    while let Some(error) = next {
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        let said = says(error).or_else(|| wrapped.and_then(|wrapped| find_in_chain(wrapped, says)));
        if said.is_some() {
            return said;
        }
        next = error.source();
    }
    None
}

fn is_protocol(error: &(dyn StdError + 'static)) -> Option<()> {
    if let Some(error) = error.downcast_ref::<hyper::Error>() {
        return error.is_parse().then_some(());
    }
    // hyper tells of broken chunks so.
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData))
        .then_some(())
}

/// The innermost texts, which tell most: the outer ones say "error sending request", "client error
/// (Connect)".
pub(super) fn innermost_text(error: &(dyn StdError + 'static)) -> String {
    let mut texts = vec![error.to_string()];
    let mut next = error.source();
    while let Some(error) = next {
        texts.push(error.to_string());
        next = error.source();
    }
    let innermost = texts.pop().unwrap_or_default();
    match texts.pop() {
        // Wrappers often repeat what they wrap.
        Some(outer) if outer.ends_with(&innermost) && outer.starts_with("tcp") => outer,
        _ => innermost,
    }
}
