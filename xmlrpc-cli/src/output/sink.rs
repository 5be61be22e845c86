//! `Sink`: standard output or a file.

use crate::exit::{Attempt, Failure};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Stdout, Write, stdout},
    path::{Path, PathBuf},
};

/// Where a result is written to.
pub(super) struct Sink {
    target: Destination,
    /// Whether a call was made, so that what cannot be written was the result of a call.
    after_call: bool,
}

enum Destination {
    Standard(BufWriter<Stdout>),
    File { path: PathBuf, writer: BufWriter<File>, is_new: bool, begun: bool },
}

impl Sink {
    pub(super) fn standard(after_call: bool) -> Self {
        Self { target: Destination::Standard(BufWriter::new(stdout())), after_call }
    }

    /// Opens a file before anything is sent. Its content is left as it is until the first write.
    pub(super) fn file(path: &Path, after_call: bool) -> Attempt<Self> {
        let is_new = !path.exists();
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|error| Failure::writing(path.display(), &error, false))?;
        let target =
            Destination::File { path: path.to_owned(), writer: BufWriter::new(file), is_new, begun: false };
        Ok(Self { target, after_call })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Attempt {
        let result = match &mut self.target {
            Destination::Standard(writer) => writer.write_all(bytes),
            Destination::File { writer, begun, .. } => {
                let emptied = if *begun { Ok(()) } else { empty(writer.get_ref()) };
                *begun = true;
                emptied.and_then(|()| writer.write_all(bytes))
            }
        };
        result.map_err(|error| self.failure(&error))
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> Attempt {
        let result = match &mut self.target {
            Destination::Standard(writer) => writer.flush(),
            Destination::File { writer, begun, .. } => {
                let emptied = if *begun { Ok(()) } else { empty(writer.get_ref()) };
                *begun = true;
                emptied.and_then(|()| writer.flush())
            }
        };
        result.map_err(|error| self.failure(&error))
    }

    fn failure(&self, error: &io::Error) -> Failure {
        match &self.target {
            Destination::Standard(_) => Failure::writing("standard output", error, self.after_call),
            Destination::File { path, .. } => Failure::writing(path.display(), error, self.after_call),
        }
    }
}

/// Removes the old content of a file. Devices have none.
fn empty(file: &File) -> io::Result<()> {
    if file.metadata()?.is_file() { file.set_len(0) } else { Ok(()) }
}

/// Removes a file that was created for a result that never came.
impl Drop for Sink {
    fn drop(&mut self) {
        if let Destination::File { path, is_new: true, begun: false, .. } = &self.target {
            let _ = fs::remove_file(path);
        }
    }
}
