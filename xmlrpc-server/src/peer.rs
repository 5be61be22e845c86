//! `Peer` and `PeerAddr`: who is at the other end of a connection.
use std::net::SocketAddr;

/// The client of a connection, as far as the [`Listener`](crate::Listener) knows it.
///
/// Methods read it by [`RequestContext::peer`](crate::RequestContext::peer). Under another server than
/// [`Router::serve`](crate::Router::serve), a layer of yours can insert it into the extensions of the
/// [`http::Request`].
///
/// More fields may follow, so a listener of yours starts with [`Peer::new`] and sets what it knows:
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::Peer;
///
/// let mut peer = Peer::new();
/// peer.addr = Some("192.0.2.1:4321".parse()?);
/// # Ok::<(), std::net::AddrParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Peer {
    /// The address of the client. `None` for unix sockets.
    pub addr: Option<SocketAddr>,
    /// The process at the other end of a unix socket. `None` for other connections, and if the operating
    /// system does not tell.
    pub unix_credentials: Option<UnixCredentials>,
    /// What the TLS handshake has told of the client. `None` without TLS.
    pub tls: Option<TlsPeer>,
}

/// The client of a TLS connection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TlsPeer {
    /// The certificates of the client in DER, its own first. They were verified as the configuration of the
    /// server says. Empty if the client has sent none.
    pub certificates: Vec<Vec<u8>>,
    /// The host that the client has asked for (SNI).
    pub server_name: Option<String>,
}

/// The process at the other end of a unix socket, as the operating system names it when the connection is
/// made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnixCredentials {
    /// The user who runs the process.
    pub uid: u32,
    /// The group of the process.
    pub gid: u32,
    /// The process. `None` where the operating system does not tell.
    pub pid: Option<i32>,
}

impl Peer {
    /// Creates a peer of which nothing is known.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl From<SocketAddr> for Peer {
    fn from(addr: SocketAddr) -> Self {
        Self { addr: Some(addr), ..Self::default() }
    }
}

impl UnixCredentials {
    /// Creates credentials of what a listener has learned about the other process.
    #[must_use]
    pub const fn new(uid: u32, gid: u32, pid: Option<i32>) -> Self {
        Self { uid, gid, pid }
    }
}

/// The address that a request came from, as an extension of [`http::Request`].
///
/// [`Router::serve`](crate::Router::serve) knows it. Under another server, a layer of yours can insert it, so
/// that [`RequestContext::peer_addr`](crate::RequestContext::peer_addr) returns it:
///
/// ```
/// use xmlrpc_server::PeerAddr;
/// # let address: std::net::SocketAddr = "192.0.2.1:4321".parse().unwrap();
/// let mut request = http::Request::post("/RPC2").body(()).unwrap();
/// request.extensions_mut().insert(PeerAddr(address));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerAddr(pub SocketAddr);
