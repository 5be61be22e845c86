//! Why reqwest failed, as one of our kinds.

use crate::{Error, ErrorKind};
use std::{error::Error as StdError, io};

/// What a failed request or response body comes to.
#[cold]
pub(super) fn failed(error: reqwest::Error) -> Error {
    // The url is told by the client, without what may be secret in it.
    let error = error.without_url();
    let kind = kind(&error);
    let text = match kind {
        ErrorKind::Timeout if error.is_connect() => "connecting took too long".to_owned(),
        ErrorKind::Tls if find(&error, is_no_tls) => {
            format!("TLS: {} (does the server speak plain http there?)", chain(&error))
        }
        ErrorKind::Tls => format!("TLS: {}", chain(&error)),
        ErrorKind::Connect => format!("cannot connect: {}", chain(&error)),
        ErrorKind::Protocol => format!("the reply is not HTTP as it should be: {}", chain(&error)),
        ErrorKind::Io => format!("the connection broke: {}", chain(&error)),
        _ => chain(&error),
    };
    let unsent = error.is_connect();
    let failed = Error::new(kind, text).with_source(error);
    if unsent { failed.with_unsent() } else { failed }
}

fn kind(error: &reqwest::Error) -> ErrorKind {
    if find(error, is_tls) {
        return ErrorKind::Tls;
    }
    if error.is_timeout() {
        return ErrorKind::Timeout;
    }
    if error.is_connect() {
        return ErrorKind::Connect;
    }
    if find(error, is_protocol) {
        return ErrorKind::Protocol;
    }
    if error.is_builder() {
        return ErrorKind::Config;
    }
    ErrorKind::Io
}

/// Whether any error in the chain, also one wrapped by an `io::Error`, is of a sort.
fn find(error: &(dyn StdError + 'static), is: fn(&(dyn StdError + 'static)) -> bool) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if is(error) {
            return true;
        }
        let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        if wrapped.is_some_and(|wrapped| find(wrapped, is)) {
            return true;
        }
        next = error.source();
    }
    false
}

fn is_tls(error: &(dyn StdError + 'static)) -> bool {
    #[cfg(feature = "rustls")]
    if error.is::<rustls::Error>() {
        return true;
    }
    #[cfg(feature = "native-tls")]
    if error.is::<native_tls::Error>() {
        return true;
    }
    let _ = error;
    false
}

/// Whether what came back is no TLS at all.
fn is_no_tls(error: &(dyn StdError + 'static)) -> bool {
    #[cfg(feature = "rustls")]
    if let Some(rustls::Error::InvalidMessage(_)) = error.downcast_ref() {
        return true;
    }
    let _ = error;
    false
}

fn is_protocol(error: &(dyn StdError + 'static)) -> bool {
    if let Some(error) = error.downcast_ref::<hyper::Error>() {
        return error.is_parse();
    }
    // hyper tells of broken chunks so.
    error
        .downcast_ref::<io::Error>()
        .is_some_and(|error| matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData))
}

/// The innermost texts, which tell most: the outer ones say "error sending request", "client error (Connect)".
pub(super) fn chain(error: &(dyn StdError + 'static)) -> String {
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
