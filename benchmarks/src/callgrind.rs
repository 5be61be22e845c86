//! Runs a program under callgrind and reads what each call of [`counted`](crate::count::counted) took.

use crate::measurement::{self, Measurement};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Without this, `memcpy` moves large blocks by an instruction that valgrind counts once a byte, and larger ones in yet
/// another way: the cost of a growing buffer would hang on how the heap happens to lie.
const BY_VECTORS: &str = "glibc.cpu.hwcaps=-ERMS,-FSRM:glibc.cpu.x86_non_temporal_threshold=0x10000000";

/// Counts the instructions of every case that `program` runs in `counted`, in the order in which it prints them.
///
/// The dumps stay in `folder`, for `callgrind_annotate`: `out.2` is the first case, `out.4` the second, and so on;
/// what ran between the cases is in the odd ones.
///
/// # Panics
///
/// When valgrind is missing or the program fails: there is nothing to measure then.
#[must_use]
pub fn count(program: &Path, arguments: &[&str], folder: &Path) -> Vec<Measurement> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).expect("a folder for the dumps");
    let run = Command::new("valgrind")
        .env("GLIBC_TUNABLES", BY_VECTORS)
        .args(["--tool=callgrind", "--dump-before=*count::counted", "--dump-after=*count::counted"])
        .arg(format!("--callgrind-out-file={}", folder.join("out").display()))
        .arg(program)
        .args(arguments)
        .output()
        .expect("valgrind must be installed");
    assert!(run.status.success(), "{}: {}", program.display(), String::from_utf8_lossy(&run.stderr));
    let mut measurements = measurement::parse(&String::from_utf8_lossy(&run.stdout));
    for (index, measurement) in measurements.iter_mut().enumerate() {
        measurement.metric = "instructions".into();
        measurement.value = total(&folder.join(format!("out.{}", 2 * index + 2)));
    }
    measurements
}

fn total(dump: &PathBuf) -> f64 {
    let text = fs::read_to_string(dump).unwrap_or_else(|error| panic!("{}: {error}", dump.display()));
    let line = text.lines().find_map(|line| line.strip_prefix("summary: ")).expect("a summary in a dump");
    line.trim().parse().expect("a count")
}
