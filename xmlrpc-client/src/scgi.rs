//! `ScgiTransport`: sends requests over SCGI, as rTorrent speaks it.
//!
//! Each request has its own connection, over TCP or a unix socket. The protocol is at
//! <https://python.ca/scgi/protocol.txt>.

use crate::{
    CallContext, Direction, Error, ErrorKind, Progress, Transport, TransportFuture,
    body_collector::BodyCollector,
    excerpt::one_line,
    kept_response::broken_off,
    phase::Phase,
    transport::{CONNECTING_TOOK_TOO_LONG, PIECE_BYTES, ReasonPhrase},
};
use bytes::{Buf, Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use std::{
    io,
    path::{Path, PathBuf},
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
        request: Request<Bytes>,
        context: CallContext,
    ) -> Result<Response<Bytes>, Error> {
        let timeout = context.connect_timeout();
        context.phase.set(Phase::Connecting);
        match &self.address {
            ScgiAddress::Tcp(address) => {
                let stream = connect_within(timeout, tokio::net::TcpStream::connect(address)).await?;
                let _ = stream.set_nodelay(true);
                send_and_receive(stream, request, &context).await
            }
            #[cfg(unix)]
            ScgiAddress::Unix(socket) => {
                let stream = connect_within(timeout, tokio::net::UnixStream::connect(socket)).await?;
                send_and_receive(stream, request, &context).await
            }
        }
    }
}

impl Transport for ScgiTransport {
    fn send(&self, request: Request<Bytes>, context: CallContext) -> TransportFuture<'_> {
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

/// Sends the request over a connection and reads the response.
async fn send_and_receive<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    request: Request<Bytes>,
    context: &CallContext,
) -> Result<Response<Bytes>, Error> {
    context.phase.set(Phase::MayBeSent);
    // A server may respond and close before it has read the whole call. Its response then says more than our
    // broken pipe.
    let written = write_request(&mut stream, request, context).await;
    match read_response(&mut stream, context).await {
        Ok(Some(response)) => Ok(response),
        Ok(None) => Err(written.err().unwrap_or_else(|| {
            Error::new(
                ErrorKind::Io,
                "the connection was closed before the reply began (does the server speak SCGI?)",
            )
            .with_io_kind(io::ErrorKind::UnexpectedEof)
        })),
        Err(error) => Err(error),
    }
}

/// Writes the request, in pieces if the user wants to see the progress.
async fn write_request<S: AsyncWrite + Unpin>(
    stream: &mut S,
    request: Request<Bytes>,
    context: &CallContext,
) -> Result<(), Error> {
    let (parts, body) = request.into_parts();
    let mut out = BytesMut::from(&*encode_head(&parts, body.len()));
    if context.wants_progress() {
        stream.write_all(&out).await.map_err(io_error)?;
        let mut sent = 0;
        for piece in body.chunks(PIECE_BYTES) {
            stream.write_all(piece).await.map_err(io_error)?;
            sent += piece.len() as u64;
            context.report(Progress::new(Direction::Sent, sent, Some(body.len() as u64)));
        }
        return Ok(());
    }
    // The head and a body of common length leave in one packet.
    if body.len() <= PIECE_BYTES {
        out.extend_from_slice(&body);
        return stream.write_all(&out).await.map_err(io_error);
    }
    stream.write_all(&out).await.map_err(io_error)?;
    stream.write_all(&body).await.map_err(io_error)
}

/// Writes the head: a netstring of names and values, each of which ends with a NUL. `CONTENT_LENGTH` comes
/// first, as the protocol demands.
///
/// ```text
/// 64:CONTENT_LENGTH␀129␀SCGI␀1␀REQUEST_METHOD␀POST␀REQUEST_URI␀/RPC2␀,
/// └ how many bytes are between the colon and the comma
/// ```
fn encode_head(parts: &http::request::Parts, length: usize) -> Vec<u8> {
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

/// Reads a response. Returns `None` if the connection was closed before the first byte.
async fn read_response<S: AsyncRead + Unpin>(
    stream: &mut S,
    context: &CallContext,
) -> Result<Option<Response<Bytes>>, Error> {
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
    match collect(stream, buffer, expected, &mut response, context).await {
        Ok(()) => Ok(Some(response)),
        Err(error) => Err(broken_off(error, response)),
    }
}

/// Collects the body of a response, of which `buffer` holds the start. If it breaks off, the part that came
/// is in `response`.
async fn collect<S: AsyncRead + Unpin>(
    stream: &mut S,
    mut buffer: BytesMut,
    expected: Option<u64>,
    response: &mut Response<Bytes>,
    context: &CallContext,
) -> Result<(), Error> {
    let mut collector = BodyCollector::new(response.headers(), context)?;
    let read = read_body(stream, &mut buffer, expected, &mut collector).await;
    let finished = collector.finish_into(response);
    read.and(finished)
}

/// Reads a body to its declared length, or to the end of the connection.
async fn read_body<S: AsyncRead + Unpin>(
    stream: &mut S,
    buffer: &mut BytesMut,
    expected: Option<u64>,
    collector: &mut BodyCollector<'_>,
) -> Result<(), Error> {
    loop {
        let left = expected.map(|expected| expected - collector.received());
        if let Some(left) = left {
            buffer.truncate(usize::try_from(left).unwrap_or(usize::MAX));
        }
        if !buffer.is_empty() {
            collector.push(buffer.split().freeze())?;
            continue;
        }
        if left == Some(0) {
            return Ok(());
        }
        buffer.reserve(PIECE_BYTES);
        match stream.read_buf(buffer).await.map_err(io_error)? {
            0 if left.is_none() => return Ok(()),
            0 => {
                let received = collector.received();
                let expected = expected.unwrap_or(received);
                let message = format!("the reply was cut off: expected {expected} bytes, found {received}");
                return Err(Error::new(ErrorKind::Io, message).with_io_kind(io::ErrorKind::UnexpectedEof));
            }
            _ => {}
        }
    }
}

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
fn parse_head(head: &[u8]) -> Result<Response<Bytes>, Error> {
    let mut response = Response::new(Bytes::new());
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
