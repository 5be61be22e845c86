//! The configuration: targets by name, from the user's file and from that of a project.
//!
//! | file | what it may do |
//! |---|---|
//! | `$XDG_CONFIG_HOME/xmlrpc/targets.toml` | everything: it is the user's own |
//! | `.xmlrpc.toml` in the nearest folder upwards | add names with `url` and `dialect`, until the user trusts it |
//!
//! A folder that was cloned holds a file that a stranger wrote. Until the user trusts the file, nothing in it
//! can run a program, read a secret, or send what the user did not write to another server.

mod entry;
mod file;
mod places;
mod secret_source;
mod trust;

pub use entry::{AuthEntry, Entry, LoginEntry, UNTRUSTED_KEYS};
pub use file::{ConfigFile, Configuration, FileOrigin};
pub use places::Places;
pub use secret_source::{ConfigValue, SecretSource};
pub use trust::{Trust, digest};
