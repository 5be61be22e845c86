//! Every fault that the server itself answers with: its code, its text, and what is logged with it.
//!
//! A fault that blames the client says what was expected and what was found. A fault that blames the server
//! says "Internal error" and what failed; its cause goes to the log alone, because a client is a stranger.
use std::{any::Any, borrow::Cow, error::Error as _, fmt::Display, ops::RangeInclusive, time::Duration};
use xmlrpc_serde::{Error, ErrorKind, Fault};

// The document.

/// For a document that cannot be read as a call. XML that is not a call is an invalid request; anything else
/// is a parse error.
pub(crate) fn not_a_call(error: Error) -> Fault {
    match error.kind() {
        ErrorKind::Structure | ErrorKind::Data => invalid_request(error),
        _ => Fault::new(Fault::PARSE_ERROR, format!("Parse error: {}", error.for_peer())),
    }
}

/// For XML that is not a call.
pub(crate) fn invalid_request(error: Error) -> Fault {
    Fault::new(Fault::INVALID_REQUEST, format!("Invalid request: {}", error.for_peer()))
}

// The method and its parameters.

pub(crate) fn method_not_found(name: &str) -> Fault {
    Fault::new(Fault::METHOD_NOT_FOUND, format!("Method not found: `{}`", name_in_message(name)))
}

pub(crate) fn wrong_param_count(method: &str, found: usize, expected: RangeInclusive<usize>) -> Fault {
    let expected = match expected.into_inner() {
        (_, 0) => "no parameters".to_owned(),
        (0, 1) => "at most 1 parameter".to_owned(),
        (0, max) => format!("at most {max} parameters"),
        (1, usize::MAX) => "at least 1 parameter".to_owned(),
        (min, usize::MAX) => format!("at least {min} parameters"),
        (1, 1) => "1 parameter".to_owned(),
        (min, max) if min == max => format!("{max} parameters"),
        (min, max) => format!("{min} to {max} parameters"),
    };
    let method = name_in_message(method);
    let message = format!("Invalid parameters: `{method}` expects {expected}, found {found}");
    Fault::new(Fault::INVALID_PARAMS, message)
}

#[cold]
pub(crate) fn missing_param(label: &str) -> Fault {
    Fault::new(Fault::INVALID_PARAMS, format!("Invalid parameters: {label} is missing"))
}

/// For an error in reading a parameter. The document is known to be well-formed, so whatever is not about a
/// type or a limit is about its structure. `name` is the name of the parameter, if it has one; the error says
/// where it is.
pub(crate) fn invalid_params(error: Error, name: Option<&str>) -> Fault {
    let (code, what) = match error.kind() {
        ErrorKind::Data => (Fault::INVALID_PARAMS, "Invalid parameters"),
        ErrorKind::Limit => (Fault::PARSE_ERROR, "Parse error"),
        _ => (Fault::INVALID_REQUEST, "Invalid request"),
    };
    let error = error.for_peer();
    let message = match name {
        Some(name) => format!("{what}: `{name}`: {error}"),
        None => format!("{what}: {error}"),
    };
    Fault::new(code, message)
}

// Multicalls and time limits.

pub(crate) fn too_many_calls(found: usize, max: usize) -> Fault {
    let message = format!("Invalid parameters: expected at most {max} calls in a multicall, found {found}");
    Fault::new(Fault::INVALID_PARAMS, message)
}

pub(crate) fn nested_multicall() -> Fault {
    let message = "Invalid request: system.multicall cannot be called inside system.multicall";
    Fault::new(Fault::INVALID_REQUEST, message)
}

/// For a call that was not run, because the results of the calls before it in its multicall are too large.
pub(crate) fn results_too_large(max_bytes: usize) -> Fault {
    let message = format!("Not run: the results of the calls before it exceed {max_bytes} bytes");
    Fault::new(Fault::SYSTEM_ERROR, message)
}

