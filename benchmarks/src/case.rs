//! `Case`: one piece of work by one library, whose instructions, time or memory are measured.

use std::hint::black_box;

/// Does the work once, and calls its argument while the result is alive.
type Run = Box<dyn FnMut(&mut dyn FnMut())>;

/// One piece of work by one library.
pub struct Case {
    /// The work that is measured, such as [`DECODE_RECORDS`](crate::names::work::DECODE_RECORDS).
    pub work: String,
    /// Which library does it, such as [`OURS`](crate::names::by::OURS).
    pub by: &'static str,
    /// The number of records, numbers or calls.
    pub items: usize,
    /// The length of the document that is read or written.
    pub bytes: usize,
    run: Run,
}

impl Case {
    /// Creates a case in which `make` does the work. Its result is dropped as part of the work.
    pub fn new<T>(
        work: impl Into<String>,
        by: &'static str,
        (items, bytes): (usize, usize),
        mut make: impl FnMut() -> T + 'static,
    ) -> Self {
        Self::borrowing(work, by, (items, bytes), move |alive| {
            let made = make();
            black_box(&made);
            alive();
        })
    }

    /// Creates a case whose result borrows from its input. `run` does the work, calls its argument once while
    /// the result is alive, and drops the result.
    pub fn borrowing(
        work: impl Into<String>,
        by: &'static str,
        (items, bytes): (usize, usize),
        run: impl FnMut(&mut dyn FnMut()) + 'static,
    ) -> Self {
        Self { work: work.into(), by, items, bytes, run: Box::new(run) }
    }

    /// Does the work once.
    pub fn run(&mut self) {
        (self.run)(&mut || ());
    }

    /// Does the work once and calls `alive` while the result is alive.
    pub fn observe(&mut self, alive: &mut dyn FnMut()) {
        (self.run)(alive);
    }
}
