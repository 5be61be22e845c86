//! A blocking reqwest client of the user's own.

use super::{failure::failed, mistake};
use crate::{
    CallContext, Error, blocking,
    body::Gathered,
    context::{Direction, Progress},
};
use bytes::Bytes;
use http::{Request, Response, header};
use std::{io::Read, thread};
use url::Url;

/// Sends requests with a client that the user made.
pub(crate) struct SuppliedBlocking {
    client: reqwest::blocking::Client,
}

impl SuppliedBlocking {
    pub(crate) fn new(client: reqwest::blocking::Client) -> Self {
        Self { client }
    }

    fn exchange(&self, request: Request<Bytes>, context: &CallContext) -> Result<Response<Bytes>, Error> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string())
            .map_err(|error| mistake(&format!("no url for HTTP: {error}")))?;
        let mut request = reqwest::blocking::Request::new(parts.method, url);
        *request.headers_mut() = parts.headers;
        *request.timeout_mut() = context.time_left();
        *request.body_mut() = Some(body.into());
        let mut response = self.client.execute(request).map_err(failed)?;
        let mut answer = Response::new(Bytes::new());
        *answer.status_mut() = response.status();
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        let mut gathered = Gathered::new(answer.headers(), context.max_response_bytes())?;
        let total = response.content_length();
        let mut piece = vec![0; 64 * 1024];
        loop {
            let read = response.read(&mut piece).map_err(Error::from)?;
            if read == 0 {
                break;
            }
            gathered.push(Bytes::copy_from_slice(&piece[..read]))?;
            context.report(Progress::new(Direction::Received, gathered.received(), total));
        }
        *answer.body_mut() = gathered.finish()?;
        if answer.headers_mut().remove(header::CONTENT_ENCODING).is_some() {
            answer.headers_mut().remove(header::CONTENT_LENGTH);
        }
        Ok(answer)
    }
}

impl blocking::Transport for SuppliedBlocking {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> Result<Response<Bytes>, Error> {
        if tokio::runtime::Handle::try_current().is_err() {
            return self.exchange(request, &context);
        }
        // reqwest's blocking client panics inside a runtime; on a thread of its own it does not.
        thread::scope(|scope| scope.spawn(|| self.exchange(request, &context)).join())
            .unwrap_or_else(|_| Err(Error::new(crate::ErrorKind::Io, "the HTTP client panicked")))
    }
}
