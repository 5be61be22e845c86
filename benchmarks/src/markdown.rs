//! The report as Markdown.

use crate::{
    growth_rate::GrowthRate,
    measurement::{Measurement, Metric},
    names::{by, work},
    sizes,
    targets::{Bound, Figures, Row, thousands, time},
};
use std::fmt::Write;

/// Returns the table of promises.
#[must_use]
pub fn targets(rows: &[Row]) -> String {
    let mut out = String::from(
        "| work | ours | peer | its figure | ratio | target | met |\n|---|--:|---|--:|--:|--:|---|\n",
    );
    for row in rows {
        let target = match row.target {
            Bound::AtMost(limit) => format!("<= {limit}"),
            Bound::AtLeast(limit) => format!(">= {limit}"),
        };
        let stretch = row.stretch.map(|limit| format!(" ({limit})")).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {:.2} | {target}{stretch} | {} |",
            row.work,
            row.ours,
            row.peer,
            row.theirs,
            row.ratio,
            row.verdict()
        );
    }
    out
}

/// Returns the table of growth.
#[must_use]
pub fn growth(all: &[GrowthRate]) -> String {
    let mut out = String::from(
        "| work | instructions, ten times the data over ten times the count \
         | temporary memory in bytes: once, ten times | linear | flat |\n|---|--:|--:|---|---|\n",
    );
    let yes = |yes: bool| if yes { "yes" } else { "**no**" };
    for one in all {
        let _ = writeln!(
            out,
            "| {} | {:.3} | {}, {} | {} | {} |",
            one.work,
            one.instructions,
            one.transient[0],
            one.transient[1],
            yes(one.is_linear()),
            yes(one.is_flat())
        );
    }
    out
}

/// Returns a table of the time for a record, in documents of several sizes.
#[must_use]
pub fn sizes(figures: &Figures) -> String {
    let mut out = String::from(
        "| records | document, KiB | as JSON, KiB | ours | serde_json | ratio |\n|--:|--:|--:|--:|--:|--:|\n",
    );
    for records in sizes::RECORDS {
        let find = |by| figures.find(&work::decode_records(records), by, Metric::Nanoseconds);
        let (Some(ours), Some(json)) = (find(by::OURS), find(by::SERDE_JSON)) else { continue };
        let _ = writeln!(
            out,
            "| {records} | {} | {} | {} | {} | {:.2} |",
            thousands(ours.bytes as f64 / 1024.0),
            thousands(json.bytes as f64 / 1024.0),
            time(ours.per_item()),
            time(json.per_item()),
            ours.per_item() / json.per_item()
        );
    }
    out
}

/// Returns every figure, in one table for each work.
#[must_use]
pub fn everything(figures: &Figures) -> String {
    let mut out = String::new();
    let mut works: Vec<&str> = Vec::new();
    for one in &figures.0 {
        if one.metric == Metric::Instructions && !works.contains(&one.work.as_str()) {
            works.push(&one.work);
        }
    }
    for work in works {
        let _ = writeln!(
            out,
            "### {work}\n\n\
             | by | instructions an item | time an item | MB/s | allocations an item | peak heap, KiB |\n\
             |---|--:|--:|--:|--:|--:|"
        );
        let mut all: Vec<&Measurement> =
            figures.0.iter().filter(|one| one.work == work && one.metric == Metric::Instructions).collect();
        all.sort_by(|a, b| a.per_item().total_cmp(&b.per_item()));
        for one in all {
            let find = |metric| figures.find(work, &one.by, metric);
            let cell =
                |metric, show: &dyn Fn(&Measurement) -> String| find(metric).map(show).unwrap_or_default();
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} |",
                one.by,
                thousands(one.per_item()),
                cell(Metric::Nanoseconds, &|one| time(one.per_item())),
                cell(Metric::Nanoseconds, &|one| thousands(one.bytes as f64 * 1e3 / one.value)),
                cell(Metric::Allocations, &|one| format!("{:.1}", one.per_item())),
                cell(Metric::Peak, &|one| thousands(one.value / 1024.0)),
            );
        }
        out.push('\n');
    }
    out
}

/// Returns a table of the CPU time for a call, of every client and server.
#[must_use]
pub fn http(figures: &Figures) -> String {
    let mut out = String::from("| work | by | CPU a call | over the first |\n|---|---|--:|--:|\n");
    let mut first = figures.0.first();
    for one in figures.0.iter().filter(|one| one.metric == Metric::Cpu) {
        if first.is_none_or(|first| first.work != one.work) {
            first = Some(one);
        }
        let ratio = one.value / first.map_or(one.value, |first| first.value);
        let _ = writeln!(out, "| {} | {} | {} | {ratio:.2} |", one.work, one.by, time(one.per_item()));
    }
    out
}
