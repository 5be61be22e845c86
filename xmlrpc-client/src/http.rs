//! HTTP, over reqwest.

mod failure;
mod idle;
#[cfg(feature = "blocking")]
mod supplied;
mod upload;

use crate::{
    CallContext, Error, ErrorKind, Transport, TransportFuture,
    body::Gathered,
    builder::Wire,
    context::{Direction, Progress},
    exchange::Reason,
};
use bytes::Bytes;
use failure::failed;
use http::{Request, Response, Uri, header};
use idle::Idle;
use std::{path::Path, sync::OnceLock};
#[cfg(feature = "blocking")]
pub(crate) use supplied::SuppliedBlocking;
use url::Url;

/// Sends requests with a reqwest client.
pub(crate) struct HttpTransport {
    client: reqwest::Client,
    /// The url of the first request, which nearly all others share: parsed once.
    first: OnceLock<(Uri, Url)>,
    idle: Idle,
}

impl HttpTransport {
    pub(crate) fn new(socket: Option<&Path>, wire: &Wire) -> Result<Self, Error> {
        let mut builder = reqwest::Client::builder()
            // Both are decided by the exchange. A pooled connection that was closed before a byte was written is still
            // replaced: hyper-util does that, and knows that nothing was sent.
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .http1_only()
            .cookie_store(wire.cookies);
        if let Some(timeout) = wire.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(socket) = socket {
            builder = unix_socket(builder, socket)?;
        }
        if wire.no_proxy || socket.is_some() {
            builder = builder.no_proxy();
        }
        if let Some(proxy) = &wire.proxy {
            builder =
                builder.proxy(reqwest::Proxy::all(proxy).map_err(|_| mistake("proxy: no url of a proxy"))?);
        }
        builder = tls(builder, wire)?;
        let client = builder.build().map_err(|error| {
            Error::new(ErrorKind::Config, format!("no HTTP client can be made: {}", failure::chain(&error)))
        })?;
        Ok(Self::supplied(client))
    }

    pub(crate) fn supplied(client: reqwest::Client) -> Self {
        Self { client, first: OnceLock::new(), idle: Idle::new() }
    }

    fn url(&self, uri: &Uri) -> Result<Url, Error> {
        let parse =
            || Url::parse(&uri.to_string()).map_err(|error| mistake(&format!("no url for HTTP: {error}")));
        match self.first.get() {
            Some((first, url)) if first == uri => Ok(url.clone()),
            Some(_) => parse(),
            None => {
                let url = parse()?;
                let _ = self.first.set((uri.clone(), url.clone()));
                Ok(url)
            }
        }
    }

    async fn exchange(
        &self,
        request: Request<Bytes>,
        context: CallContext,
    ) -> Result<Response<Bytes>, Error> {
        let (parts, body) = request.into_parts();
        let mut request = reqwest::Request::new(parts.method, self.url(&parts.uri)?);
        *request.headers_mut() = parts.headers;
        *request.body_mut() = Some(upload::body(body, &context));
        self.idle.notice_closed_connections().await;
        let mut response = self.client.execute(request).await.map_err(failed)?;

        let mut answer = Response::new(Bytes::new());
        *answer.status_mut() = response.status();
        if let Some(reason) = response.extensions().get::<hyper::ext::ReasonPhrase>() {
            let reason = String::from_utf8_lossy(reason.as_bytes()).into_owned();
            answer.extensions_mut().insert(Reason(reason.into()));
        }
        *answer.headers_mut() = std::mem::take(response.headers_mut());
        let mut gathered = Gathered::new(answer.headers(), context.max_response_bytes())?;
        let total = response.content_length();
        while let Some(piece) = response.chunk().await.map_err(failed)? {
            gathered.push(piece)?;
            context.report(Progress::new(Direction::Received, gathered.received(), total));
        }
        *answer.body_mut() = gathered.finish()?;
        self.idle.used();
        // The body is decompressed now, and its length another.
        if answer.headers_mut().remove(header::CONTENT_ENCODING).is_some() {
            answer.headers_mut().remove(header::CONTENT_LENGTH);
        }
        Ok(answer)
    }
}

impl Transport for HttpTransport {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> TransportFuture<'_> {
        Box::pin(self.exchange(request, context))
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems have no unix sockets")]
fn unix_socket(builder: reqwest::ClientBuilder, socket: &Path) -> Result<reqwest::ClientBuilder, Error> {
    Ok(builder.unix_socket(socket))
}

#[cfg(not(unix))]
fn unix_socket(_: reqwest::ClientBuilder, _: &Path) -> Result<reqwest::ClientBuilder, Error> {
    Err(mistake("this system has no unix sockets"))
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn tls(mut builder: reqwest::ClientBuilder, wire: &Wire) -> Result<reqwest::ClientBuilder, Error> {
    for pem in &wire.root_certificates {
        let certificates = reqwest::Certificate::from_pem_bundle(pem)
            .map_err(|_| mistake("root_certificate: no PEM certificate"))?;
        if certificates.is_empty() {
            return Err(mistake("root_certificate: no PEM certificate"));
        }
        builder = builder.tls_certs_merge(certificates);
    }
    if let Some(pem) = &wire.identity {
        builder = builder.identity(identity(pem)?);
    }
    Ok(builder.tls_danger_accept_invalid_certs(wire.accept_invalid_certs))
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn tls(builder: reqwest::ClientBuilder, wire: &Wire) -> Result<reqwest::ClientBuilder, Error> {
    if wire.root_certificates.is_empty() && wire.identity.is_none() && !wire.accept_invalid_certs {
        return Ok(builder);
    }
    Err(mistake("TLS needs the cargo feature \"rustls\" or \"native-tls\""))
}

/// With both features on, reqwest uses rustls.
#[cfg(feature = "rustls")]
fn identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    reqwest::Identity::from_pem(pem)
        .map_err(|_| mistake("identity: no PEM with a certificate and its private key"))
}

#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
fn identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    reqwest::Identity::from_pkcs8_pem(pem, pem)
        .map_err(|_| mistake("identity: no PEM with a certificate and its private key (PKCS#8)"))
}

fn mistake(what: &str) -> Error {
    Error::new(ErrorKind::Config, what)
}
