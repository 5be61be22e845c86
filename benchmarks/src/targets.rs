//! The promises that the project makes about speed, and whether the measurements keep them.

use crate::{
    measurement::{Measurement, Metric},
    names::{by, work},
};

/// The limit of a promise.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
}

impl Bound {
    fn holds(self, value: f64) -> bool {
        match self {
            Self::AtMost(limit) => value <= limit,
            Self::AtLeast(limit) => value >= limit,
        }
    }
}

/// One line of the table of promises.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was done and what was counted.
    pub work: String,
    /// Our figure, with its unit.
    pub ours: String,
    /// The library that ours is compared with.
    pub peer: String,
    /// The figure of that library, with its unit.
    pub theirs: String,
    /// The two figures as the promise compares them.
    pub ratio: f64,
    /// The promise.
    pub target: Bound,
    /// A harder promise.
    pub stretch: Option<f64>,
}

impl Row {
    /// Returns `yes`, `yes, stretch too`, or `**no**`.
    #[must_use]
    pub fn verdict(&self) -> &'static str {
        let stretch = self.stretch.map(|limit| match self.target {
            Bound::AtMost(_) => Bound::AtMost(limit),
            Bound::AtLeast(_) => Bound::AtLeast(limit),
        });
        match (self.target.holds(self.ratio), stretch.is_some_and(|stretch| stretch.holds(self.ratio))) {
            (true, true) => "yes, stretch too",
            (true, false) => "yes",
            (false, _) => "**no**",
        }
    }
}

/// All figures of one run.
pub struct Figures(pub Vec<Measurement>);

impl Figures {
    /// Returns a figure, if it was measured.
    #[must_use]
    pub fn find(&self, work: &str, by: &str, metric: Metric) -> Option<&Measurement> {
        self.0.iter().find(|one| one.work == work && one.by == by && one.metric == metric)
    }

    fn get(&self, work: &str, by: &str, metric: Metric) -> &Measurement {
        self.find(work, by, metric).unwrap_or_else(|| panic!("not measured: {metric} of {work} by {by}"))
    }

