//! `Rows`: the elements of an array, one by one, from an `io::Read`.
use super::row_decoder::{NextRow, RowDecoder, RowsStart};
use crate::{Error, ErrorKind, Fault, Options, Result};
use serde_core::de::DeserializeOwned;
use std::{
    fmt,
    io::{self, Read},
    iter::FusedIterator,
    marker::PhantomData,
};

/// Reads the elements of an array one by one, from a document that is one `<value>`.
///
/// The document is read up to the array. The [`Rows`] that come back read on as far as each row needs, so a
/// document of any length is read in the memory of one row.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::Deserialize;
///
/// #[derive(Debug, PartialEq, Deserialize)]
/// struct Process {
///     name: String,
///     pid: i32,
/// }
///
/// // Any `io::Read`: a file, a socket, the output of a decompressor.
/// let file = "<value><array><data>
///     <value><struct><member><name>name</name><value>web</value></member>
///         <member><name>pid</name><value><int>4711</int></value></member></struct></value>
///     <value><struct><member><name>name</name><value>db</value></member>
///         <member><name>pid</name><value><int>4712</int></value></member></struct></value>
/// </data></array></value>".as_bytes();
///
/// let mut pids = Vec::new();
/// for process in xmlrpc::rows::<Process, _>(file)? {
///     pids.push(process?.pid);
/// }
/// assert_eq!(pids, [4711, 4712]);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// [`rows_at`] reads an array inside the value, and [`response::rows`](crate::response::rows) one in a
/// response. [`RowDecoder`] does the same without an `io::Read`.
///
/// # Errors
///
/// [`Data`](crate::ErrorKind::Data) if the value is not an array, [`Io`](crate::ErrorKind::Io) if reading
/// fails, otherwise those of [`from_slice`](crate::from_slice) about what stands before the first row.
pub fn rows<T: DeserializeOwned, R: Read>(reader: R) -> Result<Rows<T, R>> {
    Options::new().rows(reader)
}

/// Reads the elements of an array inside the value one by one: see [`rows`].
///
/// The path is written as errors show it: `result.items`, `[2]`, `["a b"][0]`. Values beside the array are
/// passed over, in constant memory. If a struct has several members of the name, the first counts.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// // Many servers wrap a list: here `[code, message, list]`.
/// let document = "<value><array><data><value><int>1</int></value><value>ok</value>\
///     <value><array><data><value>a</value><value>b</value></data></array></value></data></array></value>";
/// let rows = xmlrpc::rows_at::<String, _>(document.as_bytes(), "[2]")?;
/// assert_eq!(rows.collect::<Result<Vec<_>, _>>()?, ["a", "b"]);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`rows`], and [`Data`](crate::ErrorKind::Data) if the path is malformed or leads nowhere.
pub fn rows_at<T: DeserializeOwned, R: Read>(reader: R, path: &str) -> Result<Rows<T, R>> {
    Options::new().rows_at(reader, path)
}

impl Options {
    /// Reads the elements of an array one by one with these options: see [`rows`].
    ///
    /// # Errors
    ///
    /// Those of [`rows`].
    pub fn rows<T: DeserializeOwned, R: Read>(self, reader: R) -> Result<Rows<T, R>> {
        self.rows_at(reader, "")
    }

    /// Reads the elements of an array inside the value one by one with these options: see [`rows_at`].
    ///
    /// # Errors
    ///
    /// Those of [`rows_at`].
    pub fn rows_at<T: DeserializeOwned, R: Read>(self, reader: R, path: &str) -> Result<Rows<T, R>> {
        let rows = Rows::open(RowDecoder::new(path, self)?, reader)?;
        // A value has no fault.
        rows.map_err(|fault| Error::new(ErrorKind::Data, fault.to_string()))
    }
}

