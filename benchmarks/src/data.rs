//! The data of every document. It is the same on every run and on every machine.

use serde::{Deserialize, Serialize};

/// A row as business servers send it. The date is text, because each format has its own type for dates.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Record {
    pub id: i32,
    pub name: String,
    pub active: bool,
    pub price: f64,
    /// `YYYYMMDDTHH:MM:SS`.
    pub created: String,
    pub tags: Vec<String>,
    pub partner: (i32, String),
    pub note: String,
    pub address: Address,
}

/// A struct inside the struct.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Address {
    pub city: String,
    pub zip: String,
    pub country_id: i32,
}

/// A long text with a few characters that must be escaped.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Page {
    pub id: i32,
    pub body: String,
}

/// A parameter of the small call.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Partner {
    pub name: String,
    pub id: i32,
    pub active: bool,
}

/// The result of the small call.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Written {
    pub id: i32,
    pub name: String,
    pub state: String,
}

/// One call of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Queued {
    pub method: &'static str,
    pub task: i32,
    pub host: String,
    pub query: Query,
}

/// A named argument, as Koji's clients pass them.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Query {
    pub strict: bool,
    #[serde(rename = "queryOpts")]
    pub options: i32,
}

/// The method of the small call.
pub const SMALL_METHOD: &str = "res.partner.write";
/// Its first two parameters. The third is a [`Partner`].
pub const SMALL_ARGS: (i32, &str) = (42, "wf.create");

const ASCII: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const FOREIGN: &[char] = &[
    'é', 'ü', 'ß', 'ñ', 'ø', 'ł', 'ž', 'ç', 'ą', 'ő', 'Ω', 'λ', 'ж', 'щ', '漢', '字', '日', '本', '語', '€',
    '“', '”',
];

/// SplitMix64, which gives the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = (i64::from(high) - i64::from(low) + 1).unsigned_abs();
        (i64::from(low) + i64::try_from(self.next() % span).expect("a span of i32")) as i32
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn chance(&mut self, of: f64) -> bool {
        self.unit() < of
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[(self.next() % from.len() as u64) as usize]
    }

    fn word(&mut self, len: i32) -> String {
        (0..len).map(|_| char::from(self.pick(ASCII))).collect()
    }

    fn word_between(&mut self, low: i32, high: i32) -> String {
        let len = self.between(low, high);
        self.word(len)
    }

    fn name(&mut self, len: i32) -> String {
        let mut word = self.word(len);
        word[..1].make_ascii_uppercase();
        word
    }

    fn sentence(&mut self, len: usize) -> String {
        let mut text = String::new();
        while text.len() < len {
            if !text.is_empty() {
                text.push(' ');
            }
            text += &self.word_between(2, 9);
        }
        text.truncate(len);
        text.truncate(text.trim_end().len());
        text + "."
    }

    /// Three in ten notes have a character that must be escaped, or letters beyond ASCII.
    fn note(&mut self) -> String {
        let len = self.between(64, 92);
        let mut text = self.sentence(len as usize);
        let kind = self.unit();
        let at = (self.next() % text.len() as u64) as usize;
        if kind < 0.15 {
            text.insert_str(at, self.pick(&["R&D", "a < b", "x && y", "1 > 0"]));
        } else if kind < 0.30 {
            let foreign: String = (0..4).map(|_| self.pick(FOREIGN)).collect();
            text.insert_str(at, &foreign);
        }
        text
    }

    fn date(&mut self) -> String {
        format!(
            "{:04}{:02}{:02}T{:02}:{:02}:{:02}",
            self.between(2001, 2026),
            self.between(1, 12),
            self.between(1, 28),
            self.between(0, 23),
            self.between(0, 59),
            self.between(0, 59)
        )
    }

    fn record(&mut self, id: i32) -> Record {
        Record {
            id,
            name: format!("{} {}", self.name(8), self.word_between(8, 14)),
            active: self.chance(0.8),
            price: cents(0.5 + self.unit() * 4999.5),
            created: self.date(),
            tags: (0..3).map(|_| self.word_between(4, 8)).collect(),
            partner: (self.between(1, 99_999), format!("{} {}", self.name(7), self.word(6))),
            note: self.note(),
            address: Address {
                city: self.name(9),
                zip: format!("{:05}", self.between(0, 99_999)),
                country_id: self.between(1, 250),
            },
        }
    }

    fn body(&mut self) -> String {
        // No white space at either end, so that readers that trim text read the same.
        let mut text = String::from("x");
        for _ in 0..4096 {
            let kind = self.unit();
            text.push(match kind {
                _ if kind < 0.01 => self.pick(&['&', '<', '>']),
                _ if kind < 0.03 => self.pick(FOREIGN),
                _ if kind < 0.18 => ' ',
                _ => char::from(self.pick(ASCII)),
            });
        }
        text.push('x');
        text
    }
}

fn cents(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}

/// `count` rows.
#[must_use]
pub fn records(count: usize) -> Vec<Record> {
    let mut random = Random(1);
    (0..count).map(|index| random.record(1000 + index as i32)).collect()
}

/// Integers, half of them large.
#[must_use]
pub fn ints(count: usize) -> Vec<i32> {
    let mut random = Random(2);
    (0..count)
        .map(
            |_| if random.chance(0.5) { random.between(i32::MIN, i32::MAX) } else { random.between(0, 9999) },
        )
        .collect()
}

/// Doubles, half of them with all their digits.
#[must_use]
pub fn doubles(count: usize) -> Vec<f64> {
    let mut random = Random(3);
    (0..count)
        .map(|_| if random.chance(0.5) { random.unit() * 2e6 - 1e6 } else { cents(random.unit() * 1000.0) })
        .collect()
}

/// Long texts.
#[must_use]
pub fn pages(count: usize) -> Vec<Page> {
    let mut random = Random(4);
    (0..count).map(|id| Page { id: id as i32, body: random.body() }).collect()
}

/// Random bytes.
#[must_use]
pub fn blob(len: usize) -> Vec<u8> {
    let mut random = Random(5);
    (0..len).map(|_| random.next() as u8).collect()
}

/// The third parameter of the small call.
#[must_use]
pub fn partner() -> Partner {
    Partner { name: "Alice & Bob".into(), id: 7, active: true }
}

/// The result of the small call.
#[must_use]
pub fn written() -> Written {
    Written { id: 42, name: "Alice & Bob".into(), state: "done".into() }
}

/// A batch of calls.
#[must_use]
pub fn queue(count: usize) -> Vec<Queued> {
    let mut random = Random(6);
    (0..count)
        .map(|index| Queued {
            method: random.pick(&["getBuild", "listTags", "d.name", "t.url", "getTaskInfo"]),
            task: 1000 + index as i32,
            host: random.word(12),
            query: Query { strict: true, options: random.between(0, 50) },
        })
        .collect()
}
