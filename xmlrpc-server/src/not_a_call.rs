//! Documents that are no call: which fault tells so.
use crate::faults::{invalid_request, parse_error};
use quick_xml::{Reader, events::Event};
use xmlrpc_serde::{Error, ErrorKind, Fault};

/// The fault for a document that could not be read as a call.
pub(crate) fn not_a_call(error: &Error, document: &[u8]) -> Fault {
    match error.kind() {
        ErrorKind::Data => invalid_request(error),
        ErrorKind::Syntax if is_well_formed(document) => invalid_request(error),
        _ => parse_error(error),
    }
}

/// Whether a document that is no call is XML at all: the format's reader stops at the first thing that is out of place,
/// so what follows is looked at here. It decides between two fault codes, nothing else.
fn is_well_formed(document: &[u8]) -> bool {
    let text = String::from_utf8_lossy(document);
    if !text.chars().all(is_xml) {
        return false;
    }
    let mut reader = Reader::from_str(&text);
    reader.config_mut().check_comments = true;
    let (mut depth, mut roots) = (0_usize, 0_usize);
    loop {
        match reader.read_event() {
            Err(_) | Ok(Event::DocType(_)) => return false,
            Ok(Event::Eof) => return depth == 0 && roots == 1,
            Ok(Event::Start(_)) => {
                roots += usize::from(depth == 0);
                depth += 1;
            }
            Ok(Event::Empty(_)) => roots += usize::from(depth == 0),
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Text(text)) if depth == 0 => {
                if !text.trim_ascii().is_empty() {
                    return false;
                }
            }
            Ok(Event::CData(_)) if depth == 0 => return false,
            Ok(Event::GeneralRef(reference)) => {
                let known = match reference.resolve_char_ref() {
                    Ok(Some(c)) => is_xml(c),
                    Ok(None) => matches!(&*reference, "amp" | "lt" | "gt" | "quot" | "apos"),
                    Err(_) => false,
                };
                if depth == 0 || !known {
                    return false;
                }
            }
            Ok(_) => {}
        }
    }
}

/// Whether XML 1.0 can hold a character.
const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}
