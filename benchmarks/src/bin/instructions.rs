//! Does every case once uncounted and once in `counted`; run by the report, under callgrind.
//!
//! With `growth` as its argument: the growth cases, at their first size and at ten times that.

use benchmarks::{
    count::counted,
    documents::{Documents, Size},
    growth,
    measurement::Measurement,
};

fn main() {
    let cases = if std::env::args().any(|argument| argument == "growth") {
        [1, growth::FACTOR].into_iter().flat_map(growth::cases).collect()
    } else {
        benchmarks::cases(&Documents::new(Size::COUNTED))
    };
    for mut case in cases {
        case.run();
        counted(&mut || case.run());
        Measurement::of(&case, "", 0.0).print();
    }
}
