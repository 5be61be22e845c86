//! Every fault that the server itself answers with.
use std::{any::Any, ops::RangeInclusive};
use xmlrpc_serde::{Error, ErrorKind, Fault};

pub(crate) fn method_not_found(name: &str) -> Fault {
    Fault::new(Fault::METHOD_NOT_FOUND, format!("Method not found: `{}`", name_in_message(name)))
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

/// The fault for a method called with another number of parameters than it takes.
pub(crate) fn check_count(method: &str, given: usize, takes: RangeInclusive<usize>) -> Result<(), Fault> {
    if takes.contains(&given) {
        return Ok(());
    }
    let takes = match takes.into_inner() {
        (_, 0) => "no parameters".to_owned(),
        (0, 1) => "at most 1 parameter".to_owned(),
        (0, most) => format!("at most {most} parameters"),
        (1, 1) => "1 parameter".to_owned(),
        (least, most) if least == most => format!("{most} parameters"),
        (least, most) => format!("{least} to {most} parameters"),
    };
    let message = format!("Invalid parameters: `{}` takes {takes}, not {given}", name_in_message(method));
    Err(Fault::new(Fault::INVALID_PARAMS, message))
}

/// A name that a client sent, cut to a length fit for a message.
pub(crate) fn name_in_message(name: &str) -> std::borrow::Cow<'_, str> {
    const MOST: usize = 80;
    match name.char_indices().nth(MOST) {
        None => name.into(),
        Some((end, _)) => format!("{}…", &name[..end]).into(),
    }
}

/// The fault for what is XML, but no call.
pub(crate) fn invalid_request(error: &Error) -> Fault {
    Fault::new(Fault::INVALID_REQUEST, format!("Invalid request: {error}"))
}

pub(crate) fn internal_error(text: &str) -> Fault {
    tracing::error!(text, "a reply cannot be sent");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error")
}

pub(crate) fn reply_of_another_form() -> Fault {
    internal_error("a reply was made for another request")
}

/// The fault for a result that cannot be written.
#[cold]
pub(crate) fn cannot_encode_result(method: &str, error: Error) -> Fault {
    tracing::error!(method, %error, "a result cannot be encoded");
    let text = error.without_advice();
    Fault::new(
        Fault::INTERNAL_ERROR,
        format!("Internal error: the result of the method cannot be encoded: {text}"),
    )
}

/// The fault for a method's panic, which is told to the log alone.
#[cold]
pub(crate) fn panicked(method: &str, panic: &(dyn Any + Send)) -> Fault {
    tracing::error!(method, panic = panic_text(panic), "a method panicked");
    Fault::new(Fault::INTERNAL_ERROR, "Internal error: the method failed")
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    (panic.downcast_ref::<&str>().copied())
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without text")
}

/// A message that XML cannot hold is better told with marks in it than not at all.
pub(crate) fn printable(mut fault: Fault) -> Fault {
    if !fault.message.chars().all(is_xml) {
        fault.message = fault.message.chars().map(|c| if is_xml(c) { c } else { '\u{FFFD}' }).collect();
    }
    fault
}

/// Whether XML 1.0 can hold a character.
pub(crate) const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}
