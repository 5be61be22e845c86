//! What the project promises of its speed, against what was measured.

use crate::measurement::Measurement;

/// A promise.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    /// Not more than this.
    AtMost(f64),
    /// Not less than this.
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
    /// What was done, and what is counted.
    pub work: String,
    /// Our figure, with its unit.
    pub ours: String,
    /// Whose figure it is held against.
    pub peer: String,
    /// That figure.
    pub theirs: String,
    /// The two as the promise compares them.
    pub ratio: f64,
    /// The promise.
    pub target: Bound,
    /// A harder one.
    pub stretch: Option<f64>,
}

impl Row {
    /// `yes`, `yes, stretch too`, or `NO`.
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
    /// A figure, if it was measured.
    #[must_use]
    pub fn find(&self, work: &str, by: &str, metric: &str) -> Option<&Measurement> {
        self.0.iter().find(|one| one.work == work && one.by == by && one.metric == metric)
    }

    fn get(&self, work: &str, by: &str, metric: &str) -> &Measurement {
        self.find(work, by, metric).unwrap_or_else(|| panic!("not measured: {metric} of {work} by {by}"))
    }

    /// Every promise.
    ///
    /// # Panics
    ///
    /// When a figure that a promise needs was not measured.
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
        let typed = ("decode records", "serde_json");
        let tree = ("decode records", "serde_json, Value");
        let encode = ("encode records", "serde_json");
        for (form, work) in [("CPython's form", "decode records"), ("compact", "decode records, compact")] {
            for (what, by, peer, target, stretch) in [
                ("to a derived struct, owned", "ours", typed, 1.0, 0.88),
                ("to a derived struct, borrowed", "ours, borrowed", typed, 0.65, 0.5),
                ("to `Value`", "ours, Value", tree, 1.15, 0.95),
                ("skipped (`IgnoredAny`)", "ours, IgnoredAny", typed, 0.5, 0.41),
            ] {
                let work_said = format!("decode `records` {what}; {form}");
                rows.push(self.instructions(work_said, (work, by), peer, AtMost(target), Some(stretch)));
            }
        }
        let indented = ("decode records, indented", "ours");
        let said = "decode `records` indented by another writer";
        rows.push(self.instructions(said.into(), indented, typed, AtMost(1.6), Some(1.4)));
        let said = "encode `records` from a derived struct";
        rows.push(self.instructions(
            said.into(),
            ("encode records", "ours"),
            encode,
            AtMost(0.8),
            Some(0.65),
        ));
    }

    fn instructions(
        &self,
        said: String,
        ours: (&str, &str),
        peer: (&str, &str),
        target: Bound,
        stretch: Option<f64>,
    ) -> Row {
        let [ours, theirs] = [ours, peer].map(|(work, by)| self.get(work, by, "instructions"));
        let figure = |one: &Measurement| format!("{} instructions", thousands(one.per_item()));
        Row {
            work: said,
            ours: figure(ours),
            peer: theirs.by.clone(),
            theirs: figure(theirs),
            ratio: ours.per_item() / theirs.per_item(),
            target,
            stretch,
        }
    }

    fn heap(&self, rows: &mut Vec<Row>) {
        for (work, limit) in [("decode records", 10.0), ("encode records", 0.1)] {
            let [ours, theirs] =
                ["ours", "serde_json"].map(|by| self.get(work, by, "allocations").per_item());
            rows.push(Row {
                work: format!("{}, allocations a record", work.replace("records", "`records`")),
                ours: format!("{ours:.1}"),
                peer: "serde_json".into(),
                theirs: format!("{theirs:.1}"),
                ratio: ours,
                target: Bound::AtMost(limit),
                stretch: None,
            });
        }
        let [ours, theirs] = ["ours", "serde_json"].map(|by| self.get("decode records", by, "peak").value);
        rows.push(Row {
            work: "decode `records`, peak heap beyond the peer's, KiB".into(),
            ours: format!("{:.1} KiB", ours / 1024.0),
            peer: "serde_json".into(),
            theirs: format!("{:.1} KiB", theirs / 1024.0),
            ratio: (ours - theirs) / 1024.0,
            target: Bound::AtMost(64.0),
            stretch: None,
        });
    }

    fn clock(&self, rows: &mut Vec<Row>) {
        let alone = "base64 alone, one line";
        let vector = "base64's vector engine alone, one line";
        for (work, peer, target, stretch) in [
            ("decode ints", "serde_xmlrpc", 2.0, Some(3.0)),
            ("decode doubles", "serde_xmlrpc", 1.6, Some(2.0)),
            ("decode text", "serde_xmlrpc", 1.0, None),
            ("encode text", "xmlrpc", 3.0, None),
            ("decode blob", alone, 0.5, Some(0.8)),
            ("decode blob", vector, 0.5, Some(0.8)),
            ("encode blob", alone, 0.8, None),
            ("encode blob", vector, 0.8, None),
            ("small call and answer", "dxr", 12.0, Some(20.0)),
        ] {
            let [ours, theirs] = ["ours", peer].map(|by| self.get(work, by, "nanoseconds").per_item());
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
            ("client, 1 at once", "ours", "bare reqwest", 1.15, Some(1.08)),
            ("client, 32 at once", "ours", "bare reqwest", 1.15, Some(1.08)),
            ("blocking client", "ours, blocking", "bare reqwest::blocking", 1.15, None),
            ("server, 1 at once", "ours", "bare axum", 1.3, Some(1.15)),
            ("server, 32 at once", "ours", "bare axum", 1.3, Some(1.15)),
            ("server, 32 at once", "ours, in axum", "bare axum", 1.3, Some(1.15)),
        ] {
            let [ours, theirs] = [by, peer].map(|by| self.get(work, by, "cpu").per_item());
            let note = if by == "ours, in axum" { " (inside axum)" } else { "" };
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

/// Nanoseconds in a unit that fits.
#[must_use]
pub fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ns if ns < 1e3 => format!("{ns:.1} ns"),
        ns if ns < 1e6 => format!("{:.2} µs", ns / 1e3),
        ns => format!("{:.2} ms", ns / 1e6),
    }
}

/// A whole number with its thousands apart; small ones with one decimal.
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
