//! `Exchange`: one call from its request to its reply, as a state machine without I/O.
//!
//! The exchange says which step comes next; a driver takes the step and passes the outcome on:
//!
//! ```text
//! request() ─► the driver sends ─► after_send(outcome) ─┬► Step::Send         request() again
//!                                                       ├► Step::Wait(delay)  wait, then request() again
//!                                                       └► Step::Done         the reply, or the error
//! ```
//!
//! The async and the blocking driver differ only in the lines that send and wait. Redirects, retries, limits
//! and errors are decided here.

use crate::{
    CallContext, Error, ErrorKind, Method,
    deadline::deadline_after,
    diagnosis, endpoint,
    incoming::{Incoming, IncomingHead, IncomingTime},
    inflow::Inflow,
    kept_response::{kept_response, reason_phrase},
    payload::{Payload, UploadClock},
    redirect,
    reply::{Reply, declared_encoding},
    reply_info::ReplyInfo,
    settings::Settings,
};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, Uri, header};
use serde_core::Serialize;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use xmlrpc_serde::{call, collect_attachments, response};

/// One call that is being made.
pub(crate) struct Exchange {
    settings: Arc<Settings>,
    method: Box<str>,
    body: Bytes,
    /// Where a redirect leads. Before one it is `None`, and the settings' uri counts.
    uri: Option<Uri>,
    /// The headers after a redirect to another host. Before one they are `None`, and the settings' headers
    /// count.
    headers: Option<HeaderMap>,
    /// The url for errors, of the server that is asked now.
    display_url: Arc<str>,
    idempotent: bool,
    /// Is taken by the first request, which sets the deadline.
    timeout: Option<Duration>,
    deadline: Option<Instant>,
    redirects: u32,
    retries: u32,
    /// Whether a request of this call may have reached a server.
    may_have_run: bool,
    /// What the request carries besides the body.
    payload: Payload,
    /// The time limits of the request that was sent last, if they depend on its length.
    clock: Option<Arc<UploadClock>>,
    /// Which responses are read as they come. All others are collected.
    read_as_they_come: ReadAsTheyCome,
}

/// Which responses of a call are read as they come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ReadAsTheyCome {
    Never,
    /// Those with a success status.
    Success,
    /// All that lead to no further request.
    Any,
}

/// What the driver does next.
#[expect(
    clippy::large_enum_variant,
    reason = "each call ends once, and allocating a box costs more than moving the reply"
)]
pub(crate) enum Step {
    /// Send [`Exchange::request`] and pass the outcome to [`Exchange::after_send`].
    Send,
    /// Wait this long, then go on as for [`Step::Send`].
    Wait(Duration),
    /// The call has ended.
    Done(Result<Reply, Error>),
}

impl Exchange {
    /// Encodes a call. Nothing is sent yet, and the timeout does not run yet.
    pub(crate) fn new<P: Serialize + ?Sized>(
        settings: &Arc<Settings>,
        method: &Method<'_>,
        params: &P,
    ) -> Result<Self, Error> {
        let encoded = match &settings.config_error {
            Some(error) => Err(error.duplicate()),
            None => collect_attachments(settings.options, |options| {
                call::encode_with_leading(settings.leading(), method.name(), params, options)
            })
            .map_err(Error::encode),
        };
        match encoded {
            Ok((body, attachments)) => Ok(Self {
                payload: Payload::attached(attachments),
                ..Self::with_body(settings, method, body)
            }),
            Err(error) => Err(error.in_call(method.name(), &settings.display_url)),
        }
    }

    /// Starts an exchange with a body that is encoded already.
    pub(crate) fn with_body(settings: &Arc<Settings>, method: &Method<'_>, body: Vec<u8>) -> Self {
        Self {
            method: method.name().into(),
            body: body.into(),
            uri: None,
            headers: None,
            display_url: Arc::clone(&settings.display_url),
            idempotent: settings.is_idempotent(method),
            timeout: settings.timeout_of(method),
            deadline: None,
            redirects: 0,
            retries: 0,
            may_have_run: false,
            payload: Payload::Document,
            clock: None,
            read_as_they_come: ReadAsTheyCome::Never,
            settings: Arc::clone(settings),
        }
    }

    /// Starts an exchange for a document that is sent as it is, whose response is read as it comes.
    pub(crate) fn raw(settings: &Arc<Settings>, document: Bytes, payload: Payload) -> Result<Self, Error> {
        if let Some(error) = &settings.config_error {
            return Err(error.duplicate().at_url(&settings.display_url));
        }
        let exchange = Self::with_body(settings, &Method::new(""), Vec::new());
        Ok(Self { body: document, payload, read_as_they_come: ReadAsTheyCome::Any, ..exchange })
    }

    /// Reads a response with a success status as it comes, and does not collect it.
    pub(crate) fn read_as_it_comes(self) -> Self {
        Self { read_as_they_come: ReadAsTheyCome::Success, ..self }
    }