/// For rows that are sent as a whole, because the client takes them in no other way.
pub(crate) fn rows_too_large(max_bytes: usize) -> Fault {
    let message = format!("The rows exceed {max_bytes} bytes, and can only be sent as a whole here");
    Fault::new(Fault::SYSTEM_ERROR, message)
}

/// For rows that end with a fault although some of them are there.
#[cold]
pub(crate) fn rows_broke_off(method: &str, fault: Fault) -> Fault {
    tracing::error!(method, %fault, "the rows of a method broke off");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: the rows broke off").with_source(fault)
}

/// For a call that was not run, because the calls before it in its multicall took too long.
pub(crate) fn multicall_too_slow(limit: Duration) -> Fault {
    Fault::new(Fault::SYSTEM_ERROR, format!("Not run: the calls before it took longer than {limit:?}"))
}

#[cold]
pub(crate) fn call_too_slow(method: &str, limit: Duration) -> Fault {
    let code = Fault::SYSTEM_ERROR;
    tracing::warn!(method, call_timeout = ?limit, code, "a call took longer than it may");
    Fault::new(Fault::SYSTEM_ERROR, format!("The call took longer than {limit:?}"))
}

/// For a call that was refused because too many calls were waiting, where there is no HTTP to say so.
pub(crate) fn queue_is_full() -> Fault {
    Fault::new(Fault::SYSTEM_ERROR, "Not run: too many calls wait already; try again later")
}

/// For a call that was refused because it waited too long, where there is no HTTP to say so.
pub(crate) fn waited_too_long(max_wait: Duration) -> Fault {
    Fault::new(Fault::SYSTEM_ERROR, format!("Not run: the call waited for its turn for {max_wait:?}"))
}

// The server's own mistakes.

/// Logs the cause of a fault that a method has returned, if it has one. The caller does not get it.
#[inline]
pub(crate) fn log_cause(method: &str, fault: &Fault) {
    if let Some(cause) = fault.source() {
        log_error(method, fault.code, cause);
    }
}

/// Logs an error with all its sources.
#[cold]
fn log_error(method: &str, code: i32, error: &dyn std::error::Error) {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    tracing::error!(method, code, error = text, "a method failed, and its caller does not learn why");
}

/// The fault for every call of a router with mistakes. The log has them once.
pub(crate) fn invalid_router(error: &impl Display, log: bool) -> Fault {
    if log {
        tracing::error!(%error, "no call can be answered, because the router has invalid settings");
    }
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: the server is not set up correctly")
}

pub(crate) fn missing_state(type_name: &str) -> Fault {
    tracing::error!(r#type = type_name, "a method asked for a state that was not given to `Router::state`");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: state is missing")
}

#[cold]
pub(crate) fn panicked(method: &str, panic: &(dyn Any + Send)) -> Fault {
    tracing::error!(method, panic = panic_text(panic), "a method panicked");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: the method failed")
}

#[cold]
pub(crate) fn cannot_encode_result(method: &str, error: Error) -> Fault {
    tracing::error!(method, %error, "could not encode the result of a method");
    let text = error.without_advice();
    let message = format!("Internal error: the result of the method cannot be encoded: {text}");
    Fault::new(Fault::INTERNAL_ERROR, message)
}

pub(crate) fn reply_of_another_form() -> Fault {
    cannot_send_reply("a method returned a reply that was made for another request")
}

pub(crate) fn cannot_encode_multicall(error: &Error) -> Fault {
    cannot_send_reply(&error.to_string())
}

fn cannot_send_reply(cause: &str) -> Fault {
    tracing::error!(cause, "could not send a reply");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error")
}

pub(crate) fn panic_text(panic: &(dyn Any + Send)) -> &str {
    (panic.downcast_ref::<&str>().copied())
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without text")
}

/// The start of a name that a client sent: a fault does not repeat a long one.
fn name_in_message(name: &str) -> Cow<'_, str> {
    const MAX_CHARS: usize = 80;
    match name.char_indices().nth(MAX_CHARS) {
        None => name.into(),
        Some((end, _)) => format!("{}…", &name[..end]).into(),
    }
}
