//! XML-RPC client: async and blocking, over HTTP, unix sockets, SCGI or your own transport.
//!
//! Most programs depend on `typed-xmlrpc` instead, which adds typed clients generated from a trait.
//!
//! * [`Client`] and [`blocking::Client`] make calls; [`Builder`] configures them and documents every default.
//! * [`Multicall`] collects many calls for one request. Each of them gets its own typed result.
//! * [`Error`] says in one line what happened; [`Error::kind`] says it to a program.
//! * [`Transport`] and [`blocking::Transport`] carry requests over anything else that you have. Closures
//!   implement them, and [`ServiceTransport`] makes one of any tower service.
//! * [`Session`] logs in, [`Authenticator`] answers challenges, and [`CallReport`] tells how a call ended.
//! * [`envelope`] opens the replies of systems that wrap every result.
//! * [`Caller`] is what generated clients make their calls with.
//! * [`testing`] has canned replies, a recorder and a replayer.
//!
//! # What is sent, and how often
//!
//! A call is a `POST` with `Content-Type: text/xml` and a `Content-Length`. It is never chunked or
//! compressed, because many servers cannot read that.
//!
//! A call is sent again only if no byte of it was written, if the server refused it before it ran (an
//! [`Authenticator`], a [`Session`]), or if it is declared idempotent ([`Retry`]).
//!
//! A redirect keeps the `POST` and its body. To another host or port the request takes no password and none
//! of the headers that you set, and cookies go only to the host and port that set them. A redirect from
//! `https` to `http` is an error.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `client` | yes | the async transports behind urls |
//! | `blocking` | yes | the same transports for the blocking client |
//! | `compression` | yes | compressed replies: gzip, deflate, brotli, zstd |
//! | `cookies` | yes | [`Builder::cookies`] |
//! | `rustls` | yes | TLS by rustls with aws-lc-rs; it is used if `native-tls` is on too |
//! | `rustls-no-provider` | | TLS by rustls with the crypto provider that the program installs |
//! | `native-tls` | | TLS by the operating system's library |
//! | `socks` | | SOCKS urls in [`Builder::proxy`] |
//! | `digest` | | `Digest`, an [`Authenticator`] |
//! | `reqwest-0_13` | | `http_client`, for a client of reqwest 0.13 that the program made |
//! | `contract` | | the module `contract` |
//!
//! Without `client` and `blocking` all types still exist, and the builders need a transport of your own.
//!
//! # wasm32-unknown-unknown
//!
//! The format, and a client over a transport of your own, work there without default features. The target has
//! no clock: the transport keeps the time that [`CallContext::time_left`] gives it, retries follow at once,
//! and durations are 0. The futures of a browser's `fetch` are not `Send`, as [`Transport`] demands. The
//! crate `send_wrapper` makes them so, because there is only one thread.

mod authenticator;
#[cfg(feature = "blocking")]
mod background;
pub mod blocking;
mod blocking_session;
mod body;
mod builder;
mod call_observer;
mod call_options;
mod call_report;
mod caller;
mod challenge;
mod client;
mod client_caller;
mod collect;
#[cfg(feature = "contract")]
pub mod contract;
mod credentials;
mod deadline;
mod diagnosis;
#[cfg(feature = "digest")]
mod digest;
mod download;
mod endpoint;
pub mod envelope;
mod error;
mod excerpt;
mod exchange;
mod fault_code;
#[cfg(feature = "client")]
mod http;
mod http_options;
mod in_flight;
mod incoming;
mod inflow;
mod introspection;
mod kept_response;
mod logins;
mod multicall;
mod payload;
mod phase;
mod progress;
mod raw;
mod redirect;
mod reply;
mod reply_info;
mod retry;
mod retry_budget;
mod rows;
#[cfg(feature = "client")]
mod scgi;
mod sending;
mod sent;
mod service_transport;
mod session;
mod settings;
mod streaming;
pub mod testing;
mod transport;
mod url_transport;

pub use authenticator::Authenticator;
pub use body::Body;
pub use builder::Builder;
pub use call_options::CallOptions;
pub use call_report::CallReport;
pub use caller::{AsyncCaller, BlockingCaller, Caller, Method};
pub use client::{CallFuture, Client, ClientBuilder};
pub use client_caller::ClientCaller;
pub use credentials::Credentials;
#[cfg(feature = "digest")]
pub use digest::Digest;
pub use envelope::{Envelope, Plain};
pub use error::{Error, ErrorKind};
pub use fault_code::FaultCode;
#[doc(hidden)]
pub use fault_code::{from_error, masked_unless_own, unmasked};
pub use introspection::{Capabilities, Capability, Signatures};
pub use multicall::{Multicall, Replies, Slot};
pub use progress::{Direction, Progress};
pub use retry::Retry;
pub use rows::{Rows, RowsCaller, RowsFuture};
pub use service_transport::ServiceTransport;
pub use session::Session;
pub use transport::{CallContext, ReasonPhrase, Transport, TransportFuture};

/// The result of a call: a value, or an [`Error`] unless another error type is named.
pub type Result<T, E = Error> = std::result::Result<T, E>;
