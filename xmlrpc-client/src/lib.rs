//! XML-RPC client: async and blocking, over HTTP, unix sockets, SCGI or your own transport.
//!
//! Most programs depend on `typed-xmlrpc` instead, which adds typed clients generated from a trait.
//!
//! * [`Client`] and [`blocking::Client`] make calls; [`Builder`] says what each is to be, with the default of every choice.
//! * [`Multicall`] gathers many calls for one request and gives each its typed result.
//! * [`Error`] says in one line what came back; [`Error::kind`] is for programs.
//! * [`Transport`] and [`blocking::Transport`] carry requests over whatever you have; closures do.
//! * [`envelope`] opens the replies of systems that wrap every result; [`Caller`] is what generated clients are made of.
//! * [`testing`] has canned replies, a recorder and a replayer.
//!
//! # What is sent, and how often
//!
//! A call is a `POST` with `Content-Type: text/xml`, its length, and never chunked or compressed, for many servers read nothing else. It
//! is sent again only when no byte of it was written, or when it is declared idempotent ([`Retry`]). Redirects keep the `POST` and
//! its body; another host gets no password, cookie or header of yours; `https` never leads to `http`.
//!
//! # Features
//!
//! `client` (default) has the transports behind urls, `blocking` (default) has them for the blocking client, `rustls` (default) and
//! `native-tls` are the choices of TLS; with both, rustls is used. Without them all types are still there and take a transport of your own.

#[cfg(feature = "blocking")]
mod background;
pub mod blocking;
mod body;
mod builder;
mod call_options;
mod caller;
mod client;
mod context;
#[cfg(feature = "contract")]
pub mod contract;
mod diagnosis;
mod dial;
pub mod envelope;
mod error;
mod exchange;
#[cfg(feature = "client")]
mod http;
mod introspection;
mod multicall;
mod redirect;
mod reply;
mod retry;
#[cfg(feature = "client")]
mod scgi;
mod settings;
mod span;
mod target;
pub mod testing;
mod transport;

pub use builder::{Builder, ClientBuilder};
pub use call_options::CallOptions;
pub use caller::{AsyncCaller, BlockingCaller, Caller, Method};
pub use client::{CallFuture, Client};
pub use context::{CallContext, Direction, Progress};
pub use envelope::{Envelope, Plain};
pub use error::{Error, ErrorKind};
pub use introspection::{Capabilities, Capability, Signatures};
pub use multicall::{Multicall, Replies, Slot};
pub use retry::Retry;
pub use transport::{Transport, TransportFuture};

/// A call's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
