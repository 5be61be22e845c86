//! An allocator that counts how often it is called, and how much is allocated at once.

#![expect(
    unsafe_code,
    reason = "an allocator is unsafe; every call is passed to the system's allocator unchanged"
)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

/// The system's allocator, with a count of its calls.
pub struct Counting;

static CALLS: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The use of the heap by some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Allocations and reallocations.
    pub calls: usize,
    /// The most bytes that were allocated at once, without those that were allocated before.
    pub peak: usize,
    /// The part of the peak that was freed before the result was complete.
    pub transient: usize,
}

fn grown(by: usize) {
    let live = LIVE.fetch_add(by, Relaxed) + by;
    PEAK.fetch_max(live, Relaxed);
}

// SAFETY: every method passes its arguments to `System` and returns its result.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Relaxed);
        grown(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Relaxed);
        grown(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        CALLS.fetch_add(1, Relaxed);
        LIVE.fetch_sub(layout.size(), Relaxed);
        grown(size);
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

/// Counts what `case` does on the heap. The program's global allocator must be [`Counting`], and it must have
/// one thread.
pub fn used(case: &mut crate::Case) -> Use {
    let (calls, live) = (CALLS.load(Relaxed), LIVE.load(Relaxed));
    PEAK.store(live, Relaxed);
    let mut kept = 0;
    case.observe(&mut || kept = LIVE.load(Relaxed) - live);
    let peak = PEAK.load(Relaxed) - live;
    Use { calls: CALLS.load(Relaxed) - calls, peak, transient: peak - kept }
}
