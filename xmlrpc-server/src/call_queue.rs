//! `CallQueue`: the calls that run and the calls that wait for their turn.
//!
//! ```text
//! enter ─┬─► Turn       the call runs; dropping it gives the next call its turn
//!        ├─► waits      at most `max_waiting` calls, each at most `max_wait`
//!        └─► OverloadKind   the queue is full
//! ```
//!
//! The oldest call goes first. A call whose client closed its sending side goes after all others: most likely
//! nobody waits for its reply, but a client may also send its request, close that side and read.
use crate::{RequestContext, connection_state::ConnectionState};
use std::{
    collections::{HashMap, VecDeque},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Notify, futures::OwnedNotified, oneshot},
    time::{Instant, timeout},
};

/// How many calls may run and wait at the same time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CallLimits {
    /// `None` if their number is not limited.
    pub(crate) max_running: Option<usize>,
    pub(crate) max_running_of_peer: Option<usize>,
    /// `None` for the default, which depends on `max_running`.
    pub(crate) max_waiting: Option<usize>,
    /// How long a call may wait.
    pub(crate) wait_time: Duration,
}

impl Default for CallLimits {
    fn default() -> Self {
        Self {
            max_running: None,
            max_running_of_peer: None,
            max_waiting: None,
            wait_time: Duration::from_secs(5),
        }
    }
}

impl CallLimits {
    /// Returns whether a call may have to wait at all.
    const fn are_set(&self) -> bool {
        self.max_running.is_some() || self.max_running_of_peer.is_some()
    }

    fn max_waiting(&self) -> usize {
        let default = self.max_running.map_or(1024, |running| running.saturating_mul(16));
        self.max_waiting.unwrap_or(default)
    }
}

/// Why a call was refused before it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OverloadKind {
    /// As many calls as allowed were waiting.
    QueueFull,
    /// It waited as long as allowed.
    WaitedTooLong,
}

/// Whose calls are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum PeerKey {
    Address(IpAddr),
    User(u32),
}

impl PeerKey {
    fn of(context: &RequestContext) -> Option<Self> {
        if let Some(addr) = context.peer_addr() {
            return Some(Self::Address(addr.ip().to_canonical()));
        }
        let peer = context.peer()?;
        let address = peer.addr.map(|addr| Self::Address(addr.ip().to_canonical()));
        address.or_else(|| peer.unix_credentials.map(|process| Self::User(process.uid)))
    }
}

/// The calls that run and the calls that wait for their turn.
#[derive(Debug)]
pub(crate) struct CallQueue {
    limits: CallLimits,
    max_waiting: usize,
    calls: Mutex<QueuedCalls>,
    /// Tells those who wait in `poll_ready` that the queue has room again.
    room: Arc<Notify>,
}

#[derive(Debug, Default)]
struct QueuedCalls {
    running: usize,
    /// The running calls of each peer, if they are limited.
    of_peer: HashMap<PeerKey, usize>,
    /// The oldest first.
    waiting: VecDeque<QueuedCall>,
    next_id: u64,
    refusals: Refusals,
}

#[derive(Debug)]
struct QueuedCall {
    id: u64,
    peer: Option<PeerKey>,
    connection: Option<Arc<ConnectionState>>,
    /// Gives the call its turn. Dropped if another call needs its place.
    turn: oneshot::Sender<()>,
}

impl CallQueue {
    /// Makes a queue with these limits, or `None` if no call would ever wait.
    pub(crate) fn with_limits(limits: CallLimits) -> Option<Arc<Self>> {
        limits.are_set().then(|| {
            Arc::new(Self {
                limits,
                max_waiting: limits.max_waiting(),
                calls: Mutex::default(),
                room: Arc::default(),
            })
        })
    }

    /// Waits for the turn of a call.
    pub(crate) async fn enter(self: &Arc<Self>, context: &RequestContext) -> Result<Turn, OverloadKind> {
        let peer = self.limits.max_running_of_peer.and_then(|_| PeerKey::of(context));
        let mut place = {
            let mut calls = self.calls();
            if self.may_run(&calls, peer) {
                calls.begin(peer);
                return Ok(Turn { queue: Arc::clone(self), peer });
            }
            if calls.waiting.len() >= self.max_waiting && !self.make_room_for(&mut calls, peer) {
                calls.refusals.add(OverloadKind::QueueFull, self.max_waiting);
                return Err(OverloadKind::QueueFull);
            }
            let (turn, receiver) = oneshot::channel();
            let id = calls.next_id;
            calls.next_id += 1;
            let connection = context.connection().cloned();
            calls.waiting.push_back(QueuedCall { id, peer, connection: connection.clone(), turn });
            WaitingPlace { queue: self, id, peer, connection, receiver: Some(receiver) }
        };
        if let Some(connection) = &place.connection {
            connection.set_call_waits(true);
        }
        let Some(receiver) = &mut place.receiver else { return Err(OverloadKind::QueueFull) };
        match timeout(self.limits.wait_time, receiver).await {
            Ok(Ok(())) => {
                // It has its turn, so there is nothing to give back.
                place.receiver = None;
                Ok(Turn { queue: Arc::clone(self), peer })
            }
            Ok(Err(_)) => {
                self.calls().refusals.add(OverloadKind::QueueFull, self.max_waiting);
                Err(OverloadKind::QueueFull)
            }
            Err(_) => {
                drop(place);
                self.calls().refusals.add(OverloadKind::WaitedTooLong, self.max_waiting);
                Err(OverloadKind::WaitedTooLong)
            }
        }
    }

    /// Returns how long a call may wait.
    pub(crate) const fn max_wait(&self) -> Duration {
        self.limits.wait_time
    }

