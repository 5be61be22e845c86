//! An allocator that counts: how often, and how much at once.

// An allocator cannot be written without `unsafe`; each call goes to the system's unchanged.
#![allow(unsafe_code)]

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

/// The system's allocator, counted.
pub struct Counting;

static CALLS: AtomicUsize = AtomicUsize::new(0);
static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// What happened on the heap during some work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Allocations and reallocations.
    pub calls: usize,
    /// The most that was live at once, in bytes beyond what was live before.
    pub peak: usize,
    /// Of that, what was gone when the result stood.
    pub transient: usize,
}

fn grown(by: usize) {
    let live = LIVE.fetch_add(by, Relaxed) + by;
    PEAK.fetch_max(live, Relaxed);
}

// SAFETY: every method hands its arguments to `System` and returns what that returns.
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

/// Counts what `case` does; needs [`Counting`] as the program's global allocator, and one thread.
pub fn used(case: &mut crate::Case) -> Use {
    let (calls, live) = (CALLS.load(Relaxed), LIVE.load(Relaxed));
    PEAK.store(live, Relaxed);
    let mut kept = 0;
    case.observe(&mut || kept = LIVE.load(Relaxed) - live);
    let peak = PEAK.load(Relaxed) - live;
    Use { calls: CALLS.load(Relaxed) - calls, peak, transient: peak - kept }
}
