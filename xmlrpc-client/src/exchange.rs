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
    challenge::ChallengeAnswers,
    deadline::{Instant, deadline_after},
    diagnosis, endpoint,
    in_flight::InFlightPlace,
    incoming::{Incoming, IncomingHead, IncomingTime},
    inflow::Inflow,
    kept_response::{kept_response, reason_phrase},
    logins::{Login, Logins},
    payload::{Payload, UploadClock},
    phase::{Phase, PhaseCell},
    redirect,
    reply::{Reply, declared_encoding},
    reply_info::ReplyInfo,
    sent::Sent,
    settings::Settings,
};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode, Uri, header};
use serde_core::Serialize;
use std::{sync::Arc, time::Duration};
use xmlrpc_serde::{
    call::{self, CallTemplate, LeadingParams},
    collect_attachments, response,
};

/// Writes the body of a call for a login of the session.
pub(crate) type EncodeBody = Box<dyn Fn(&LeadingParams) -> xmlrpc_serde::Result<Vec<u8>> + Send + Sync>;

/// One call that is being made.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the call")]
pub(crate) struct Exchange {
    settings: Arc<Settings>,
    method: Arc<str>,
    /// How many calls the body carries.
    calls: usize,
    body: Bytes,
    /// Writes the body anew for another login. A call without a session has none.
    encode_body: Option<EncodeBody>,
    /// The login of the session that the body is written for.
    login: Option<Arc<Login>>,
    /// Whether the call was made again because its login had expired.
    renewed: bool,
    challenges: ChallengeAnswers,
    /// Whether the last request had credentials.
    sent_credentials: bool,
    /// Where a redirect leads. Before one it is `None`, and the settings' uri counts.
    uri: Option<Uri>,
    /// The headers after a redirect to another host. Before one they are `None`, and the settings' headers
    /// count.
    headers: Option<HeaderMap>,
    /// The url for errors, of the server that is asked now.
    display_url: Arc<str>,
    idempotent: bool,
    timeout: Option<Duration>,
    /// When the timeout began to run, and when it will have passed.
    started: Option<Instant>,
    deadline: Option<Instant>,
    redirects: u32,
    retries: u32,
    /// How often this call was sent.
    attempts: u32,
    /// The same for the observer, of all requests of a batch.
    sent: Arc<Sent>,
    /// Whether the next request follows a redirect, which is no attempt of its own.
    redirected: bool,
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

/// An exchange that is done.
pub(crate) struct Driven {
    pub(crate) result: Result<Reply, Error>,
    /// The exchange, if it may have to be [renewed](Exchange::renew).
    pub(crate) exchange: Option<Box<Exchange>>,
}

impl Driven {
    pub(crate) fn new(result: Result<Reply, Error>, exchange: Exchange) -> Self {
        let exchange = exchange.settings.logins.is_some().then(|| Box::new(exchange));
        Self { result, exchange }
    }
}

impl Exchange {
    /// Encodes a call. Nothing is sent yet, and the timeout does not run yet.
    pub(crate) fn new<P: Serialize + ?Sized>(
        settings: &Arc<Settings>,
        method: &Method<'_>,
        params: &P,
    ) -> Result<Self, Error> {
        Self::encode(settings, method, params)
            .map_err(|error| error.in_call(method.name(), &settings.display_url))
    }

    fn encode<P: Serialize + ?Sized>(
        settings: &Arc<Settings>,
        method: &Method<'_>,
        params: &P,
    ) -> Result<Self, Error> {
        settings.check()?;
        let leading = settings.leading();
        let (exchange, attachments) = if settings.logins.is_some() {
            let (template, attachments) = collect_attachments(settings.options, |options| {
                CallTemplate::encode(leading, method.name(), params, options)
            })
            .map_err(Error::encode)?;
            let encode_body = Box::new(move |login: &_| template.fill(login));
            (Self::with_late_body(settings, method, 1, encode_body), attachments)
        } else {
            let (body, attachments) = collect_attachments(settings.options, |options| {
                call::encode_with_leading(leading, method.name(), params, options)
            })
            .map_err(Error::encode)?;
            (Self::with_body(settings, method, 1, body), attachments)
        };
        Ok(Self { payload: Payload::attached(attachments), ..exchange })
    }

