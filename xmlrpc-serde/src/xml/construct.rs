//! One XML construct at a time, found by quick-xml and then checked against XML 1.0.
//!
//! This is the only file that knows quick-xml. It is asked for what the lanes of the reader do not recognise:
//! declarations, comments, CDATA sections, processing instructions, and tags with attributes, prefixes or
//! white space. quick-xml says what stands at the offset and how far it reaches; what it lets pass (duplicate
//! and unquoted attributes, `--` in comments, illegal characters, reserved names) is checked here.
use super::{
    attributes::check_attributes,
    chars::{check_characters, is_space_char, name_length},
    declaration::check_declaration,
};
use crate::{Error, ErrorKind, Result};
use quick_xml::{errors::Error as XmlError, events::Event, reader::Reader as XmlReader};
use std::ops::Range;

/// What begins with a `<`; ranges are of the document.
#[derive(Debug)]
pub(crate) enum Construct {
    /// `<name …>` or `<name …/>`.
    Start { name: Range<usize>, empty: bool },
    /// `</name>`.
    End { name: Range<usize> },
    /// The content of a CDATA section.
    CData(Range<usize>),
    /// A comment or a processing instruction.
    CommentOrInstruction,
    /// The XML declaration.
    Declaration,
}

/// Reads the construct at `offset`, where a `<` stands; gives it and the offset behind it.
///
/// `allow_control_characters` lets characters pass that XML 1.0 cannot hold.
pub(crate) fn read(text: &str, offset: usize, allow_control_characters: bool) -> Result<(Construct, usize)> {
    let mut xml = XmlReader::from_str(&text[offset..]);
    let config = xml.config_mut();
    // Nesting is the business of whoever reads the structure.
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let event = xml.read_event().map_err(|error| syntax(&error, text, offset))?;
    let length = usize::try_from(xml.buffer_position()).unwrap_or(usize::MAX);
    let end = offset.saturating_add(length).min(text.len());
    let raw = &text[offset..end];
    let wrong = |message: &str| Error::new(ErrorKind::Syntax, message).at(offset);
    let inside = |before: usize, after: usize| offset + before..end - after;
    let construct = match event {
        Event::Start(_) | Event::Empty(_) => {
            let empty = raw.ends_with("/>");
            let body = inside(1, if empty { 2 } else { 1 });
            let name_length = name_length(&text[body.clone()])
                .ok_or_else(|| wrong("a `<` that begins no tag; in text it is written `&lt;`"))?;
            let name = body.start..body.start + name_length;
            check_attributes(&text[name.end..body.end], name.end, allow_control_characters)?;
            Construct::Start { name, empty }
        }
        Event::End(_) => {
            let body = inside(2, 1);
            let trimmed = text[body.clone()].trim_end_matches(is_space_char);
            if name_length(trimmed) != Some(trimmed.len()) {
                return Err(wrong("a malformed end tag"));
            }
            Construct::End { name: body.start..body.start + trimmed.len() }
        }
        Event::CData(_) => {
            let content = inside("<![CDATA[".len(), "]]>".len());
            check_characters(&text[content.clone()], content.start, allow_control_characters)?;
            Construct::CData(content)
        }
        Event::Comment(_) => {
            if raw.len() < "<!---->".len() {
                return Err(wrong("a malformed comment"));
            }
            let content = inside("<!--".len(), "-->".len());
            let comment = &text[content.clone()];
            if comment.contains("--") || comment.ends_with('-') {
                return Err(wrong("`--` inside a comment"));
            }
            check_characters(comment, content.start, allow_control_characters)?;
            Construct::CommentOrInstruction
        }
        Event::Decl(_) | Event::PI(_) => {
            let content = inside("<?".len(), "?>".len());
            let instruction = &text[content.clone()];
            let target =
                name_length(instruction).ok_or_else(|| wrong("a processing instruction without a target"))?;
            let (target, rest) = instruction.split_at(target);
            if target == "xml" {
                check_declaration(rest).map_err(|error| error.at(offset))?;
                Construct::Declaration
            } else if target.eq_ignore_ascii_case("xml") {
                return Err(wrong("the name of a processing instruction may not be `xml` in any case"));
            } else if !rest.is_empty() && !rest.starts_with(is_space_char) {
                return Err(wrong("a malformed processing instruction"));
            } else {
                check_characters(rest, content.start, allow_control_characters)?;
                Construct::CommentOrInstruction
            }
        }
        Event::DocType(_) => return Err(doctype(offset)),
        Event::Text(_) | Event::GeneralRef(_) | Event::Eof => return Err(wrong("malformed markup")),
    };
    Ok((construct, end))
}

#[cold]
fn doctype(offset: usize) -> Error {
    Error::new(
        ErrorKind::Syntax,
        "a document type declaration (DOCTYPE) is refused: XML-RPC has none, and the entities in it are a danger",
    )
    .at(offset)
}

#[cold]
fn syntax(error: &XmlError, text: &str, offset: usize) -> Error {
    let rest = &text[offset..];
    if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!DOCTYPE")) {
        return doctype(offset);
    }
    let what = if rest.starts_with("<!--") {
        "a comment"
    } else if rest.starts_with("<![CDATA[") {
        "a CDATA section"
    } else if rest.starts_with("<?") {
        "a processing instruction"
    } else if rest.starts_with("<!") {
        return Error::new(ErrorKind::Syntax, "malformed markup after `<!`").at(offset);
    } else {
        "a tag"
    };
    match error {
        XmlError::Syntax(_) => Error::new(ErrorKind::Eof, format!("the document ends inside {what}")),
        _ => Error::new(ErrorKind::Syntax, format!("malformed markup in {what}")),
    }
    .at(offset)
}
