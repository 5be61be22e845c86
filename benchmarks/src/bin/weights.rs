//! How often each case allocates, and how much it holds at once.
//!
//! With `growth` as its argument: the growth cases, at their first size and at ten times that.

use benchmarks::{
    documents::{Documents, Size},
    growth,
    heap::{Counting, used},
    measurement::Measurement,
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
        Measurement::of(&case, "allocations", used.calls as f64).print();
        Measurement::of(&case, "peak", used.peak as f64).print();
        Measurement::of(&case, "transient", used.transient as f64).print();
    }
}