    /// Starts an exchange with a body that is encoded already.
    pub(crate) fn with_body(
        settings: &Arc<Settings>,
        method: &Method<'_>,
        calls: usize,
        body: Vec<u8>,
    ) -> Self {
        Self {
            method: method.name().into(),
            calls,
            body: body.into(),
            encode_body: None,
            login: None,
            renewed: false,
            challenges: ChallengeAnswers::default(),
            sent_credentials: false,
            uri: None,
            headers: None,
            display_url: Arc::clone(&settings.display_url),
            idempotent: settings.is_idempotent(method),
            timeout: settings.timeout_of(method),
            started: None,
            deadline: None,
            redirects: 0,
            retries: 0,
            attempts: 0,
            sent: Arc::default(),
            redirected: false,
            may_have_run: false,
            payload: Payload::Document,
            clock: None,
            read_as_they_come: ReadAsTheyCome::Never,
            settings: Arc::clone(settings),
        }
    }

    /// Starts an exchange whose body is encoded when the login of the session is known.
    pub(crate) fn with_late_body(
        settings: &Arc<Settings>,
        method: &Method<'_>,
        calls: usize,
        encode_body: EncodeBody,
    ) -> Self {
        Self { encode_body: Some(encode_body), ..Self::with_body(settings, method, calls, Vec::new()) }
    }

    /// Counts what is sent where the observer of a whole batch sees it.
    pub(crate) fn count_in(&mut self, sent: Arc<Sent>) {
        self.sent = sent;
    }

