//! Does every case once uncounted and once in `counted`; run by the report, under callgrind.
//!
//! With `growth` as its argument: the growth cases, at their first size and at ten times that.

use benchmarks::{
    count::counted,
    documents::{Documents, Size},
    growth,
    measurement::Measurement,
};
use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicBool, Ordering},
};

/// The system's allocator; for growth, one that moves every block that grows, instead of those that happen to be in
/// the way of another.
struct Moving;

#[global_allocator]
static ALLOCATOR: Moving = Moving;
static MOVES: AtomicBool = AtomicBool::new(false);

// SAFETY: every method hands its arguments to `System` and returns what that returns; moved blocks are copied as far as
// both reach.
unsafe impl GlobalAlloc for Moving {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !MOVES.load(Ordering::Relaxed) {
            return unsafe { System.realloc(block, layout, size) };
        }
        unsafe {
            let moved = System.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                block.copy_to_nonoverlapping(moved, layout.size().min(size));
                System.dealloc(block, layout);
            }
            moved
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe { System.dealloc(block, layout) }
    }
}

fn main() {
    let cases = if std::env::args().any(|argument| argument == "growth") {
        MOVES.store(true, Ordering::Relaxed);
        [1, growth::FACTOR].into_iter().flat_map(growth::cases).collect()
    } else {
        benchmarks::cases(&Documents::new(Size::COUNTED))
    };
    for mut case in cases {
        case.run();
        counted(&mut || case.run());
        Measurement::of(&case, "", 0.0).print();
    }
}
