//! `HttpTransport`: sends requests over HTTP, with reqwest.

mod cookies;
mod failure;
mod idle;
mod proxy;
mod request_body;
mod response_body;
mod tls;
#[cfg_attr(
    not(feature = "rustls"),
    expect(dead_code, reason = "only rustls distinguishes all of these failures")
)]
mod tls_failure;
#[cfg(feature = "blocking")]
mod user_client;

use crate::{
    Body, CallContext, Error, Transport, TransportFuture, http_options::HttpOptions, transport::ReasonPhrase,
};
use cookies::Cookies;
use failure::into_error_with_note;
use http::{
    Request, Response, Uri,
    uri::{Authority, PathAndQuery},
};
use idle::Idle;
use proxy::{environment_may_name_a_proxy, proxy_note};
use request_body::request_body;
use response_body::response_body;
use std::{
    path::Path,
    sync::{Arc, OnceLock},
};
use url::Url;
#[cfg(feature = "blocking")]
pub(crate) use user_client::UserClient;

/// The transport for `http`, `https`, and HTTP over unix sockets.
pub(crate) struct HttpTransport {
    client: reqwest::Client,
    cookies: Option<Cookies>,
    /// What an error says about a proxy if there is no connection, because the proxy may be the cause.
    proxy_note: Option<Box<str>>,
    /// The url of the first request. It is parsed once, because nearly all other requests have the same.
    first_url: OnceLock<(Uri, Url)>,
    idle: Arc<Idle>,
}

impl HttpTransport {
    pub(crate) fn new(socket: Option<&Path>, options: &HttpOptions) -> Result<Self, Error> {
        let client = tls::build(options, || Self::base_builder(socket, options))?;
        let cookies = options.cookies.then(Cookies::default);
        let proxy_note = if socket.is_some() { None } else { proxy_note(options) };
        Ok(Self { cookies, proxy_note, ..Self::with_client(client) })
    }

    fn base_builder(socket: Option<&Path>, options: &HttpOptions) -> Result<reqwest::ClientBuilder, Error> {
        let mut builder = reqwest::Client::builder()
            // The exchange decides on redirects and retries. hyper-util still replaces a pooled connection
            // that was closed before a byte was written to it; it knows that nothing was sent. With the limit
            // of 0 retries, reqwest does not copy the request for one.
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never().max_retries_per_request(0))
            .referer(false)
            .http1_only();
        if options.title_case_headers {
            builder = builder.http1_title_case_headers();
        }
        if let Some(timeout) = options.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(socket) = socket {
            builder = unix_socket(builder, socket)?;
        }
        if options.no_proxy || socket.is_some() || !environment_may_name_a_proxy() {
            builder = builder.no_proxy();
        }
        if let Some(proxy) = &options.proxy {
            builder =
                builder.proxy(reqwest::Proxy::all(proxy).map_err(|_| {
                    Error::config("proxy: expected a url like http://user:password@host:port")
                })?);
        }
        Ok(builder)
    }

    pub(crate) fn with_client(client: reqwest::Client) -> Self {
        Self {
            client,
            cookies: None,
            proxy_note: None,
            first_url: OnceLock::new(),
            idle: Arc::new(Idle::new()),
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

    fn request(&self, request: Request<Body>) -> Result<reqwest::Request, Error> {
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(request_body(body));
        if let Some(cookies) = &self.cookies {
            let url = request.url().clone();
            cookies.add(request.headers_mut(), &url);
        }
        Ok(request)
    }

    /// Waits for the response to a request that is `pending`.
    async fn receive(
        &self,
        pending: Result<impl Future<Output = reqwest::Result<reqwest::Response>>, Error>,
        context: CallContext,
    ) -> Result<Response<Body>, Error> {
        let pending = pending?;
        self.idle.notice_closed_connections(context.started).await;
        let mut response =
            pending.await.map_err(|error| into_error_with_note(error, self.proxy_note.as_deref()))?;
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
        let pending = self.request(request).map(|request| self.client.execute(request));
        Box::pin(self.receive(pending, context))
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

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "it fails on systems without unix sockets")]
fn unix_socket(builder: reqwest::ClientBuilder, socket: &Path) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.unix_socket(socket))
}

#[cfg(not(unix))]
fn unix_socket(_: reqwest::ClientBuilder, _: &Path) -> Result<reqwest::ClientBuilder, Error> {
    Err(Error::config(crate::transport::NO_UNIX_SOCKETS))
}
