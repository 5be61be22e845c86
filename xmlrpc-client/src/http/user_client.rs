//! `UserClient`: a blocking reqwest client that the user made.

use super::failure::into_error;
use crate::{
    CallContext, Error,
    body_collector::BodyCollector,
    transport::{PIECE_BYTES, blocking},
};
use bytes::Bytes;
use http::{Request, Response};
use std::{io::Read, thread};
use url::Url;

/// The transport over a blocking reqwest client that the user made.
pub(crate) struct UserClient {
    client: reqwest::blocking::Client,
}

impl UserClient {
    pub(crate) fn new(client: reqwest::blocking::Client) -> Self {
        Self { client }
    }

    fn send_request(&self, request: Request<Bytes>, context: &CallContext) -> Result<Response<Bytes>, Error> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string())
            .map_err(|error| Error::config(format!("the url cannot be used for HTTP: {error}")))?;
        let mut request = reqwest::blocking::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.timeout_mut() = context.time_left();
        *request.body_mut() = Some(body.into());
        let mut response = self.client.execute(request).map_err(into_error)?;
        let mut received = Response::new(Bytes::new());
        *received.status_mut() = response.status();
        *received.headers_mut() = std::mem::take(response.headers_mut());
        let mut collector = BodyCollector::new(received.headers(), context)?;
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            let read = response.read(&mut piece).map_err(Error::from)?;
            if read == 0 {
                break;
            }
            collector.push(Bytes::copy_from_slice(&piece[..read]))?;
        }
        collector.finish_into(&mut received)?;
        Ok(received)
    }
}

impl blocking::Transport for UserClient {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        if tokio::runtime::Handle::try_current().is_err() {
            return self.send_request(request, &context);
        }
        // Inside a runtime reqwest's blocking client panics, but not on another thread.
        thread::scope(|scope| scope.spawn(|| self.send_request(request, &context)).join())
            .unwrap_or_else(|_| Err(Error::new(crate::ErrorKind::Io, "the HTTP client panicked")))
    }
}
