//! `ScgiTransport`: sends requests over SCGI, as rTorrent speaks it.
//!
//! Each request has its own connection, over TCP or a unix socket. The protocol is at
//! <https://python.ca/scgi/protocol.txt>.

use crate::{
    Body, CallContext, Error, ErrorKind, Transport, TransportFuture,
    body::{PIECE_BYTES, Stream},
    excerpt::one_line,
    phase::{Phase, PhaseCell},
    transport::{CONNECTING_TOOK_TOO_LONG, ReasonPhrase},
};
use bytes::{Buf, Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use http_body::{Frame, SizeHint};
use std::{
    io,
    path::{Path, PathBuf},
    pin::{Pin, pin},
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// The longest head of a response that is accepted.
const MAX_HEAD_BYTES: usize = 64 << 10;

/// The transport for `scgi` urls.
pub(crate) struct ScgiTransport {
    address: ScgiAddress,
}

enum ScgiAddress {
    Tcp(String),
    #[cfg(unix)]
    Unix(PathBuf),
}

impl ScgiTransport {
    pub(crate) fn tcp(address: &str) -> Self {
        Self { address: ScgiAddress::Tcp(address.to_owned()) }
    }

    #[cfg(unix)]
    #[expect(clippy::unnecessary_wraps, reason = "it fails on systems without unix sockets")]
    pub(crate) fn unix(socket: &Path) -> Result<Self, Error> {
        Ok(Self { address: ScgiAddress::Unix(socket.to_owned()) })
    }

    #[cfg(not(unix))]
    pub(crate) fn unix(_: &Path) -> Result<Self, Error> {
        Err(Error::config(crate::transport::NO_UNIX_SOCKETS))
    }

    async fn send_request(
        &self,
        request: Request<Body>,
        context: CallContext,
    ) -> Result<Response<Body>, Error> {
        let timeout = context.connect_timeout();
        context.phase.set(Phase::Connecting);
        match &self.address {
            ScgiAddress::Tcp(address) => {
                let stream = connect_within(timeout, tokio::net::TcpStream::connect(address)).await?;
                let _ = stream.set_nodelay(true);
                send_and_receive(stream, request, &context.phase).await
            }
            #[cfg(unix)]
            ScgiAddress::Unix(socket) => {
                let stream = connect_within(timeout, tokio::net::UnixStream::connect(socket)).await?;
                send_and_receive(stream, request, &context.phase).await
            }
        }
    }
}

impl Transport for ScgiTransport {
    fn send(&self, request: Request<Body>, context: CallContext) -> TransportFuture<'_> {
        Box::pin(self.send_request(request, context))
    }
}

/// Waits for a connection within the connect timeout.
async fn connect_within<S>(
    timeout: Option<Duration>,
    connect: impl Future<Output = io::Result<S>>,
) -> Result<S, Error> {
    let connected = match timeout {
        Some(timeout) => tokio::time::timeout(timeout, connect)
            .await
            .map_err(|_| Error::new(ErrorKind::Timeout, CONNECTING_TOOK_TOO_LONG).with_unsent())?,
        None => connect.await,
    };
    connected.map_err(|error| {
        Error::new(ErrorKind::Connect, format!("cannot connect: {error}")).with_said_source(error)
    })
}

/// Sends the request over a connection and reads the head of the response.
async fn send_and_receive<S: AsyncRead + AsyncWrite + Send + Unpin + 'static>(
    mut stream: S,
    request: Request<Body>,
    phase: &PhaseCell,
) -> Result<Response<Body>, Error> {
    phase.set(Phase::MayBeSent);
    // A server may respond and close before it has read the whole call. Its response then says more than our
    // broken pipe.
    let written = write_request(&mut stream, request).await?;
    match read_response(stream).await {
        Ok(Some(response)) => Ok(response),
        Ok(None) => Err(written.err().map_or_else(closed_early, io_error)),
        Err(error) => Err(error),
    }
}

#[cold]
fn closed_early() -> Error {
    Error::new(
        ErrorKind::Io,
        "the connection was closed before the reply began (does the server speak SCGI?)",
    )
    .with_io_kind(io::ErrorKind::UnexpectedEof)
}

