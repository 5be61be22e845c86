//! `Document`: a text that passed the limits, and what stands around the root of one.
use super::{
    cursor::Reader,
    tag::{Tag, Token},
};
use crate::{
    Error, ErrorKind, Options, Result, encoding,
    xml::{
        chars::{check_characters, is_space},
        construct::Construct,
        declaration::common_declaration,
    },
};
use std::borrow::Cow;

/// A document as UTF-8 text, checked against the limits.
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

    /// Returns a reader at the start. Values can borrow from the document unless it had to be converted.
    #[inline]
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
    /// Passes over a byte order mark and the declaration, and reads the start tag of the root, trying `plain`
    /// first.
    ///
    /// White space before the declaration is not legal XML. It is passed over because servers in PHP send it.
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
            match self.construct() {
                Ok(Construct::Declaration) => {}
                // A processing instruction whose name begins with `xml`, such as `<?xml-stylesheet …?>`.
                Ok(_) => self.return_to(checkpoint),
                Err(error) => return Err(self.broken(error)),
            }
        }
        self.root(plain, tag)
    }

    fn root<const N: usize>(&mut self, plain: &[u8; N], tag: Tag) -> Result<Token> {
        if self.eat_tag(plain) {
            return Ok(Token::Start { tag, empty: false });
        }
        self.pass_client_ids()?;
        match self.token()? {
            Token::Eof => {
                let error = Error::new(ErrorKind::Eof, "the document is empty").at(self.pos);
                Err(self.broken(error))
            }
            token => Ok(token),
        }
    }

    /// Passes over what stands before the root up to the last `<?clientid="…"?>`, if there is one.
    ///
    /// fldigi, flrig and Hamlib write it. It is not XML, because a processing instruction begins with a name,
    /// but it can only be read in one way. It is passed over here, before the root, and nowhere else.
    fn pass_client_ids(&mut self) -> Result<()> {
        const START: &str = "<?clientid=";
        loop {
            let checkpoint = self.checkpoint();
            let bytes = self.bytes();
            while self.pos < bytes.len() && is_space(bytes[self.pos]) {
                self.pos += 1;
            }
            let rest = &self.text[self.pos..];
            if rest.starts_with(START)
                && let Some(length) = rest.find("?>")
            {
                check_characters(&rest[..length], self.pos, self.allow_control_characters)
                    .map_err(|error| self.broken(error))?;
                self.pos += length + "?>".len();
            } else if !(rest.starts_with("<!--") || rest.starts_with("<?"))
                || !matches!(self.construct(), Ok(Construct::CommentOrInstruction))
            {
                // The root, or something that is refused.
                self.return_to(checkpoint);
                return Ok(());
            }
        }
    }

    /// Checks that only comments, processing instructions and white space follow the root.
    pub(crate) fn end_document(&mut self) -> Result<()> {
        match self.token()? {
            Token::Eof => Ok(()),
            token => Err(self.unexpected(token, "the end of the document")),
        }
    }

    /// Goes into the value at the cursor, of which the text consists: `<value>` or a type alone.
    pub(crate) fn open_only_value(&mut self) -> Result<()> {
        self.enter_value()
    }

    /// Goes into the `<value>` that is the root of a document.
    pub(crate) fn open_value_document(&mut self) -> Result<()> {
        match self.open_root(b"<value>", Tag::Value)? {
            Token::Start { tag: Tag::Value, empty } => {
                self.set_enclosed(empty);
                Ok(())
            }
            token => Err(self.unexpected(token, "`<value>`")),
        }
    }
}
