//! Recordings: folders of exchanges.

use super::{
    Answers, docstrings,
    exchange::{Files, RecordedExchange},
    fields_get, introspection, koji, robot,
    session::RecordedSession,
};
use crate::{Contract, merge};
use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

/// An exchange that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file of the request.
    pub path: PathBuf,
    /// What could not be read.
    pub reason: String,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is skipped: {}", self.path.display(), self.reason)
    }
}

/// Learns from the exchanges in `folders`: what a `Recorder` wrote (`0001.request.xml` beside
/// `0001.response.http`), or raw exchanges (`NAME.req.http` or an SCGI frame of that name beside
/// `NAME.res.http`, each with `.b64` behind it where it is base64).
///
/// `known` is what is known of the same server from before; it only helps to find leading parameters. What
/// the server said of itself in the recordings is learned too. Exchanges that cannot be read are skipped and
/// added to `skipped`.
///
/// # Errors
/// If a folder cannot be read.
pub fn contract(folders: &[PathBuf], known: &Contract, skipped: &mut Vec<Skipped>) -> io::Result<Contract> {
    let mut session = RecordedSession::default();
    for folder in folders {
        for files in exchanges(folder)? {
            match files.read() {
                Ok(exchange) => session.add(exchange),
                Err(reason) => skipped.push(Skipped { path: files.request, reason }),
            }
        }
    }
    let answers = std::mem::take(&mut session.answers);
    let mut contract = said(&answers);
    merge(&mut contract, &session.finish(known));
    Ok(contract)
}

/// Reads the exchanges in a folder for a program that gives the responses again, in the order of their names.
/// It takes the same files as [`contract`]. A response is not read any further than its headers. Exchanges
/// that cannot be read are added to `skipped`.
///
/// # Errors
/// If the folder cannot be read.
pub fn read(folder: &Path, skipped: &mut Vec<Skipped>) -> io::Result<Vec<RecordedExchange>> {
    let mut recordings = Vec::new();
    for files in exchanges(folder)? {
        match files.read_raw() {
            Ok(recording) => recordings.push(recording),
            Err(reason) => skipped.push(Skipped { path: files.request, reason }),
        }
    }
    Ok(recordings)
}

/// What a server said of itself, from every source that reads such answers.
pub(crate) fn said(answers: &Answers) -> Contract {
    let mut contract = introspection::contract(answers);
    for source in [docstrings::contract, koji::contract, robot::contract, fields_get::contract] {
        merge(&mut contract, &source(answers));
    }
    contract
}

/// The exchanges of a folder in the order of their names.
fn exchanges(folder: &Path) -> io::Result<Vec<Files>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        files.extend(Files::of_request(&entry.map_err(|error| named(folder, &error))?.path()));
    }
    files.sort_by(|a, b| a.request.cmp(&b.request));
    Ok(files)
}

fn named(folder: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot read the folder {}: {error}", folder.display()))
}
