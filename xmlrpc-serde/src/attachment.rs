//! `Attachment`: a file or a reader as a base64 that is written while it is sent.

use crate::{Encoding, Error, Options, Result, newtype};
use memchr::memmem;
use serde_core::{Serialize, Serializer, ser::Error as _};
use std::{
    cell::{Cell, RefCell},
    fmt,
    fs::{self, File},
    io::{self, Read},
    ops::Range,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// A parameter of a call that is sent as `<base64>` and read while it is sent, so that it need not fit in
/// memory.
///
/// It may stand anywhere in the parameters of a call, in a struct or an array too, and several times. Its
/// length is known beforehand, so the request has a `Content-Length`, which old servers need.
///
/// | attachment | is read from | may be sent again (a redirect, a 401, a retry) |
/// |---|---|---|
/// | [`file`](Self::file) | a file, which is opened for each request | yes |
/// | [`reader`](Self::reader) | any [`io::Read`] | no: then the call fails and says so |
///
/// The async client reads both on the runtime's threads for blocking work, and the blocking client on the
/// thread that makes the call. A source that gives more or fewer bytes than it said breaks the connection, so
/// that no server takes a part of it for the whole.
///
/// Elsewhere an attachment is an error that says so: in `to_string` and `to_value`, in a multicall, in
/// leading parameters, in other formats, and in an encoding that does not contain ASCII (UTF-16).
///
/// ```no_run
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::Attachment;
///
/// let dump = Attachment::file("dump.zip")?;
/// println!("{} bytes", dump.len());
/// // client.call::<_, bool>("restore", ("db", dump)).await?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone)]
pub struct Attachment {
    source: Arc<AttachmentSource>,
    length: u64,
}

enum AttachmentSource {
    File(PathBuf),
    /// `None` after it was taken.
    Reader(Mutex<Option<Box<dyn Read + Send>>>),
}

impl Attachment {
    /// Attaches a file. It is opened when it is sent, and must still have the length then that it has now.
    ///
    /// # Errors
    ///
    /// If the file does not exist, or is a folder.
    pub fn file(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let metadata = fs::metadata(path)?;
        if metadata.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        Ok(Self { source: Arc::new(AttachmentSource::File(path.to_owned())), length: metadata.len() })
    }

    /// Attaches what a reader gives, which must be `length` bytes. It is read once: clones share it.
    ///
    /// A read that is [interrupted](io::ErrorKind::Interrupted) is tried again. Any other error of the
    /// reader, also [`WouldBlock`](io::ErrorKind::WouldBlock), is the error of the call.
    #[must_use]
    pub fn reader(reader: impl Read + Send + 'static, length: u64) -> Self {
        let reader: Box<dyn Read + Send> = Box::new(reader);
        Self { source: Arc::new(AttachmentSource::Reader(Mutex::new(Some(reader)))), length }
    }

    /// Returns how many bytes it has, before they are written as base64.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.length
    }

    /// Returns whether it has no bytes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Opens it, to be read from its start.
    ///
    /// # Errors
    ///
    /// If the file cannot be opened, or the reader was opened before.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        match &*self.source {
            AttachmentSource::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
            },
            AttachmentSource::Reader(reader) => {
                let reader = reader.lock().unwrap_or_else(PoisonError::into_inner).take();
                reader.ok_or_else(|| io::Error::other("its reader can be read only once"))
            }
        }
    }

    /// Returns whether [`open`](Self::open) can give the bytes: always for a file, and once for a reader.
    #[must_use]
    pub fn can_be_opened(&self) -> bool {
        match &*self.source {
            AttachmentSource::File(_) => true,
            AttachmentSource::Reader(reader) => {
                reader.lock().unwrap_or_else(PoisonError::into_inner).is_some()
            }
        }
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attachment").field("len", &self.length).finish_non_exhaustive()
    }
}

/// What an attachment is where it cannot be sent.
pub(crate) const ONLY_IN_CALLS: &str = "an Attachment can only be a parameter of a call that a client \
     makes by itself: not in to_string, to_value, a multicall, leading parameters or another format \
     (read it into a Base64 there)";

