//! `ConnectionState`: what the parts of the server know together about one connection.
use crate::{Peer, PeerAddr, abandonment::Abandonment};

/// What is known about one connection. Its task and its calls share it.
#[derive(Debug, Default)]
pub(crate) struct ConnectionState {
    /// Who is at the other end. `None` if another server has the connection.
    pub(crate) peer: Option<Peer>,
    /// The address once more, as the extension that methods ask for.
    pub(crate) addr: Option<PeerAddr>,
    /// Whether the client has gone away.
    pub(crate) abandonment: Abandonment,
}

impl ConnectionState {
    pub(crate) fn new(peer: Peer) -> Self {
        Self { addr: peer.addr.map(PeerAddr), peer: Some(peer), ..Self::default() }
    }

    /// The state of a connection that another server has.
    pub(crate) fn unknown() -> Self {
        Self::default()
    }
}
