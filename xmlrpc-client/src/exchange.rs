//! `Exchange`: one call's way from request to reply, without input or output.
//!
//! A state machine that says what to do next and is told what came of it. Both colours drive it, and only the line that sends
//! differs between them.

use crate::{
    CallContext, Error, ErrorKind, Method, body_collector, diagnosis, redirect,
    reply::{Reply, declared_encoding},
    reply_info::ReplyInfo,
    settings::Settings,
    transport::ReasonPhrase,
};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, Uri, header};
use serde_core::Serialize;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use xmlrpc_serde::{call, response};

/// One call under way.
pub(crate) struct Exchange {
    settings: Arc<Settings>,
    method: Box<str>,
    body: Bytes,
    /// `None` while it is the settings' own.
    uri: Option<Uri>,
    /// `None` while they are the settings' own.
    headers: Option<HeaderMap>,
    idempotent: bool,
    /// Until the clock runs.
    timeout: Option<Duration>,
    deadline: Option<Instant>,
    redirects: u32,
    retries: u32,
}

/// What to do next.
#[allow(
    clippy::large_enum_variant,
    reason = "each call ends so once; a box would cost it more than the move"
)]
pub(crate) enum Step {
    /// Send [`Exchange::request`], then tell [`Exchange::after_send`].
    Send,
    /// Wait, then go on with [`Step::Send`].
    Wait(Duration),
    /// It is over.
    Done(Result<Reply, Error>),
}

impl Exchange {
    /// Encodes a call. Nothing is sent yet, and no clock runs.
    pub(crate) fn new<P: Serialize + ?Sized>(
        settings: &Arc<Settings>,
        method: &Method<'_>,
        params: &P,
    ) -> Result<Self, Error> {
        let encoded = match &settings.config_error {
            Some(error) => Err(error.duplicate()),
            None => call::encode_with_leading(settings.leading(), method.name(), params, settings.options)
                .map_err(Error::encode),
        };
        match encoded {
            Ok(body) => Ok(Self::with_body(settings, method, body)),
            Err(error) => Err(error.in_call(method.name(), &settings.display_url)),
        }
    }

    /// The same for a body that is encoded already.
    pub(crate) fn with_body(settings: &Arc<Settings>, method: &Method<'_>, body: Vec<u8>) -> Self {
        Self {
            method: method.name().into(),
            body: body.into(),
            uri: None,
            headers: None,
            idempotent: settings.idempotent || method.is_idempotent(),
            timeout: method.own_timeout().or(settings.timeout),
            deadline: None,
            redirects: 0,
            retries: 0,
            settings: Arc::clone(settings),
        }
    }

