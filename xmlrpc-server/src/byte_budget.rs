//! `ByteBudget`: how many bytes of documents the server holds at the same time; `Reservation`: the part of
//! one request.
//!
//! A request whose length is known reserves it before its body is read, so whoever has begun can finish. The
//! length of the others is known only at their end. They reserve as they grow, and could wait for each other
//! for ever, so the oldest of those that have begun may always go on, beyond the budget if need be. Everybody
//! else waits until there is room.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering::SeqCst},
    },
    task::{Context, Poll, Waker},
};

/// How many bytes of documents the server holds at the same time.
///
/// While nobody waits, a reservation is one atomic addition. The lock is for the others.
#[derive(Debug)]
pub(crate) struct ByteBudget {
    max: u64,
    used: AtomicU64,
    /// How many reservations wait.
    waiting: AtomicUsize,
    waits: Mutex<Waits>,
}

#[derive(Debug, Default)]
struct Waits {
    next_id: u64,
    /// The reservations that have begun and may grow, the oldest first.
    growing: BTreeSet<u64>,
    /// Those that wait to grow, and those that wait to begin.
    to_grow: BTreeMap<u64, Waker>,
    to_begin: BTreeMap<u64, Waker>,
}

impl ByteBudget {
    pub(crate) fn new(max: u64) -> Arc<Self> {
        Arc::new(Self { max, used: AtomicU64::new(0), waiting: AtomicUsize::new(0), waits: Mutex::default() })
    }

    pub(crate) const fn max(&self) -> u64 {
        self.max
    }

    /// Makes an empty reservation. It may grow after it has begun if `grows` is true.
    pub(crate) fn reservation(self: &Arc<Self>, grows: bool) -> Reservation {
        Reservation { budget: Arc::clone(self), bytes: AtomicU64::new(0), grows, id: None }
    }

    /// Takes the bytes if they are within the budget.
    fn take_within(&self, bytes: u64) -> bool {
        let update = |used: u64| used.checked_add(bytes).filter(|sum| *sum <= self.max);
        self.used.fetch_update(SeqCst, SeqCst, update).is_ok()
    }

    fn give_back(&self, bytes: u64) {
        self.used.fetch_sub(bytes, SeqCst);
        if self.waiting.load(SeqCst) > 0 {
            self.waits().wake();
        }
    }

    fn waits(&self) -> MutexGuard<'_, Waits> {
        // Nothing can panic while it is locked.
        self.waits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waits {
    /// Wakes whoever may go on now: the oldest ones. Each wakes the next if there is room for it too.
    fn wake(&self) {
        for waker in self.to_grow.values().take(4).chain(self.to_begin.values().take(1)) {
            waker.wake_by_ref();
        }
    }

    fn forget(&mut self, id: u64) -> bool {
        let waited_to_grow = self.to_grow.remove(&id).is_some();
        self.to_begin.remove(&id).is_some() || waited_to_grow
    }
}

/// The part of the budget that one request holds, until it is released or dropped.
#[derive(Debug)]
pub(crate) struct Reservation {
    budget: Arc<ByteBudget>,
    bytes: AtomicU64,
    grows: bool,
    /// `None` as long as it has neither waited nor grown.
    id: Option<u64>,
}

impl Reservation {
    /// Returns how many bytes are reserved.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes.load(SeqCst)
    }

    /// Reserves more bytes, and waits until they are there.
    ///
    /// The first bytes begin the reservation. If they are more than the budget, it begins when no other
    /// reservation is there, and runs alone.
    pub(crate) fn poll_add(&mut self, bytes: u64, cx: &mut Context<'_>) -> Poll<()> {
        if bytes == 0 {
            return Poll::Ready(());
        }
        let begins = self.bytes() == 0;
        let nobody_waits = self.budget.waiting.load(SeqCst) == 0;
        let taken_at_once = nobody_waits && self.budget.take_within(bytes);
        if !taken_at_once && !self.take_or_wait(bytes, begins, cx) {
            return Poll::Pending;
        }
        self.bytes.fetch_add(bytes, SeqCst);
        if begins && self.grows {
            let budget = Arc::clone(&self.budget);
            let mut waits = budget.waits();
            let id = self.id_in(&mut waits);
            waits.growing.insert(id);
        }
        Poll::Ready(())
    }

