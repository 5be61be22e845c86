//! Whether a text is one well-formed XML document, whatever it is about.
//!
//! The reader stops at the first thing that does not belong in XML-RPC, so it cannot say whether the rest is
//! XML. That is asked here, for errors alone: it decides between [`ErrorKind::Syntax`] and
//! [`ErrorKind::Structure`].
use super::{
    chars::is_space,
    construct::{self, Construct},
    reference::reference,
    scan,
};
use crate::{Error, ErrorKind};

/// Adds to an error about `document` what only the whole document tells: its line and column, and its final
/// kind.
///
/// An error about the structure stays as it is, except that its kind says whether the document is XML at all.
#[cold]
pub(crate) fn complete_error(error: Error, document: &str, allow_control_characters: bool) -> Error {
    with_final_kind(error.in_document(document), document, allow_control_characters)
}

/// Changes the kind of an error about the structure of `document` to what the document is: XML or not.
#[cold]
pub(crate) fn with_final_kind(error: Error, document: &str, allow_control_characters: bool) -> Error {
    match error.kind() {
        ErrorKind::Syntax | ErrorKind::Structure => {
            error.with_kind(if is_well_formed(document, allow_control_characters) {
                ErrorKind::Structure
            } else {
                ErrorKind::Syntax
            })
        }
        _ => error,
    }
}

/// Whether `document` is well-formed: one root element, each end tag that of the element it ends, and around
/// the root nothing but comments, processing instructions and white space.
///
/// As for the reader, a byte order mark and white space may precede the declaration, a DOCTYPE is refused
/// unread, and `allow_control_characters` lets characters pass that XML 1.0 cannot hold.
fn is_well_formed(document: &str, allow_control_characters: bool) -> bool {
    let bytes = document.as_bytes();
    let mut at = if document.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    // The names of the open elements, a `<` before each. No name holds a `<`, so the last one can be told
    // from an end tag, and the names take no more room than the document does.
    let mut open = String::new();
    let (mut seen_root, mut seen_markup) = (false, false);
    loop {
        if open.is_empty() {
            while bytes.get(at).is_some_and(|byte| is_space(*byte)) {
                at += 1;
            }
            match bytes.get(at) {
                None => return seen_root,
                Some(b'<') => {}
                Some(_) => return false,
            }
        } else {
            at = scan::plain_text(bytes, at);
            match bytes.get(at) {
                Some(b'<') => {}
                Some(b'\r') => {
                    at += 1;
                    continue;
                }
                Some(b'&') => match reference(&document[at..], allow_control_characters) {
                    Ok((_, length)) => {
                        at += length;
                        continue;
                    }
                    Err(_) => return false,
                },
                // The end, or `]]>`.
                None | Some(b'>') => return false,
                // A character that XML 1.0 cannot hold.
                Some(_) => {
                    if !allow_control_characters {
                        return false;
                    }
                    at += document[at..].chars().next().map_or(1, char::len_utf8);
                    continue;
                }
            }
        }
        let read = match plain_tag(bytes, at) {
            Some(tag) => Ok(tag),
            None => construct::read(document, at, allow_control_characters),
        };
        let Ok((construct, end)) = read else { return false };
        match construct {
            Construct::Start { .. } if open.is_empty() && seen_root => return false,
            Construct::Start { empty: true, .. } => seen_root = true,
            Construct::Start { name, empty: false } => {
                seen_root = true;
                open.push('<');
                open.push_str(&document[name]);
            }
            Construct::End { name } => {
                match open.strip_suffix(&document[name]).and_then(|open| open.strip_suffix('<')) {
                    Some(rest) => open.truncate(rest.len()),
                    None => return false,
                }
            }
            Construct::CData(_) if open.is_empty() => return false,
            Construct::Declaration if seen_markup => return false,
            Construct::CData(_) | Construct::CommentOrInstruction | Construct::Declaration => {}
        }
        seen_markup = true;
        at = end;
    }
}

