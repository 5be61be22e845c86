//! `RowDecoder`: rows from pieces of a document, without I/O.
use super::{
    buffer::TextBuffer,
    element::{Element, read},
    outline::{Goal, Outline, OutlineEvent},
    path,
};
use crate::{
    Error, ErrorKind, Fault, Options, Result,
    de::read_value,
    reader::{Reader, Tag},
    xml::well_formed::with_final_kind,
};
use serde_core::de::DeserializeOwned;
use std::{fmt, marker::PhantomData, mem};

/// Reads the rows of an array from pieces of its document, as they come.
///
/// This is [`Rows`](crate::Rows) without I/O, for programs that get a document in pieces: from a socket
/// without blocking, from a message queue, from a callback. Give each piece to [`feed`](Self::feed), and say
/// with [`end`](Self::end) that no more come. Between two pieces, take the rows that are complete by
/// [`next_row`](Self::next_row).
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{NextRow, Options, RowDecoder, RowsStart};
///
/// let document = b"<value><array><data><value><int>7</int></value><value><int>8</int></value></data>\
///                  </array></value>";
/// let mut decoder = RowDecoder::new("", Options::new())?;
/// let mut rows = Vec::new();
/// for piece in document.chunks(10) {
///     decoder.feed(piece);
///     while let NextRow::Row(row) = decoder.next_row::<i32>()? {
///         rows.push(row);
///     }
/// }
/// decoder.end();
/// assert_eq!(rows, [7, 8]);
/// assert!(matches!(decoder.next_row::<i32>()?, NextRow::End));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Memory
///
/// A decoder holds what has come of the current row, at most [`Options::max_row_bytes`], and what was fed and
/// has not been taken. So take all rows that are complete before the next piece is fed. Values beside the
/// array are passed over in constant memory.
///
/// # Errors
///
/// An error of a row's type is that row's own: the row was well-formed, and the next call reads the next row.
/// After any other error the decoder [is finished](Self::is_finished). The error of a row names its index.
pub struct RowDecoder {
    buffer: TextBuffer,
    outline: Outline,
    options: Options,
    element: Element,
    state: RowState,
    /// The index of the next row.
    index: usize,
    /// What has been read of the document, if it is kept until the array is found.
    kept: Option<String>,
}

/// What a decoder reads.
enum RowState {
    /// What stands before the array.
    Before,
    /// What stands before the end of a document without the array, with what the decoder started with.
    AfterStart(RowsStart),
    /// The value of a fault.
    InFault,
    /// What stands between two rows, or after the last.
    Between,
    /// A row.
    InRow,
    /// Nothing more: the document was read to its end, or it is broken.
    Finished,
}

/// What became of the attempt to read a row.
enum RowRead<T> {
    Row(T),
    /// The row is well-formed, but does not fit its type.
    Refused(Error),
    MoreNeeded,
    /// The row must be scanned again.
    Again,
}

/// What [`RowDecoder::start`] found.
#[derive(Debug)]
#[non_exhaustive]
pub enum RowsStart {
    /// The array, whose rows come next.
    Rows,
    /// A fault. The document was read to its end.
    Fault(Fault),
    /// A document in which the array is not where it was looked for, for a decoder that
    /// [keeps](RowDecoder::keep_document) it. The document was read to its end.
    Elsewhere {
        /// Says what stands in the place of the array.
        error: Error,
        /// The whole document as UTF-8, with a byte order mark, for
        /// [`response::decode`](crate::response::decode) and [`from_slice`](crate::from_slice).
        document: Vec<u8>,
    },
}

/// What [`RowDecoder::next_row`] returns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextRow<T> {
    /// The next row.
    Row(T),
    /// The next row has not come in full: feed the next piece of the document.
    MoreNeeded,
    /// There are no more rows, and the document was well-formed to its last byte.
    End,
}

impl RowDecoder {
    /// Creates a decoder for the array at `path` in a document that is one `<value>`.
    ///
    /// The path is written as errors show it: `result.items`, `[2]`, `["a b"][0]`. The empty path is the
    /// value itself.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if the path is malformed.
    pub fn new(path: &str, options: Options) -> Result<Self> {
        Self::with_root(Tag::Value, path, options)
    }

    /// Creates a decoder for the array at `path` in the value of a response.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if the path is malformed.
    pub fn for_response(path: &str, options: Options) -> Result<Self> {
        Self::with_root(Tag::MethodResponse, path, options)
    }

    fn with_root(root: Tag, path: &str, options: Options) -> Result<Self> {
        Ok(Self {
            buffer: TextBuffer::new(options),
            outline: Outline::new(Goal::Array, root, path::parse(path)?, options),
            options,
            element: Element::new(options),
            state: RowState::Before,
            index: 0,
            kept: None,
        })
    }