    /// Takes the bytes if it is this reservation's turn, or else sees to it that it is woken.
    fn take_or_wait(&mut self, bytes: u64, begins: bool, cx: &Context<'_>) -> bool {
        let budget = Arc::clone(&self.budget);
        let mut waits = budget.waits();
        let id = self.id_in(&mut waits);
        // It counts as waiting before it looks, so that whoever gives bytes back meanwhile wakes it.
        if !waits.forget(id) {
            budget.waiting.fetch_add(1, SeqCst);
        }
        let taken = if begins {
            let is_next = waits.to_begin.keys().next().is_none_or(|first| id < *first);
            let alone = || budget.used.compare_exchange(0, bytes, SeqCst, SeqCst).is_ok();
            is_next && (waits.to_grow.is_empty() && budget.take_within(bytes) || alone())
        } else if waits.growing.first() == Some(&id) {
            budget.used.fetch_add(bytes, SeqCst);
            true
        } else {
            budget.take_within(bytes)
        };
        if taken {
            budget.waiting.fetch_sub(1, SeqCst);
            // There may be room for the next one too.
            waits.wake();
        } else {
            let waiting = if begins { &mut waits.to_begin } else { &mut waits.to_grow };
            waiting.insert(id, cx.waker().clone());
        }
        taken
    }

    fn id_in(&mut self, waits: &mut Waits) -> u64 {
        *self.id.get_or_insert_with(|| {
            waits.next_id += 1;
            waits.next_id
        })
    }

    /// Gives back what is more than `bytes`.
    pub(crate) fn shrink_to(&self, bytes: u64) {
        let excess = self.bytes().saturating_sub(bytes);
        if excess > 0 {
            self.bytes.fetch_sub(excess, SeqCst);
            self.budget.give_back(excess);
        }
    }

    /// Gives everything back.
    pub(crate) fn release(&self) {
        let bytes = self.bytes.swap(0, SeqCst);
        if bytes > 0 {
            if let (true, Some(id)) = (self.grows, self.id) {
                self.budget.waits().growing.remove(&id);
            }
            self.budget.give_back(bytes);
        }
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.release();
        if let Some(id) = self.id {
            let mut waits = self.budget.waits();
            if waits.forget(id) {
                self.budget.waiting.fetch_sub(1, SeqCst);
                waits.wake();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(reservation: &mut Reservation, bytes: u64) -> bool {
        reservation.poll_add(bytes, &mut Context::from_waker(Waker::noop())).is_ready()
    }

    #[test]
    fn the_oldest_that_has_begun_may_always_go_on() {
        let budget = ByteBudget::new(100);
        let [mut first, mut second, mut third] = [(); 3].map(|()| budget.reservation(true));
        assert!(add(&mut first, 40) && add(&mut second, 40));
        assert!(!add(&mut second, 40), "the second waits");
        assert!(!add(&mut third, 10), "nobody begins while another waits to grow");
        assert!(add(&mut first, 40), "beyond the budget");
        assert!(!add(&mut second, 40));
        drop(first);
        assert!(add(&mut second, 40) && add(&mut third, 10));
        drop((second, third));
        assert_eq!((budget.used.load(SeqCst), budget.waiting.load(SeqCst)), (0, 0));
        assert!(budget.waits().growing.is_empty());
    }

    #[test]
    fn what_is_larger_than_the_budget_runs_alone() {
        let budget = ByteBudget::new(100);
        let [mut small, mut large, mut other] = [(); 3].map(|()| budget.reservation(false));
        assert!(add(&mut small, 10));
        assert!(!add(&mut large, 500));
        assert!(!add(&mut other, 10), "it came after the large one");
        small.release();
        assert!(add(&mut large, 500));
        assert!(!add(&mut other, 10));
        large.shrink_to(50);
        assert!(add(&mut other, 10));
        drop((small, large, other));
        assert_eq!((budget.used.load(SeqCst), budget.waiting.load(SeqCst)), (0, 0));
    }

    #[test]
    fn whoever_gives_up_leaves_nothing_behind() {
        let budget = ByteBudget::new(100);
        let [mut first, mut second, mut third] = [(); 3].map(|()| budget.reservation(true));
        assert!(add(&mut first, 100));
        assert!(!add(&mut second, 10));
        assert!(!add(&mut third, 10));
        drop(second);
        drop(first);
        assert!(add(&mut third, 10));
        drop(third);
        assert_eq!((budget.used.load(SeqCst), budget.waiting.load(SeqCst)), (0, 0));
    }
}
