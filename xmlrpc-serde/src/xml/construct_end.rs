//! Where one XML construct ends, found in pieces of text that may end anywhere.
use memchr::{memchr, memchr3, memmem};

/// Finds the end of a construct that begins with `<`. It only looks for the end:
/// [`construct::read`](super::construct::read) checks what stands before it.
///
/// What was searched once is not searched again when more text comes, so that the time does not depend on
/// how the text is cut.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ConstructEnd {
    kind: Option<ConstructKind>,
    /// The quote of the attribute's value in which the search stands.
    quote: Option<u8>,
    /// Up to where the construct was searched, from its start.
    searched: usize,
}

/// What a construct is, as its first characters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ConstructKind {
    Start { empty: bool },
    End,
    Comment,
    CData,
    Instruction,
}

/// What is known of the end of a construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// The construct has this kind and this length.
    End(ConstructKind, usize),
    /// The text ends before the construct.
    MoreNeeded,
    /// A construct that is never read: a DOCTYPE, or malformed markup after `<!`.
    Refused,
}

impl ConstructEnd {
    /// Finds the end of the construct that begins at the first byte of `bytes`. While it is not found, the
    /// next call gets the same bytes and those that came since.
    pub(crate) fn find(&mut self, bytes: &[u8]) -> Found {
        let kind = match self.kind {
            Some(kind) => kind,
            None => match self.begin(bytes) {
                Ok(kind) => *self.kind.insert(kind),
                Err(found) => return found,
            },
        };
        let terminator: &[u8] = match kind {
            ConstructKind::Start { .. } => return self.find_start_tag(bytes),
            ConstructKind::End => b">",
            ConstructKind::Comment => b"-->",
            ConstructKind::CData => b"]]>",
            ConstructKind::Instruction => b"?>",
        };
        let rest = &bytes[self.searched..];
        let found =
            if let [byte] = terminator { memchr(*byte, rest) } else { memmem::find(rest, terminator) };
        if let Some(at) = found {
            return Found::End(kind, self.searched + at + terminator.len());
        }
        // The first bytes of the terminator may be there already.
        self.searched = self.searched.max((bytes.len() + 1).saturating_sub(terminator.len()));
        Found::MoreNeeded
    }

    /// Finds out what the construct is.
    fn begin(&mut self, bytes: &[u8]) -> Result<ConstructKind, Found> {
        const COMMENT: &[u8] = b"<!--";
        const CDATA: &[u8] = b"<![CDATA[";
        let (kind, length) = match bytes {
            [b'<', b'/', ..] => (ConstructKind::End, 2),
            [b'<', b'?', ..] => (ConstructKind::Instruction, 2),
            [b'<', b'!', ..] if bytes.starts_with(COMMENT) => (ConstructKind::Comment, COMMENT.len()),
            [b'<', b'!', ..] if bytes.starts_with(CDATA) => (ConstructKind::CData, CDATA.len()),
            [b'<', b'!', ..] if COMMENT.starts_with(bytes) || CDATA.starts_with(bytes) => {
                return Err(Found::MoreNeeded);
            }
            [b'<', b'!', ..] => return Err(Found::Refused),
            [b'<', _, ..] => (ConstructKind::Start { empty: false }, 1),
            _ => return Err(Found::MoreNeeded),
        };
        self.searched = length;
        Ok(kind)
    }

    /// Finds the `>` of a start tag. One in the value of an attribute does not end the tag.
    fn find_start_tag(&mut self, bytes: &[u8]) -> Found {
        loop {
            let rest = &bytes[self.searched..];
            let found = match self.quote {
                Some(quote) => memchr(quote, rest),
                None => memchr3(b'>', b'"', b'\'', rest),
            };
            let Some(at) = found else {
                self.searched = bytes.len();
                return Found::MoreNeeded;
            };
            let place = self.searched + at;
            self.searched = place + 1;
            match (self.quote, bytes[place]) {
                (Some(_), _) => self.quote = None,
                (None, b'>') => {
                    let empty = bytes[..place].ends_with(b"/");
                    return Found::End(ConstructKind::Start { empty }, place + 1);
                }
                (None, quote) => self.quote = Some(quote),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_found_wherever_the_text_is_cut() {
        use ConstructKind::{CData, Comment, End, Instruction, Start};
        for (construct, expected) in [
            ("<a>", Start { empty: false }),
            ("<a/>", Start { empty: true }),
            ("<a b='>' c=\"/>'\" >", Start { empty: false }),
            ("</a >", End),
            ("<!---->", Comment),
            ("<!-- > -- - <a> -->", Comment),
            ("<![CDATA[]]>", CData),
            ("<![CDATA[ > ]] ]>]]]>", CData),
            ("<?pi ? > ?>", Instruction),
        ] {
            let text = format!("{construct}-->]]>?>");
            for first in 0..=construct.len() {
                for second in first..construct.len() {
                    let mut end = ConstructEnd::default();
                    for cut in [first, second] {
                        if cut < construct.len() {
                            assert_eq!(end.find(&text.as_bytes()[..cut]), Found::MoreNeeded, "{construct}");
                        }
                    }
                    assert_eq!(
                        end.find(text.as_bytes()),
                        Found::End(expected, construct.len()),
                        "{construct}"
                    );
                }
            }
        }
        for refused in ["<!DOCTYPE a>", "<!a", "<!-a", "<![CDATa", "<!>"] {
            assert_eq!(ConstructEnd::default().find(refused.as_bytes()), Found::Refused, "{refused}");
        }
    }
}
