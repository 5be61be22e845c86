//! The client against real XML-RPC servers, through typed traits.
//!
//! `install.sh` installs the servers, and `run.sh` starts one. The test of a server that is not installed is
//! skipped, and says so. `.ci/run` installs all of them. If `XMLRPC_INTEROP` is set, the tests write their
//! results to files, and `.ci/run` prints them as a table of peers and features.

#![cfg(unix)]

mod aria2;
mod demo;
mod dokuwiki;
mod examples;
mod libraries;
mod peer;
mod report;
mod rosmaster;
mod rtorrent;
mod supervisord;
#[path = "../support/mod.rs"]
mod support;
