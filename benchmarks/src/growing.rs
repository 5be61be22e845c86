//! Holds work of one size against work of ten times that size.

use crate::{growth::FACTOR, measurement::Measurement};

/// How the cost of some work grew.
#[derive(Clone, Debug)]
pub struct Growing {
    pub work: String,
    /// Instructions at ten times the size, over ten times the instructions.
    pub instructions: f64,
    /// Bytes that were live during the work and gone after it, at both sizes.
    pub transient: [f64; 2],
    /// The length of the document at ten times the size.
    pub bytes: usize,
}

impl Growing {
    /// Tenfold, or 5 % more; less is what a fixed cost leaves.
    #[must_use]
    pub fn is_linear(&self) -> bool {
        self.instructions <= 1.05
    }

    /// No more passing memory for the larger document than for the smaller, a page aside.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.transient[1] <= self.transient[0] + 4096.0
    }
}

/// Pairs the figures of both sizes; the first size comes first.
///
/// # Panics
///
/// When a figure was not measured at both sizes.
#[must_use]
pub fn compare(figures: &[Measurement]) -> Vec<Growing> {
    let counts: Vec<_> = figures.iter().filter(|one| one.metric == "instructions").collect();
    let (small, large) = counts.split_at(counts.len() / 2);
    let pairs = small.iter().zip(large);
    pairs
        .map(|(small, large)| {
            assert_eq!(small.work, large.work);
            let mut transient = figures
                .iter()
                .filter(|one| one.metric == "transient" && one.work == small.work)
                .map(|one| one.value);
            Growing {
                work: small.work.clone(),
                instructions: large.value / small.value / FACTOR as f64,
                transient: [(); 2].map(|()| transient.next().expect("weighed at both sizes")),
                bytes: large.bytes,
            }
        })
        .collect()
}