    pub(crate) fn method(&self) -> &str {
        &self.method
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn body(&self) -> &Bytes {
        &self.body
    }

    /// What to send. With the first of them the clock begins to run.
    pub(crate) fn request(&mut self) -> (Request<Bytes>, CallContext) {
        let now = Instant::now();
        if let Some(timeout) = self.timeout.take() {
            self.deadline = now.checked_add(timeout);
        }
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = self.uri().clone();
        *request.headers_mut() = self.headers.as_ref().unwrap_or(&self.settings.headers).clone();
        let context = CallContext {
            started: Some(now),
            deadline: self.deadline,
            connect_timeout: self.settings.connect_timeout,
            max_response_bytes: self.settings.max_response_bytes,
            progress: self.settings.progress.clone(),
        };
        (request, context)
    }

    fn uri(&self) -> &Uri {
        self.uri.as_ref().unwrap_or(&self.settings.uri)
    }

    /// The step after an answer, or after none came.
    pub(crate) fn after_send(&mut self, outcome: Result<Response<Bytes>, Error>) -> Step {
        match outcome {
            Err(error) => match self.settings.retry.after_error(&error, self.idempotent, self.retries) {
                Some(delay) if self.has_time(delay) => self.retry(delay),
                _ => Step::Done(Err(error.in_call(&self.method, &self.settings.display_url))),
            },
            Ok(response) => self.on_response(response),
        }
    }

    fn on_response(&mut self, response: Response<Bytes>) -> Step {
        let status = response.status();
        if redirect::is_redirect(status) {
            return match self.follow_redirect(status, response.headers()) {
                Ok(()) => Step::Send,
                Err(error) => Step::Done(Err(self.error_with_reply(response, error))),
            };
        }
        if let Some(delay) =
            self.settings.retry.after_status(status, response.headers(), self.idempotent, self.retries)
            && self.has_time(delay)
        {
            return self.retry(delay);
        }
        // The call is not sent again from here: its bytes may go before the reply is decoded.
        self.body = Bytes::new();
        Step::Done(self.reply_from(response))
    }

    fn retry(&mut self, delay: Duration) -> Step {
        self.retries += 1;
        tracing::debug!(method = &*self.method, ?delay, "sending the call again");
        Step::Wait(delay)
    }

    fn has_time(&self, delay: Duration) -> bool {
        self.deadline.is_none_or(|deadline| Instant::now() + delay < deadline)
    }

    fn follow_redirect(&mut self, status: StatusCode, headers: &HeaderMap) -> Result<(), Error> {
        let hop = redirect::follow(status, headers, self.uri())?;
        let refuse =
            |why: &str| Err(Error::new(ErrorKind::Redirect, format!("HTTP {}: {why}", status.as_u16())));
        self.redirects += 1;
        if self.redirects > self.settings.max_redirects {
            return refuse(&format!("redirected more than {} times", self.settings.max_redirects));
        }
        if hop.leaves_host {
            if !self.settings.may_leave_host {
                return refuse("leads to another host, which this transport cannot reach");
            }
            if self.settings.leading.is_some() {
                return refuse(
                    "leads to another host, which must not see the leading parameters of this client",
                );
            }
            let headers = self.headers.get_or_insert_with(|| self.settings.headers.clone());
            remove_user_headers(headers);
        }
        tracing::debug!(method = &*self.method, status = status.as_u16(), "redirected");
        self.uri = Some(hop.uri);
        Ok(())
    }

    /// The reply of a response that leads nowhere else.
    fn reply_from(&mut self, mut response: Response<Bytes>) -> Result<Reply, Error> {
        if let Err(error) = body_collector::complete(&mut response, self.settings.max_response_bytes) {
            return Err(self.error_with_reply(response, error));
        }
        let (parts, body) = response.into_parts();
        let reply = Reply {
            status: parts.status,
            reason: reason_phrase(&parts.extensions),
            options: self.settings.options.charset_hint(declared_encoding(&parts.headers)),
            headers: parts.headers,
            body,
            // Nothing is told of the call any more but by its reply.
            method: std::mem::take(&mut self.method),
            url: Arc::clone(&self.settings.display_url),
        };
        if reply.status.is_success() { Ok(reply) } else { Err(status_error(reply)) }
    }

    /// An error about a response, which it keeps.
    fn error_with_reply(&self, response: Response<Bytes>, error: Error) -> Error {
        let (parts, body) = response.into_parts();
        let reason = reason_phrase(&parts.extensions);
        error.in_call(&self.method, &self.settings.display_url).with_reply(ReplyInfo::new(
            parts.status,
            reason,
            parts.headers,
            &body,
        ))
    }
}

/// Davexmlrpc and others answer a fault with 500: it is a fault still, and the status stays beside it.
fn status_error(reply: Reply) -> Error {
    let error = match response::decode::<serde_core::de::IgnoredAny>(&reply.body, reply.options) {
        Ok(Err(fault)) => fault.into(),
        decoded => {
            let what = match diagnosis::describe_body(&reply.body) {
                Some(what) => what,
                None if decoded.is_ok() => "a value, which under this status is no success".to_owned(),
                None => "XML that is no fault".to_owned(),
            };
            let head = diagnosis::describe_head(reply.status, reply.reason.as_deref(), &reply.headers);
            Error::new(ErrorKind::Status, format!("{head}: {what}"))
        }
    };
    reply.attach(error)
}

/// Removes whatever the user set: any header may be a secret between two parties.
fn remove_user_headers(headers: &mut HeaderMap) {
    let ours = [header::CONTENT_TYPE, header::USER_AGENT, header::ACCEPT, header::ACCEPT_ENCODING];
    let kept: HeaderMap =
        ours.into_iter().filter_map(|name| Some((name.clone(), headers.get(name)?.clone()))).collect();
    *headers = kept;
}

/// The words behind the status, where they are not the usual ones and the transport kept them.
fn reason_phrase(extensions: &http::Extensions) -> Option<Box<str>> {
    extensions.get::<ReasonPhrase>().map(|reason| reason.as_str().into())
}
