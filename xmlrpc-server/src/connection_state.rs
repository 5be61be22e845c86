//! `ConnectionState`: what the parts of the server know together about one connection.
use crate::{Peer, PeerAddr};

/// What is known about one connection. Its task and its calls share it.
#[derive(Debug)]
pub(crate) struct ConnectionState {
    /// Who is at the other end.
    pub(crate) peer: Peer,
    /// The address once more, as the extension that methods ask for.
    pub(crate) addr: Option<PeerAddr>,
}

impl ConnectionState {
    pub(crate) fn new(peer: Peer) -> Self {
        Self { addr: peer.addr.map(PeerAddr), peer }
    }
}
