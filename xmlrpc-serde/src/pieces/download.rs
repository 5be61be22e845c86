//! `DownloadDecoder`: the bytes of one base64 or string, from pieces of its document.
use super::{
    buffer::TextBuffer,
    element::Element,
    outline::{Goal, Outline, OutlineEvent},
};
use crate::{
    Error, Fault, Options, Result,
    base64::Base64Stream,
    reader::{ScalarKind, Tag},
};
use std::fmt;

/// Reads a response that is one `<base64>` or `<string>` from pieces of it, as they come.
///
/// It is for values that do not fit in memory, such as the backup of a database. Give each piece to
/// [`feed`](Self::feed), and take the bytes that it brings by [`decode`](Self::decode). A base64 gives its
/// bytes, and a string its text as UTF-8.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{DownloadDecoder, DownloadProgress, Options};
///
/// let response = b"<methodResponse><params><param><value><base64>\nQUJD\nREVG\n</base64></value></param>\
///                  </params></methodResponse>";
/// let mut decoder = DownloadDecoder::for_response(Options::new());
/// let mut file = Vec::new();
/// for piece in response.chunks(10) {
///     decoder.feed(piece);
///     let progress = decoder.decode(&mut file)?;
///     assert!(matches!(progress, DownloadProgress::MoreNeeded));
/// }
/// decoder.end();
/// // Only the end says that nothing is missing.
/// assert!(matches!(decoder.decode(&mut file)?, DownloadProgress::End));
/// assert_eq!(file, b"ABCDEF");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Memory
///
/// A decoder holds what was fed and has not been decoded. Tags, comments and the value of a fault must be
/// within [`Options::max_row_bytes`]. [`Options::max_len`] does not count.
pub struct DownloadDecoder {
    buffer: TextBuffer,
    outline: Outline,
    base64: Base64Stream,
    state: DownloadState,
    fault: Element,
}

enum DownloadState {
    Reading,
    InFault,
    AfterFault(Fault),
    Finished,
}

/// What [`DownloadDecoder::decode`] came to.
#[derive(Debug)]
#[non_exhaustive]
pub enum DownloadProgress {
    /// The bytes of everything that was fed have been appended: feed the next piece of the document.
    MoreNeeded,
    /// All bytes have been appended, and the document was well-formed to its last byte.
    End,
    /// The response is a fault, and no bytes. The document was read to its end.
    Fault(Fault),
}

impl DownloadDecoder {
    /// Creates a decoder for the value of a response.
    #[must_use]
    pub fn for_response(options: Options) -> Self {
        Self::with_root(Tag::MethodResponse, options)
    }

    /// Creates a decoder for a document that is one `<value>`.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self::with_root(Tag::Value, options)
    }

    fn with_root(root: Tag, options: Options) -> Self {
        Self {
            buffer: TextBuffer::new(options),
            outline: Outline::new(Goal::Text, root, Vec::new(), options),
            base64: Base64Stream::default(),
            state: DownloadState::Reading,
            fault: Element::new(options),
        }
    }

    /// Takes the next piece of the document. It may end anywhere, also inside a character.
    pub fn feed(&mut self, piece: &[u8]) {
        self.buffer.feed(piece);
    }

    /// Says that the last piece has been fed.
    pub fn end(&mut self) {
        self.buffer.end();
    }

    /// Returns whether nothing more can be decoded: the document was read to its end, or it is broken.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        matches!(self.state, DownloadState::Finished)
    }

    /// Appends the bytes of what was fed to `out`.
    ///
    /// # Errors
    ///
    /// [`Data`](crate::ErrorKind::Data) if the value is neither base64 nor a string, or if the digits are not
    /// base64. Otherwise those of [`response::decode`](crate::response::decode) for a document that is
    /// broken. The decoder is finished then, and what it has appended is not all.
    pub fn decode(&mut self, out: &mut Vec<u8>) -> Result<DownloadProgress> {
        let result = self.decode_all(out);
        if result.is_err() {
            self.state = DownloadState::Finished;
        }
        result
    }

    fn decode_all(&mut self, out: &mut Vec<u8>) -> Result<DownloadProgress> {
        loop {
            match self.state {
                DownloadState::Reading | DownloadState::AfterFault(_) => {}
                DownloadState::InFault => {
                    match self.fault.fault(&mut self.buffer, self.outline.depth_left())? {
                        Some(fault) => {
                            self.outline.passed_element();
                            self.state = DownloadState::AfterFault(fault);
                        }
                        None => return Ok(DownloadProgress::MoreNeeded),
                    }
                }
                DownloadState::Finished => return Ok(DownloadProgress::End),
            }
            let event = self.outline.next(&mut self.buffer);
            // Also what came before an error.
            self.append_text(out)?;
            match event? {
                OutlineEvent::MoreNeeded => return Ok(DownloadProgress::MoreNeeded),
                OutlineEvent::Fault => self.state = DownloadState::InFault,
                OutlineEvent::Missing(error) => return Err(error),
                OutlineEvent::TextEnd => self.base64.finish(out).map_err(|error| self.in_text(error))?,
                OutlineEvent::End => {
                    return Ok(match std::mem::replace(&mut self.state, DownloadState::Finished) {
                        DownloadState::AfterFault(fault) => DownloadProgress::Fault(fault),
                        _ => DownloadProgress::End,
                    });
                }
                // They come inside an array only.
                OutlineEvent::Array | OutlineEvent::Element => {}
            }
        }
    }

    /// Appends the bytes of the text that was read.
    fn append_text(&mut self, out: &mut Vec<u8>) -> Result<()> {
        let Some((kind, text)) = self.outline.target_text() else { return Ok(()) };
        let result = if kind == ScalarKind::Base64 {
            self.base64.push(text, out)
        } else {
            out.extend_from_slice(text.as_bytes());
            Ok(())
        };
        text.clear();
        result.map_err(|error| self.in_text(error))
    }

    #[cold]
    fn in_text(&self, error: Error) -> Error {
        self.outline.in_target(self.buffer.locate(error.at(0), 0))
    }
}

impl fmt::Debug for DownloadDecoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadDecoder").field("is_finished", &self.is_finished()).finish_non_exhaustive()
    }
}
