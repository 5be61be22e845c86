//! `Upstream`: the server behind the proxy.

use super::body::{BrokenBody, ProxyBody};
use crate::{
    connect::{ConnectOptions, Limit},
    context::Context,
    credentials::UserCredentials,
    exit::{Attempt, Failure},
    target::Target,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use http_body::{Body, Frame};
use http_body_util::{BodyExt as _, Limited};
use percent_encoding::percent_decode_str;
use std::{
    error::Error,
    path::PathBuf,
    pin::Pin,
    task::{Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, ReadBuf},
    time::timeout,
};

/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The largest request that is held in memory, where a server needs to know the length before.
const MOST_HELD: usize = 64 << 20;

/// The server behind the proxy.
pub(super) struct Upstream {
    route: UpstreamRoute,
    /// The path and the query of its url.
    path: String,
    /// The headers that are added to each request.
    headers: HeaderMap,
    /// How long the server may be silent.
    patience: Option<Duration>,
}

enum UpstreamRoute {
    Http { client: reqwest::Client, url: reqwest::Url },
    Scgi(String),
    ScgiUnix(PathBuf),
}

type BoxError = Box<dyn Error + Send + Sync>;

impl Upstream {
    pub(super) fn new(options: &ConnectOptions, target: &Target, context: &Context) -> Attempt<Self> {
        let mut headers = HeaderMap::new();
        let configured = target.settings.headers.iter().map(|(name, value)| (name, value));
        for (name, value) in
            configured.chain(options.headers.iter().map(|header| (&header.name, &header.value)))
        {
            let name = HeaderName::try_from(name)
                .map_err(|_| Failure::usage(format!("the name of the header {name:?} cannot be sent")))?;
            let value = HeaderValue::try_from(value)
                .map_err(|_| Failure::usage(format!("the value of the header {name} cannot be sent")))?;
            headers.append(name, value);
        }
        let credentials = options.credentials(target, context)?.map(|credentials| match credentials {
            UserCredentials::Basic { user, password } => {
                format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
            }
            UserCredentials::Bearer(token) => format!("Bearer {token}"),
        });
        if let Some(value) = credentials.or_else(|| basic_in_url(&target.url)) {
            let value = HeaderValue::try_from(value)
                .map_err(|_| Failure::usage("the credentials hold a character that cannot be sent"))?;
            headers.insert(header::AUTHORIZATION, value);
        }
        let patience = options.timeout.map_or(Some(Duration::from_mins(1)), Limit::at);
        let (route, path) = route(options, target)?;
        Ok(Self { route, path, headers, patience })
    }

    /// Returns the path and the query of the target's url.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Sends a request on while it comes in, and returns the response as soon as its head is there.
    pub(super) async fn send(
        &self,
        mut headers: HeaderMap,
        body: ProxyBody,
        length: Option<u64>,
    ) -> Result<Response<ProxyBody>, BoxError> {
        for (name, value) in &self.headers {
            // What the client says of itself comes first, except the credentials, which are the target's.
            if *name == header::AUTHORIZATION || !headers.contains_key(name) {
                headers.insert(name, value.clone());
            }
        }
        match &self.route {
            UpstreamRoute::Http { client, url } => {
                // Many servers refuse a request in chunks.
                let body = match length {
                    Some(_) => reqwest::Body::wrap(body),
                    None => reqwest::Body::from(held(body).await?),
                };
                let pending = client.post(url.clone()).headers(headers).body(body).send();
                let response = match self.patience {
                    // The time that the client takes for its body does not count against the server.
                    Some(patience) if length.is_none_or(|length| length < 1 << 20) => {
                        timeout(patience, pending).await.map_err(|_| late(patience))??
                    }
                    _ => pending.await?,
                };
                let response: Response<reqwest::Body> = response.into();
                Ok(response.map(|body| body.map_err(BrokenBody::new).boxed()))
            }
            UpstreamRoute::Scgi(address) => {
                let stream = timeout(CONNECT_TIMEOUT, tokio::net::TcpStream::connect(address)).await??;
                self.scgi(stream, &headers, held(body).await?).await
            }
            #[cfg(unix)]
            UpstreamRoute::ScgiUnix(path) => {
                let stream = tokio::net::UnixStream::connect(path).await?;
                self.scgi(stream, &headers, held(body).await?).await
            }
            #[cfg(not(unix))]
            UpstreamRoute::ScgiUnix(_) => Err("this system has no unix sockets".into()),
        }
    }

    /// Sends a request as SCGI, and returns the response as it comes.
    async fn scgi<S>(
        &self,
        mut stream: S,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Response<ProxyBody>, BoxError>
    where
        S: AsyncRead + AsyncWrite + Send + Sync + Unpin + 'static,
    {
        let content_type =
            headers.get(header::CONTENT_TYPE).map_or("text/xml", |value| value.to_str().unwrap_or(""));
        let pairs = [
            ("CONTENT_LENGTH", body.len().to_string()),
            ("SCGI", "1".to_owned()),
            ("REQUEST_METHOD", "POST".to_owned()),
            ("REQUEST_URI", self.path.clone()),
            ("CONTENT_TYPE", content_type.to_owned()),
        ];
        let pairs = pairs.map(|(name, value)| format!("{name}\0{value}\0")).concat();
        stream.write_all(format!("{}:{pairs},", pairs.len()).as_bytes()).await?;
        stream.write_all(&body).await?;
        stream.flush().await?;
        let mut head = BytesMut::new();
        let (end, gap) = loop {
            if let Some(found) = end_of_head(&head) {
                break found;
            }
            if head.len() > 1 << 16 {
                return Err("the reply has no end of its head".into());
            }
            let read = stream.read_buf(&mut head);
            let count = match self.patience {
                Some(patience) => timeout(patience, read).await.map_err(|_| late(patience))??,
                None => read.await?,
            };
            if count == 0 {
                return Err("the connection ended in the head of the reply".into());
            }
        };
        let rest = head.split_off(end + gap).freeze();
        let mut response = Response::builder().status(StatusCode::OK);
        for line in String::from_utf8_lossy(&head[..end]).lines() {
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            if name.eq_ignore_ascii_case("status") {
                let code = value.split(' ').next().unwrap_or_default();
                response = response.status(code.parse::<StatusCode>()?);
            } else {
                response = response.header(name, value);
            }
        }
        let body = ScgiReplyBody { first: Some(rest).filter(|rest| !rest.is_empty()), stream };
        Ok(response.body(body.boxed())?)
    }
}

/// The body of an SCGI reply: what was read with its head, and then what comes.
struct ScgiReplyBody<S> {
    first: Option<Bytes>,
    stream: S,
}

impl<S: AsyncRead + Unpin> Body for ScgiReplyBody<S> {
    type Data = Bytes;
    type Error = BrokenBody;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenBody>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        let mut piece = vec![0; 64 << 10];
        let mut buffer = ReadBuf::new(&mut piece);
        match ready!(Pin::new(&mut self.stream).poll_read(context, &mut buffer)) {
            Ok(()) if buffer.filled().is_empty() => Poll::Ready(None),
            Ok(()) => {
                let length = buffer.filled().len();
                piece.truncate(length);
                Poll::Ready(Some(Ok(Frame::data(piece.into()))))
            }
            Err(error) => Poll::Ready(Some(Err(BrokenBody::new(error)))),
        }
    }
}

/// Returns where a target is, and the path of its url.
fn route(options: &ConnectOptions, target: &Target) -> Attempt<(UpstreamRoute, String)> {
    let url = target.url_without_user();
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", &url));
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    match scheme {
        "scgi" if rest.starts_with('/') => {
            Ok((UpstreamRoute::ScgiUnix(decoded(rest).into()), "/RPC2".to_owned()))
        }
        "scgi" => {
            let (address, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let path = if path.len() > 1 { path } else { "/RPC2" };
            Ok((UpstreamRoute::Scgi(address.to_owned()), path.to_owned()))
        }
        "unix" => http(options, target, "http://localhost/RPC2", Some(decoded(rest).into())),
        "http+unix" => {
            let (socket, path) = match rest.strip_prefix('/') {
                Some(_) => rest.split_once(":/").unwrap_or((rest, "RPC2")),
                None => rest.split_once('/').unwrap_or((rest, "RPC2")),
            };
            let socket = decoded(socket.trim_end_matches(':')).into();
            http(options, target, &format!("http://localhost/{path}"), Some(socket))
        }
        "http" | "https" => {
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let path = if rest[end..].starts_with('/') { "" } else { "/RPC2" };
            http(options, target, &format!("{scheme}://{}{path}{}", &rest[..end], &rest[end..]), None)
        }
        other => Err(Failure::usage(format!("the proxy cannot forward to {other}: urls"))),
    }
}

fn http(
    options: &ConnectOptions,
    target: &Target,
    url: &str,
    socket: Option<PathBuf>,
) -> Attempt<(UpstreamRoute, String)> {
    let url = reqwest::Url::parse(url)
        .map_err(|error| Failure::usage(format!("the url of the target cannot be read: {error}")))?;
    let mut builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(CONNECT_TIMEOUT)
        .tls_backend_rustls()
        .tls_danger_accept_invalid_certs(options.insecure || target.settings.insecure);
    let read = |file: &PathBuf| std::fs::read(file).map_err(|error| Failure::reading(file.display(), &error));
    if let Some(file) = options.cacert.as_ref().or(target.settings.cacert.as_ref()) {
        let certificates = reqwest::Certificate::from_pem_bundle(&read(file)?).unwrap_or_default();
        if certificates.is_empty() {
            return Err(Failure::usage(format!("{} holds no certificate in PEM", file.display())));
        }
        builder = builder.tls_certs_merge(certificates);
    }
    if let Some(file) = options.cert.as_ref().or(target.settings.cert.as_ref()) {
        let identity = reqwest::Identity::from_pem(&read(file)?).map_err(|_| {
            Failure::usage(format!("{} does not hold a certificate and its key in PEM", file.display()))
        })?;
        builder = builder.identity(identity);
    }
    if let Some(proxy) = options.proxy.as_ref().or(target.settings.proxy.as_ref()) {
        let proxy =
            reqwest::Proxy::all(proxy).map_err(|_| Failure::usage("the url of the proxy cannot be read"))?;
        builder = builder.proxy(proxy);
    }
    #[cfg(unix)]
    if let Some(socket) = socket {
        builder = builder.unix_socket(socket);
    }
    #[cfg(not(unix))]
    if socket.is_some() {
        return Err(Failure::usage("this system has no unix sockets"));
    }
    let client =
        builder.build().map_err(|error| Failure::usage(format!("the proxy cannot be set up: {error}")))?;
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    Ok((UpstreamRoute::Http { client, url }, path))
}

/// Returns the credentials in a url, as a header has them.
fn basic_in_url(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (user, _) = rest[..end].rsplit_once('@')?;
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    Some(format!("Basic {}", STANDARD.encode(format!("{}:{}", decoded(user), decoded(password)))))
}

fn end_of_head(head: &[u8]) -> Option<(usize, usize)> {
    let crlf = head.windows(4).position(|four| four == b"\r\n\r\n").map(|at| (at, 4));
    let lf = head.windows(2).position(|two| two == b"\n\n").map(|at| (at, 2));
    match (crlf, lf) {
        (Some(crlf), Some(lf)) => Some(crlf.min(lf)),
        (found, None) | (None, found) => found,
    }
}

fn late(patience: Duration) -> BoxError {
    format!("the server was silent for {patience:?}; raise the limit with --timeout").into()
}

async fn held(body: ProxyBody) -> Result<Bytes, BoxError> {
    Ok(Limited::new(body, MOST_HELD).collect().await?.to_bytes())
}
