//! The client against real XML-RPC servers, through typed traits.
//!
//! `install.sh` installs the servers and `run.sh` starts one; a server that is not installed is skipped, and the test
//! says so. `.ci/run` installs them all and prints the table peer by feature that the tests leave behind when
//! `XMLRPC_INTEROP` is set.

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
