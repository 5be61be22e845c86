//! `Sink`: standard output or a file.

use crate::exit::{Attempt, Failure};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Stdout, Write, stdout},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Where a result is written to.
pub(super) struct Sink {
    target: Destination,
    /// Whether a call was made, so that what cannot be written was the result of a call.
    after_call: bool,
}

/// Standard output, which the reader of a reply empties before it waits.
type SharedOutput = Arc<Mutex<BufWriter<Stdout>>>;

enum Destination {
    Standard(SharedOutput),
    File { path: PathBuf, writer: BufWriter<File>, is_new: bool, begun: bool },
}

impl Sink {
    pub(super) fn standard(after_call: bool) -> Self {
        Self { target: Destination::Standard(Arc::new(Mutex::new(BufWriter::new(stdout())))), after_call }
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
        self.try_write(bytes).map_err(|error| self.failure(&error))
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> Attempt {
        self.try_flush().map_err(|error| self.failure(&error))
    }

    /// Returns a function that writes what is held back to standard output. An error is that of the next
    /// write.
    pub(super) fn flusher(&self) -> impl FnMut() + Send + 'static {
        let output = match &self.target {
            Destination::Standard(output) => Some(Arc::clone(output)),
            Destination::File { .. } => None,
        };
        move || {
            if let Some(output) = &output {
                let _ = locked(output).flush();
            }
        }
    }

    /// Returns a writer of bytes.
    pub(super) fn writer(&mut self) -> SinkWriter<'_> {
        SinkWriter(self)
    }

    fn try_write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.target {
            Destination::Standard(output) => locked(output).write_all(bytes),
            Destination::File { writer, begun, .. } => {
                if !*begun {
                    *begun = true;
                    empty(writer.get_ref())?;
                }
                writer.write_all(bytes)
            }
        }
    }

    fn try_flush(&mut self) -> io::Result<()> {
        // An empty result empties the file, too.
        self.try_write(&[])?;
        match &mut self.target {
            Destination::Standard(output) => locked(output).flush(),
            Destination::File { writer, .. } => writer.flush(),
        }
    }

    fn failure(&self, error: &io::Error) -> Failure {
        match &self.target {
            Destination::Standard(_) => Failure::writing("standard output", error, self.after_call),
            Destination::File { path, .. } => Failure::writing(path.display(), error, self.after_call),
        }
    }
}

/// Writes bytes to a sink.
pub(super) struct SinkWriter<'a>(&'a mut Sink);

impl Write for SinkWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_write(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.try_flush()
    }
}

fn locked(output: &SharedOutput) -> MutexGuard<'_, BufWriter<Stdout>> {
    output.lock().unwrap_or_else(PoisonError::into_inner)
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