/// The rows of an array, from [`rows`], [`rows_at`], [`response::rows`](crate::response::rows) or
/// [`response::rows_at`](crate::response::rows_at).
///
/// # What each item means
///
/// * `Some(Ok(row))` is a row. It stays valid, whatever comes after it.
/// * `Some(Err(error))` is the error of one row if its value does not fit `T`. The array is whole there, and
///   the next item is the next row. Any other error is about the document or the reader, and is the last
///   item. [`is_finished`](Self::is_finished) tells the two apart.
/// * `None` means that the document was well-formed to its last byte. A document that is cut is never taken
///   for a shorter one.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// let document = b"<value><array><data><value><int>1</int></value><value>two</value>\
///                  <value><int>3</int></value></data></array></value>";
/// let mut rows = xmlrpc::rows::<i32, _>(&document[..])?;
/// assert_eq!(rows.next().unwrap()?, 1);
/// let error = rows.next().unwrap().unwrap_err();
/// assert_eq!(error.to_string(), "invalid type: string, expected i32 at [1] (line 1, column 55)");
/// assert!(!rows.is_finished());
/// assert_eq!(rows.next().unwrap()?, 3);
/// assert!(rows.next().is_none());
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # The reader
///
/// It is read in pieces of up to 64 KiB, and only when no complete row is at hand. So rows come as soon as
/// their bytes do. A read that is interrupted is tried again, as everywhere in the standard library. Any
/// other error, `WouldBlock` included, is the last item. For a reader that does not block, use
/// [`RowDecoder`].
///
/// # Memory
///
/// At most [`Options::max_row_bytes`] (1 MiB) for a row's text, twice that while it grows, and the piece.
/// [`Options::max_len`] does not count.
pub struct Rows<T, R> {
    decoder: RowDecoder,
    reader: R,
    piece: Box<[u8]>,
    /// Whether the reader failed.
    failed: bool,
    row: PhantomData<fn() -> T>,
}

/// How many bytes are read at once.
const PIECE: usize = 64 << 10;

impl<T: DeserializeOwned, R: Read> Rows<T, R> {
    /// Reads the document up to its array.
    pub(crate) fn open(decoder: RowDecoder, reader: R) -> Result<Result<Self, Fault>> {
        let mut rows = Self {
            decoder,
            reader,
            piece: vec![0; PIECE].into_boxed_slice(),
            failed: false,
            row: PhantomData,
        };
        loop {
            match rows.decoder.start()? {
                None => rows.read()?,
                Some(RowsStart::Rows) => return Ok(Ok(rows)),
                Some(RowsStart::Fault(fault)) => return Ok(Err(fault)),
                Some(RowsStart::Elsewhere { error, .. }) => return Err(error),
            }
        }
    }
}

impl<T, R: Read> Rows<T, R> {
    /// Reads the next piece of the document.
    fn read(&mut self) -> Result<()> {
        let length = loop {
            match self.reader.read(&mut self.piece) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result.map_err(Error::io)?,
            }
        };
        if length == 0 {
            self.decoder.end();
        } else {
            self.decoder.feed(&self.piece[..length]);
        }
        Ok(())
    }
}

impl<T, R> Rows<T, R> {
    /// Returns whether there are no more rows: the document was read to its end, or it is broken, or the
    /// reader failed.
    ///
    /// After an `Err` it tells whether that was the error of one row, with more to come, or the last item.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.failed || self.decoder.is_finished()
    }

    /// Returns the reader.
    ///
    /// It has been read further than the last row: what it still gives is the rest of the document without
    /// the start that the rows have taken.
    pub fn into_inner(self) -> R {
        self.reader
    }
}

impl<T: DeserializeOwned, R: Read> Iterator for Rows<T, R> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.failed {
            return None;
        }
        loop {
            match self.decoder.next_row() {
                Ok(NextRow::Row(row)) => return Some(Ok(row)),
                Ok(NextRow::End) => return None,
                Ok(NextRow::MoreNeeded) => {
                    if let Err(error) = self.read() {
                        self.failed = true;
                        return Some(Err(self.decoder.in_next_row(error)));
                    }
                }
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<T: DeserializeOwned, R: Read> FusedIterator for Rows<T, R> {}

impl<T, R> fmt::Debug for Rows<T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("decoder", &self.decoder).finish_non_exhaustive()
    }
}