    /// Starts an exchange for a document that is sent as it is, whose response is read as it comes.
    pub(crate) fn raw(settings: &Arc<Settings>, document: Bytes, payload: Payload) -> Result<Self, Error> {
        settings.check().map_err(|error| error.at_url(&settings.display_url))?;
        let exchange = Self::with_body(settings, &Method::new(""), 1, Vec::new());
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
                let challenged = self.settings.authenticator.is_some() && is_challenge(status);
                !redirect::is_redirect(status)
                    && !challenged
                    && !again.is_some_and(|delay| self.has_time(delay))
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
            attempts: self.attempts,
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
                Err(self.fail(error).with_reply(reply))
            }
        }
    }

    pub(crate) fn shared_method(&self) -> &Arc<str> {
        &self.method
    }

    pub(crate) fn shared_settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    pub(crate) fn sent(&self) -> &Arc<Sent> {
        &self.sent
    }

    /// Starts the timeout, unless it runs already, and returns when it will have passed. That of an upload
    /// runs only when the request has been sent.
    pub(crate) fn start(&mut self) -> Option<Instant> {
        if self.started.is_none() {
            let now = Instant::now();
            self.started = Some(now);
            self.settings.budget.note_call(now);
            if matches!(self.payload, Payload::Document) {
                self.deadline = self.timeout.and_then(|timeout| deadline_after(now, timeout));
            }
        }
        self.deadline
    }

    /// Returns whether the driver must wait for [`ready`](Self::ready) before it sends.
    pub(crate) fn must_wait(&self) -> bool {
        self.settings.logins.is_some() || self.settings.in_flight.is_some()
    }

    /// Waits for a login of the session and for a place among the calls in flight. The place is kept until
    /// the response has come.
    pub(crate) async fn ready(&mut self, phase: &PhaseCell) -> Result<Option<InFlightPlace>, Error> {
        loop {
            if let Some(logins) = self.settings.logins.clone() {
                phase.set(Phase::LoggingIn);
                let login = logins.current().await?;
                self.use_login(login)?;
            }
            phase.set(Phase::Queued);
            let place = match &self.settings.in_flight {
                Some(in_flight) => Some(in_flight.enter().await),
                None => None,
            };
            phase.set(Phase::MayBeSent);
            // While the call waited for its place, another one may have renewed the login. A call that waits
            // for a login has no place, because the login needs one itself.
            match (&self.settings.logins, &self.login) {
                (Some(logins), Some(login)) if !logins.is_current(login) => {}
                _ => return Ok(place),
            }
        }
    }

    /// Writes the body for a login, unless it is that login's already.
    fn use_login(&mut self, login: Arc<Login>) -> Result<(), Error> {
        if self.login.as_ref().is_some_and(|current| Arc::ptr_eq(current, &login)) && !self.body.is_empty() {
            return Ok(());
        }
        if let Some(encode_body) = &self.encode_body {
            self.body = encode_body(&login.leading).map_err(Error::encode)?.into();
        }
        self.login = Some(login);
        Ok(())
    }

    /// Decides whether the call is made again with a new login, because `error` says that its login has
    /// expired. It is true once for a call.
    pub(crate) fn renew(&mut self, error: &Error) -> bool {
        let Some((logins, login)) = self.expired_login(error) else { return false };
        logins.expire(&login);
        if self.payload.obstacle().is_some() || std::mem::replace(&mut self.renewed, true) {
            return false;
        }
        // The server refused the call before it ran, so this request is as if it had not been sent. It goes
        // to the url of the client once more.
        self.may_have_run = false;
        (self.uri, self.headers, self.challenges) = (None, None, ChallengeAnswers::default());
        self.display_url = Arc::clone(&self.settings.display_url);
        tracing::debug!(target: "xmlrpc_client", method = &*self.method, "the login has expired");
        true
    }

    /// Returns the login that an error says has expired.
    pub(crate) fn expired_login(&self, error: &Error) -> Option<(Arc<Logins>, Arc<Login>)> {
        let (logins, login) = (self.settings.logins.as_ref()?, self.login.as_ref()?);
        logins.is_expired(error).then(|| (Arc::clone(logins), Arc::clone(login)))
    }

    /// Returns what to send. Asks the authenticator for its header, which may fail.
    pub(crate) fn request(&mut self, phase: PhaseCell) -> Result<(Request<Bytes>, CallContext), Error> {
        self.start();
        self.clock = self.payload.clock(self.timeout, self.settings.stall_timeout);
        let now = Instant::now();
        let mut request = Request::new(self.body.clone());
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = self.uri().clone();
        *request.headers_mut() = self.headers.as_ref().unwrap_or(&self.settings.headers).clone();
        if self.headers.is_none() {
            if let Some(login) = &self.login {
                request.headers_mut().extend(login.headers.clone());
            }
            if let Some(authenticator) = &self.settings.authenticator {
                request = self.challenges.authorize(&**authenticator, request).map_err(Error::with_unsent)?;
            }
        }
        if !std::mem::take(&mut self.redirected) {
            self.note_attempt();
        }
        self.sent_credentials = request.headers().contains_key(header::AUTHORIZATION);
        let of_attempt = self.settings.retry.timeout_of_attempt(self.idempotent, self.retries);
        let attempt_ends = of_attempt.and_then(|timeout| deadline_after(now, timeout));
        let context = CallContext {
            method: Arc::clone(&self.method),
            calls: self.calls,
            attempt: self.attempts,
            idempotent: self.idempotent,
            started: Some(now),
            deadline: [self.deadline, attempt_ends].into_iter().flatten().min(),
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
            phase,
        };
        Ok((request, context))
    }

    /// Counts an attempt, and logs the body of the first one if the user wants that.
    fn note_attempt(&mut self) {
        self.attempts += 1;
        self.sent.add_attempt();
        if self.attempts == 1 {
            self.sent.add_bytes(self.body.len());
            if self.settings.trace_bodies {
                let body = String::from_utf8_lossy(&self.body);
                tracing::trace!(target: "xmlrpc::body", %body, "request");
            }
        }
    }

    /// Creates the error for a deadline that has passed.
    pub(crate) fn timed_out(&self, phase: &PhaseCell) -> Error {
        let now = Instant::now();
        let whole_call = self.deadline.is_some_and(|deadline| deadline <= now);
        let since = if whole_call { self.started } else { None };
        let waited = since.map_or_else(
            || self.settings.retry.timeout_of_attempt(self.idempotent, self.retries).unwrap_or_default(),
            |started| now.saturating_duration_since(started),
        );
        Error::timed_out(if whole_call { "call" } else { "attempt" }, waited, phase.get())
    }

    /// Returns what the request carries besides the body.
    pub(crate) fn payload(&self) -> &Payload {
        &self.payload
    }

    fn uri(&self) -> &Uri {
        self.uri.as_ref().unwrap_or(&self.settings.uri)
    }

    /// Decides on the next step after a request was sent, or failed.
    pub(crate) fn after_send(&mut self, outcome: Result<Response<Bytes>, Error>) -> Step {
        match outcome {
            Err(error) => match self.settings.retry.after_error(&error, self.idempotent, self.retries) {
                Some(delay) if self.has_time(delay) && self.payload.obstacle().is_some() => {
                    let why = self.payload.obstacle().unwrap_or_default();
                    let message = format!("{}; it was not sent again, because {why}", error.message());
                    Step::Done(Err(self.fail(error.with_message(message))))
                }
                Some(delay) if self.may_retry(delay) => {
                    self.may_have_run |= !error.is_unsent();
                    self.retry(delay)
                }
                _ => Step::Done(Err(self.fail(error))),
            },
            Ok(response) => self.on_response(response),
        }
    }

    /// Completes the error that ends the call.
    pub(crate) fn fail(&self, error: Error) -> Error {
        let error = if self.may_have_run { error.without_unsent() } else { error };
        error.with_attempts(self.attempts).in_call(&self.method, &self.display_url)
    }

    /// Decides what a response leads to: a redirect, a retry, or the reply.
    fn on_response(&mut self, response: Response<Bytes>) -> Step {
        let status = response.status();
        let response = match self.answer_challenge(response) {
            Ok(Some(response)) => response,
            Ok(None) => return Step::Send,
            Err(error) => return Step::Done(Err(self.fail(error))),
        };
        self.may_have_run = true;
        if redirect::is_redirect(status) {
            return match self.follow_redirect(status, response.headers()) {
                Ok(()) => Step::Send,
                Err(error) => Step::Done(Err(self.error_with_reply(response, error))),
            };
        }
        if let Some(delay) =
            self.settings.retry.after_status(status, response.headers(), self.idempotent, self.retries)
            && self.payload.obstacle().is_none()
            && self.may_retry(delay)
        {
            return self.retry(delay);
        }
        // The call is not sent again from here on, so its bytes are freed before the reply is decoded. With a
        // session it may be, and its body is written anew then.
        self.body = Bytes::new();
        Step::Done(self.reply_from(response))
    }

    fn retry(&mut self, delay: Duration) -> Step {
        self.retries += 1;
        tracing::debug!(target: "xmlrpc_client", method = &*self.method, ?delay, "sending the call again");
        Step::Wait(delay)
    }

    /// Returns whether the call would still have time after the delay, and whether the budget of retries
    /// allows one more.
    fn may_retry(&self, delay: Duration) -> bool {
        let has_budget = || !self.settings.retry.has_budget() || self.settings.budget.take(Instant::now());
        self.has_time(delay) && has_budget()
    }

    /// Returns whether the call would still have time after the delay.
    fn has_time(&self, delay: Duration) -> bool {
        self.deadline.is_none_or(|deadline| delay < deadline.saturating_duration_since(Instant::now()))
    }

    /// Asks the authenticator for the answer to a challenge. Returns `None` if the call is sent again with
    /// the answer, and the response if it is not a challenge or has no answer.
    fn answer_challenge(&mut self, response: Response<Bytes>) -> Result<Option<Response<Bytes>>, Error> {
        let Some(authenticator) = &self.settings.authenticator else { return Ok(Some(response)) };
        if self.headers.is_some() || !is_challenge(response.status()) || self.payload.obstacle().is_some() {
            return Ok(Some(response));
        }
        let mut request = Request::new(());
        *request.method_mut() = http::Method::POST;
        *request.uri_mut() = self.uri().clone();
        *request.headers_mut() = self.settings.headers.clone();
        let (request, ()) = request.into_parts();
        let (response, body) = response.into_parts();
        if self.challenges.answer(&**authenticator, &request, &response)? {
            tracing::debug!(
                target: "xmlrpc_client", method = &*self.method, status = response.status.as_u16(), "challenged"
            );
            return Ok(None);
        }
        Ok(Some(Response::from_parts(response, body)))
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
            let login_leads = self.login.as_ref().is_some_and(|login| !login.leading.is_empty());
            if self.settings.leading.is_some() || login_leads {
                return refuse(
                    "leads to another host, which must not see the leading parameters of this client",
                );
            }
            let headers = self.headers.get_or_insert_with(|| self.settings.headers.clone());
            remove_user_headers(headers);
        }
        tracing::debug!(
            target: "xmlrpc_client", method = &*self.method, status = status.as_u16(), "redirected"
        );
        self.redirected = true;
        self.display_url = endpoint::redirected_url(&self.display_url, &hop.uri);
        self.uri = Some(hop.uri);
        Ok(())
    }

    /// Makes the reply out of a response that is not a redirect.
    fn reply_from(&mut self, response: Response<Bytes>) -> Result<Reply, Error> {
        let (parts, body) = response.into_parts();
        if self.settings.trace_bodies {
            let body = String::from_utf8_lossy(&body);
            tracing::trace!(target: "xmlrpc::body", %body, "response");
        }
        let reply = Reply {
            status: parts.status,
            reason: reason_phrase(&parts.extensions),
            options: self.settings.options.charset_hint(declared_encoding(&parts.headers)),
            headers: parts.headers,
            body,
            method: Arc::clone(&self.method),
            url: Arc::clone(&self.display_url),
            attempts: self.attempts,
        };
        if reply.status.is_success() { Ok(reply) } else { Err(self.status_error(reply)) }
    }

    /// Adds the call and the response to an error.
    fn error_with_reply(&self, response: Response<Bytes>, error: Error) -> Error {
        self.fail(error).with_reply(kept_response(response))
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
                let again = self.again_note(reply.status);
                Error::new(ErrorKind::Status, format!("{head}: {what}{credentials}{again}"))
            }
        };
        reply.attach(error)
    }

    /// Says why a challenge was not answered, and why a call that may run twice was not sent again, if it is
    /// because its body can be read only once.
    fn again_note(&self, status: StatusCode) -> String {
        let challenged = self.settings.authenticator.is_some() && is_challenge(status);
        let transient = self.idempotent && matches!(status.as_u16(), 429 | 502..=504);
        match self.payload.obstacle() {
            Some(why) if challenged || transient => format!("; it was not sent again, because {why}"),
            _ => String::new(),
        }
    }

    /// Says for a 401 whether credentials were sent, because the two cases have different remedies.
    fn credentials_note(&self, status: StatusCode) -> &'static str {
        match (status, self.sent_credentials) {
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

/// Returns whether a status asks for authentication.
fn is_challenge(status: StatusCode) -> bool {
    matches!(status, StatusCode::UNAUTHORIZED | StatusCode::PROXY_AUTHENTICATION_REQUIRED)
}

/// Removes all headers that the user set, because each of them may be a secret that is meant for one host.
fn remove_user_headers(headers: &mut HeaderMap) {
    let ours = [header::CONTENT_TYPE, header::USER_AGENT, header::ACCEPT, header::ACCEPT_ENCODING];
    let kept: HeaderMap =
        ours.into_iter().filter_map(|name| Some((name.clone(), headers.get(name)?.clone()))).collect();
    *headers = kept;
}