    /// Returns whether a response is to be read as it comes.
    pub(crate) fn is_read_as_it_comes<B>(&self, response: &Response<B>) -> bool {
        let status = response.status();
        match self.read_as_they_come {
            ReadAsTheyCome::Never => false,
            ReadAsTheyCome::Success => status.is_success(),
            ReadAsTheyCome::Any => {
                let again = self.settings.retry.after_status(
                    status,
                    response.headers(),
                    self.idempotent,
                    self.retries,
                );
                !redirect::is_redirect(status) && !again.is_some_and(|delay| self.has_time(delay))
            }
        }
    }

    /// Starts on a response that is read as it comes. `length` is that of its body, if it is known.
    pub(crate) fn incoming<B>(
        &self,
        response: Response<B>,
        length: Option<u64>,
    ) -> Result<Incoming<B>, Error> {
        let (parts, body) = response.into_parts();
        let (limit, progress) = (self.settings.max_stream_bytes, self.settings.progress.clone());
        let head = IncomingHead {
            status: parts.status,
            reason: reason_phrase(&parts.extensions),
            headers: parts.headers,
            method: self.method.clone(),
            url: Arc::clone(&self.display_url),
            trace: self.settings.trace_bodies,
        };
        let time = IncomingTime {
            started: Instant::now(),
            deadline: self.clock.as_ref().map_or(self.deadline, |clock| clock.limit()),
            stall: self.settings.stall_timeout,
        };
        match Inflow::new(&head.headers, length, limit, progress) {
            Ok(inflow) => Ok(Incoming::new(head, body, inflow, time)),
            Err(error) => {
                let reply = ReplyInfo::new(head.status, head.reason, head.headers, &[]);
                Err(error.in_call(&head.method, &head.url).with_reply(reply))
            }
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

    /// Returns what to send. The first request starts the timeout.
    pub(crate) fn request(&mut self) -> (Request<Bytes>, CallContext) {
        let now = Instant::now();
        self.clock = self.payload.clock(self.timeout, self.settings.stall_timeout);
        if self.clock.is_none()
            && let Some(timeout) = self.timeout.take()
        {
            self.deadline = deadline_after(now, timeout);
        }
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = self.uri().clone();
        *request.headers_mut() = self.headers.as_ref().unwrap_or(&self.settings.headers).clone();
        let context = CallContext {
            started: Some(now),
            deadline: self.deadline,
            upload_clock: self.clock.clone(),
            connect_timeout: self.settings.connect_timeout,
            max_response_bytes: match self.read_as_they_come {
                ReadAsTheyCome::Never => self.settings.max_response_bytes,
                _ => self.settings.max_stream_bytes,
            },
            stall_timeout: match self.read_as_they_come {
                ReadAsTheyCome::Never => None,
                _ => self.settings.stall_timeout,
            },
            is_read_as_it_comes: self.read_as_they_come != ReadAsTheyCome::Never,
            progress: self.settings.progress.clone(),
        };
        (request, context)
    }

    /// Returns what the request carries besides the body.
    pub(crate) fn payload(&self) -> &Payload {
        &self.payload
    }

    fn uri(&self) -> &Uri {
        self.uri.as_ref().unwrap_or(&self.settings.uri)
    }

    /// Ends the call with an error before its request was sent.
    pub(crate) fn fail(&self, error: Error) -> Error {
        error.in_call(&self.method, &self.display_url)
    }

    /// Decides on the next step after a request was sent, or failed.
    pub(crate) fn after_send(&mut self, outcome: Result<Response<Bytes>, Error>) -> Step {
        match outcome {
            Err(error) => match self.settings.retry.after_error(&error, self.idempotent, self.retries) {
                Some(delay) if self.has_time(delay) && self.payload.obstacle().is_some() => {
                    let why = self.payload.obstacle().unwrap_or_default();
                    let message = format!("{}; it was not sent again, because {why}", error.message());
                    Step::Done(Err(error.with_message(message).in_call(&self.method, &self.display_url)))
                }
                Some(delay) if self.has_time(delay) => {
                    self.may_have_run |= !error.is_unsent();
                    self.retry(delay)
                }
                _ if self.may_have_run => {
                    Step::Done(Err(error.without_unsent().in_call(&self.method, &self.display_url)))
                }
                _ => Step::Done(Err(error.in_call(&self.method, &self.display_url))),
            },
            Ok(response) => self.on_response(response),
        }
    }

    /// Decides what a response leads to: a redirect, a retry, or the reply.
    fn on_response(&mut self, response: Response<Bytes>) -> Step {
        let status = response.status();
        self.may_have_run = true;
        if redirect::is_redirect(status) {
            return match self.follow_redirect(status, response.headers()) {
                Ok(()) => Step::Send,
                Err(error) => Step::Done(Err(self.error_with_reply(response, error))),
            };
        }
        if let Some(delay) =
            self.settings.retry.after_status(status, response.headers(), self.idempotent, self.retries)
            && self.has_time(delay)
            && self.payload.obstacle().is_none()
        {
            return self.retry(delay);
        }
        // The call is not sent again from here on, so its bytes are freed before the reply is decoded.
        self.body = Bytes::new();
        Step::Done(self.reply_from(response))
    }

    fn retry(&mut self, delay: Duration) -> Step {
        self.retries += 1;
        tracing::debug!(method = &*self.method, ?delay, "sending the call again");
        Step::Wait(delay)
    }

    /// Returns whether the call would still have time after the delay.
    fn has_time(&self, delay: Duration) -> bool {
        self.deadline.is_none_or(|deadline| delay < deadline.saturating_duration_since(Instant::now()))
    }

    /// Aims the next request at the target of a redirect, or refuses the redirect.
    fn follow_redirect(&mut self, status: StatusCode, headers: &HeaderMap) -> Result<(), Error> {
        let hop = redirect::follow(status, headers, self.uri())?;
        let refuse =
            |why: &str| Err(Error::new(ErrorKind::Redirect, format!("HTTP {}: {why}", status.as_u16())));
        if self.settings.max_redirects == 0 {
            return refuse(&format!("leads to {}, and max_redirects(0) follows no redirect", hop.location));
        }
        self.redirects += 1;
        if self.redirects > self.settings.max_redirects {
            return refuse(&format!("redirected more than {} times", self.settings.max_redirects));
        }
        if let Some(why) = self.payload.obstacle() {
            return refuse(&format!(
                "leads to {}, where it cannot be sent again, because {why}",
                hop.location
            ));
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
        self.display_url = endpoint::redirected_url(&self.display_url, &hop.uri);
        self.uri = Some(hop.uri);
        Ok(())
    }

    /// Makes the reply out of a response that is not a redirect.
    fn reply_from(&mut self, response: Response<Bytes>) -> Result<Reply, Error> {
        let (parts, body) = response.into_parts();
        let reply = Reply {
            status: parts.status,
            reason: reason_phrase(&parts.extensions),
            options: self.settings.options.charset_hint(declared_encoding(&parts.headers)),
            headers: parts.headers,
            body,
            // From here on only the reply names the call.
            method: std::mem::take(&mut self.method),
            url: Arc::clone(&self.display_url),
        };
        if reply.status.is_success() { Ok(reply) } else { Err(self.status_error(reply)) }
    }

    /// Adds the call and the response to an error.
    fn error_with_reply(&self, response: Response<Bytes>, error: Error) -> Error {
        error.in_call(&self.method, &self.display_url).with_reply(kept_response(response))
    }

    /// Makes the error for a status that is not a success. If the body holds a fault, the fault is the error:
    /// Davexmlrpc and others send theirs with status 500.
    fn status_error(&self, reply: Reply) -> Error {
        let error = match response::decode::<serde_core::de::IgnoredAny>(&reply.body, reply.options) {
            Ok(Err(fault)) => fault.into(),
            decoded => {
                let what = match diagnosis::describe_body(&reply.body) {
                    Some(what) => what,
                    None if decoded.is_ok() => "an XML-RPC value, but the status is not a success".to_owned(),
                    None => "XML that is not a fault".to_owned(),
                };
                let head = diagnosis::describe_head(reply.status, reply.reason.as_deref(), &reply.headers);
                let credentials = self.credentials_note(reply.status);
                Error::new(ErrorKind::Status, format!("{head}: {what}{credentials}"))
            }
        };
        reply.attach(error)
    }

    /// Says for a 401 whether credentials were sent, because the two cases have different remedies.
    fn credentials_note(&self, status: StatusCode) -> &'static str {
        let headers = self.headers.as_ref().unwrap_or(&self.settings.headers);
        match (status, headers.contains_key(header::AUTHORIZATION)) {
            (StatusCode::UNAUTHORIZED, true) => {
                "; credentials were sent, and the server does not accept them"
            }
            (StatusCode::UNAUTHORIZED, false) if self.headers.is_some() => {
                "; no credentials were sent, because a redirect led to another host"
            }
            (StatusCode::UNAUTHORIZED, false) => "; no credentials were sent",
            _ => "",
        }
    }
}

/// Removes all headers that the user set, because each of them may be a secret that is meant for one host.
fn remove_user_headers(headers: &mut HeaderMap) {
    let ours = [header::CONTENT_TYPE, header::USER_AGENT, header::ACCEPT, header::ACCEPT_ENCODING];
    let kept: HeaderMap =
        ours.into_iter().filter_map(|name| Some((name.clone(), headers.get(name)?.clone()))).collect();
    *headers = kept;
}