/// Writes the request. The outer error is that of the request's body, which ends the call. The inner one is
/// that of the connection.
async fn write_request<S: AsyncWrite + Unpin>(
    stream: &mut S,
    request: Request<Body>,
) -> Result<io::Result<()>, Error> {
    let (parts, mut body) = request.into_parts();
    let Some(length) = body.len() else {
        let text = "SCGI needs to know the length of a request before it is sent, and this body does not";
        return Err(Error::config(format!("{text} tell it")));
    };
    let mut out = BytesMut::from(&*encode_head(&parts, length));
    let mut next = body.next_piece().await?;
    // The head and a body of common length leave in one packet.
    if let Some(piece) = &next
        && piece.len() <= PIECE_BYTES
    {
        out.extend_from_slice(piece);
        if let Err(error) = stream.write_all(&out).await {
            return Ok(Err(error));
        }
        next = body.next_piece().await?;
    } else if let Err(error) = stream.write_all(&out).await {
        return Ok(Err(error));
    }
    while let Some(piece) = next {
        if let Err(error) = stream.write_all(&piece).await {
            return Ok(Err(error));
        }
        next = body.next_piece().await?;
    }
    Ok(Ok(()))
}

/// Writes the head: a netstring of names and values, each of which ends with a NUL. `CONTENT_LENGTH` comes
/// first, as the protocol demands.
///
/// ```text
/// 64:CONTENT_LENGTH␀129␀SCGI␀1␀REQUEST_METHOD␀POST␀REQUEST_URI␀/RPC2␀,
/// └ how many bytes are between the colon and the comma
/// ```
fn encode_head(parts: &http::request::Parts, length: u64) -> Vec<u8> {
    let mut pairs = format!("CONTENT_LENGTH\0{length}\0SCGI\x001\0REQUEST_METHOD\0POST\0").into_bytes();
    let path = parts.uri.path_and_query().map_or("/RPC2", |path| path.as_str());
    let mut pair = |name: &str, value: &[u8]| {
        if !value.contains(&0) {
            pairs.extend_from_slice(name.as_bytes());
            pairs.push(0);
            pairs.extend_from_slice(value);
            pairs.push(0);
        }
    };
    pair("REQUEST_URI", path.as_bytes());
    for (name, value) in &parts.headers {
        match *name {
            header::CONTENT_LENGTH => {}
            header::CONTENT_TYPE => pair("CONTENT_TYPE", value.as_bytes()),
            _ => pair(
                &format!("HTTP_{}", name.as_str().to_ascii_uppercase().replace('-', "_")),
                value.as_bytes(),
            ),
        }
    }
    let mut head = format!("{}:", pairs.len()).into_bytes();
    head.append(&mut pairs);
    head.push(b',');
    head
}

/// Reads the head of a response. Returns `None` if the connection was closed before the first byte.
async fn read_response<S: AsyncRead + Send + Unpin + 'static>(
    mut stream: S,
) -> Result<Option<Response<Body>>, Error> {
    let mut buffer = BytesMut::new();
    let (head_length, body_start) = loop {
        if let Some(found) = find_blank_line(&buffer) {
            break found;
        }
        if buffer.len() > MAX_HEAD_BYTES {
            return Err(protocol_error(&format!("the headers are longer than {} KiB", MAX_HEAD_BYTES >> 10)));
        }
        match stream.read_buf(&mut buffer).await {
            Ok(0) | Err(_) if buffer.is_empty() => return Ok(None),
            Ok(0) => return Err(protocol_error("the connection was closed within the headers")),
            Ok(_) => {}
            Err(error) => return Err(io_error(error)),
        }
    };
    let mut response = parse_head(&buffer[..head_length])?;
    buffer.advance(body_start);
    let expected = match response.headers().get(header::CONTENT_LENGTH) {
        None => None,
        Some(length) => {
            let number = length.to_str().ok().and_then(|length| length.trim().parse::<u64>().ok());
            Some(number.ok_or_else(|| {
                let length = one_line(&String::from_utf8_lossy(length.as_bytes()), 200);
                protocol_error(&format!("expected a number as Content-Length, found {length:?}"))
            })?)
        }
    };
    *response.body_mut() = match expected {
        Some(expected) if expected <= buffer.len() as u64 => {
            buffer.truncate(usize::try_from(expected).unwrap_or(usize::MAX));
            buffer.freeze().into()
        }
        _ => Body::stream(ScgiResponseBody { stream: Some(stream), buffer, expected, received: 0 }),
    };
    Ok(Some(response))
}

