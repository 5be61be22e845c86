//! `Replayer`: replies as recorded.

use super::recorder::{recorded_numbers, request_path, response_path};
use crate::{
    Body, CallContext, Error, ErrorKind, Transport, TransportFuture, body::blocking::Body as BlockingBody,
    transport::blocking,
};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use xmlrpc_serde::{Options, call};

/// A transport that replies from a folder that a [`Recorder`](super::Recorder) filled, without a network.
///
/// A call gets the recorded response to the request that is the same, byte for byte. If there are several,
/// they are given in order, each once. A call that was not recorded fails with [`ErrorKind::Io`]. Clones
/// share what is left.
///
/// ```no_run
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{blocking::Client, testing::Replayer};
///
/// let replayer = Replayer::new("tests/recorded")?;
/// let client = Client::builder("http://localhost:9001/RPC2").transport(replayer.clone()).build()?;
/// let state: String = client.call("state", ())?;
/// assert_eq!(replayer.left(), 0);
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Replayer {
    folder: PathBuf,
    left: Arc<Mutex<Vec<Recorded>>>,
}

#[derive(Debug)]
struct Recorded {
    request: Vec<u8>,
    response: Response<Bytes>,
}

impl Replayer {
    /// Reads a folder.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if the folder cannot be read, or if a file is not one that a recorder wrote.
    pub fn new(folder: impl AsRef<Path>) -> Result<Self, Error> {
        let folder = folder.as_ref();
        let config_error =
            |path: &Path, what: String| Error::config(format!("replaying {}: {what}", path.display()));
        let read = |path: PathBuf| fs::read(&path).map_err(|error| config_error(&path, error.to_string()));
        let mut left = Vec::new();
        for number in recorded_numbers(folder).map_err(|error| config_error(folder, error.to_string()))? {
            let path = response_path(folder, number);
            let response = decode_response(&read(path.clone())?).ok_or_else(|| {
                config_error(&path, "expected a status line, headers, an empty line and a body".to_owned())
            })?;
            left.push(Recorded { request: read(request_path(folder, number))?, response });
        }
        Ok(Self { folder: folder.to_owned(), left: Arc::new(Mutex::new(left)) })
    }

    /// Returns how many recorded calls have not been made yet. It is 0 after a test that makes all of them.
    #[must_use]
    pub fn left(&self) -> usize {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn reply_to(&self, document: &Bytes) -> Result<Response<Bytes>, Error> {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = left.iter().position(|recorded| recorded.request == *document) {
            return Ok(left.remove(at).response);
        }
        let method =
            |body: &[u8]| call::decode(body, Options::new()).map(|call| call.method().to_owned()).ok();
        let wanted = method(document);
        let same = left.iter().filter(|recorded| method(&recorded.request) == wanted).count();
        Err(Error::new(
            ErrorKind::Io,
            format!(
                "no recorded reply in {} for these parameters; {same} recorded calls of the method are left",
                self.folder.display()
            ),
        ))
    }
}

fn decode_response(bytes: &[u8]) -> Option<Response<Bytes>> {
    let head_end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..head_end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = StatusCode::from_bytes(lines.next()?.split(' ').nth(1)?.as_bytes()).ok()?;
    let mut response = Response::new(Bytes::copy_from_slice(&bytes[head_end + 4..]));
    *response.status_mut() = status;
    for line in lines {
        let (name, value) = line.split_once(": ")?;
        response.headers_mut().append(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?);
    }
    Some(response)
}

impl Transport for Replayer {
    fn send(&self, request: Request<Body>, _: CallContext) -> TransportFuture<'_> {
        Box::pin(
            async move { Ok(self.reply_to(&request.into_body().collect(u64::MAX).await?)?.map(Body::from)) },
        )
    }
}

impl blocking::Transport for Replayer {
    fn send(&self, request: Request<BlockingBody>, _: CallContext) -> Result<Response<BlockingBody>, Error> {
        Ok(self.reply_to(&request.into_body().collect(u64::MAX)?)?.map(BlockingBody::from))
    }
}
