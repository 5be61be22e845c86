//! `Trust`: which files of projects the user trusts.

use crate::exit::{Attempt, Exit, Failure};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// Which files of projects the user trusts. Trust holds for one path and one content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trust {
    /// The SHA-256 of each trusted file, by its path.
    #[serde(default)]
    trusted: BTreeMap<String, String>,
}

/// Returns the SHA-256 of a content in hexadecimal digits.
#[must_use]
pub fn digest(content: &str) -> String {
    let mut hexadecimal = String::with_capacity(64);
    for byte in Sha256::digest(content.as_bytes()) {
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}

impl Trust {
    /// Reads what was trusted before. A file that is missing trusts nothing.
    ///
    /// # Errors
    /// [`Exit::Usage`] if the file cannot be read.
    pub fn load(path: &Path) -> Attempt<Self> {
        match fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text).map_err(|error| {
                Failure::usage(format!("{} cannot be read: {}", path.display(), error.message()))
                    .with_remedy("delete the file, and trust your projects again with `xmlrpc target trust`")
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(Failure::reading(path.display(), &error)),
        }
    }

    /// Returns whether this content of this file is trusted.
    #[must_use]
    pub fn holds(&self, file: &Path, content: &str) -> bool {
        self.trusted.get(&key(file)).is_some_and(|known| *known == digest(content))
    }

    /// Returns whether any content of this file was trusted.
    #[must_use]
    pub fn knows(&self, file: &Path) -> bool {
        self.trusted.contains_key(&key(file))
    }

    /// Trusts this content of this file, and no other.
    pub fn add(&mut self, file: &Path, content: &str) {
        self.trusted.insert(key(file), digest(content));
    }

    /// Ends the trust in a file. Returns whether there was any.
    pub fn remove(&mut self, file: &Path) -> bool {
        self.trusted.remove(&key(file)).is_some()
    }

    /// Writes the file, which only the user can read.
    ///
    /// # Errors
    /// [`Exit::Usage`] if it cannot be written.
    pub fn save(&self, path: &Path) -> Attempt {
        let text = toml::to_string(self)
            .map_err(|error| Failure::new(Exit::Usage, format!("the trust cannot be written: {error}")))?;
        write_private(path, &text).map_err(|error| Failure::writing(path.display(), &error, false))
    }
}

/// Returns a path without links, because a link could be turned to another file.
fn key(file: &Path) -> String {
    let path: PathBuf = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    path.to_string_lossy().into_owned()
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let new = path.with_extension("toml.new");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(&new)?.write_all(text.as_bytes())?;
    fs::rename(&new, path)
}
