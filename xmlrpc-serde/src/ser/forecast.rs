//! Room for a long array, told from its first elements.
//!
//! A buffer that doubles is copied as a whole again and again; one that is large enough from the start never is.
use super::emit::Emit;

/// The elements that the first guess is made from: fewer vary too much, and each guess that was too low moves what
/// was asked for before.
const SAMPLE_LEN: usize = 8;
/// From one guess to the next, how many times as many elements have been seen.
const GUESS_INTERVAL_FACTOR: usize = 8;
/// The bytes that a guess may ask for however little is written; the first elements may be larger than the others, and
/// the promised number wrong. One that is beyond them all asks for nothing: too little would be moved as a whole.
const TRUSTED_BYTES: usize = 1 << 20;
/// Up to these it may ask for twice what is written for each element, since more of them tell more;
const TRUSTED_BYTES_OF_MANY: usize = 1 << 26;
/// beyond these for no more than this many times what is written.
const TRUSTED_GROWTH_FACTOR: usize = 8;

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
        Self {
            len,
            start: emit.written(),
            done: 0,
            next: if len <= SAMPLE_LEN { usize::MAX } else { SAMPLE_LEN },
        }
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
        self.next = self.done.saturating_mul(GUESS_INTERVAL_FACTOR);
        let written = emit.written() - self.start;
        let rest = (written / self.done + 1).saturating_mul(self.len.saturating_sub(self.done));
        let trusted = written.saturating_mul(2 * self.done).clamp(TRUSTED_BYTES, TRUSTED_BYTES_OF_MANY);
        if rest <= trusted.max(written.saturating_mul(TRUSTED_GROWTH_FACTOR)) {
            emit.reserve_hint(rest);
        }
    }
}