/// Stands for the base64 text of an attachment. XML cannot hold this character, so no other text contains it.
pub(crate) const PLACEHOLDER: &str = "\u{FFFF}";

thread_local! {
    /// The attachments that have been written to the document of the innermost [`collect`].
    static COLLECTED: RefCell<Option<Vec<Attachment>>> = const { RefCell::new(None) };
    /// Whether the serializer of this crate has just asked for an attachment.
    static IS_WANTED: Cell<bool> = const { Cell::new(false) };
}

impl Serialize for Attachment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(newtype::ATTACHMENT, &AttachmentContent(self))
    }
}

/// What is inside the newtype. Only the serializer of a document that takes attachments asks for a unit
/// struct of this name; before that it lets this type note the attachment.
struct AttachmentContent<'a>(&'a Attachment);

impl Serialize for AttachmentContent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_noted = COLLECTED.with_borrow_mut(|collected| match collected {
            Some(collected) if IS_WANTED.replace(false) => {
                collected.push(self.0.clone());
                true
            }
            _ => false,
        });
        if is_noted {
            serializer.serialize_unit_struct(newtype::ATTACHMENT)
        } else {
            Err(S::Error::custom(ONLY_IN_CALLS))
        }
    }
}

/// Says that the next attachment is written to the document that is being collected.
pub(crate) fn want_next() {
    IS_WANTED.set(true);
}

/// The attachments of a document, in the order in which they stand in it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Attachments {
    list: Vec<Attachment>,
    /// The placeholder with the tags around it, in the encoding of the document.
    marked: Vec<u8>,
    /// How many bytes of it are the start tag, and how many the placeholder.
    tag: usize,
    placeholder: usize,
}

impl Attachments {
    /// Returns the attachments.
    #[must_use]
    pub fn list(&self) -> &[Attachment] {
        &self.list
    }

    /// Returns where in the document the base64 of each attachment belongs: in place of these bytes. `None`
    /// if this is not the document of these attachments.
    #[must_use]
    pub fn places(&self, document: &[u8]) -> Option<Vec<Range<usize>>> {
        let places: Vec<_> = memmem::find_iter(document, &self.marked)
            .map(|at| at + self.tag..at + self.tag + self.placeholder)
            .collect();
        (places.len() == self.list.len()).then_some(places)
    }
}

/// Writes a document that may have attachments. `encode` is given the options that allow them.
///
/// The document has a placeholder for each of them: see [`Attachments::places`]. A document without
/// attachments costs no more than without this function.
///
/// # Errors
///
/// Those of `encode`, and [`Unsupported`](crate::ErrorKind::Unsupported) if the encoding cannot hold
/// attachments.
#[doc(hidden)]
pub fn collect_attachments<T>(
    options: Options,
    encode: impl FnOnce(Options) -> Result<T>,
) -> Result<(T, Option<Attachments>)> {
    /// Restores what an outer document has collected, also after a panic.
    struct Outer(Option<Vec<Attachment>>);
    impl Drop for Outer {
        fn drop(&mut self) {
            COLLECTED.set(self.0.take());
            IS_WANTED.set(false);
        }
    }
    let outer = Outer(COLLECTED.replace(Some(Vec::new())));
    let document = encode(options.with_attachments());
    let list = COLLECTED.take().unwrap_or_default();
    drop(outer);
    let document = document?;
    if list.is_empty() {
        return Ok((document, None));
    }
    let encoding = options.written_encoding();
    if !encoding.contains_ascii() {
        let name = encoding.name();
        let text = format!("an Attachment cannot be sent in {name}: choose an encoding that contains ASCII");
        return Err(Error::unsupported(text));
    }
    Ok((document, Some(Attachments::new(list, encoding))))
}

impl Attachments {
    fn new(list: Vec<Attachment>, encoding: Encoding) -> Self {
        const OPEN: &str = "<base64>";
        let placeholder = encoding.encode(PLACEHOLDER.to_owned()).len();
        let marked = encoding.encode(format!("{OPEN}{PLACEHOLDER}</base64>"));
        Self { list, marked, tag: OPEN.len(), placeholder }
    }
}
