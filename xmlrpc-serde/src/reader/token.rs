//! The next token, read by the second or third lane, and the errors for unexpected tokens.
use super::{
    cursor::Reader,
    lookahead::Lookahead,
    tag::{Tag, Token},
};
use crate::{
    Error, ErrorKind, Result,
    excerpt::excerpt,
    xml::{
        chars::{self, is_space},
        construct::{self, Construct},
    },
};

#[cold]
fn unknown_element(name: &str, start: usize) -> Error {
    let html = if name.eq_ignore_ascii_case("html") { ": this is a web page" } else { "" };
    wrong_at(start, format!("unknown element `<{}>`{html}", excerpt(name)))
}

#[cold]
pub(super) fn late_declaration(start: usize) -> Error {
    wrong_at(start, "the XML declaration must be at the start of the document")
}

#[cold]
pub(super) fn wrong_at(offset: usize, message: impl Into<Box<str>>) -> Error {
    Error::new(ErrorKind::Syntax, message).at(offset)
}

/// Splits a tag name into its prefix and what its local name means. The namespace that the prefix is
/// declared for is not looked at: servers declare it on the root, on the element itself, or not at all.
pub(crate) fn resolve(name: &str, start: usize) -> Result<(&str, Tag)> {
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

impl Reader<'_, '_> {
    /// Reads the next tag. White space, comments and processing instructions before it are passed over.
    pub(crate) fn token(&mut self) -> Result<Token> {
        self.next_token().map_err(|error| self.broken(error))
    }

    fn next_token(&mut self) -> Result<Token> {
        self.check_unbroken()?;
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
            if self.fast.are_open()
                && let Some(token) = self.plain_tag()
            {
                return Ok(token);
            }
            let start = self.pos;
            let construct = self.construct()?;
            match construct {
                Construct::Start { name, empty } => {
                    let (prefix, tag) = resolve(&self.text[name], start)?;
                    if !empty {
                        self.fast.open_element(prefix);
                    }
                    return Ok(Token::Start { tag, empty });
                }
                Construct::End { name } => {
                    let (prefix, tag) = resolve(&self.text[name], start)?;
                    if !self.fast.close_element(prefix) {
                        return Err(wrong_at(
                            start,
                            format!("the prefix of `</{}>` is not that of its start tag", tag.name()),
                        ));
                    }
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

    /// Reads the tag at the cursor, if it has a known name and nothing else in it. This is the second lane.
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

    /// Reads the construct of XML at the cursor, where a `<` stands.
    pub(super) fn construct(&mut self) -> Result<Construct> {
        let (construct, end) = construct::read(self.text, self.pos, self.allow_control_characters)?;
        self.pos = end;
        Ok(construct)
    }

    /// Reads the next tag, trying `plain`, the plain form of the start tag of `tag`, first.
    #[inline]
    pub(crate) fn start_tag<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<Token> {
        if self.eat_tag(plain) { Ok(Token::Start { tag, empty: false }) } else { self.token() }
    }

    /// Passes over the end tag of `tag`, whose plain form is `plain`.
    #[inline]
    pub(crate) fn end_tag<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<()> {
        if self.eat_tag(plain) { Ok(()) } else { self.expect_end(tag) }
    }

    /// Passes over the start tag of `tag`. Returns whether it is empty, `<tag/>`.
    pub(crate) fn expect_start(&mut self, tag: Tag) -> Result<bool> {
        match self.token()? {
            Token::Start { tag: found, empty } if found == tag => Ok(empty),
            token => Err(self.unexpected(token, &format!("`<{}>`", tag.name()))),
        }
    }

    /// Passes over the end tag of `tag`.
    pub(crate) fn expect_end(&mut self, tag: Tag) -> Result<()> {
        if self.plain_end(tag) {
            return Ok(());
        }
        match self.token()? {
            Token::End(found) if found == tag => Ok(()),
            Token::Start { tag: second, .. }
                if second.starts_value()
                    && matches!(tag, Tag::Value | Tag::Param | Tag::Member | Tag::Fault) =>
            {
                Err(self.second_value(second, tag))
            }
            token => Err(self.unexpected(token, &format!("`</{}>`", tag.name()))),
        }
    }

    /// Passes over the end tag of `tag`, if it stands at the cursor in its plain form.
    fn plain_end(&mut self, tag: Tag) -> bool {
        let after = self.lookahead().and_then(|ahead| {
            ahead.0.strip_prefix(b"</")?.strip_prefix(tag.name().as_bytes())?.strip_prefix(b">")
        });
        match after {
            Some(after) => {
                self.advance_to(Lookahead(after));
                true
            }
            None => false,
        }
    }

    /// Returns the error for a token that was just read and does not belong here.
    #[cold]
    pub(crate) fn unexpected(&mut self, token: Token, expected: &str) -> Error {
        let error = self.unexpected_token(token, expected);
        self.broken(error)
    }

    /// Returns the error for the start tag of a second value, where only one may be.
    #[cold]
    fn second_value(&mut self, second: Tag, around: Tag) -> Error {
        let offset = self.text[..self.pos].rfind('<').unwrap_or(self.pos);
        let message =
            format!("unexpected second value `<{}>`: a `<{}>` holds one", second.name(), around.name());
        let error = wrong_at(offset, message);
        self.broken(error)
    }

    fn unexpected_token(&self, token: Token, expected: &str) -> Error {
        let (found, length) = match token {
            Token::Start { tag, empty: false } => (format!("<{}>", tag.name()), tag.name().len() + 2),
            Token::Start { tag, empty: true } => (format!("<{}/>", tag.name()), tag.name().len() + 3),
            Token::End(tag) => (format!("</{}>", tag.name()), tag.name().len() + 3),
            Token::Eof => {
                return Error::new(ErrorKind::Eof, format!("the document ends early: {expected} is missing"))
                    .at(self.text.len());
            }
        };
        // The last `<` before the cursor begins the tag, unless an attribute holds one.
        let offset = self.text[..self.pos].rfind('<').unwrap_or(self.pos.saturating_sub(length));
        Error::new(ErrorKind::Syntax, format!("unexpected `{found}`, expected {expected}")).at(offset)
    }

    #[cold]
    fn stray_text(&self) -> Error {
        let c = self.text[self.pos..].chars().next().unwrap_or_default();
        if !chars::is_xml_char(c) && !self.allow_control_characters {
            return chars::illegal(c, self.pos);
        }
        let text = self.text[self.pos..].split('<').next().unwrap_or_default();
        wrong_at(self.pos, format!("unexpected text \"{}\", expected a tag", excerpt(text)))
    }
}
