//! `Case`: one piece of work by one library, to be counted, timed or weighed.

use std::hint::black_box;

/// One piece of work by one library.
pub struct Case {
    /// What is done: `decode records`.
    pub work: String,
    /// By whom: `ours`, `serde_json`.
    pub by: &'static str,
    /// How many records, numbers or calls that is.
    pub items: usize,
    /// The length of the document read or written.
    pub bytes: usize,
    run: Box<dyn FnMut(&mut dyn FnMut())>,
}

impl Case {
    /// `make` does the work; what it gives is dropped as part of it.
    pub fn new<T>(
        work: impl Into<String>,
        by: &'static str,
        (items, bytes): (usize, usize),
        mut make: impl FnMut() -> T + 'static,
    ) -> Self {
        Self::lending(work, by, (items, bytes), move |alive| {
            let made = make();
            black_box(&made);
            alive();
        })
    }

    /// For results that borrow: `run` does the work, calls its argument once while the result stands, and drops it.
    pub fn lending(
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

    /// Does the work once and calls `alive` while the result still stands.
    pub fn observe(&mut self, alive: &mut dyn FnMut()) {
        (self.run)(alive);
    }
}
