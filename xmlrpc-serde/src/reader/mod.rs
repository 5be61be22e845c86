//! The text reader: a cursor over one document.
//!
//! It reads in lanes. The first compares whole sequences of markup as writers emit them ([`ahead`]), the second
//! single plain tags ([`Reader::token`]), and what neither recognises goes to an XML tokenizer, one construct at
//! a time ([`construct`]). Every lane gives the same result; the option that turns the first two off exists to
//! prove that.
//!
//! The cursor's contract: a value is read from just after `<value>` to just after `</value>`.
mod ahead;
mod array;
mod construct;
mod document;
mod envelope;
mod member;
mod scan;
mod skip;
mod tag;
mod text;
mod value;

use crate::{
    Error, ErrorKind, Options, Result,
    wellformed::{self, is_space},
};
use construct::Construct;
pub(crate) use document::Document;
pub(crate) use envelope::ResponseKind;
pub(crate) use member::Member;
pub(crate) use tag::Tag;
pub(crate) use text::{ByteRange, TextRef};
pub(crate) use value::ValueStart;

// Each says something else about the cursor.
#[allow(clippy::struct_excessive_bools)]
/// A cursor over the text of a document, which outlives values (`'de`) if the document can lend.
#[derive(Debug)]
pub(crate) struct Reader<'t, 'de> {
    text: &'t str,
    /// The same text, where it lives long enough for values to borrow from it.
    borrowable: Option<&'de str>,
    pos: usize,
    /// Text that does not stand in the document as it is.
    scratch: String,
    /// What the first two lanes see: the whole document while they are open, else nothing.
    fast: &'t [u8],
    /// What stood between the value of a member and the name of the next in an indented document: mostly, the same
    /// stands between the next two.
    between_members: &'t [u8],
    lanes_wanted: bool,
    /// The cursor stands after `<value/>`, where nothing of the value follows; closes the lanes.
    empty_value: bool,
    /// Prefixes of the elements that are open, from the outermost that has one; closes the lanes.
    prefixes: Vec<&'t str>,
    /// How many members the last struct had.
    last_struct_len: usize,
    /// How many more arrays and structs may be opened.
    depth: usize,
    allow_control_characters: bool,
}

/// A tag, as the structure of a document has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    Start {
        tag: Tag,
        empty: bool,
    },
    End(Tag),
    /// The end of the document.
    Eof,
}

/// A place to come back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Checkpoint {
    pos: usize,
    prefixes: usize,
    empty_value: bool,
    depth: usize,
}

#[cold]
fn unknown_element(name: &str, start: usize) -> Error {
    let shown: String = name.chars().take(40).collect();
    let html = if shown.eq_ignore_ascii_case("html") { ": this is a web page" } else { "" };
    wrong_at(start, format!("`{shown}` is no element of XML-RPC{html}"))
}

#[cold]
fn late_declaration(start: usize) -> Error {
    wrong_at(start, "the XML declaration may stand only at the start of the document")
}

#[cold]
fn too_deep(offset: usize) -> Error {
    Error::new(
        ErrorKind::Limit,
        "arrays and structs are nested deeper than the limit (raise it with `Options::max_depth`)",
    )
    .at(offset)
}

#[cold]
fn wrong_at(offset: usize, message: impl Into<Box<str>>) -> Error {
    Error::new(ErrorKind::Syntax, message).at(offset)
}

impl<'t, 'de> Reader<'t, 'de> {
    /// A cursor at `pos`. The text was checked by [`Document`].
    pub(crate) fn new(text: &'t str, borrowable: Option<&'de str>, pos: usize, options: Options) -> Self {
        debug_assert!(borrowable.is_none_or(|borrowable| borrowable.len() == text.len()));
        let lanes = options.uses_fast_lanes();
        Self {
            text,
            borrowable,
            pos,
            scratch: String::new(),
            fast: if lanes { text.as_bytes() } else { &[] },
            between_members: &[],
            last_struct_len: 0,
            lanes_wanted: lanes,
            empty_value: false,
            prefixes: Vec::new(),
            depth: options.depth_limit(),
            allow_control_characters: options.reads_control_characters(),
        }
    }

