//! A reqwest error as one of ours.

use super::tls_failure::TlsFailure;
use crate::{Error, ErrorKind, transport::CONNECTING_TOOK_TOO_LONG};
use std::{error::Error as StdError, io};

/// Turns the error of a request, or of a response body, into one of ours.
pub(super) fn into_error(error: reqwest::Error) -> Error {
    into_error_with_note(error, None)
}

/// Turns the error of a request into one of ours, with a note about a proxy that may be its cause.
#[cold]
pub(super) fn into_error_with_note(error: reqwest::Error, proxy_note: Option<&str>) -> Error {
    // The body of the request is ours, and so is its error.
    if let Some(error) = find_in_chain(&error, |error| error.downcast_ref().map(Error::duplicate)) {
        return error;
    }
    // The client adds the url, without the parts that may be secret.
    let error = error.without_url();
    // hyper hands a request back if it did not reach a connection, such as one that had just closed.
    let unsent = error.is_connect() || find_in_chain(&error, is_handed_back).is_some();
    let failed = match find_in_chain(&error, TlsFailure::from_error) {
        Some(tls) if unsent || tls.refuses_client() => Error::new(ErrorKind::Tls, tls.message()),
        // It may have been the reply that broke, so the call may have run.
        Some(tls) => Error::new(ErrorKind::Io, format!("the connection broke: TLS: {}", tls.detail)),
        None => {
            let kind = kind(&error);
            let text = match kind {
                ErrorKind::Timeout if unsent => CONNECTING_TOOK_TOO_LONG.to_owned(),
                ErrorKind::Connect => match proxy_note {
                    _ if find_in_chain(&error, wants_proxy_credentials).is_some() => {
                        "the proxy requires credentials for the tunnel of an https call; \
                         give proxy() a url like http://user:password@host:port, because a tunnel takes only \
                         basic credentials"
                            .to_owned()
                    }
                    None => format!("cannot connect: {}", innermost_text(&error)),
                    Some(note) => format!("cannot connect: {} ({note})", innermost_text(&error)),
                },
                ErrorKind::Protocol => {
                    format!("the reply is not valid HTTP: {}", innermost_text(&error))
                }
                ErrorKind::Io => format!("the connection broke: {}", innermost_text(&error)),
                _ => innermost_text(&error),
            };
            Error::new(kind, text)
        }
    };
    let incomplete = find_in_chain(&error, is_incomplete).is_some();
    let failed = failed.with_said_chain(error);
    let failed = if incomplete { failed.with_io_kind(io::ErrorKind::UnexpectedEof) } else { failed };
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

/// Asks each error of the chain, including those that an `io::Error` wraps, and returns the first finding.
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

fn is_incomplete(error: &(dyn StdError + 'static)) -> Option<()> {
    error.downcast_ref::<hyper::Error>()?.is_incomplete_message().then_some(())
}

fn is_handed_back(error: &(dyn StdError + 'static)) -> Option<()> {
    error.downcast_ref::<hyper::Error>()?.is_canceled().then_some(())
}

/// Recognises the text, because the type of a tunnel's error is private.
fn wants_proxy_credentials(error: &(dyn StdError + 'static)) -> Option<()> {
    error.to_string().contains("proxy authorization required").then_some(())
}

fn is_protocol(error: &(dyn StdError + 'static)) -> Option<()> {
    if let Some(error) = error.downcast_ref::<hyper::Error>() {
        return error.is_parse().then_some(());
    }
    // The kinds that hyper uses for broken chunks.
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData))
        .then_some(())
}

/// Returns the innermost text of the chain, which says most. The outer ones are "error sending request" and
/// "client error (Connect)".
pub(super) fn innermost_text(error: &(dyn StdError + 'static)) -> String {
    let mut texts = vec![error.to_string()];
    let mut next = error.source();
    while let Some(error) = next {
        texts.push(error.to_string());
        next = error.source();
    }
    let innermost = texts.pop().unwrap_or_default();
    match texts.pop() {
        // Outer errors often repeat the inner text. Of those, the one about the TCP connection says more.
        Some(outer) if outer.ends_with(&innermost) && outer.starts_with("tcp") => outer,
        _ => innermost,
    }
}
