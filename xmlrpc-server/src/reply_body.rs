//! `ReplyBody`: the body of an HTTP response.
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    io, mem,
    pin::Pin,
    task::{Context, Poll},
};

/// The body of an HTTP response, as [`Router::respond`](crate::Router::respond) returns it.
///
/// ```
/// # use xmlrpc_server::Router;
/// # use http_body_util::{BodyExt, Full};
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let router = Router::new().function("ping", || async { Ok("pong") });
/// # let call = "<methodCall><methodName>ping</methodName></methodCall>";
/// # let request = http::Request::post("/RPC2").body(Full::new(bytes::Bytes::from(call)))?;
/// let response = router.respond(request).await;
/// let document = response.into_body().collect().await?.to_bytes();
/// # assert!(document.starts_with(b"<?xml"));
/// # Ok(()) }
/// ```
#[derive(Debug, Default)]
pub struct ReplyBody(Bytes);

impl ReplyBody {
    /// Returns the whole body if it is at hand, or `None` if a part of it is still to come.
    #[must_use]
    pub const fn as_bytes(&self) -> Option<&Bytes> {
        Some(&self.0)
    }

    /// Returns the whole body, waiting for what is still to come.
    ///
    /// # Errors
    ///
    /// Returns the error that ended the body.
    #[expect(clippy::unused_async, reason = "a body that is a stream waits here")]
    pub async fn into_bytes(self) -> io::Result<Bytes> {
        Ok(self.0)
    }
}

impl From<Bytes> for ReplyBody {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let bytes = mem::take(&mut self.0);
        Poll::Ready((!bytes.is_empty()).then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.len() as u64)
    }
}
