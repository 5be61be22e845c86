//! `Element`: the XML element at the start of the buffer, which is read as a whole.
use super::{
    buffer::TextBuffer,
    element_scanner::{ElementEnd, ElementScanner},
};
use crate::{
    Error, ErrorKind, Fault, Options, Result,
    fault::read_fault,
    reader::Reader,
    xml::{construct, well_formed::with_final_kind},
};

/// The XML element at the start of the buffer: a row, or the value of a fault.
pub(super) struct Element {
    options: Options,
    scanner: ElementScanner,
    /// Whether the scanner uses its slow lane alone.
    slow: bool,
}

impl Element {
    pub(super) fn new(options: Options) -> Self {
        Self { options, scanner: ElementScanner::default(), slow: false }
    }

    /// Begins with the element that stands at the start of the buffer now.
    pub(super) fn begin(&mut self) {
        self.scanner = ElementScanner::default();
        self.slow = !self.options.uses_fast_lanes();
    }

    /// Begins with the same element again, without the fast lane. Returns `false` if that was off already.
    ///
    /// Only the slow lane knows that a `<` may stand in the value of an attribute, which makes a document
    /// ill-formed.
    #[cold]
    pub(super) fn begin_slowly(&mut self) -> bool {
        self.scanner = ElementScanner::default();
        !std::mem::replace(&mut self.slow, true)
    }

    /// Returns the length of the element, which is `what`, if it has come in full.
    pub(super) fn find(&mut self, buffer: &mut TextBuffer, what: &str) -> Result<Option<usize>> {
        loop {
            let bytes = buffer.rest().as_bytes();
            let come = bytes.len();
            let (length, refused) = match self.scanner.find(bytes, !self.slow) {
                ElementEnd::At(length) => (Some(length), None),
                ElementEnd::MoreNeeded => (None, None),
                ElementEnd::Refused(at) => (None, Some(at)),
            };
            let limit = self.options.row_limit();
            if length.unwrap_or(come) > limit {
                let message =
                    format!("{what} is longer than {limit} bytes (raise it with `Options::max_row_bytes`)");
                return Err(buffer.locate(Error::new(ErrorKind::Limit, message).at(0), 0));
            }
            if length.is_some() {
                return Ok(length);
            }
            // Nine bytes show whether it is a DOCTYPE.
            let is_shown = refused.is_some_and(|at| come - at >= "<!DOCTYPE".len());
            if !is_shown && !buffer.is_whole()? {
                return Ok(None);
            }
            if self.begin_slowly() {
                continue;
            }
            if let Some(at) = refused {
                let controls = self.options.reads_control_characters();
                let error = match construct::read(buffer.rest(), at, controls) {
                    Err(error) => error,
                    Ok(_) => Error::new(ErrorKind::Syntax, "malformed markup after `<!`").at(at),
                };
                return Err(buffer.locate(error, 0));
            }
            let message = format!("the document ends early, inside {what}");
            return Err(buffer.locate(Error::new(ErrorKind::Eof, message).at(come), 0));
        }
    }

    /// Reads the value of a fault, in which `depth` arrays and structs may be in each other, if it has come
    /// in full.
    pub(super) fn fault(&mut self, buffer: &mut TextBuffer, depth: usize) -> Result<Option<Fault>> {
        // There is one fault in a document, so the fast lane is not worth its doubts.
        self.slow = true;
        let Some(length) = self.find(buffer, "the fault").map_err(|error| error.in_root("fault"))? else {
            return Ok(None);
        };
        let text = buffer.take(length);
        let fault = read(text, self.options.max_depth(depth), read_fault).map_err(|error| {
            with_final_kind(error, text, self.options.reads_control_characters()).in_root("fault")
        });
        fault.map(Some).map_err(|error| buffer.locate(error, length))
    }
}

/// Reads the element that is all of `text` by `read`, which begins just after its start tag.
pub(super) fn read<'t, T>(
    text: &'t str,
    options: Options,
    read: impl FnOnce(&mut Reader<'t, 'static>) -> Result<T>,
) -> Result<T> {
    let mut reader = Reader::new(text, None, 0, options);
    reader.open_only_value()?;
    let value = read(&mut reader)?;
    reader.end_document()?;
    Ok(value)
}
