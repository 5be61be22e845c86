//! `UserClient`: a blocking reqwest client that the user made.

use super::failure::into_error;
use crate::{CallContext, Error, body::blocking::Body, transport::blocking};
use http::{Request, Response};
use std::{
    io::{self, Read},
    thread,
};
use url::Url;

/// The transport over a blocking reqwest client that the user made.
pub(crate) struct UserClient {
    client: reqwest::blocking::Client,
}

impl UserClient {
    pub(crate) fn new(client: reqwest::blocking::Client) -> Self {
        Self { client }
    }

    fn send_request(&self, request: Request<Body>, context: &CallContext) -> Result<Response<Body>, Error> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string())
            .map_err(|error| Error::config(format!("the url cannot be used for HTTP: {error}")))?;
        let mut request = reqwest::blocking::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.timeout_mut() = context.time_left();
        *request.body_mut() = Some(match (body.len(), body.try_into_bytes()) {
            (_, Ok(bytes)) => bytes.into(),
            (Some(length), Err(stream)) => reqwest::blocking::Body::sized(stream, length),
            (None, Err(stream)) => reqwest::blocking::Body::new(stream),
        });
        let mut response = self.client.execute(request).map_err(into_error)?;
        let mut received = Response::new(Body::empty());
        *received.status_mut() = response.status();
        *received.headers_mut() = std::mem::take(response.headers_mut());
        let length = response.content_length();
        *received.body_mut() = Body::reader(ResponseReader(response), length);
        Ok(received)
    }
}

/// The body of a response.
struct ResponseReader(reqwest::blocking::Response);

impl Read for ResponseReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        outside_runtimes(|| self.0.read(buffer).map_err(|error| read_error(error).into()))
    }
}

/// Takes reqwest's error out of the `io::Error` around it, because its text shows the whole url.
fn read_error(error: io::Error) -> Error {
    match error.downcast::<reqwest::Error>() {
        Ok(error) => into_error(error),
        Err(error) => error.into(),
    }
}

impl blocking::Transport for UserClient {
    fn send(&self, request: Request<Body>, context: CallContext) -> Result<Response<Body>, Error> {
        outside_runtimes(|| self.send_request(request, &context))
    }
}

/// Runs a step of reqwest's blocking client. Inside a runtime it panics, but not on another thread.
fn outside_runtimes<T: Send, E: From<Error> + Send>(
    step: impl FnOnce() -> Result<T, E> + Send,
) -> Result<T, E> {
    if tokio::runtime::Handle::try_current().is_err() {
        return step();
    }
    thread::scope(|scope| scope.spawn(step).join())
        .unwrap_or_else(|_| Err(Error::new(crate::ErrorKind::Io, "the HTTP client panicked").into()))
}
