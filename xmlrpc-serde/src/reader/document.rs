//! A whole document: its limits, its encoding, and what stands around its root.
use super::{
    cursor::Reader,
    tag::{Tag, Token},
};
use crate::{
    Error, ErrorKind, Options, Result, encoding,
    xml::{chars::is_space, construct::Construct, declaration::common_declaration},
};
use std::borrow::Cow;

/// A document as text, ready to be read.
#[derive(Clone, Debug)]
pub(crate) struct Document<'de>(Cow<'de, str>);

impl<'de> Document<'de> {
    pub(crate) fn from_str(text: &'de str, options: Options) -> Result<Self> {
        check_length(text.len(), options)?;
        Ok(Self(Cow::Borrowed(text)))
    }

    pub(crate) fn from_slice(bytes: &'de [u8], options: Options) -> Result<Self> {
        check_length(bytes.len(), options)?;
        Ok(Self(encoding::decode_document(bytes, options.hinted_charset(), options.reads_lossily())?))
    }

    /// A reader at its start. Values can borrow from the document if it did not have to be converted.
    pub(crate) fn reader(&self, options: Options) -> Reader<'_, 'de> {
        let borrowable = match &self.0 {
            Cow::Borrowed(text) => Some(*text),
            Cow::Owned(_) => None,
        };
        Reader::new(&self.0, borrowable, 0, options)
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_text(self) -> Cow<'de, str> {
        self.0
    }
}

fn check_length(length: usize, options: Options) -> Result<()> {
    let limit = options.len_limit();
    if length <= limit {
        return Ok(());
    }
    let message =
        format!("the document has {length} bytes, the limit is {limit} (raise it with `Options::max_len`)");
    Err(Error::new(ErrorKind::Limit, message))
}

impl Reader<'_, '_> {
    /// Passes over a byte order mark and the declaration, then reads the root's start tag, which `plain` is hoped to be.
    ///
    /// White space before the declaration is not legal, but means nothing, and servers in PHP send it.
    pub(crate) fn open_root<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<Token> {
        if self.text.starts_with('\u{FEFF}') {
            self.pos = '\u{FEFF}'.len_utf8();
        }
        let bytes = self.bytes();
        if self.fast.are_open()
            && let Some((length, _)) = common_declaration(&bytes[self.pos..])
        {
            self.pos += length;
            return self.root(plain, tag);
        }
        let start = (self.pos..bytes.len()).find(|&at| !is_space(bytes[at])).unwrap_or(bytes.len());
        if self.text[start..].starts_with("<?xml") {
            self.pos = start;
            let checkpoint = self.checkpoint();
            if !matches!(self.construct()?, Construct::Declaration) {
                self.return_to(checkpoint);
            }
        }
        self.root(plain, tag)
    }

    fn root<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<Token> {
        match self.start_tag(plain, tag)? {
            Token::Eof => Err(Error::new(ErrorKind::Eof, "the document is empty").at(self.pos)),
            token => Ok(token),
        }
    }

    /// Checks that nothing follows the root but comments, processing instructions and white space.
    pub(crate) fn end_document(&mut self) -> Result<()> {
        match self.token()? {
            Token::Eof => Ok(()),
            token => Err(self.unexpected(token, "the end of the document")),
        }
    }

    /// Opens a document that is one `<value>`.
    pub(crate) fn open_value_document(&mut self) -> Result<()> {
        match self.open_root(b"<value>", Tag::Value)? {
            Token::Start { tag: Tag::Value, empty } => {
                self.fast.set_after_empty_value(empty);
                Ok(())
            }
            token => Err(self.unexpected(token, "<value>")),
        }
    }
}