/// The body of a response, to its declared length, or to the end of the connection.
struct ScgiResponseBody<S> {
    /// `None` after the end, and after an error.
    stream: Option<S>,
    /// What came with the head.
    buffer: BytesMut,
    expected: Option<u64>,
    received: u64,
}

impl<S: AsyncRead + Unpin> ScgiResponseBody<S> {
    fn left(&self) -> Option<u64> {
        Some(self.expected? - self.received)
    }

    /// Takes the next piece out of the buffer, and nothing behind the end of the body.
    fn take(&mut self) -> Option<Bytes> {
        if let Some(left) = self.left() {
            self.buffer.truncate(usize::try_from(left).unwrap_or(usize::MAX));
        }
        let piece = self.buffer.split().freeze();
        self.received += piece.len() as u64;
        Some(piece).filter(|piece| !piece.is_empty())
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, Error>> {
        if let Some(piece) = self.take() {
            return Poll::Ready(Ok(Some(piece)));
        }
        let left = self.left();
        let Some(stream) = self.stream.as_mut().filter(|_| left != Some(0)) else {
            return Poll::Ready(Ok(None));
        };
        self.buffer.reserve(PIECE_BYTES);
        // The future of tokio keeps nothing between two polls.
        let read = ready!(pin!(stream.read_buf(&mut self.buffer)).poll(context)).map_err(io_error)?;
        match (read, self.expected) {
            (0, None) => Poll::Ready(Ok(None)),
            (0, Some(expected)) => {
                let message =
                    format!("the reply was cut off: expected {expected} bytes, found {}", self.received);
                let error = Error::new(ErrorKind::Io, message).with_io_kind(io::ErrorKind::UnexpectedEof);
                Poll::Ready(Err(error))
            }
            _ => Poll::Ready(Ok(self.take())),
        }
    }
}

impl<S: AsyncRead + Send + Unpin + 'static> http_body::Body for ScgiResponseBody<S> {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let piece = ready!(self.poll_next(context));
        if !matches!(piece, Ok(Some(_))) {
            self.stream = None;
        }
        Poll::Ready(piece.transpose().map(|piece| piece.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.stream.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        self.left().map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

impl<S: AsyncRead + Send + Unpin + 'static> Stream for ScgiResponseBody<S> {}

/// Returns where the head ends and where the body starts. CGI allows bare line feeds (RFC 3875, section 6.2).
fn find_blank_line(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut start = 0;
    while let Some(at) = bytes[start..].iter().position(|&byte| byte == b'\n') {
        let end = start + at;
        match &bytes[end + 1..] {
            [b'\n', ..] => return Some((end, end + 2)),
            [b'\r', b'\n', ..] => return Some((end, end + 3)),
            _ => start = end + 1,
        }
    }
    None
}

/// Parses the head of a response: `Status: 200 OK` and other headers, as in CGI, without an HTTP version.
fn parse_head(head: &[u8]) -> Result<Response<Body>, Error> {
    let mut response = Response::new(Body::empty());
    let mut headers = HeaderMap::new();
    for line in head.split(|&byte| byte == b'\n') {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let Some(colon) = line.iter().position(|&byte| byte == b':') else {
            return Err(protocol_error("found a header without a colon (does the server speak SCGI?)"));
        };
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        if name.eq_ignore_ascii_case(b"status") {
            let text = String::from_utf8_lossy(value).into_owned();
            let (code, reason) = text.split_once(' ').unwrap_or((&text, ""));
            *response.status_mut() = StatusCode::from_bytes(code.as_bytes()).map_err(|_| {
                let code = one_line(code, 200);
                protocol_error(&format!("expected a number as Status, found {code:?}"))
            })?;
            response.extensions_mut().insert(ReasonPhrase::new(reason));
            continue;
        }
        match (HeaderName::from_bytes(name), HeaderValue::from_bytes(value)) {
            (Ok(name), Ok(value)) => drop(headers.append(name, value)),
            _ => return Err(protocol_error("found an invalid header (does the server speak SCGI?)")),
        }
    }
    *response.headers_mut() = headers;
    Ok(response)
}

fn protocol_error(what: &str) -> Error {
    Error::new(ErrorKind::Protocol, format!("the reply is not valid SCGI: {what}"))
}

fn io_error(error: io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("the connection broke: {error}")).with_said_source(error)
}
