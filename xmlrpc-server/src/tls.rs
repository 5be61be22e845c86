//! `Serve::tls`: connections inside TLS; `TlsListener` does the handshakes.
use crate::{Listener, Peer, Serve, TlsPeer};
use rustls::ServerConfig;
use std::{
    fmt, io, mem,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::timeout,
};
use tokio_rustls::{TlsAcceptor, server};

/// A handshake takes two round trips. A client that needs longer holds a connection for nothing.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);

/// TLS, with the feature `server-tls`.
impl<L: Listener> Serve<L> {
    /// Serves HTTPS, with a configuration of rustls 0.23: certificates, keys, and whether clients need a
    /// certificate. Default: no TLS.
    ///
    /// The handshake runs on the task of its connection, so a slow client delays no other. A client has 10
    /// seconds for it, or [`idle_timeout`](Self::idle_timeout) if that is shorter. A method finds the
    /// client's certificates in [`Peer::tls`]. The configuration must not offer `h2`: this server speaks
    /// HTTP/1.1.
    ///
    /// ```no_run
    /// use rustls::{ServerConfig, pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject}};
    /// # use xmlrpc_server::Router;
    /// # async fn run(router: Router) -> Result<(), Box<dyn std::error::Error>> {
    /// let certificates = CertificateDer::pem_file_iter("server.pem")?.collect::<Result<_, _>>()?;
    /// let key = PrivateKeyDer::from_pem_file("server.key")?;
    /// let config = ServerConfig::builder().with_no_client_auth().with_single_cert(certificates, key)?;
    /// let listener = tokio::net::TcpListener::bind("0.0.0.0:8443").await?;
    /// router.serve(listener).tls(config).await?;
    /// # Ok(()) }
    /// ```
    pub fn tls(self, config: impl Into<Arc<ServerConfig>>) -> Serve<TlsListener<L>> {
        let config = config.into();
        self.tls_with(move || Arc::clone(&config))
    }

    /// Serves HTTPS, with a function that returns the configuration for the next connection.
    ///
    /// Use it to take over a renewed certificate while the server runs. The function is called for each
    /// connection, so it returns a configuration that is at hand; another task reads the files. Connections
    /// that are open keep what they have.
    ///
    /// ```no_run
    /// # use rustls::ServerConfig;
    /// # use std::sync::{Arc, RwLock};
    /// # use xmlrpc_server::Router;
    /// # async fn run(router: Router, listener: tokio::net::TcpListener, first: Arc<ServerConfig>)
    /// # -> std::io::Result<()> {
    /// let current = Arc::new(RwLock::new(first));
    /// let shared = Arc::clone(&current);
    /// // Elsewhere, when there is a new certificate: `*shared.write().unwrap() = renewed;`
    /// router.serve(listener).tls_with(move || Arc::clone(&current.read().unwrap())).await
    /// # }
    /// ```
    pub fn tls_with(
        self,
        config: impl Fn() -> Arc<ServerConfig> + Send + Sync + 'static,
    ) -> Serve<TlsListener<L>> {
        let config = ConfigSource(Arc::new(config));
        self.map_listener(|listener| TlsListener { listener, config })
    }
}

/// Returns the configuration for the next connection.
#[derive(Clone)]
struct ConfigSource(Arc<dyn Fn() -> Arc<ServerConfig> + Send + Sync>);

/// A [`Listener`] whose connections are inside TLS. [`Serve::tls`] makes it.
pub struct TlsListener<L> {
    listener: L,
    config: ConfigSource,
}

impl<L: Listener> Listener for TlsListener<L> {
    type Stream = TlsStream<L::Stream>;

    async fn accept(&mut self) -> io::Result<(Self::Stream, Peer)> {
        let (stream, peer) = self.listener.accept().await?;
        Ok((TlsStream(TlsState::Accepted(stream, self.config.clone())), peer))
    }

    async fn establish(stream: &mut Self::Stream, peer: &mut Peer) -> io::Result<()> {
        let TlsState::Accepted(mut plain, config) = mem::replace(&mut stream.0, TlsState::Failed) else {
            return Err(no_handshake());
        };
        L::establish(&mut plain, peer).await?;
        let accept = TlsAcceptor::from((config.0)()).accept(plain);
        let established = timeout(HANDSHAKE_TIMEOUT, accept).await??;
        let (_, connection) = established.get_ref();
        let certificates = connection.peer_certificates().unwrap_or_default();
        peer.tls = Some(TlsPeer {
            certificates: certificates.iter().map(|certificate| certificate.as_ref().to_vec()).collect(),
            server_name: connection.server_name().map(ToOwned::to_owned),
        });
        stream.0 = TlsState::Established(Box::new(established));
        Ok(())
    }
}

impl<L> fmt::Debug for TlsListener<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsListener").finish_non_exhaustive()
    }
}

/// A connection inside TLS, of a [`TlsListener`].
pub struct TlsStream<S>(TlsState<S>);

enum TlsState<S> {
    /// The handshake was not begun.
    Accepted(S, ConfigSource),
    Established(Box<server::TlsStream<S>>),
    /// The handshake has failed, or is running.
    Failed,
}

impl<S> TlsStream<S> {
    fn established(&mut self) -> io::Result<Pin<&mut server::TlsStream<S>>>
    where
        S: Unpin,
    {
        match &mut self.0 {
            TlsState::Established(stream) => Ok(Pin::new(stream)),
            TlsState::Accepted(..) | TlsState::Failed => Err(no_handshake()),
        }
    }
}

fn no_handshake() -> io::Error {
    io::Error::new(io::ErrorKind::NotConnected, "the TLS handshake has not taken place")
}

impl<S> fmt::Debug for TlsStream<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsStream").finish_non_exhaustive()
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for TlsStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.established()?.poll_read(cx, buffer)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for TlsStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.established()?.poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.established()?.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.established()?.poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.established()?.poll_write_vectored(cx, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        matches!(&self.0, TlsState::Established(stream) if stream.is_write_vectored())
    }
}
