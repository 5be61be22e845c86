//! Every fault that the server itself answers with, and what it logs with them.
use std::{any::Any, borrow::Cow, fmt::Display, ops::RangeInclusive, time::Duration};
use xmlrpc_serde::{Error, ErrorKind, Fault};

// The document.

/// The fault for a document that could not be read as a call: an invalid request where it is XML, else a parse error.
pub(crate) fn not_a_call(error: &Error) -> Fault {
    match error.kind() {
        ErrorKind::Structure | ErrorKind::Data => invalid_request(error),
        _ => Fault::new(Fault::PARSE_ERROR, format!("Parse error: {error}")),
    }
}

/// The fault for what is XML, but no call.
pub(crate) fn invalid_request(error: &Error) -> Fault {
    Fault::new(Fault::INVALID_REQUEST, format!("Invalid request: {error}"))
}

// The method and its parameters.

pub(crate) fn method_not_found(name: &str) -> Fault {
    Fault::new(Fault::METHOD_NOT_FOUND, format!("Method not found: `{}`", name_in_message(name)))
}

/// The fault for a method called with another number of parameters than it takes.
pub(crate) fn wrong_param_count(method: &str, given: usize, takes: RangeInclusive<usize>) -> Fault {
    let takes = match takes.into_inner() {
        (_, 0) => "no parameters".to_owned(),
        (0, 1) => "at most 1 parameter".to_owned(),
        (0, most) => format!("at most {most} parameters"),
        (1, 1) => "1 parameter".to_owned(),
        (least, most) if least == most => format!("{most} parameters"),
        (least, most) => format!("{least} to {most} parameters"),
    };
    let message = format!("Invalid parameters: `{}` takes {takes}, not {given}", name_in_message(method));
    Fault::new(Fault::INVALID_PARAMS, message)
}

#[cold]
pub(crate) fn missing_param(label: &str) -> Fault {
    Fault::new(Fault::INVALID_PARAMS, format!("Invalid parameters: {label} is missing"))
}

/// A fault from an error in reading a parameter of a document that is known to be well-formed.
pub(crate) fn invalid_params(error: &Error, label: &str) -> Fault {
    let (code, what) = match error.kind() {
        ErrorKind::Data => (Fault::INVALID_PARAMS, "Invalid parameters"),
        ErrorKind::Limit => (Fault::PARSE_ERROR, "Parse error"),
        _ => (Fault::INVALID_REQUEST, "Invalid request"),
    };
    let colon = if label.is_empty() { "" } else { ": " };
    Fault::new(code, format!("{what}: {label}{colon}{error}"))
}

// Multicalls and limits.

pub(crate) fn too_many_calls(count: usize, most: usize) -> Fault {
    let message = format!("Invalid parameters: {count} calls, where at most {most} may stand together");
    Fault::new(Fault::INVALID_PARAMS, message)
}

pub(crate) fn nested_multicall() -> Fault {
    Fault::new(Fault::INVALID_REQUEST, "A call of system.multicall may not stand in another")
}

/// The fault for a call that was not run: what came before it in its multicall took all the room.
pub(crate) fn results_too_large() -> Fault {
    Fault::new(Fault::SYSTEM_ERROR, "Not run: the results of the calls before it are too large")
}

/// The fault for a call that was not run: what came before it in its multicall took all the time.
pub(crate) fn multicall_too_slow(limit: Duration) -> Fault {
    Fault::new(Fault::SYSTEM_ERROR, format!("Not run: the calls before it took longer than {limit:?}"))
}

#[cold]
pub(crate) fn call_too_slow(limit: Duration) -> Fault {
    Fault::new(Fault::SYSTEM_ERROR, format!("The call took longer than {limit:?}"))
}

// The server's own mistakes, whose cause is told to the log alone.

pub(crate) fn router_has_mistakes(error: &impl Display) -> Fault {
    tracing::error!(%error, "calls cannot be answered");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: the server is not set up")
}

pub(crate) fn missing_state(type_name: &str) -> Fault {
    tracing::error!(r#type = type_name, "a method asked for state that the router was not given");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: state is missing")
}

#[cold]
pub(crate) fn panicked(method: &str, panic: &(dyn Any + Send)) -> Fault {
    tracing::error!(method, panic = panic_text(panic), "a method panicked");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: the method failed")
}

#[cold]
pub(crate) fn cannot_encode_result(method: &str, error: Error) -> Fault {
    tracing::error!(method, %error, "a result cannot be encoded");
    let text = error.without_advice();
    let message = format!("Internal error: the result of the method cannot be encoded: {text}");
    Fault::new(Fault::INTERNAL_ERROR, message)
}

pub(crate) fn reply_of_another_form() -> Fault {
    cannot_send_reply("a reply was made for another request")
}

pub(crate) fn cannot_encode_multicall(error: &Error) -> Fault {
    cannot_send_reply(&error.to_string())
}

fn cannot_send_reply(text: &str) -> Fault {
    tracing::error!(text, "a reply cannot be sent");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error")
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    (panic.downcast_ref::<&str>().copied())
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without text")
}

/// A name that a client sent, cut to a length fit for a message.
fn name_in_message(name: &str) -> Cow<'_, str> {
    const MAX_CHARS: usize = 80;
    match name.char_indices().nth(MAX_CHARS) {
        None => name.into(),
        Some((end, _)) => format!("{}…", &name[..end]).into(),
    }
}
