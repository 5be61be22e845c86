//! `Recorder`: writes real calls and their responses to a folder.

use crate::{CallContext, Error, ErrorKind, Transport, TransportFuture, transport::blocking};
use bytes::Bytes;
use http::{Request, Response, header};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// A transport around another one that writes each request and its response to a folder, for a
/// [`Replayer`](super::Replayer).
///
/// Each request makes two files: `0001.request.xml` with the body of the request, and `0001.response.http`
/// with the status, the headers and the body of the response. The numbers continue after those that are in
/// the folder.
///
/// The headers of requests, and cookies, are not written, because they may hold secrets. Read the bodies
/// before you publish them.
///
/// ```no_run
/// use std::sync::Arc;
/// use xmlrpc_client::{Client, testing::Recorder};
///
/// let client = Client::builder("http://localhost:9001/RPC2")
///     .wrap_transport(|transport| Arc::new(Recorder::new(transport, "tests/recorded")))
///     .build()?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Debug)]
pub struct Recorder<T> {
    inner: T,
    folder: Arc<RecordingFolder>,
}

#[derive(Debug)]
struct RecordingFolder {
    path: PathBuf,
    /// The number of the last recorded call, or `None` before the first.
    last: Mutex<Option<u32>>,
}

impl<T> Recorder<T> {
    /// Creates a recorder around `inner` that writes to `folder`. The first request creates the folder.
    #[must_use]
    pub fn new(inner: T, folder: impl AsRef<Path>) -> Self {
        let folder = RecordingFolder { path: folder.as_ref().to_owned(), last: Mutex::new(None) };
        Self { inner, folder: Arc::new(folder) }
    }
}

impl RecordingFolder {
    fn write(&self, request: &[u8], response: &Response<Bytes>) -> Result<(), Error> {
        self.try_write(request, response).map_err(|error| {
            let message = format!("recording to {} failed: {error}", self.path.display());
            Error::new(ErrorKind::Io, message).with_source(error)
        })
    }

    fn try_write(&self, request: &[u8], response: &Response<Bytes>) -> io::Result<()> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let previous = if let Some(last) = *last {
            last
        } else {
            fs::create_dir_all(&self.path)?;
            recorded_numbers(&self.path)?.last().copied().unwrap_or(0)
        };
        let number = previous + 1;
        fs::write(request_path(&self.path, number), request)?;
        fs::write(response_path(&self.path, number), encode_response(response))?;
        *last = Some(number);
        Ok(())
    }
}

pub(super) fn request_path(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("{number:04}.request.xml"))
}

pub(super) fn response_path(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("{number:04}.response.http"))
}

/// Returns the numbers of the recorded calls in a folder, in order.
pub(super) fn recorded_numbers(folder: &Path) -> io::Result<Vec<u32>> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let number: Option<u32> =
            name.to_str().and_then(|name| name.strip_suffix(".request.xml")?.parse().ok());
        numbers.extend(number);
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// Writes a response as HTTP does: `HTTP/1.1 200 OK`, the headers, an empty line, the body.
fn encode_response(response: &Response<Bytes>) -> Vec<u8> {
    let status = response.status();
    let reason = status.canonical_reason().unwrap_or_default();
    let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", status.as_u16()).into_bytes();
    for (name, value) in response.headers() {
        if *name == header::SET_COOKIE {
            continue;
        }
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(response.body());
    bytes
}

impl<T: Transport> Transport for Recorder<T> {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> TransportFuture<'_> {
        Box::pin(async move {
            let body = request.body().clone();
            let response = self.inner.send(request, context).await?;
            self.folder.write(&body, &response)?;
            Ok(response)
        })
    }
}

impl<T: blocking::Transport> blocking::Transport for Recorder<T> {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        let body = request.body().clone();
        let response = self.inner.send(request, context)?;
        self.folder.write(&body, &response)?;
        Ok(response)
    }
}
