//! SCGI: a server behind nginx (`scgi_pass`), Apache or lighttpd.
use crate::{Listener, Peer, Router, gateway};
use bytes::{Bytes, BytesMut};
use http::{Request, header::CONTENT_LENGTH};
use http_body::{Body, Frame, SizeHint};
use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader, ReadBuf},
    sync::Semaphore,
    time::{sleep, timeout},
};

const MAX_HEAD_BYTES: usize = 64 << 10;
const MAX_CONNECTIONS: usize = 1024;
/// How long the web server may take to send the head of a request, or to take a response.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Serves SCGI on a listener, TCP or unix. The future never ends; drop it to end the server.
///
/// Each connection carries one call. All limits and settings of the router hold. Up to 1,024 connections are
/// open at the same time. The client's address and user are what the web server says (`REMOTE_ADDR`,
/// `REMOTE_USER`), so nobody but the web server may reach the listener.
///
/// ```no_run
/// # use xmlrpc_server::{Router, scgi};
/// # async fn run() -> std::io::Result<()> {
/// let router = Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) });
/// let listener = tokio::net::TcpListener::bind("127.0.0.1:4000").await?;
/// scgi::serve(listener, router).await
/// # }
/// ```
///
/// # Errors
///
/// Returns [`io::ErrorKind::InvalidInput`] if the router has invalid settings, before anything is accepted.
/// Returns no other error: one in accepting a connection is logged, and the server goes on.
pub async fn serve<L: Listener>(mut listener: L, router: Router) -> io::Result<()> {
    router.check_for_serving()?;
    let permits = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        // Waiting only fails if the semaphore is closed, which it never is.
        let permit = Arc::clone(&permits).acquire_owned().await;
        match listener.accept().await {
            Ok((stream, peer)) => {
                let router = router.clone();
                tokio::spawn(async move {
                    let _permit = permit;
                    if let Err(error) = answer::<L>(stream, peer, &router).await {
                        tracing::debug!(%error, "an SCGI request could not be answered");
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "could not accept an SCGI connection");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// Answers one connection, which is one request: the variables as a netstring, then the body.
async fn answer<L: Listener>(mut stream: L::Stream, mut peer: Peer, router: &Router) -> io::Result<()> {
    timeout(TIMEOUT, L::establish(&mut stream, &mut peer)).await??;
    let mut stream = BufReader::new(stream);
    let mut parts = gateway::request_head(timeout(TIMEOUT, read_head(&mut stream)).await??)?;
    parts.extensions.insert(peer);
    let length = parts.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let body = ScgiRequestBody { stream: &mut stream, rest: length.unwrap_or(0) };
    let response = router.respond(Request::from_parts(parts, body)).await;
    let (parts, body) = response.into_parts();
    let body = body.into_bytes().await?;
    let bytes = gateway::write_response(&http::Response::from_parts(parts, body));
    for piece in bytes.chunks(64 << 10) {
        timeout(TIMEOUT, stream.write_all(piece)).await??;
    }
    timeout(TIMEOUT, stream.shutdown()).await?
}

/// Reads the variables: `LENGTH:NAME\0VALUE\0…,`.
async fn read_head<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> io::Result<Vec<(String, String)>> {
    let invalid = |text: &str| io::Error::new(io::ErrorKind::InvalidData, text);
    let mut length = Vec::new();
    (&mut *stream).take(10).read_until(b':', &mut length).await?;
    let length = length.strip_suffix(b":").and_then(|digits| std::str::from_utf8(digits).ok()?.parse().ok());
    let length: usize = length.ok_or_else(|| invalid("expected the length of a netstring"))?;
    if length > MAX_HEAD_BYTES {
        return Err(invalid("the variables are longer than 64 KiB"));
    }
    let mut head = vec![0; length + 1];
    stream.read_exact(&mut head).await?;
    if head.pop() != Some(b',') {
        return Err(invalid("expected `,` behind the variables"));
    }
    let mut fields = head.split(|byte| *byte == 0).map(|field| String::from_utf8_lossy(field).into_owned());
    let mut variables = Vec::new();
    while let (Some(name), Some(value)) = (fields.next(), fields.next()) {
        variables.push((name, value));
    }
    Ok(variables)
}

/// The body of a request, as it arrives.
struct ScgiRequestBody<'a, S> {
    stream: &'a mut BufReader<S>,
    rest: u64,
}

impl<S: AsyncRead + Unpin> Body for ScgiRequestBody<'_, S> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.rest == 0 {
            return Poll::Ready(None);
        }
        let mut bytes = BytesMut::zeroed(usize::try_from(self.rest).unwrap_or(usize::MAX).min(16 << 10));
        let mut buffer = ReadBuf::new(&mut bytes);
        ready!(Pin::new(&mut *self.stream).poll_read(cx, &mut buffer))?;
        let count = buffer.filled().len();
        if count == 0 {
            return Poll::Ready(Some(Err(io::ErrorKind::UnexpectedEof.into())));
        }
        bytes.truncate(count);
        self.rest -= count as u64;
        Poll::Ready(Some(Ok(Frame::data(bytes.freeze()))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest)
    }
}