/// Reads the tag at `at`, if it is one of an ASCII name and nothing else.
///
/// Most tags are. [`construct::read`] would read them too, in four times the time (300 ns for each instead of
/// 70), and a document that is refused in the end must not cost a server that much.
pub(crate) fn plain_tag(bytes: &[u8], at: usize) -> Option<(Construct, usize)> {
    let closing = bytes.get(at + 1) == Some(&b'/');
    let start = at + 1 + usize::from(closing);
    let name = bytes.get(start..)?;
    let length = name.iter().position(
        |byte| !matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b':' | b'-' | b'.'),
    )?;
    if !matches!(name.first()?, b'A'..=b'Z' | b'a'..=b'z' | b'_' | b':') {
        return None;
    }
    let range = start..start + length;
    match &name[length..] {
        [b'>', ..] if closing => Some((Construct::End { name: range.clone() }, range.end + 1)),
        [b'>', ..] => Some((Construct::Start { name: range.clone(), empty: false }, range.end + 1)),
        [b'/', b'>', ..] if !closing => {
            Some((Construct::Start { name: range.clone(), empty: true }, range.end + 2))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_tag_is_what_the_tokenizer_reads() {
        for name in ["a", "_", ":", "a:b", "a-b.c_1", "Z9", "1a", "-a", ".a", "é", "aé", "a b", "a/", ""] {
            for tag in [
                format!("<{name}>"),
                format!("</{name}>"),
                format!("<{name}/>"),
                format!("<{name}"),
                format!("</{name}/>"),
            ] {
                if let Some((plain, end)) = plain_tag(tag.as_bytes(), 0) {
                    let (construct, construct_end) = construct::read(&tag, 0, false).unwrap();
                    assert_eq!(
                        (format!("{plain:?}"), end),
                        (format!("{construct:?}"), construct_end),
                        "{tag}"
                    );
                }
            }
        }
    }

    #[test]
    fn documents_that_are_xml() {
        for document in [
            "<a/>",
            "<a></a >",
            "<a b='1' c=\"2\"/>",
            "\u{FEFF}<?xml version='1.0'?>\r\n<!-- c --><?pi x?><a>x&amp;&#x41;<![CDATA[]]]]>\r]]<b/>\
             <é:c></é:c></a>\n<!-- c --> <?pi?>\n",
            " \n<?xml version=\"1.0\" encoding=\"UTF-8\"?><a><a></a></a>",
            "<a><aa><a></a></aa></a>",
        ] {
            assert!(is_well_formed(document, false), "{document}");
        }
    }

    #[test]
    fn documents_that_are_not_xml() {
        for document in [
            "",
            "x",
            "<!-- c -->",
            "<?xml version='1.0'?>",
            "<?xml version='1.0'?><?xml version='1.0'?><a/>",
            "<!-- c --><?xml version='1.0'?><a/>",
            "<a/><?xml version='1.0'?>",
            "<a/><a/>",
            "<a></a><a></a>",
            "<a/>x",
            "<a/>&amp;",
            "<a/><![CDATA[]]>",
            "<![CDATA[]]><a/>",
            "</a>",
            "<a></a></a>",
            "<a><b></a></b>",
            "<a><b></a>",
            "<aa></a>",
            "<a></aa>",
            "<a><b></ab>",
            "<a",
            "<a>",
            "<a>x",
            "<a>]]></a>",
            "<a>&nbsp;</a>",
            "<a>& </a>",
            "<a>\u{1}</a>",
            "<a>\u{FFFE}</a>",
            "<a>&#1;</a>",
            "<a b='1' b='2'/>",
            "<a b=1/>",
            "<a b/>",
            "<1a/>",
            "<a><!-- -- --></a>",
            "<!DOCTYPE a><a/>",
            "\u{FEFF}\u{FEFF}<a/>",
        ] {
            assert!(!is_well_formed(document, false), "{document}");
        }
    }

    #[test]
    fn control_characters_pass_where_the_options_let_them() {
        for document in ["<a>\u{1}</a>", "<a>\u{FFFE}\u{FFFF}</a>", "<a b='&#1;'>&#1;</a>"] {
            assert!(is_well_formed(document, true) && !is_well_formed(document, false), "{document}");
        }
    }
}
