//! `AttachedBody`: a document whose attachments are read while it is sent.

use crate::{
    Error, ErrorKind,
    body::{Stream, blocking::PieceSource},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use std::{
    collections::VecDeque,
    io::{self, Read},
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio::{runtime::Handle, task::JoinHandle};
use xmlrpc_serde::{Attachment, Attachments};

/// How many bytes of an attachment are read at once. Three of them are four digits of base64.
const READ_BYTES: usize = 3 * (32 << 10);

/// A document with attachments.
pub(super) struct AttachedBody {
    parts: VecDeque<Part>,
    /// The attachment that is being sent.
    reading: Option<AttachmentReading>,
    left: u64,
}

enum Part {
    Text(Bytes),
    Attachment(Attachment),
}

enum AttachmentReading {
    /// The next piece has not been asked for.
    Idle(AttachmentReader),
    /// A thread of the runtime reads the next piece.
    Busy(JoinHandle<PieceRead>),
}

impl AttachedBody {
    pub(super) fn new(document: &Bytes, attachments: &Attachments) -> Result<Self, Error> {
        let Some(places) = attachments.places(document) else {
            return Err(Error::new(ErrorKind::Encode, "an attachment was not written to the call itself"));
        };
        let mut parts = VecDeque::new();
        let (mut left, mut start) = (0, 0);
        for (place, attachment) in places.into_iter().zip(attachments.list()) {
            left += (place.start - start) as u64 + attachment.len().div_ceil(3) * 4;
            parts.push_back(Part::Text(document.slice(start..place.start)));
            parts.push_back(Part::Attachment(attachment.clone()));
            start = place.end;
        }
        left += (document.len() - start) as u64;
        parts.push_back(Part::Text(document.slice(start..)));
        Ok(Self { parts, reading: None, left })
    }

    /// Takes the next text, or begins with the next attachment. Returns `None` in an attachment and at the end.
    fn next_text(&mut self) -> Option<Bytes> {
        if self.reading.is_some() {
            return None;
        }
        match self.parts.pop_front()? {
            Part::Text(text) => {
                self.left -= text.len() as u64;
                Some(text)
            }
            Part::Attachment(attachment) => {
                self.reading = Some(AttachmentReading::Idle(AttachmentReader::new(attachment)));
                None
            }
        }
    }

    /// Takes note of a piece of an attachment. Returns `None` at its end.
    fn note(&mut self, piece: Result<Option<Bytes>, Error>) -> Result<Option<Bytes>, Error> {
        match &piece {
            Ok(Some(piece)) => self.left -= piece.len() as u64,
            Ok(None) => self.reading = None,
            Err(_) => {
                self.reading = None;
                self.parts.clear();
            }
        }
        piece
    }
}

/// Reads one attachment.
struct AttachmentReader {
    attachment: Attachment,
    /// `None` before it is opened.
    reader: Option<Box<dyn Read + Send>>,
    left: u64,
    is_done: bool,
}

impl AttachmentReader {
    fn new(attachment: Attachment) -> Self {
        let left = attachment.len();
        Self { attachment, reader: None, left, is_done: false }
    }

    /// Reads the next piece and encodes it. Returns `None` at the end. It may block.
    ///
    /// The last piece is returned only if nothing follows it.
    fn read(&mut self) -> Result<Option<Bytes>, Error> {
        if self.is_done {
            return Ok(None);
        }
        self.try_read().map_err(|error| {
            let kind = error.kind();
            let text = format!("an attachment cannot be sent: {error}");
            Error::new(ErrorKind::Io, text).with_said_source(error).with_io_kind(kind)
        })
    }

    fn try_read(&mut self) -> io::Result<Option<Bytes>> {
        let mut reader = match self.reader.take() {
            Some(reader) => reader,
            None => self.attachment.open()?,
        };
        let wanted = usize::try_from(self.left).unwrap_or(READ_BYTES).min(READ_BYTES);
        let mut bytes = vec![0; wanted];
        let mut filled = 0;
        while filled < wanted {
            match read_some(&mut reader, &mut bytes[filled..])? {
                0 => {
                    let found = self.attachment.len() - self.left + filled as u64;
                    return Err(wrong_length(self.attachment.len(), &found.to_string()));
                }
                read => filled += read,
            }
        }
        self.left -= filled as u64;
        if self.left == 0 {
            self.is_done = true;
            if read_some(&mut reader, &mut [0])? > 0 {
                return Err(wrong_length(self.attachment.len(), "more"));
            }
        }
        self.reader = Some(reader);
        Ok(Some(STANDARD.encode(&bytes).into()).filter(|piece: &Bytes| !piece.is_empty()))
    }
}

fn read_some(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match reader.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

#[cold]
fn wrong_length(expected: u64, found: &str) -> io::Error {
    let text = format!("it has another length than it said: expected {expected} bytes, found {found}");
    io::Error::new(io::ErrorKind::UnexpectedEof, text)
}

/// What reading came to: the reader, for the next piece, and this piece.
type PieceRead = (AttachmentReader, Result<Option<Bytes>, Error>);

impl AttachedBody {
    /// Polls for the next piece, which a thread of the runtime for blocking work reads, or this one if there is
    /// no runtime.
    fn poll_attachment(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        let (reader, piece) = match self.reading.take() {
            None => return Poll::Ready(Ok(None)),
            Some(AttachmentReading::Idle(mut reader)) => {
                let Ok(runtime) = Handle::try_current() else {
                    let piece = reader.read();
                    self.reading = Some(AttachmentReading::Idle(reader));
                    return Poll::Ready(self.note(piece));
                };
                let task = runtime.spawn_blocking(|| read_next(reader));
                self.reading = Some(AttachmentReading::Busy(task));
                return self.poll_attachment(context);
            }
            Some(AttachmentReading::Busy(mut task)) => match Pin::new(&mut task).poll(context) {
                Poll::Pending => {
                    self.reading = Some(AttachmentReading::Busy(task));
                    return Poll::Pending;
                }
                Poll::Ready(Ok(read)) => read,
                Poll::Ready(Err(_)) => {
                    self.parts.clear();
                    let error = Error::new(ErrorKind::Io, "the reader of an attachment panicked");
                    return Poll::Ready(Err(error));
                }
            },
        };
        self.reading = Some(match Handle::try_current() {
            // The next piece is read while this one is sent.
            Ok(runtime) if !reader.is_done => {
                AttachmentReading::Busy(runtime.spawn_blocking(|| read_next(reader)))
            }
            _ => AttachmentReading::Idle(reader),
        });
        Poll::Ready(self.note(piece))
    }
}

fn read_next(mut reader: AttachmentReader) -> PieceRead {
    let piece = reader.read();
    (reader, piece)
}

impl http_body::Body for AttachedBody {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        loop {
            if let Some(text) = self.next_text() {
                return Poll::Ready(Some(Ok(Frame::data(text))));
            }
            if self.reading.is_none() {
                return Poll::Ready(None);
            }
            if let Some(piece) = ready!(self.poll_attachment(context))? {
                return Poll::Ready(Some(Ok(Frame::data(piece))));
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

impl Stream for AttachedBody {}

impl PieceSource for AttachedBody {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        loop {
            if let Some(text) = self.next_text() {
                return Ok(Some(text));
            }
            let Some(AttachmentReading::Idle(reader)) = &mut self.reading else { return Ok(None) };
            let piece = reader.read();
            if let Some(piece) = self.note(piece)? {
                return Ok(Some(piece));
            }
        }
    }

    fn length_left(&self) -> Option<u64> {
        Some(self.left)
    }
}
