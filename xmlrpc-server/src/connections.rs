//! `Connections`: all connections of a server, and the places for them.
use crate::connection_state::{ConnectionState, Ending};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout},
};

/// How long the log says nothing more about used-up places.
const QUIET_TIME: Duration = Duration::from_secs(60);

/// After this time, one more connection is asked to make room. The one before it may have had a request on
/// its way.
const TIME_TO_MAKE_ROOM: Duration = Duration::from_millis(100);

/// All connections of a server, and the places for them.
#[derive(Debug)]
pub(crate) struct Connections {
    places: Arc<Semaphore>,
    max: usize,
    open: Mutex<OpenConnections>,
}

#[derive(Debug, Default)]
struct OpenConnections {
    states: HashMap<u64, Arc<ConnectionState>>,
    next_id: u64,
    last_warning: Option<Instant>,
}

/// The place of one connection. It is free again when this is dropped.
#[derive(Debug)]
pub(crate) struct ConnectionPlace {
    connections: Arc<Connections>,
    id: u64,
    state: Arc<ConnectionState>,
    _permit: OwnedSemaphorePermit,
}

impl Connections {
    /// Makes a registry with room for `max` connections.
    pub(crate) fn new(max: usize) -> Arc<Self> {
        Arc::new(Self { places: Arc::new(Semaphore::new(max)), max, open: Mutex::default() })
    }

    /// Returns a place, if one is free.
    pub(crate) fn free_place(self: &Arc<Self>) -> Option<ConnectionPlace> {
        let permit = Arc::clone(&self.places).try_acquire_owned().ok()?;
        Some(self.place(permit))
    }

    /// Waits for a place. If none is free, the connection that has been idle longest is closed.
    pub(crate) async fn next_place(self: &Arc<Self>) -> ConnectionPlace {
        if let Some(place) = self.free_place() {
            return place;
        }
        loop {
            self.end_longest_idle();
            let permit = timeout(TIME_TO_MAKE_ROOM, Arc::clone(&self.places).acquire_owned()).await;
            // The semaphore is never closed.
            if let Ok(Ok(permit)) = permit {
                return self.place(permit);
            }
        }
    }

    /// Asks all connections to end, because the server does.
    pub(crate) fn shut_down(&self) {
        for state in self.open().states.values() {
            state.end(Ending::Shutdown);
        }
    }

    fn place(self: &Arc<Self>, permit: OwnedSemaphorePermit) -> ConnectionPlace {
        let state = Arc::new(ConnectionState::new());
        let mut open = self.open();
        if self.places.available_permits() == 0 {
            self.warn(&mut open);
        }
        let id = open.next_id;
        open.next_id += 1;
        open.states.insert(id, Arc::clone(&state));
        ConnectionPlace { connections: Arc::clone(self), id, state, _permit: permit }
    }

    fn end_longest_idle(&self) {
        let open = self.open();
        let idle = open.states.values().filter(|state| state.ending().is_none());
        let idle = idle.filter_map(|state| Some((state.activity.idle_since()?, state)));
        if let Some((since, state)) = idle.min_by_key(|(since, _)| *since) {
            tracing::debug!(idle = ?since.elapsed(), "closing the connection that has been idle longest");
            state.end(Ending::PlaceNeeded);
        }
    }

    /// Says that the last place is taken.
    fn warn(&self, open: &mut OpenConnections) {
        let now = Instant::now();
        if open.last_warning.is_none_or(|last| now - last >= QUIET_TIME) {
            open.last_warning = Some(now);
            tracing::warn!(
                max_connections = self.max,
                "all places for connections are used: each is closed after its call, \
                 and an idle one for each new one",
            );
        }
    }

    fn open(&self) -> std::sync::MutexGuard<'_, OpenConnections> {
        // Nothing can panic while it is locked.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConnectionPlace {
    pub(crate) const fn state(&self) -> &Arc<ConnectionState> {
        &self.state
    }

    /// Returns whether a reply on this connection must be its last.
    pub(crate) fn is_wanted(&self) -> bool {
        self.state.ending().is_some() || self.connections.places.available_permits() == 0
    }
}

impl Drop for ConnectionPlace {
    fn drop(&mut self) {
        self.connections.open().states.remove(&self.id);
    }
}
