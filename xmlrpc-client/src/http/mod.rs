//! `HttpTransport`: sends requests over HTTP, with reqwest.

mod clients;
#[cfg(feature = "cookies")]
mod cookies;
mod failure;
mod idle;
#[cfg(not(feature = "cookies"))]
mod no_cookies;
mod proxy;
mod request_body;
mod resolver;
mod response_body;
mod tls;
#[cfg_attr(
    not(feature = "rustls-no-provider"),
    expect(dead_code, reason = "only rustls distinguishes all of these failures")
)]
mod tls_failure;
#[cfg(all(feature = "blocking", feature = "reqwest-0_13"))]
mod user_client;

use crate::{
    Body, CallContext, Error, Transport, TransportFuture,
    http_options::HttpOptions,
    phase::{Phase, PhaseCell},
    transport::ReasonPhrase,
};
use clients::Clients;
#[cfg(feature = "cookies")]
use cookies::Cookies;
use failure::into_error_with_note;
use http::{
    Request, Response, Uri,
    uri::{Authority, PathAndQuery, Scheme},
};
use idle::Idle;
#[cfg(not(feature = "cookies"))]
use no_cookies::NoCookies as Cookies;
use proxy::proxy_note;
use request_body::request_body;
use resolver::IN_A_HURRY;
use response_body::response_body;
use std::{
    path::Path,
    sync::{Arc, OnceLock},
    time::Duration,
};
use url::Url;
#[cfg(all(feature = "blocking", feature = "reqwest-0_13"))]
pub(crate) use user_client::UserClient;

/// The transport for `http`, `https`, and HTTP over unix sockets.
pub(crate) struct HttpTransport {
    clients: Clients,
    cookies: Option<Cookies>,
    /// What an error says about a proxy if there is no connection, because the proxy may be the cause.
    proxy_note: Option<Box<str>>,
    /// The url of the first request. It is parsed once, because nearly all other requests have the same.
    first_url: OnceLock<(Uri, Url)>,
    idle: Arc<Idle>,
    /// How long connecting may take.
    connect_timeout: Option<Duration>,
}

impl HttpTransport {
    /// Creates the transport for a url. Nothing is prepared yet that costs time, except for TLS settings that
    /// may be invalid.
    pub(crate) fn new(uri: &Uri, socket: Option<&Path>, options: &HttpOptions) -> Result<Self, Error> {
        if socket.is_none() {
            proxy::check(uri, options)?;
        }
        let clients = Clients::new(socket, options)?;
        let cookies = if options.cookies { Some(Cookies::new()?) } else { None };
        let proxy_note = if socket.is_some() { None } else { proxy_note(options) };
        let connect_timeout = options.connect_timeout;
        Ok(Self { cookies, proxy_note, connect_timeout, ..Self::with_clients(clients) })
    }

    #[cfg(feature = "reqwest-0_13")]
    pub(crate) fn with_client(client: reqwest::Client) -> Self {
        Self::with_clients(Clients::one(client))
    }

    fn with_clients(clients: Clients) -> Self {
        Self {
            clients,
            cookies: None,
            proxy_note: None,
            first_url: OnceLock::new(),
            idle: Arc::new(Idle::new()),
            connect_timeout: None,
        }
    }

    fn url(&self, uri: &Uri) -> Result<Url, Error> {
        let parse = || {
            Url::parse(&uri.to_string())
                .map_err(|error| Error::config(format!("the url cannot be used for HTTP: {error}")))
        };
        match self.first_url.get() {
            Some((first, url)) if shares_text(first, uri) || first == uri => Ok(url.clone()),
            Some(_) => parse(),
            None => {
                let url = parse()?;
                let _ = self.first_url.set((uri.clone(), url.clone()));
                Ok(url)
            }
        }
    }

    fn request(&self, request: Request<Body>, phase: PhaseCell) -> Result<reqwest::Request, Error> {
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(request_body(body, phase));
        if let Some(cookies) = &self.cookies {
            let url = request.url().clone();
            cookies.add(request.headers_mut(), &url);
        }
        Ok(request)
    }

    /// Returns the time that a call has, if that is less than connecting may take. Through a proxy it is the
    /// proxy that looks the host up.
    fn hurry(&self, context: &CallContext) -> Option<Duration> {
        let time = context.deadline?.saturating_duration_since(context.started?);
        (self.proxy_note.is_none() && time < self.connect_timeout?).then_some(time)
    }

    /// Waits for the response to a request that is `pending`.
    async fn receive(
        &self,
        pending: Result<impl Future<Output = reqwest::Result<reqwest::Response>>, Error>,
        port: u16,
        context: CallContext,
    ) -> Result<Response<Body>, Error> {
        let pending = pending?;
        // The body takes this back when the first bytes of it are fetched for a connection.
        context.phase.set(Phase::Connecting);
        self.idle.notice_closed_connections(context.started).await;
        let response = match self.hurry(&context) {
            None => pending.await,
            Some(time) => Box::pin(IN_A_HURRY.scope((port, time), pending)).await,
        };
        let mut response =
            response.map_err(|error| into_error_with_note(error, self.proxy_note.as_deref()))?;
        if let Some(cookies) = &self.cookies {
            cookies.keep(response.headers(), response.url());
        }
        let mut received = Response::new(Body::empty());
        *received.status_mut() = response.status();
        *received.headers_mut() = std::mem::take(response.headers_mut());
        if let Some(reason) = response.extensions().get::<hyper::ext::ReasonPhrase>() {
            let reason = String::from_utf8_lossy(reason.as_bytes()).into_owned();
            received.extensions_mut().insert(ReasonPhrase::new(reason));
        }
        *received.body_mut() = response_body(response, &self.idle).await;
        Ok(received)
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        // The request is built outside our future, which would otherwise keep room for it to the end. Nothing
        // is sent before the future is polled.
        let phase = context.phase.clone();
        let https = request.uri().scheme() == Some(&Scheme::HTTPS);
        let port = request.uri().port_u16().unwrap_or(if https { 443 } else { 80 });
        let pending = self
            .clients
            .get(request.uri())
            .and_then(|client| Ok(client.execute(self.request(request, phase)?)));
        Box::pin(self.receive(pending, port, context))
    }
}

/// Returns whether two uris share their text, as clones do. Comparing two pointers is faster than comparing
/// texts.
fn shares_text(one: &Uri, other: &Uri) -> bool {
    let [authority, other_authority] = [one, other].map(|uri| uri.authority().map_or("", Authority::as_str));
    let [path, other_path] = [one, other].map(|uri| uri.path_and_query().map_or("", PathAndQuery::as_str));
    let same = |one: &str, other: &str| std::ptr::eq(one, other);
    same(authority, other_authority) && same(path, other_path) && one.scheme() == other.scheme()
}