    /// Where the cursor stands.
    #[inline]
    pub(crate) fn position(&self) -> usize {
        self.pos
    }

    /// Whether an element that is open, or one around it, has a prefix.
    pub(crate) fn has_prefixes(&self) -> bool {
        !self.prefixes.is_empty()
    }

    #[inline]
    fn bytes(&self) -> &'t [u8] {
        self.text.as_bytes()
    }

    pub(crate) fn checkpoint(&self) -> Checkpoint {
        let Self { pos, empty_value, depth, .. } = *self;
        Checkpoint { pos, prefixes: self.prefixes.len(), empty_value, depth }
    }

    /// Back to a place, since which no element was left that had been entered before it.
    pub(crate) fn return_to(&mut self, checkpoint: Checkpoint) {
        self.pos = checkpoint.pos;
        self.prefixes.truncate(checkpoint.prefixes);
        self.empty_value = checkpoint.empty_value;
        self.depth = checkpoint.depth;
        self.set_lanes();
    }

    fn set_lanes(&mut self) {
        let open = self.lanes_wanted && !self.empty_value && self.prefixes.is_empty();
        self.fast = if open { self.bytes() } else { &[] };
    }

    /// One array or struct further in.
    fn descend(&mut self) -> Result<()> {
        match self.depth.checked_sub(1) {
            Some(depth) => {
                self.depth = depth;
                Ok(())
            }
            None => Err(too_deep(self.pos)),
        }
    }

    fn ascend(&mut self) {
        self.depth += 1;
    }

    /// The next tag; comments, processing instructions and white space before it are passed over.
    pub(crate) fn token(&mut self) -> Result<Token> {
        loop {
            let bytes = self.bytes();
            while self.pos < bytes.len() && is_space(bytes[self.pos]) {
                self.pos += 1;
            }
            match bytes.get(self.pos) {
                None => return Ok(Token::Eof),
                Some(b'<') => {}
                Some(_) => return Err(self.stray_text()),
            }
            if !self.fast.is_empty()
                && let Some(token) = self.plain_tag()
            {
                return Ok(token);
            }
            let start = self.pos;
            let construct = self.construct()?;
            match construct {
                Construct::Start { name, empty } => {
                    let (prefix, tag) = Self::resolve(&self.text[name], start)?;
                    if !empty && (!prefix.is_empty() || !self.prefixes.is_empty()) {
                        self.prefixes.push(prefix);
                        self.fast = &[];
                    }
                    return Ok(Token::Start { tag, empty });
                }
                Construct::End { name } => {
                    let (prefix, tag) = Self::resolve(&self.text[name], start)?;
                    if self.prefixes.pop().unwrap_or_default() != prefix {
                        return Err(wrong_at(
                            start,
                            format!("the prefix of `</{}>` is not that of its start tag", tag.name()),
                        ));
                    }
                    self.set_lanes();
                    return Ok(Token::End(tag));
                }
                Construct::CommentOrInstruction => {}
                Construct::CData(_) => {
                    self.pos = start;
                    return Err(self.stray_text());
                }
                Construct::Declaration => return Err(late_declaration(start)),
            }
        }
    }

    /// A tag without attributes, prefix or white space, of a name that is known.
    fn plain_tag(&mut self) -> Option<Token> {
        let bytes = &self.bytes()[self.pos + 1..];
        let closing = bytes.first() == Some(&b'/');
        let bytes = if closing { &bytes[1..] } else { bytes };
        let length = bytes.iter().position(|byte| !(byte.is_ascii_alphanumeric() || *byte == b'.'))?;
        let tag = Tag::from_name(&bytes[..length])?;
        let start = self.pos + 1 + usize::from(closing) + length;
        let (token, after) = match bytes[length..] {
            [b'>', ..] if closing => (Token::End(tag), 1),
            [b'>', ..] => (Token::Start { tag, empty: false }, 1),
            [b'/', b'>', ..] if !closing => (Token::Start { tag, empty: true }, 2),
            _ => return None,
        };
        self.pos = start + after;
        Some(token)
    }

    /// The construct at the cursor, where a `<` stands.
    fn construct(&mut self) -> Result<Construct> {
        let (construct, end) = construct::read(self.text, self.pos, self.allow_control_characters)?;
        self.pos = end;
        Ok(construct)
    }

    /// The prefix and the meaning of an element's name. Namespaces are taken by local name: peers declare them on
    /// the root, on the element, or not at all.
    fn resolve(name: &'t str, start: usize) -> Result<(&'t str, Tag)> {
        let (prefix, local) = match name.split_once(':') {
            Some((prefix, local)) if !prefix.is_empty() => (prefix, local),
            _ => ("", name),
        };
        match Tag::from_name(local.as_bytes()) {
            Some(tag) => Ok((prefix, tag)),
            None if local == Tag::ApacheDateTime.name() && !prefix.is_empty() => {
                Ok((prefix, Tag::ApacheDateTime))
            }
            None => Err(unknown_element(name, start)),
        }
    }

    /// The start of `tag`; gives whether it is empty, `<tag/>`.
    pub(crate) fn expect_start(&mut self, tag: Tag) -> Result<bool> {
        match self.token()? {
            Token::Start { tag: found, empty } if found == tag => Ok(empty),
            token => Err(self.unexpected(token, &format!("<{}>", tag.name()))),
        }
    }

    /// The end of `tag`.
    pub(crate) fn expect_end(&mut self, tag: Tag) -> Result<()> {
        if self.plain_end(tag) {
            return Ok(());
        }
        match self.token()? {
            Token::End(found) if found == tag => Ok(()),
            token => Err(self.unexpected(token, &format!("</{}>", tag.name()))),
        }
    }

    /// Passes over the end of `tag`, if it stands at the cursor in its plain form.
    fn plain_end(&mut self, tag: Tag) -> bool {
        let after = self.fast.get(self.pos..).and_then(|ahead| {
            ahead.strip_prefix(b"</")?.strip_prefix(tag.name().as_bytes())?.strip_prefix(b">")
        });
        match after {
            Some(after) => {
                self.pos = self.fast.len() - after.len();
                true
            }
            None => false,
        }
    }

    /// An error for a token that does not belong here.
    #[cold]
    pub(crate) fn unexpected(&self, token: Token, expected: &str) -> Error {
        let (found, length) = match token {
            Token::Start { tag, empty: false } => (format!("<{}>", tag.name()), tag.name().len() + 2),
            Token::Start { tag, empty: true } => (format!("<{}/>", tag.name()), tag.name().len() + 3),
            Token::End(tag) => (format!("</{}>", tag.name()), tag.name().len() + 3),
            Token::Eof => {
                return Error::new(
                    ErrorKind::Eof,
                    format!("the document ends early: `{expected}` is missing"),
                )
                .at(self.text.len());
            }
        };
        // The offset of a tag in its plain form; near enough for the others.
        let offset = self.text[..self.pos].rfind('<').unwrap_or(self.pos.saturating_sub(length));
        Error::new(ErrorKind::Syntax, format!("unexpected `{found}`, expected `{expected}`")).at(offset)
    }

    #[cold]
    fn stray_text(&self) -> Error {
        let c = self.text[self.pos..].chars().next().unwrap_or_default();
        if !wellformed::is_xml_char(c) && !self.allow_control_characters {
            return wellformed::illegal(c, self.pos);
        }
        let shown: String = self.text[self.pos..].chars().take_while(|c| *c != '<').take(20).collect();
        wrong_at(self.pos, format!("text where only markup may stand: {shown:?}"))
    }
}
