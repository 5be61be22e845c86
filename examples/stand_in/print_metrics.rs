//! A recorder for the `metrics` crate that prints what it counts. A program would use an exporter instead,
//! such as `metrics-exporter-prometheus`.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use metrics::{
    Counter, CounterFn, Gauge, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder, SharedString, Unit,
};

/// Prints each change of a counter, and each value of a histogram.
#[derive(Default)]
pub(crate) struct Printer;

struct PrintedCounter {
    key: Key,
    value: AtomicU64,
}

impl CounterFn for PrintedCounter {
    fn increment(&self, by: u64) {
        println!("{} += {by}", describe(&self.key));
        self.value.fetch_add(by, Ordering::Relaxed);
    }

    fn absolute(&self, value: u64) {
        self.value.store(value, Ordering::Relaxed);
    }
}

struct PrintedHistogram(Key);

impl HistogramFn for PrintedHistogram {
    fn record(&self, _: f64) {
        println!("{} recorded", describe(&self.0));
    }
}

fn describe(key: &Key) -> String {
    let labels: Vec<_> = key.labels().map(|label| format!("{}={:?}", label.key(), label.value())).collect();
    format!("{}{{{}}}", key.name(), labels.join(", "))
}

impl Recorder for Printer {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(Arc::new(PrintedCounter { key: key.clone(), value: AtomicU64::new(0) }))
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(Arc::new(PrintedHistogram(key.clone())))
    }
}
