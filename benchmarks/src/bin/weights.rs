//! Counts how often each case allocates, and how much is allocated at once.
//!
//! With the argument `growth` it runs the growth cases, at their first size and at ten times that size.

use benchmarks::{
    documents::{Documents, Size},
    growth,
    heap::{Counting, used},
    measurement::{Measurement, Metric},
};

#[global_allocator]
static HEAP: Counting = Counting;

fn main() {
    let cases = if std::env::args().any(|argument| argument == "growth") {
        [1, growth::FACTOR].into_iter().flat_map(growth::cases).collect()
    } else {
        benchmarks::cases(&Documents::new(Size::COUNTED))
    };
    for mut case in cases {
        case.run();
        let used = used(&mut case);
        Measurement::of(&case, Metric::Allocations, used.calls as f64).print();
        Measurement::of(&case, Metric::Peak, used.peak as f64).print();
        Measurement::of(&case, Metric::Transient, used.transient as f64).print();
    }
}