    /// Returns every promise.
    ///
    /// # Panics
    ///
    /// Panics if a figure that a promise needs was not measured.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        self.decode_and_encode(&mut rows);
        self.heap(&mut rows);
        self.clock(&mut rows);
        self.http(&mut rows);
        rows
    }

    fn decode_and_encode(&self, rows: &mut Vec<Row>) {
        use Bound::AtMost;
        let typed = (work::DECODE_RECORDS, by::SERDE_JSON);
        let tree = (work::DECODE_RECORDS, by::SERDE_JSON_VALUE);
        let encode = (work::ENCODE_RECORDS, by::SERDE_JSON);
        for (form, work) in
            [("CPython's form", work::DECODE_RECORDS), ("compact", work::DECODE_RECORDS_COMPACT)]
        {
            for (what, by, peer, target, stretch) in [
                ("to a derived struct, owned", by::OURS, typed, 1.0, 0.88),
                ("to a derived struct, borrowed", by::OURS_BORROWED, typed, 0.65, 0.5),
                ("to `Value`", by::OURS_VALUE, tree, 1.15, 0.95),
                ("skipped (`IgnoredAny`)", by::OURS_IGNORED, typed, 0.5, 0.41),
            ] {
                let description = format!("decode `records` {what}; {form}");
                rows.push(self.instructions(description, (work, by), peer, AtMost(target), Some(stretch)));
            }
        }
        let indented = (work::DECODE_RECORDS_INDENTED, by::OURS);
        let description = "decode `records` indented by another writer";
        rows.push(self.instructions(description.into(), indented, typed, AtMost(1.6), Some(1.4)));
        let description = "encode `records` from a derived struct";
        rows.push(self.instructions(
            description.into(),
            (work::ENCODE_RECORDS, by::OURS),
            encode,
            AtMost(0.8),
            Some(0.65),
        ));
    }

    fn instructions(
        &self,
        description: String,
        ours: (&str, &str),
        peer: (&str, &str),
        target: Bound,
        stretch: Option<f64>,
    ) -> Row {
        let [ours, theirs] = [ours, peer].map(|(work, by)| self.get(work, by, Metric::Instructions));
        let figure = |one: &Measurement| format!("{} instructions", thousands(one.per_item()));
        Row {
            work: description,
            ours: figure(ours),
            peer: theirs.by.clone(),
            theirs: figure(theirs),
            ratio: ours.per_item() / theirs.per_item(),
            target,
            stretch,
        }
    }

    fn heap(&self, rows: &mut Vec<Row>) {
        for (work, limit) in [(work::DECODE_RECORDS, 10.0), (work::ENCODE_RECORDS, 0.1)] {
            let [ours, theirs] =
                [by::OURS, by::SERDE_JSON].map(|by| self.get(work, by, Metric::Allocations).per_item());
            rows.push(Row {
                work: format!("{}, allocations a record", work.replace("records", "`records`")),
                ours: format!("{ours:.1}"),
                peer: by::SERDE_JSON.into(),
                theirs: format!("{theirs:.1}"),
                ratio: ours,
                target: Bound::AtMost(limit),
                stretch: None,
            });
        }
        let [ours, theirs] =
            [by::OURS, by::SERDE_JSON].map(|by| self.get(work::DECODE_RECORDS, by, Metric::Peak).value);
        rows.push(Row {
            work: "decode `records`, peak heap beyond the peer's, KiB".into(),
            ours: format!("{:.1} KiB", ours / 1024.0),
            peer: by::SERDE_JSON.into(),
            theirs: format!("{:.1} KiB", theirs / 1024.0),
            ratio: (ours - theirs) / 1024.0,
            target: Bound::AtMost(64.0),
            stretch: None,
        });
    }

    fn clock(&self, rows: &mut Vec<Row>) {
        for (work, peer, target, stretch) in [
            (work::DECODE_INTS, by::SERDE_XMLRPC, 2.0, Some(3.0)),
            (work::DECODE_DOUBLES, by::SERDE_XMLRPC, 1.6, Some(2.0)),
            (work::DECODE_TEXT, by::SERDE_XMLRPC, 1.0, None),
            (work::ENCODE_TEXT, by::XMLRPC, 3.0, None),
            (work::DECODE_BLOB, by::BASE64, 0.5, Some(0.8)),
            (work::DECODE_BLOB, by::BASE64_VECTOR, 0.5, Some(0.8)),
            (work::ENCODE_BLOB, by::BASE64, 0.8, None),
            (work::ENCODE_BLOB, by::BASE64_VECTOR, 0.8, None),
            (work::SMALL_CALL, by::DXR, 12.0, Some(20.0)),
        ] {
            let [ours, theirs] =
                [by::OURS, peer].map(|by| self.get(work, by, Metric::Nanoseconds).per_item());
            rows.push(Row {
                work: format!("{work}, by the clock"),
                ours: time(ours),
                peer: peer.into(),
                theirs: time(theirs),
                ratio: theirs / ours,
                target: Bound::AtLeast(target),
                stretch,
            });
        }
    }

    fn http(&self, rows: &mut Vec<Row>) {
        for (work, by, peer, target, stretch) in [
            (work::CLIENT_1, by::OURS, by::BARE_REQWEST, 1.15, Some(1.08)),
            (work::CLIENT_32, by::OURS, by::BARE_REQWEST, 1.15, Some(1.08)),
            (work::BLOCKING_CLIENT, by::OURS_BLOCKING, by::BARE_REQWEST_BLOCKING, 1.15, None),
            (work::SERVER_1, by::OURS, by::BARE_AXUM, 1.3, Some(1.15)),
            (work::SERVER_32, by::OURS, by::BARE_AXUM, 1.3, Some(1.15)),
            (work::SERVER_32, by::OURS_IN_AXUM, by::BARE_AXUM, 1.3, Some(1.15)),
        ] {
            let [ours, theirs] = [by, peer].map(|by| self.get(work, by, Metric::Cpu).per_item());
            let note = if by == by::OURS_IN_AXUM { " (inside axum)" } else { "" };
            rows.push(Row {
                work: format!("{work}: CPU a call{note}"),
                ours: time(ours),
                peer: peer.into(),
                theirs: time(theirs),
                ratio: ours / theirs,
                target: Bound::AtMost(target),
                stretch,
            });
        }
    }
}

/// Writes nanoseconds in the unit that fits.
#[must_use]
pub fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ns if ns < 1e3 => format!("{ns:.1} ns"),
        ns if ns < 1e6 => format!("{:.2} µs", ns / 1e3),
        ns => format!("{:.2} ms", ns / 1e6),
    }
}

/// Writes a whole number with commas between thousands, and a number below 100 with one decimal.
#[must_use]
pub fn thousands(value: f64) -> String {
    if value < 100.0 {
        return format!("{value:.1}");
    }
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
