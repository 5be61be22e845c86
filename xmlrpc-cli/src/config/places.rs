//! `Places`: where the files of the configuration are.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The name of a project's file.
const PROJECT_FILE: &str = ".xmlrpc.toml";

/// Where the files of the configuration are.
#[derive(Clone, Debug)]
pub struct Places {
    /// The folder of the user's own files.
    pub folder: Option<PathBuf>,
    /// The home folder, where the search for a project's file ends.
    pub home: Option<PathBuf>,
    /// The folder where the search begins.
    pub start: Option<PathBuf>,
}

impl Places {
    /// Returns the places of the user who runs the program.
    #[must_use]
    pub fn of_the_user() -> Self {
        let home = absolute_path(env::var_os("HOME")).or_else(|| etcetera::home_dir().ok());
        let folder = absolute_path(env::var_os("XDG_CONFIG_HOME"))
            .or_else(|| home.as_ref().map(|home| home.join(".config")))
            .map(|folder| folder.join("xmlrpc"));
        Self { folder, home, start: env::current_dir().ok() }
    }

    /// Returns the user's file of targets.
    #[must_use]
    pub fn user_file(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("targets.toml"))
    }

    /// Returns the file that says which files of projects are trusted.
    #[must_use]
    pub fn trust_file(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("trusted.toml"))
    }

    /// Finds the project's file: in the nearest folder upwards that has one, as far as the home folder or the
    /// boundary of the file system.
    #[must_use]
    pub fn project_file(&self) -> Option<PathBuf> {
        let start = self.start.as_ref()?;
        let system = file_system(start);
        for folder in start.ancestors() {
            if file_system(folder) != system {
                break;
            }
            let file = folder.join(PROJECT_FILE);
            if file.symlink_metadata().is_ok() {
                return Some(file);
            }
            if self.home.as_deref() == Some(folder) {
                break;
            }
        }
        None
    }
}

/// A relative path in a variable is ignored, as the XDG specification asks.
fn absolute_path(value: Option<OsString>) -> Option<PathBuf> {
    value.map(PathBuf::from).filter(|path| path.is_absolute())
}

/// Returns a number that tells the file system of a folder from others.
#[cfg(unix)]
fn file_system(folder: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    folder.metadata().ok().map(|metadata| metadata.dev())
}

/// This system has no such number, and the search ends at the home folder or the root.
#[cfg(not(unix))]
fn file_system(_folder: &Path) -> Option<u64> {
    None
}