    /// Keeps the document until the array is found, if it is not longer than [`Options::max_row_bytes`].
    ///
    /// A document without the array is then read to its end, and [`start`](Self::start) returns it as
    /// [`RowsStart::Elsewhere`]. It is meant for envelopes, in which a failed result has another shape.
    #[must_use]
    pub fn keep_document(mut self) -> Self {
        self.kept = Some(String::from('\u{FEFF}'));
        self
    }

    /// Takes the next piece of the document. It may end anywhere, also inside a character.
    ///
    /// A piece that cannot be converted to text makes [`next_row`](Self::next_row) fail, after the rows that
    /// are complete before it.
    pub fn feed(&mut self, piece: &[u8]) {
        self.buffer.feed(piece);
    }

    /// Says that the last piece has been fed.
    pub fn end(&mut self) {
        self.buffer.end();
    }

    /// Returns whether nothing more can be read: all rows were read and the document with them, or it is
    /// broken.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        matches!(self.state, RowState::Finished)
    }

    /// Returns how many rows have been read, those included that were errors.
    #[must_use]
    pub fn rows_read(&self) -> usize {
        self.index
    }

    /// Reads the document up to its array or to the end of a fault. Returns `None` if more of the document is
    /// needed, and after the start was returned.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if the value is not an array, or the path leads nowhere. Otherwise those of
    /// [`from_slice`](crate::from_slice) for a document that is broken.
    pub fn start(&mut self) -> Result<Option<RowsStart>> {
        let result = self.read_start();
        if result.is_err() {
            self.state = RowState::Finished;
        }
        result
    }

    fn read_start(&mut self) -> Result<Option<RowsStart>> {
        loop {
            match self.state {
                RowState::Before | RowState::AfterStart(_) => {}
                RowState::InFault => match self.element.fault(&mut self.buffer, self.outline.depth_left())? {
                    Some(fault) => {
                        self.outline.passed_element();
                        self.state = RowState::AfterStart(RowsStart::Fault(fault));
                    }
                    None => return Ok(None),
                },
                RowState::Between | RowState::InRow | RowState::Finished => return Ok(None),
            }
            let event = self.next_event()?;
            match event {
                // Elements and the end of a text come inside the array, or for a decoder of another kind.
                OutlineEvent::MoreNeeded | OutlineEvent::Element | OutlineEvent::TextEnd => return Ok(None),
                OutlineEvent::Array => {
                    self.state = RowState::Between;
                    self.kept = None;
                    return Ok(Some(RowsStart::Rows));
                }
                OutlineEvent::Fault => {
                    self.element.begin();
                    self.state = RowState::InFault;
                }
                OutlineEvent::Missing(error) => {
                    if self.kept.is_none() {
                        return Err(error);
                    }
                    self.state = RowState::AfterStart(RowsStart::Elsewhere { error, document: Vec::new() });
                }
                OutlineEvent::End => return self.end_without_rows().map(Some),
            }
        }
    }

    /// Goes to the next event, and keeps what is read until then.
    fn next_event(&mut self) -> Result<OutlineEvent> {
        let Some(kept) = &mut self.kept else { return self.outline.next(&mut self.buffer) };
        let before = self.buffer.rest().len();
        let event = self.outline.next(&mut self.buffer);
        let before = before - self.buffer.rest().len();
        if kept.len() + before > self.options.row_limit().saturating_add('\u{FEFF}'.len_utf8()) {
            self.kept = None;
        } else {
            let text = self.buffer.last(before);
            let is_start = kept.len() == '\u{FEFF}'.len_utf8();
            kept.push_str(text.strip_prefix('\u{FEFF}').filter(|_| is_start).unwrap_or(text));
        }
        event
    }

    /// Ends a document in which there is no array.
    fn end_without_rows(&mut self) -> Result<RowsStart> {
        match mem::replace(&mut self.state, RowState::Finished) {
            RowState::AfterStart(RowsStart::Elsewhere { error, .. }) => match self.kept.take() {
                Some(document) => Ok(RowsStart::Elsewhere { error, document: document.into_bytes() }),
                None => Err(error),
            },
            RowState::AfterStart(start) => Ok(start),
            // An array, a fault, or the lack of both has been reported before the end.
            _ => Err(Error::new(ErrorKind::Eof, "the document ends before its array")),
        }
    }

    /// Reads the next row, if it has come in full.
    ///
    /// # Errors
    ///
    /// [`Data`](ErrorKind::Data) if the row does not fit `T`: then the next call reads the next row. Any
    /// other kind is about the document, and nothing more can be read. If the document has not been read up
    /// to its array, this is done first, with the errors of [`start`](Self::start). A fault is an error here.
    pub fn next_row<T: DeserializeOwned>(&mut self) -> Result<NextRow<T>> {
        loop {
            match self.state {
                RowState::Finished => return Ok(NextRow::End),
                RowState::Between => match self.outline.next(&mut self.buffer) {
                    Ok(OutlineEvent::Element) => {
                        self.state = RowState::InRow;
                        self.element.begin();
                    }
                    Ok(OutlineEvent::End) => self.state = RowState::Finished,
                    Ok(_) => return Ok(NextRow::MoreNeeded),
                    Err(error) => return Err(self.broken(error)),
                },
                RowState::InRow => match self.row() {
                    Ok(RowRead::Row(row)) => return Ok(NextRow::Row(row)),
                    Ok(RowRead::Refused(error)) => return Err(error),
                    Ok(RowRead::MoreNeeded) => return Ok(NextRow::MoreNeeded),
                    Ok(RowRead::Again) => {}
                    Err(error) => {
                        self.state = RowState::Finished;
                        return Err(error);
                    }
                },
                RowState::Before | RowState::AfterStart(_) | RowState::InFault => match self.start()? {
                    Some(RowsStart::Rows) => {}
                    None => return Ok(NextRow::MoreNeeded),
                    Some(RowsStart::Fault(fault)) => {
                        let message = format!("expected an array, found a {fault}");
                        return Err(Error::new(ErrorKind::Data, message));
                    }
                    Some(RowsStart::Elsewhere { error, .. }) => return Err(error),
                },
            }
        }
    }

    /// Ends the rows with an error about the document. Between two rows it names the row that would come.
    #[cold]
    fn broken(&mut self, error: Error) -> Error {
        self.state = RowState::Finished;
        if self.outline.is_at_target() { self.in_row(error) } else { error }
    }

    /// Adds its place to an error of the source of the pieces: the next row, and the end of what has come.
    ///
    /// It is meant for whoever reads the pieces, so that a failed read says how far it came.
    #[must_use]
    pub fn in_next_row(&self, error: Error) -> Error {
        let error = self.buffer.locate(error.at(self.buffer.rest().len()), 0);
        if matches!(self.state, RowState::InRow) || self.outline.is_at_target() {
            self.in_row(error)
        } else {
            error
        }
    }

    #[cold]
    fn in_row(&self, error: Error) -> Error {
        self.outline.in_target(error.in_element(self.index))
    }

    /// Reads the row at the start of the buffer, if it has come in full.
    fn row<T: DeserializeOwned>(&mut self) -> Result<RowRead<T>> {
        let options = self.options.max_depth(self.outline.depth_left());
        let length = match self.element.find(&mut self.buffer, "the row") {
            Ok(Some(length)) => length,
            Ok(None) => return Ok(RowRead::MoreNeeded),
            Err(error) => return Err(self.in_row(error)),
        };
        // The row counts as read before its type sees it, because the type may panic.
        self.buffer.pass(length);
        self.state = RowState::Between;
        self.outline.passed_element();
        self.index += 1;
        match read(self.buffer.last(length), options, |reader| read_value(reader, PhantomData)) {
            Ok(row) => Ok(RowRead::Row(row)),
            Err(error) => self.refused_row(error, length, options),
        }
    }

    /// Decides what an error about a row is about: the row's type, or the document.
    #[cold]
    fn refused_row<T>(&mut self, error: Error, length: usize, options: Options) -> Result<RowRead<T>> {
        let text = self.buffer.last(length);
        let (error, is_broken) = match read(text, options, Reader::skip_value) {
            Ok(()) => (error, false),
            Err(broken) if error.kind() == ErrorKind::Data => (broken, true),
            Err(_) => (error, true),
        };
        if is_broken && self.element.begin_slowly() {
            self.buffer.pass_back(length);
            self.state = RowState::InRow;
            self.index -= 1;
            return Ok(RowRead::Again);
        }
        // The row has an end, so the document does not end inside it.
        let kind = if error.kind() == ErrorKind::Eof { ErrorKind::Syntax } else { error.kind() };
        let error = with_final_kind(error.with_kind(kind), text, options.reads_control_characters());
        let error = self.buffer.locate(error.in_element(self.index - 1), length);
        let error = self.outline.in_target(error);
        if is_broken { Err(error) } else { Ok(RowRead::Refused(error)) }
    }
}

impl fmt::Debug for RowDecoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowDecoder")
            .field("rows_read", &self.index)
            .field("is_finished", &self.is_finished())
            .finish_non_exhaustive()
    }
}
