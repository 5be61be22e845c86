//! `RetryBudget`: how many retries the calls of a client may add to the load of their server.

use crate::deadline::Instant;
use std::sync::{Mutex, PoisonError};

/// The seconds that count.
const WINDOW_SECONDS: usize = 10;
/// One retry is allowed for so many calls.
const CALLS_PER_RETRY: u32 = 5;
/// So many retries are always allowed, for clients that make few calls.
const ALWAYS_ALLOWED: u32 = 10;

/// The calls and the retries of the last 10 seconds. The clones of a client share it.
pub(crate) struct RetryBudget {
    created: Instant,
    seconds: Mutex<[Second; WINDOW_SECONDS]>,
}

/// What happened in one second.
#[derive(Clone, Copy, Default)]
struct Second {
    /// Which second it is, counted from `created`.
    number: u64,
    calls: u32,
    retries: u32,
}

impl RetryBudget {
    pub(crate) fn new() -> Self {
        Self { created: Instant::now(), seconds: Mutex::new([Second::default(); WINDOW_SECONDS]) }
    }

    /// Takes note of a new call.
    pub(crate) fn note_call(&self, now: Instant) {
        self.update(now, |seconds, current| seconds[current].calls += 1);
    }

    /// Takes a retry out of the budget. Returns false if nothing is left.
    pub(crate) fn take(&self, now: Instant) -> bool {
        self.update(now, |seconds, current| {
            let calls: u32 = seconds.iter().map(|second| second.calls).sum();
            let retries: u32 = seconds.iter().map(|second| second.retries).sum();
            let left = retries < calls / CALLS_PER_RETRY + ALWAYS_ALLOWED;
            seconds[current].retries += u32::from(left);
            left
        })
    }

    /// Passes the seconds of the window, and the index of the current one. Older ones are cleared before.
    fn update<T>(&self, now: Instant, change: impl FnOnce(&mut [Second; WINDOW_SECONDS], usize) -> T) -> T {
        let number = now.saturating_duration_since(self.created).as_secs();
        let current = usize::try_from(number % WINDOW_SECONDS as u64).unwrap_or_default();
        let mut seconds = self.seconds.lock().unwrap_or_else(PoisonError::into_inner);
        for second in &mut *seconds {
            if second.number + WINDOW_SECONDS as u64 <= number {
                *second = Second::default();
            }
        }
        if seconds[current].number != number {
            seconds[current] = Second { number, ..Second::default() };
        }
        change(&mut seconds, current)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn retries_are_a_fifth_of_the_calls_of_the_last_ten_seconds_and_ten_more() {
        let budget = RetryBudget::new();
        let at = |seconds: u64| budget.created + Duration::from_secs(seconds);
        for _ in 0..300 {
            budget.note_call(at(1));
        }
        let taken = (0..300).filter(|_| budget.take(at(2))).count();
        assert_eq!(taken, 70);
        // The window has moved beyond the calls and the retries.
        let taken = (0..300).filter(|_| budget.take(at(12))).count();
        assert_eq!(taken, 10);
    }
}
