//! `IncomingReply`: a reply that is read while it arrives, and whose beginning can be read again.

use http::{HeaderMap, Response, StatusCode, header};
use std::{
    io::{self, Read},
    sync::{Arc, Mutex, PoisonError},
};
use xmlrpc::blocking::{Body, Client};

/// A reply that is read while it arrives. Until [`forget_beginning`](Self::forget_beginning) it keeps what
/// was read, so that a reply that turns out to be another than was expected can still be read as a whole.
pub struct IncomingReply {
    status: StatusCode,
    headers: HeaderMap,
    content: Arc<Mutex<ArrivingBody>>,
}

struct ArrivingBody {
    body: Body,
    /// What was read so far, or `None` once it is not needed any more.
    beginning: Option<Vec<u8>>,
    /// Is called before the program may have to wait for more.
    before_wait: Box<dyn FnMut() + Send>,
}

impl IncomingReply {
    /// Begins to read a response. `before_wait` is called each time before the program may have to wait.
    pub(super) fn new(response: Response<Body>, before_wait: impl FnMut() + Send + 'static) -> Self {
        let (parts, body) = response.into_parts();
        let content = ArrivingBody { body, beginning: Some(Vec::new()), before_wait: Box::new(before_wait) };
        Self { status: parts.status, headers: parts.headers, content: Arc::new(Mutex::new(content)) }
    }

    /// Returns whether the status is a success.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status.is_success()
    }

    /// Returns a reader of the body.
    #[must_use]
    pub fn reader(&self) -> IncomingReader {
        IncomingReader(Arc::clone(&self.content))
    }

    /// Stops keeping what is read.
    pub fn forget_beginning(&self) {
        self.content.lock().unwrap_or_else(PoisonError::into_inner).beginning = None;
    }

    /// Reads the beginning of the body, at most `limit` bytes, and keeps it.
    ///
    /// # Errors
    /// If reading fails.
    pub fn peek(&self, limit: usize) -> io::Result<Vec<u8>> {
        let mut beginning = Vec::new();
        self.reader().take(limit as u64).read_to_end(&mut beginning)?;
        Ok(beginning)
    }

    /// Returns a client that answers the next call with this reply, from its first byte.
    ///
    /// # Errors
    /// If the url cannot be used, which was used before.
    pub(super) fn replay(self, url: &str, options: xmlrpc::Options, limit: u64) -> xmlrpc::Result<Client> {
        let Self { status, mut headers, content } = self;
        // The body is not compressed any more.
        headers.remove(header::CONTENT_ENCODING);
        headers.remove(header::CONTENT_LENGTH);
        let beginning =
            content.lock().unwrap_or_else(PoisonError::into_inner).beginning.take().unwrap_or_default();
        let body = io::Cursor::new(beginning).chain(IncomingReader(content));
        let reply = Mutex::new(Some(Body::reader(body, None)));
        Client::builder(url)
            .options(options)
            .max_response_bytes(limit)
            .retry(xmlrpc::Retry::never())
            .transport(move |_: http::Request<Body>, _: xmlrpc::CallContext| {
                let body = reply.lock().unwrap_or_else(PoisonError::into_inner).take();
                let mut response = Response::new(body.unwrap_or_else(Body::empty));
                *response.status_mut() = status;
                *response.headers_mut() = headers.clone();
                Ok(response)
            })
            .build()
    }
}

/// Reads the body of an [`IncomingReply`] reply.
pub struct IncomingReader(Arc<Mutex<ArrivingBody>>);

impl Read for IncomingReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut content = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ArrivingBody { body, beginning, before_wait } = &mut *content;
        before_wait();
        let count = body.read(buffer)?;
        if let Some(beginning) = beginning {
            beginning.extend_from_slice(&buffer[..count]);
        }
        Ok(count)
    }
}