    /// Returns whether one more call would be refused.
    pub(crate) fn is_full(&self) -> bool {
        let calls = self.calls();
        self.limits.max_running.is_some_and(|max| calls.running >= max)
            && calls.waiting.len() >= self.max_waiting
    }

    /// Returns a future that is ready when the queue gets room after this call.
    pub(crate) fn room(&self) -> OwnedNotified {
        Arc::clone(&self.room).notified_owned()
    }

    fn may_run(&self, calls: &QueuedCalls, peer: Option<PeerKey>) -> bool {
        self.limits.max_running.is_none_or(|max| calls.running < max) && self.peer_may_run(calls, peer)
    }

    fn peer_may_run(&self, calls: &QueuedCalls, peer: Option<PeerKey>) -> bool {
        let (Some(max), Some(peer)) = (self.limits.max_running_of_peer, peer) else { return true };
        calls.of_peer.get(&peer).is_none_or(|running| *running < max)
    }

    /// Removes the newest call that waits for its own peer, if a call of another peer needs its place.
    fn make_room_for(&self, calls: &mut QueuedCalls, peer: Option<PeerKey>) -> bool {
        if !self.peer_may_run(calls, peer) {
            return false;
        }
        let newest = calls.waiting.iter().rposition(|call| !self.peer_may_run(calls, call.peer));
        newest.and_then(|index| calls.waiting.remove(index)).is_some()
    }

    /// Gives the waiting calls their turn, as far as there is room.
    fn run_next(&self, calls: &mut QueuedCalls) {
        let was_full = calls.waiting.len() >= self.max_waiting;
        while self.limits.max_running.is_none_or(|max| calls.running < max)
            && let Some(call) = self.next(calls)
        {
            // If it fails, the call has been given up just now.
            if call.turn.send(()).is_ok() {
                calls.begin(call.peer);
            }
        }
        if was_full {
            self.room.notify_waiters();
        }
        calls.refusals.report(self.max_waiting);
    }

    /// Takes the next call out of the queue: the oldest one whose client is there, or else the oldest.
    fn next(&self, calls: &mut QueuedCalls) -> Option<QueuedCall> {
        let mut left = None;
        for (index, call) in calls.waiting.iter().enumerate() {
            if self.peer_may_run(calls, call.peer) {
                if !call.connection.as_ref().is_some_and(|connection| connection.client_left()) {
                    return calls.waiting.remove(index);
                }
                left.get_or_insert(index);
            }
        }
        left.and_then(|index| calls.waiting.remove(index))
    }

    fn calls(&self) -> MutexGuard<'_, QueuedCalls> {
        // Nothing can panic while it is locked.
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl QueuedCalls {
    fn begin(&mut self, peer: Option<PeerKey>) {
        self.running += 1;
        if let Some(peer) = peer {
            *self.of_peer.entry(peer).or_default() += 1;
        }
    }

    fn end(&mut self, peer: Option<PeerKey>) {
        self.running -= 1;
        let Some(peer) = peer else { return };
        if let Some(running) = self.of_peer.get_mut(&peer) {
            *running -= 1;
            if *running == 0 {
                self.of_peer.remove(&peer);
            }
        }
    }
}

/// The turn of a call. It counts as running until this is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    queue: Arc<CallQueue>,
    peer: Option<PeerKey>,
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut calls = self.queue.calls();
        calls.end(self.peer);
        self.queue.run_next(&mut calls);
    }
}

/// The place of a call that waits. Dropping it gives the place up, and also a turn that came meanwhile.
struct WaitingPlace<'a> {
    queue: &'a CallQueue,
    id: u64,
    peer: Option<PeerKey>,
    connection: Option<Arc<ConnectionState>>,
    /// `None` when the call has got its turn.
    receiver: Option<oneshot::Receiver<()>>,
}

impl Drop for WaitingPlace<'_> {
    fn drop(&mut self) {
        if let Some(connection) = &self.connection {
            connection.set_call_waits(false);
        }
        let Some(mut receiver) = self.receiver.take() else { return };
        let mut calls = self.queue.calls();
        if receiver.try_recv().is_ok() {
            calls.end(self.peer);
            self.queue.run_next(&mut calls);
        } else if let Ok(index) = calls.waiting.binary_search_by_key(&self.id, |call| call.id) {
            calls.waiting.remove(index);
            self.queue.room.notify_waiters();
        }
    }
}

/// The refused calls that the log has not told of yet. It tells of them once a second at most.
#[derive(Debug, Default)]
struct Refusals {
    queue_full: u64,
    waited_too_long: u64,
    last_report: Option<Instant>,
}

impl Refusals {
    fn add(&mut self, overload: OverloadKind, max_waiting: usize) {
        match overload {
            OverloadKind::QueueFull => self.queue_full += 1,
            OverloadKind::WaitedTooLong => self.waited_too_long += 1,
        }
        self.report(max_waiting);
    }

    fn report(&mut self, max_waiting: usize) {
        const INTERVAL: Duration = Duration::from_secs(1);
        if self.queue_full + self.waited_too_long == 0 {
            return;
        }
        let now = Instant::now();
        if self.last_report.is_some_and(|last| now - last < INTERVAL) {
            return;
        }
        let Self { queue_full, waited_too_long, .. } = *self;
        *self = Self { last_report: Some(now), ..Self::default() };
        tracing::warn!(
            refused = queue_full + waited_too_long,
            queue_full,
            waited_too_long,
            max_waiting_calls = max_waiting,
            "overload: calls were refused, because the running ones did not end in time"
        );
    }
}
