//! Describes in one line what really came back.

use crate::excerpt::one_line;
use http::{HeaderMap, StatusCode, header};
use std::fmt::Write as _;

/// Describes the head of a response: `HTTP 401 Unauthorized, text/html`.
pub(crate) fn describe_head(status: StatusCode, reason: Option<&str>, headers: &HeaderMap) -> String {
    let mut line = format!("HTTP {}", status.as_u16());
    if let Some(reason) = reason.or_else(|| status.canonical_reason()).filter(|reason| !reason.is_empty()) {
        let _ = write!(line, " {}", one_line(reason, 60));
    }
    if let Some(Ok(content_type)) = headers.get(header::CONTENT_TYPE).map(|value| value.to_str()) {
        let essence = content_type.split(';').next().unwrap_or_default().trim();
        if !essence.is_empty() {
            let _ = write!(line, ", {}", one_line(essence, 60));
        }
    }
    line
}

/// How much of a body is examined.
const EXAMINED_BYTES: usize = 2 << 10;

/// Describes a body that is not a `methodResponse`. Returns `None` if it looks like one.
pub(crate) fn describe_body(body: &[u8]) -> Option<String> {
    let start = &body[..body.len().min(EXAMINED_BYTES)];
    let text = String::from_utf8_lossy(start);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() {
        return Some(if body.is_empty() { "an empty body" } else { "a body of white space only" }.to_owned());
    }
    if body.starts_with(&[0x1f, 0x8b]) {
        return Some("a gzip stream without the header Content-Encoding: gzip".to_owned());
    }
    let lower = text.to_ascii_lowercase();
    let xml_at = lower.find("<?xml").or_else(|| lower.find("<methodresponse"));
    if lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || lower.contains("<body") && xml_at != Some(0)
    {
        return Some(quoted("an HTML page", &page_title(text, &lower)));
    }
    if let Some(at) = xml_at.filter(|&at| at > 0) {
        return Some(quoted("text in front of the XML (a warning from the server's script?)", &text[..at]));
    }
    if lower.starts_with("<methodcall") {
        return Some("a methodCall, not a methodResponse: is this an echo server?".to_owned());
    }
    if text.starts_with(['{', '[']) {
        return Some(quoted("JSON, not XML-RPC", text));
    }
    if xml_at.is_none() {
        let what = if text.starts_with('<') { "markup that is not XML-RPC" } else { "text, not XML-RPC" };
        return Some(quoted(what, text));
    }
    None
}

/// Returns the title of an HTML page, or else its first heading, or else its text.
fn page_title(text: &str, lower: &str) -> String {
    let inside = |tag: &str| {
        let open = lower.find(&format!("<{tag}"))?;
        let start = open + lower[open..].find('>')? + 1;
        let end = start + lower[start..].find("</")?;
        Some(text.get(start..end)?.trim().to_owned()).filter(|title| !title.is_empty())
    };
    inside("title").or_else(|| inside("h1")).unwrap_or_else(|| without_tags(text))
}

/// Returns the text of an HTML page without its tags.
fn without_tags(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .filter(|&char| {
            let shown = !inside && char != '<';
            inside = char == '<' || inside && char != '>';
            shown
        })
        .collect()
}

/// Returns `what ("the start of the text")`.
fn quoted(what: &str, text: &str) -> String {
    match one_line(text, 80) {
        line if line.is_empty() => what.to_owned(),
        line => format!("{what} (\"{line}\")"),
    }
}
