//! Counts the instructions of each call of [`counted`](crate::count::counted), with callgrind.

use crate::measurement::{self, Measurement, Metric};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Without this, `memcpy` copies large blocks with an instruction that valgrind counts once for each byte,
/// and very large blocks in a third way. The cost of a growing buffer would then depend on where the heap has
/// room for it.
const COPY_BY_VECTORS: &str = "glibc.cpu.hwcaps=-ERMS,-FSRM:glibc.cpu.x86_non_temporal_threshold=0x10000000";

/// Counts the instructions of every case that `program` runs in `counted`, in the order of its output.
///
/// The dumps remain in `folder` for `callgrind_annotate`: `out.2` is the first case, `out.4` the second, and
/// so on. Those with odd numbers hold what ran between the cases.
///
/// # Panics
///
/// Panics if valgrind is missing or the program fails.
#[must_use]
pub fn count(program: &Path, arguments: &[&str], folder: &Path) -> Vec<Measurement> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder for the dumps");
    let run = Command::new("valgrind")
        .env("GLIBC_TUNABLES", COPY_BY_VECTORS)
        .args(["--tool=callgrind", "--dump-before=*count::counted", "--dump-after=*count::counted"])
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .arg(program)
        .args(arguments)
        .output()
        .expect("valgrind must be installed");
    assert!(run.status.success(), "{}: {}", program.display(), String::from_utf8_lossy(&run.stderr));
    let mut measurements = measurement::parse(&String::from_utf8_lossy(&run.stdout));
    for (index, measurement) in measurements.iter_mut().enumerate() {
        measurement.metric = Metric::Instructions;
        measurement.value = total(&folder.join(format!("out.{}", 2 * index + 2)));
    }
    measurements
}

fn total(dump: &PathBuf) -> f64 {
    let text = fs::read_to_string(dump).unwrap_or_else(|error| panic!("{}: {error}", dump.display()));
    let line = text.lines().find_map(|line| line.strip_prefix("summary: ")).expect("a summary in a dump");
    line.trim().parse().expect("a count")
}
