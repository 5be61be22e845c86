//! The results of one peer, feature by feature: the rows of the table that `.ci/run` prints.

use crate::peer::{PeerServer, home};
use std::{
    env,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    panic::{AssertUnwindSafe, catch_unwind},
};
use xmlrpc::ErrorKind;

/// The features of one peer that have been checked.
pub(crate) struct PeerReport {
    peer: &'static str,
    rows: Vec<(&'static str, FeatureMark)>,
}

enum FeatureMark {
    Yes,
    /// It works, with an exception: how the peer differs, and why.
    Partly(&'static str),
    /// The peer does not have it: why.
    Absent(&'static str),
    Failed,
}

/// Runs `test` against a peer, and writes the results.
///
/// If the peer is not installed, the test says so and passes, and the table shows it as not run. If it is
/// installed and does not start, the test fails.
pub(crate) fn against(peer: &'static str, test: impl FnOnce(&PeerServer, &mut PeerReport)) {
    if let Err(why) = PeerServer::installed(peer) {
        // Written directly, because the test harness hides the output of a test that passes.
        let _ = writeln!(io::stderr(), "skipped: {why}");
        write(peer, &format!("not run: {why}\n"));
        return;
    }
    let mut report = PeerReport { peer, rows: Vec::new() };
    let ran = catch_unwind(AssertUnwindSafe(|| match PeerServer::start(peer) {
        Ok(server) => test(&server, &mut report),
        Err(why) => panic!("{why}"),
    }));
    let failed: Vec<_> = report
        .rows
        .iter()
        .filter(|(_, mark)| matches!(mark, FeatureMark::Failed))
        .map(|(feature, _)| *feature)
        .collect();
    let state = match (&ran, failed.is_empty()) {
        (Ok(()), true) => "passed".to_owned(),
        (Ok(()), false) => format!("failed: {}", failed.join(", ")),
        (Err(_), _) => "failed: see the output of the test".to_owned(),
    };
    write(peer, &format!("{state}\n{}", report.lines()));
    assert!(state == "passed", "{peer} {state}");
}

impl PeerReport {
    /// Checks one feature. If `check` panics, the feature has failed, and the others are still checked.
    pub(crate) fn check(&mut self, feature: &'static str, check: impl FnOnce()) {
        self.mark(feature, FeatureMark::Yes, check);
    }

    /// Checks a feature that the peer has with an exception.
    pub(crate) fn check_partly(&mut self, feature: &'static str, why: &'static str, check: impl FnOnce()) {
        self.mark(feature, FeatureMark::Partly(why), check);
    }

    fn mark(&mut self, feature: &'static str, good: FeatureMark, check: impl FnOnce()) {
        println!("{}: {feature}", self.peer);
        let mark = if catch_unwind(AssertUnwindSafe(check)).is_ok() { good } else { FeatureMark::Failed };
        self.rows.push((feature, mark));
    }

    /// Records why a feature is not checked for this peer.
    pub(crate) fn absent(&mut self, feature: &'static str, why: &'static str) {
        self.rows.push((feature, FeatureMark::Absent(why)));
    }

    fn lines(&self) -> String {
        let mut lines = String::new();
        for (feature, mark) in &self.rows {
            let (mark, remark) = match mark {
                FeatureMark::Yes => ("yes", ""),
                FeatureMark::Partly(why) => ("partly", *why),
                FeatureMark::Absent(why) => ("–", *why),
                FeatureMark::Failed => ("FAILED", ""),
            };
            let _ = writeln!(lines, "{feature}\t{mark}\t{remark}");
        }
        lines
    }
}

/// Writes the result for the table, if `XMLRPC_INTEROP` is set.
fn write(peer: &str, text: &str) {
    if env::var_os("XMLRPC_INTEROP").is_none() {
        return;
    }
    let folder = home().join("results");
    fs::create_dir_all(&folder).expect("the folder of results can be made");
    fs::write(folder.join(format!("{}.txt", peer.replace(':', "-"))), text).expect("a result can be written");
}

/// Returns the HTTP status with which a server refused a call, or `None` for every other error.
pub(crate) fn refused_with(error: &xmlrpc::Error) -> Option<u16> {
    let status = error.status()?;
    (error.kind() == ErrorKind::Status).then_some(status.as_u16())
}
