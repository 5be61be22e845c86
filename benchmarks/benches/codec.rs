//! Every case under criterion, with one group for each work: `cargo bench -- "decode records"`.

use benchmarks::{
    Case,
    documents::{Documents, Size},
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn codec(criterion: &mut Criterion) {
    let mut cases = benchmarks::cases(&Documents::new(Size::COUNTED));
    cases.sort_by(|a, b| a.work.cmp(&b.work));
    for work in cases.chunk_by_mut(|a, b| a.work == b.work) {
        let mut group = criterion.benchmark_group(&work[0].work);
        for case in work {
            group.throughput(Throughput::Bytes(case.bytes as u64));
            group.bench_function(case.by, |bencher| bencher.iter(|| Case::run(case)));
        }
    }
}

criterion_group!(benches, codec);
criterion_main!(benches);
