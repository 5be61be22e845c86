//! `TextBuffer`: the text that has come and has not been read yet.
use crate::{Error, Options, Result, encoding::StreamDecoder, error::Position};

/// The part of a document's text that has come and has not been read yet, and its place in the document.
pub(super) struct TextBuffer {
    text: String,
    /// Where the part begins that has not been read. What stands before is dropped when more comes.
    start: usize,
    /// The offset of `text` in the document.
    offset: usize,
    /// The line and column at which `text` begins.
    position: Position,
    decoder: StreamDecoder,
    /// What made the conversion fail. It is reported when the text before it has been read.
    error: Option<Error>,
    ended: bool,
}

impl TextBuffer {
    pub(super) fn new(options: Options) -> Self {
        Self {
            text: String::new(),
            start: 0,
            offset: 0,
            position: Position::START,
            decoder: StreamDecoder::new(options.hinted_charset(), options.reads_lossily()),
            error: None,
            ended: false,
        }
    }

    /// Appends the next piece of the document.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        if self.ended {
            return;
        }
        self.make_room(bytes.len());
        let result = self.decoder.push(bytes, &mut self.text);
        self.note(result);
    }

    /// Notes that no more pieces come.
    pub(super) fn end(&mut self) {
        if !self.ended {
            self.ended = true;
            let result = self.decoder.finish(&mut self.text);
            self.note(result);
        }
    }

    fn note(&mut self, result: Result<()>) {
        if let Err(error) = result {
            self.ended = true;
            self.error = Some(error);
        }
    }

    /// Drops what has been read, and reserves room for `more` bytes.
    ///
    /// A `String` doubles its room when it is full. This one grows by half a MiB at most, so that the longest
    /// row, twice while it is moved, is nearly all that the buffer ever takes.
    fn make_room(&mut self, more: usize) {
        const LEAST: usize = 16 << 10;
        const MOST: usize = 512 << 10;
        // What is left is moved to the front. If it is more than what was read, moving it again for each
        // small piece would take too long.
        if self.start > 0 && (self.start >= self.text.len() - self.start) {
            self.position = self.position.after(&self.text.as_bytes()[..self.start]);
            self.offset += self.start;
            self.text.drain(..self.start);
            self.start = 0;
        }
        if self.text.capacity() - self.text.len() < more {
            self.text.reserve_exact(more.max((self.text.capacity() / 2).clamp(LEAST, MOST)));
        }
    }

    /// Returns the text that has not been read.
    pub(super) fn rest(&self) -> &str {
        &self.text[self.start..]
    }

    /// Returns whether nothing of the document has been read.
    pub(super) fn is_at_start(&self) -> bool {
        self.offset + self.start == 0
    }

    /// Marks the next `length` bytes as read.
    pub(super) fn pass(&mut self, length: usize) {
        self.start += length;
        debug_assert!(self.text.is_char_boundary(self.start));
    }

    /// Marks the `length` bytes that were read last as not read.
    pub(super) fn pass_back(&mut self, length: usize) {
        self.start -= length;
    }

    /// Marks the next `length` bytes as read, and returns them.
    pub(super) fn take(&mut self, length: usize) -> &str {
        let start = self.start;
        self.pass(length);
        &self.text[start..start + length]
    }

    /// Returns the text that was read last, `length` bytes of it.
    pub(super) fn last(&self, length: usize) -> &str {
        &self.text[self.start - length..self.start]
    }

    /// Returns whether all of the document has come. Fails if the rest of it cannot be converted to text.
    pub(super) fn is_whole(&mut self) -> Result<bool> {
        match self.error.take() {
            Some(error) => Err(self.place(error, 0)),
            None => Ok(self.ended),
        }
    }

    /// Adds its place in the document to an error whose offset was counted from `before` bytes before the
    /// text that has not been read.
    pub(super) fn locate(&self, error: Error, before: usize) -> Error {
        self.place(error, self.start - before)
    }

    /// Adds its place in the document to an error whose offset was counted from `from` in the buffer.
    fn place(&self, error: Error, from: usize) -> Error {
        error.moved_by(from).in_part(&self.text, self.offset, self.position)
    }
}
