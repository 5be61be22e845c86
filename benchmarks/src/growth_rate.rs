//! Compares the cost of some work with the cost of the same work on ten times as much data.

use crate::{
    growth::FACTOR,
    measurement::{Measurement, Metric},
};

/// How the cost of some work grows with its size.
#[derive(Clone, Debug)]
pub struct GrowthRate {
    pub work: String,
    /// The instructions at ten times the size, divided by ten times the instructions at the first size.
    pub instructions: f64,
    /// The bytes that were allocated during the work and freed before its end, at both sizes.
    pub transient: [f64; 2],
    /// The length of the document at ten times the size.
    pub bytes: usize,
}

impl GrowthRate {
    /// Returns true if the instructions grew tenfold, at most 5 % more. Less than tenfold is normal: a part
    /// of the cost does not depend on the size.
    #[must_use]
    pub fn is_linear(&self) -> bool {
        self.instructions <= 1.05
    }

    /// Returns true if the larger document needed at most 4 KiB more temporary memory than the smaller one.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.transient[1] <= self.transient[0] + 4096.0
    }
}

/// Pairs the figures of both sizes. Those of the first size come first.
///
/// # Panics
///
/// Panics if a figure was not measured at both sizes.
#[must_use]
pub fn compare(figures: &[Measurement]) -> Vec<GrowthRate> {
    let counts: Vec<_> = figures.iter().filter(|one| one.metric == Metric::Instructions).collect();
    let (small, large) = counts.split_at(counts.len() / 2);
    let pairs = small.iter().zip(large);
    pairs
        .map(|(small, large)| {
            assert_eq!(small.work, large.work);
            let mut transient = figures
                .iter()
                .filter(|one| one.metric == Metric::Transient && one.work == small.work)
                .map(|one| one.value);
            GrowthRate {
                work: small.work.clone(),
                instructions: large.value / small.value / FACTOR as f64,
                transient: [(); 2].map(|()| transient.next().expect("measured at both sizes")),
                bytes: large.bytes,
            }
        })
        .collect()
}
