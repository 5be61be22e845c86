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

/// Returns the start of a body as text. Old pages that do not say so are in ISO-8859-1.
fn start_of(body: &[u8]) -> String {
    let start = &body[..body.len().min(EXAMINED_BYTES)];
    let text = match std::str::from_utf8(start) {
        Ok(text) => text.to_owned(),
        // The cut may be within a character.
        Err(error) if error.error_len().is_none() => String::from_utf8_lossy(start).into_owned(),
        Err(_) => start.iter().copied().map(char::from).collect(),
    };
    text.trim_start_matches('\u{feff}').trim_start().to_owned()
}

/// Describes a body that is a web page, HTML or XHTML: that of a web server, a proxy or a login.
pub(crate) fn describe_web_page(body: &[u8]) -> Option<String> {
    let text = start_of(body);
    let lower = text.to_ascii_lowercase();
    let root = behind_prolog(&lower);
    let is_page = root.starts_with("<html")
        || root.strip_prefix("<!doctype").is_some_and(|rest| rest.trim_start().starts_with("html"))
        || lower.contains("<body") && xml_start(&lower) != Some(0);
    is_page.then(|| quoted("an HTML page", &page_title(&text, &lower)))
}

/// Returns where XML seems to start.
fn xml_start(lower: &str) -> Option<usize> {
    lower.find("<?xml").or_else(|| lower.find("<methodresponse"))
}

/// Returns a document without the declaration and the comments in front of it.
fn behind_prolog(document: &str) -> &str {
    let mut rest = document;
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else {
            return rest;
        };
        match rest.split_once(end) {
            Some((_, behind)) => rest = behind,
            None => return rest,
        }
    }
}

/// Describes a body that is not a `methodResponse`. Returns `None` if it looks like one.
pub(crate) fn describe_body(body: &[u8]) -> Option<String> {
    let text = start_of(body);
    if text.is_empty() {
        return Some(if body.is_empty() { "an empty body" } else { "a body of white space only" }.to_owned());
    }
    if body.starts_with(&[0x1f, 0x8b]) {
        return Some("a gzip stream without the header Content-Encoding: gzip".to_owned());
    }
    if let Some(page) = describe_web_page(body) {
        return Some(page);
    }
    let lower = text.to_ascii_lowercase();
    let xml_at = xml_start(&lower);
    if let Some(at) = xml_at.filter(|&at| at > 0) {
        return Some(quoted("text in front of the XML (a warning from the server's script?)", &text[..at]));
    }
    if lower.starts_with("<methodcall") {
        return Some("a methodCall, not a methodResponse: is this an echo server?".to_owned());
    }
    if text.starts_with(['{', '[']) {
        return Some(quoted("JSON, not XML-RPC", &text));
    }
    if xml_at.is_none() {
        let what = if text.starts_with('<') { "markup that is not XML-RPC" } else { "text, not XML-RPC" };
        return Some(quoted(what, &text));
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
    let title = inside("title").or_else(|| inside("h1")).unwrap_or_else(|| without_tags(text));
    without_references(&title)
}

/// Replaces the character references of HTML that are common in titles.
fn without_references(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        decoded.push_str(before);
        rest = behind;
        match behind.split_once(';').and_then(|(name, behind)| Some((referenced(name)?, behind))) {
            Some((char, behind)) => {
                decoded.push(char);
                rest = behind;
            }
            None => decoded.push('&'),
        }
    }
    decoded.push_str(rest);
    decoded
}

/// Returns the character that a reference `&name;` means.
fn referenced(name: &str) -> Option<char> {
    const NAMED: [(&str, char); 32] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("middot", '·'),
        ("bull", '•'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("Auml", 'Ä'),
        ("Ouml", 'Ö'),
        ("Uuml", 'Ü'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("uuml", 'ü'),
        ("szlig", 'ß'),
        ("agrave", 'à'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ccedil", 'ç'),
        ("ntilde", 'ñ'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, char)| *char)
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
