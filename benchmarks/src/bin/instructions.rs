//! Runs every case once uncounted and once in `counted`. The report runs this program under callgrind.
//!
//! With the argument `growth` it runs the growth cases, at their first size and at ten times that size.

use benchmarks::{
    count::counted,
    documents::{Documents, Size},
    growth,
    measurement::{Measurement, Metric},
};
use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicBool, Ordering},
};

/// The system's allocator. For growth it moves every block that grows; the system's moves only some of them,
/// so the cost would depend on which blocks are next to each other.
struct Moving;

#[global_allocator]
static ALLOCATOR: Moving = Moving;
static MOVES: AtomicBool = AtomicBool::new(false);

// SAFETY: every method passes its arguments to `System` and returns its result. Of a moved block, as many
// bytes are copied as both the old and the new block have.
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
        Measurement::of(&case, Metric::Instructions, 0.0).print();
    }
}
