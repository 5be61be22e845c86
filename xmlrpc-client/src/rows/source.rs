//! `RowSource`: the rows of a response that is coming in, without waiting for it.

use crate::{
    Envelope, Error, ErrorKind,
    incoming::{Incoming, IncomingHead},
    reply::undecodable,
};
use serde_core::de::{DeserializeOwned, Error as _};
use xmlrpc_serde::{NextRow, Options, RowDecoder, RowsStart, response};

/// What is asked of a response.
pub(crate) struct RowsRequest {
    pub(crate) path: Box<str>,
    pub(crate) options: Options,
    /// Opens the envelope of a response without the array.
    pub(crate) open_envelope: Option<OpenEnvelope>,
}

/// Decodes a document as an envelope. Returns the error of a failed one.
pub(crate) type OpenEnvelope = fn(&[u8], Options) -> Option<Error>;

/// Returns the error of an envelope that says that the call failed.
pub(crate) fn envelope_error<W: Envelope<V>, V>(document: &[u8], options: Options) -> Option<Error> {
    match response::decode::<W>(document, options) {
        Ok(Ok(wrapped)) => wrapped.open().err().map(Error::in_envelope),
        _ => None,
    }
}

/// The rows of a response.
pub(crate) struct RowSource<B> {
    decoder: RowDecoder,
    pub(crate) incoming: Incoming<B>,
    failed: bool,
    open_envelope: Option<OpenEnvelope>,
    options: Options,
}

/// What comes next.
pub(crate) enum Next<T> {
    /// A row, or the end.
    Item(Option<Result<T, Error>>),
    /// The next piece must be [fed](RowSource::feed) first.
    MoreNeeded,
}

impl<B> RowSource<B> {
    /// Starts on a response. The path was checked before the call was made.
    pub(crate) fn new(incoming: Incoming<B>, request: &RowsRequest) -> Result<Self, Error> {
        let options = request.options.charset_hint(incoming.head.encoding());
        let mut decoder = RowDecoder::for_response(&request.path, options).map_err(bad_path)?;
        if request.open_envelope.is_some() {
            decoder = decoder.keep_document();
        }
        Ok(Self { decoder, incoming, failed: false, open_envelope: request.open_envelope, options })
    }

    /// Reads up to the array. Returns whether it was found; if not, the next piece must be fed first.
    pub(crate) fn start(&mut self) -> Result<bool, Error> {
        let error = match self.decoder.start() {
            Ok(None) => return Ok(false),
            Ok(Some(RowsStart::Rows)) => return Ok(true),
            Ok(Some(RowsStart::Fault(fault))) => fault.into(),
            Ok(Some(RowsStart::Elsewhere { error, document })) => self
                .open_envelope
                .and_then(|open| open(&document, self.options.charset_hint(None)))
                .unwrap_or_else(|| self.undecodable(error)),
            Ok(Some(_)) => Error::new(ErrorKind::Decode, "the response has no array"),
            Err(error) => self.undecodable(error),
        };
        Err(self.incoming.attach(error))
    }

    fn undecodable(&self, error: xmlrpc_serde::Error) -> Error {
        let IncomingHead { status, reason, headers, .. } = &self.incoming.head;
        undecodable(*status, reason.as_deref(), headers, self.incoming.start(), error)
    }

    /// Returns the next row, if it has come.
    pub(crate) fn next<T: DeserializeOwned>(&mut self) -> Next<T> {
        if self.failed {
            return Next::Item(None);
        }
        let error = match self.decoder.next_row() {
            Ok(NextRow::MoreNeeded) => return Next::MoreNeeded,
            Ok(NextRow::Row(row)) => {
                self.incoming.lift_deadline();
                return Next::Item(Some(Ok(row)));
            }
            Ok(_) => {
                self.incoming.close();
                return Next::Item(None);
            }
            Err(error) => error,
        };
        if self.decoder.is_finished() {
            self.incoming.close();
        } else {
            self.incoming.lift_deadline();
        }
        let error = self.row_error(error);
        Next::Item(Some(Err(error)))
    }

    #[cold]
    fn row_error(&self, error: xmlrpc_serde::Error) -> Error {
        let kind = match error.kind() {
            xmlrpc_serde::ErrorKind::Limit => ErrorKind::TooLarge,
            _ => ErrorKind::Decode,
        };
        self.incoming.attach(Error::from_source(kind, error))
    }

    /// Adds the next piece of the response, or its end.
    pub(crate) fn feed(&mut self, piece: Option<&[u8]>) {
        match piece {
            Some(piece) => self.decoder.feed(piece),
            None => self.decoder.end(),
        }
    }

    /// Ends the rows, because the response broke. The error says how far it came.
    #[cold]
    pub(crate) fn fail(&mut self, error: Error) -> Error {
        self.failed = true;
        self.incoming.close();
        let place = self.decoder.in_next_row(xmlrpc_serde::Error::custom(error.message()));
        self.incoming.attach(error.with_message(place.to_string()))
    }

    pub(crate) fn is_finished(&self) -> bool {
        self.failed || self.decoder.is_finished()
    }

    pub(crate) fn rows_read(&self) -> usize {
        self.decoder.rows_read()
    }
}

/// Checks the path of an array before the call is made.
pub(crate) fn check_path(path: &str, options: Options) -> Result<(), Error> {
    RowDecoder::for_response(path, options).map(drop).map_err(bad_path)
}

#[cold]
fn bad_path(error: xmlrpc_serde::Error) -> Error {
    Error::from_source(ErrorKind::Config, error)
}
