//! Compares the instructions and allocations of our crate with `baseline.json`.
//!
//! Instructions are compared as multiples of what serde_json needs for the same records in the same run, so
//! that a change of compiler affects both. `--update` writes a new baseline.

use benchmarks::{
    callgrind, growth_rate,
    measurement::{self, Measurement, Metric},
    names::{by, work},
};
use std::{collections::BTreeMap, fs, path::PathBuf, process::Command};

/// A figure that is worse by more than this fails.
const TOLERANCE: f64 = 0.05;

type Baseline = BTreeMap<String, f64>;

fn main() {
    let programs = std::env::current_exe().expect("a path").parent().expect("a folder").to_path_buf();
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let dumps = here.join("target/callgrind");
    let count = |arguments: &[&str], folder: &str| {
        let mut figures = callgrind::count(&programs.join("instructions"), arguments, &dumps.join(folder));
        let weights =
            Command::new(programs.join("weights")).args(arguments).output().expect("the program `weights`");
        figures.extend(measurement::parse(&String::from_utf8_lossy(&weights.stdout)));
        figures
    };
    let now = relative(&count(&[], "check"));
    let path = here.join("baseline.json");
    if std::env::args().any(|argument| argument == "--update") {
        fs::write(path, serde_json::to_string_pretty(&now).expect("plain data") + "\n")
            .expect("baseline.json");
        return;
    }
    let baseline: Baseline =
        serde_json::from_str(&fs::read_to_string(path).expect("baseline.json")).expect("a baseline");
    let mut failures = compare(&baseline, &now);
    for one in growth_rate::compare(&count(&["growth"], "check-growth")) {
        if !one.is_linear() {
            failures.push(format!("{}: ten times the data is {:.3} times ten", one.work, one.instructions));
        }
    }
    for failure in &failures {
        println!("FAILED  {failure}");
    }
    println!("{} figures, {} failures", now.len(), failures.len());
    std::process::exit(i32::from(!failures.is_empty()));
}

/// Instructions as multiples of serde_json's, and allocations as they are. The keys are `work, by: metric`.
fn relative(figures: &[Measurement]) -> Baseline {
    let find = |work: &str| {
        let yardstick = figures.iter().find(|one| one.work == work && one.by == by::SERDE_JSON);
        yardstick.expect("serde_json is always measured").per_item()
    };
    let yardsticks = [
        ("decode", find(work::DECODE_RECORDS)),
        ("encode", find(work::ENCODE_RECORDS)),
        ("small", find(work::DECODE_RECORDS)),
    ];
    let ours = figures.iter().filter(|one| one.by.starts_with(by::OURS));
    ours.filter_map(|one| {
        let value = match one.metric {
            Metric::Allocations => one.value,
            Metric::Instructions => {
                one.per_item() / yardsticks.iter().find(|(work, _)| one.work.starts_with(work))?.1
            }
            _ => return None,
        };
        Some((format!("{}, {}: {}", one.work, one.by, one.metric), value))
    })
    .collect()
}

fn compare(baseline: &Baseline, now: &Baseline) -> Vec<String> {
    let mut failures = Vec::new();
    for (name, before) in baseline {
        let Some(now) = now.get(name) else {
            failures.push(format!("{name}: no longer measured"));
            continue;
        };
        let is_exact = name.ends_with(&Metric::Allocations.to_string());
        let worse = if is_exact { now > before } else { *now > before * (1.0 + TOLERANCE) };
        let word = if worse { "worse" } else { "ok" };
        println!("{word:6} {name}: {before:.4} -> {now:.4}");
        if worse {
            failures.push(format!("{name}: {before:.4} -> {now:.4}"));
        } else if *now < before * (1.0 - TOLERANCE) {
            println!("       better by more than the tolerance: check.sh --update");
        }
    }
    failures
}
