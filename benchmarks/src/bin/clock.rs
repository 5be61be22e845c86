//! Measures the time of every case, the best of many rounds. The cases of one work take turns, so that a busy
//! machine slows all of them.
//!
//! An argument selects the works whose names begin with it. `sizes` selects the decoding of documents of
//! several sizes.

use benchmarks::{
    Case,
    documents::{Documents, Size},
    measurement::{Measurement, Metric},
    sizes,
};
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;
/// Short work is repeated until a round takes this long.
const ROUND: Duration = Duration::from_millis(4);

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    if wanted == "sizes" {
        for records in sizes::RECORDS {
            measure(sizes::cases(records));
        }
        return;
    }
    let mut cases = benchmarks::cases(&Documents::new(Size::TIMED));
    cases.retain(|case| case.work.starts_with(&wanted));
    measure(cases);
}

fn measure(mut cases: Vec<Case>) {
    cases.sort_by(|a, b| a.work.cmp(&b.work));
    for works in cases.chunk_by_mut(|a, b| a.work == b.work) {
        let repeats: Vec<u32> = works.iter_mut().map(repeats).collect();
        let mut best = vec![Duration::MAX; works.len()];
        for _ in 0..ROUNDS {
            for (index, case) in works.iter_mut().enumerate() {
                best[index] = best[index].min(time(case, repeats[index]));
            }
        }
        for (case, best) in works.iter().zip(best) {
            Measurement::of(case, Metric::Nanoseconds, best.as_nanos() as f64).print();
        }
    }
}

/// Returns how often the case must run to fill a round. The case has then run, so it is warm.
fn repeats(case: &mut Case) -> u32 {
    case.run();
    let once = time(case, 1).max(Duration::from_nanos(50));
    u32::try_from(ROUND.as_nanos() / once.as_nanos()).unwrap_or(u32::MAX).max(1)
}

fn time(case: &mut Case, repeats: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..repeats {
        case.run();
    }
    start.elapsed() / repeats
}
