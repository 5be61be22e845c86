//! `ConnectionState`: what the parts of the server know together about one connection.
use crate::{Peer, PeerAddr, abandonment::Abandonment, activity::Activity};
use std::sync::{
    Arc, OnceLock,
    atomic::{
        AtomicBool, AtomicU8,
        Ordering::{Acquire, Relaxed, Release},
    },
};
use tokio::sync::{Notify, futures::Notified};

/// What is known about one connection. Its task and its stream write it; its calls, the registry of all
/// connections and the queue of calls read it.
#[derive(Debug)]
pub(crate) struct ConnectionState {
    /// Empty until the connection is established.
    identity: OnceLock<(Peer, Option<PeerAddr>)>,
    pub(crate) activity: Activity,
    /// Whether the client has gone away.
    pub(crate) abandonment: Abandonment,
    /// Whether a call waits for its turn. Only then is the client watched.
    call_waits: AtomicBool,
    client_left: AtomicBool,
    /// An [`Ending`], or 0.
    ending: AtomicU8,
    end_requested: Notify,
}

/// Rows of a reply that are still to come: it is the server's turn until the last one.
#[derive(Debug)]
pub(crate) struct ComingRows(Arc<ConnectionState>);

impl ComingRows {
    pub(crate) fn begin(connection: Arc<ConnectionState>) -> Self {
        connection.activity.begin_rows();
        Self(connection)
    }
}

impl Drop for ComingRows {
    fn drop(&mut self) {
        self.0.activity.end_call();
    }
}

/// Why a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Ending {
    /// Its place is needed.
    PlaceNeeded = 1,
    /// The server ends.
    Shutdown = 2,
}

impl ConnectionState {
    pub(crate) fn new() -> Self {
        Self {
            identity: OnceLock::new(),
            activity: Activity::new(),
            abandonment: Abandonment::default(),
            call_waits: AtomicBool::new(false),
            client_left: AtomicBool::new(false),
            ending: AtomicU8::new(0),
            end_requested: Notify::new(),
        }
    }

    /// Sets who is at the other end. It is called once, when the connection is established.
    pub(crate) fn set_peer(&self, peer: Peer) {
        let addr = peer.addr.map(PeerAddr);
        let _ = self.identity.set((peer, addr));
    }

    /// Returns who is at the other end.
    pub(crate) fn peer(&self) -> Option<&Peer> {
        self.identity.get().map(|(peer, _)| peer)
    }

    /// Returns the address once more, as the extension that methods ask for.
    pub(crate) fn addr(&self) -> Option<&PeerAddr> {
        self.identity.get().and_then(|(_, addr)| addr.as_ref())
    }

    /// Asks the connection to end: soon if it is idle, otherwise after its call.
    pub(crate) fn end(&self, ending: Ending) {
        self.ending.store(ending as u8, Release);
        self.end_requested.notify_waiters();
    }

    /// Returns why the connection was asked to end, if it was.
    pub(crate) fn ending(&self) -> Option<Ending> {
        match self.ending.load(Acquire) {
            0 => None,
            1 => Some(Ending::PlaceNeeded),
            _ => Some(Ending::Shutdown),
        }
    }

    /// Returns a future that is ready when the connection is asked to end after this call.
    /// [`ending`](Self::ending) says whether it was asked before.
    pub(crate) fn end_requested(&self) -> Notified<'_> {
        self.end_requested.notified()
    }

    pub(crate) fn set_call_waits(&self, yes: bool) {
        self.call_waits.store(yes, Relaxed);
    }

    pub(crate) fn call_waits(&self) -> bool {
        self.call_waits.load(Relaxed)
    }

    pub(crate) fn note_client_left(&self) {
        self.client_left.store(true, Relaxed);
    }

    /// Returns whether the client closed its sending side while its call waited. It may still read.
    pub(crate) fn client_left(&self) -> bool {
        self.client_left.load(Relaxed)
    }
}
