//! Room for a long array, told from its first elements.
//!
//! A buffer that doubles is copied as a whole again and again; one that is large enough from the start never is.
use super::emit::Emit;

/// The elements that the first guess is made from: fewer vary too much, and each guess that was too low moves what
/// was asked for before.
const SAMPLE: usize = 8;
/// From one guess to the next, how many times as many elements have been seen.
const STEP: usize = 8;
/// The bytes that a guess may ask for however little is written. Beyond it, none asks for more than [`STEP`] times
/// what is written, as the first elements may be larger than the others, and the promised number wrong.
const TRUSTED: usize = 1 << 20;

/// Counts the elements that are written, and guesses what the others will take.
#[derive(Debug)]
pub(super) struct Forecast {
    /// How many elements were promised.
    len: usize,
    /// Where the first of them begins.
    start: usize,
    done: usize,
    /// The number of elements after which to guess next.
    next: usize,
}

impl Forecast {
    #[inline]
    pub(super) fn new(emit: &impl Emit, len: usize) -> Self {
        Self { len, start: emit.written(), done: 0, next: if len <= SAMPLE { usize::MAX } else { SAMPLE } }
    }

    /// How many elements are written.
    #[inline]
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Told that another element is written.
    #[inline]
    pub(super) fn one_more(&mut self, emit: &mut impl Emit) {
        self.done += 1;
        if self.done == self.next {
            self.guess(emit);
        }
    }

    #[cold]
    #[inline(never)]
    fn guess(&mut self, emit: &mut impl Emit) {
        self.next = self.done.saturating_mul(STEP);
        let written = emit.written() - self.start;
        let rest = (written / self.done + 1).saturating_mul(self.len.saturating_sub(self.done));
        emit.expect(rest.min(written.saturating_mul(STEP).max(TRUSTED)));
    }
}
