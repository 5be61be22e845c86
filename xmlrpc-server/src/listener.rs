//! `Listener`: what accepts connections.
use crate::{Peer, UnixCredentials};
use std::io;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
};

/// Accepts connections: tokio's TCP and unix listeners, or one of your own, for TLS or for a pipe in a test.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use std::io;
/// use tokio::{io::DuplexStream, sync::mpsc};
/// use xmlrpc::server::{Listener, Peer};
///
/// /// Connections that the program makes itself.
/// struct Pipes(mpsc::Receiver<DuplexStream>);
///
/// impl Listener for Pipes {
///     type Stream = DuplexStream;
///
///     async fn accept(&mut self) -> io::Result<(DuplexStream, Peer)> {
///         match self.0.recv().await {
///             Some(stream) => Ok((stream, Peer::new())),
///             None => std::future::pending().await,
///         }
///     }
/// }
/// ```
pub trait Listener: Send + 'static {
    /// A connection.
    type Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static;

    /// Waits for the next connection. Returns it, and what is known of the client.
    ///
    /// The server may drop the future and call `accept` again at any time. No connection may be lost then. It
    /// accepts one connection after another, so whatever waits for the client belongs into
    /// [`establish`](Self::establish).
    ///
    /// # Errors
    ///
    /// An error is logged, and the server goes on. It waits a little if the error says that the system is
    /// short of file descriptors or memory (`EMFILE`, `ENFILE`, `ENOBUFS`, `ENOMEM`), because the next
    /// attempt would fail as well.
    fn accept(&mut self) -> impl Future<Output = io::Result<(Self::Stream, Peer)>> + Send;

    /// Prepares a connection that was accepted, such as by a TLS handshake. Default: does nothing.
    ///
    /// It runs on the connection's own task, so a slow client delays no other. It has as long as the head of
    /// a request may take ([`Serve::idle_timeout`](crate::Serve::idle_timeout)). What it learns of the
    /// client, it adds to `peer`. The listener hands what is needed along in the stream.
    ///
    /// # Errors
    ///
    /// The connection is closed, and the error is logged at the level DEBUG: any stranger can cause it.
    fn establish(stream: &mut Self::Stream, peer: &mut Peer) -> impl Future<Output = io::Result<()>> + Send {
        let _ = (stream, peer);
        async { Ok(()) }
    }
}

impl Listener for TcpListener {
    type Stream = TcpStream;

    async fn accept(&mut self) -> io::Result<(TcpStream, Peer)> {
        let (stream, addr) = Self::accept(self).await?;
        // A response is written at once, so waiting for more bytes to send only costs time. If this fails,
        // the response is late but not wrong.
        let _ = stream.set_nodelay(true);
        Ok((stream, addr.into()))
    }
}

#[cfg(unix)]
impl Listener for tokio::net::UnixListener {
    type Stream = tokio::net::UnixStream;

    async fn accept(&mut self) -> io::Result<(tokio::net::UnixStream, Peer)> {
        let (stream, _) = Self::accept(self).await?;
        let mut peer = Peer::new();
        peer.unix_credentials = stream
            .peer_cred()
            .ok()
            .map(|process| UnixCredentials::new(process.uid(), process.gid(), process.pid()));
        Ok((stream, peer))
    }
}
