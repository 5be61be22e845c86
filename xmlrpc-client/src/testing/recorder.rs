//! `Recorder`: writes real calls and their responses to a folder.

use crate::{
    Body, CallContext, Error, ErrorKind, Transport, TransportFuture,
    body::{
        Stream,
        blocking::{Body as BlockingBody, PieceSource, TimeLimit},
    },
    transport::blocking,
};
use bytes::Bytes;
use http::{Request, Response, header, response::Parts};
use http_body::{Frame, SizeHint};
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
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
/// A response's body that is a stream is passed on and written as it comes; one that is not read to its end
/// is written as far as it was read. A request's body that is a stream is collected before it is sent.
///
/// ```no_run
/// # use xmlrpc_client as xmlrpc;
/// use std::sync::Arc;
/// use xmlrpc::{Client, testing::Recorder};
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
    /// Writes a request and the head of its response. Returns the file for the response's body.
    fn begin(&self, request: &[u8], response: &Parts) -> Result<Recording, Error> {
        let file = self.try_begin(request, response).map_err(|error| self.failed(error))?;
        Ok(Recording { file, folder: self.path.clone() })
    }

    fn failed(&self, error: io::Error) -> Error {
        recording_failed(&self.path, error)
    }

    fn try_begin(&self, request: &[u8], response: &Parts) -> io::Result<File> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let previous = if let Some(last) = *last {
            last
        } else {
            fs::create_dir_all(&self.path)?;
            recorded_numbers(&self.path)?.last().copied().unwrap_or(0)
        };
        let number = previous + 1;
        fs::write(request_path(&self.path, number), request)?;
        let mut file = File::create(response_path(&self.path, number))?;
        file.write_all(&encode_head(response))?;
        *last = Some(number);
        Ok(file)
    }
}

fn recording_failed(folder: &Path, error: io::Error) -> Error {
    let message = format!("recording to {} failed: {error}", folder.display());
    Error::new(ErrorKind::Io, message).with_source(error)
}

/// The file of a response whose body is being written.
struct Recording {
    file: File,
    folder: PathBuf,
}

impl Recording {
    fn write(&mut self, piece: &[u8]) -> Result<(), Error> {
        self.file.write_all(piece).map_err(|error| recording_failed(&self.folder, error))
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

/// Writes the head of a response as HTTP does: `HTTP/1.1 200 OK`, the headers, an empty line.
fn encode_head(response: &Parts) -> Vec<u8> {
    let status = response.status;
    let reason = status.canonical_reason().unwrap_or_default();
    let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", status.as_u16()).into_bytes();
    for (name, value) in &response.headers {
        if *name == header::SET_COOKIE {
            continue;
        }
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(b"\r\n");
    bytes
}

/// A body that is written to a file as it is read.
struct RecordedBody<B> {
    body: B,
    recording: Recording,
}

impl http_body::Body for RecordedBody<Body> {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let piece = ready!(self.body.poll_piece(context))?;
        Poll::Ready(piece.map(|piece| {
            self.recording.write(&piece)?;
            Ok(Frame::data(piece))
        }))
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Stream for RecordedBody<Body> {}

impl PieceSource for RecordedBody<BlockingBody> {
    fn next_piece(&mut self) -> Result<Option<Bytes>, Error> {
        let piece = self.body.next_piece()?;
        if let Some(piece) = &piece {
            self.recording.write(piece)?;
        }
        Ok(piece)
    }

    fn length_left(&self) -> Option<u64> {
        self.body.len()
    }

    fn set_time_limit(&mut self, limit: TimeLimit) {
        self.body.set_time_limit(limit);
    }
}

impl<T: Transport> Transport for Recorder<T> {
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let request = body.collect(u64::MAX).await?;
            let sent = Request::from_parts(parts, request.clone().into());
            let (parts, body) = self.inner.send(sent, context).await?.into_parts();
            let mut recording = self.folder.begin(&request, &parts)?;
            let body = match body.try_into_bytes() {
                Ok(bytes) => {
                    recording.write(&bytes)?;
                    bytes.into()
                }
                Err(body) => Body::stream(RecordedBody { body, recording }),
            };
            Ok(Response::from_parts(parts, body))
        })
    }
}

impl<T: blocking::Transport> blocking::Transport for Recorder<T> {
    fn send(
        &self,
        request: Request<BlockingBody>,
        context: CallContext,
    ) -> Result<Response<BlockingBody>, Error> {
        let (parts, body) = request.into_parts();
        let request = body.collect(u64::MAX)?;
        let sent = Request::from_parts(parts, request.clone().into());
        let (parts, body) = self.inner.send(sent, context)?.into_parts();
        let mut recording = self.folder.begin(&request, &parts)?;
        let body = match body.try_into_bytes() {
            Ok(bytes) => {
                recording.write(&bytes)?;
                bytes.into()
            }
            Err(body) => BlockingBody::pieces(RecordedBody { body, recording }),
        };
        Ok(Response::from_parts(parts, body))
    }
}
