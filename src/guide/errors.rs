//! How to read an error.
//!
//! Every call gives an [`Error`](crate::Error) when it gives no value. Its text is one line and begins with the
//! method and the url (without password): what happened, what really came back, and for values the place.
//!
//! | the line says | what it means | what to do |
//! |---|---|---|
//! | `fault 10: BAD_NAME: web` | the server ran, or refused, the call and answered so | look up the code in the server's documentation |
//! | `invalid type: string, expected i32 at params[0].state (line 7, column 22)` | the reply is fine, your type is not what the server sends | change the type of the field that the path names |
//! | `missing field …` | the server leaves that member out | make it an `Option`, or `#[serde(default)]` |
//! | `HTTP 401 Unauthorized, text/html: …` | user or password | `user:password@` in the url, or [`basic_auth`](crate::ClientBuilder::basic_auth) |
//! | `HTTP 404 Not Found, …` | the path of the url | most servers want `/RPC2`; aria2 wants `/rpc`, WordPress `/xmlrpc.php` |
//! | `… an HTML page ("…")` | a web server, a proxy or a login page answered | open the url in a browser |
//! | `… text in front of the XML …` | a warning of the server's script | the start of the body shows it: [`body_start`](crate::Error::body_start) |
//! | `character U+0001 cannot be written in XML …` | a text that XML cannot carry | send it as [`Base64`](crate::Base64): [`values`](super::values) |
//! | a timeout | the server was silent for too long | the call may have run; [`timeout`](crate::ClientBuilder::timeout) gives it longer |
//!
//! # In a program
//!
//! [`kind`](crate::Error::kind) says what a program can act on; [`fault`](crate::Error::fault) and
//! [`status`](crate::Error::status) hold the details.
//!
//! ```
//! use xmlrpc::{ErrorKind, Fault, server::Router};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let client = Router::new()
//!     .function("start", |name: String| async move { Err::<bool, _>(Fault::new(10, format!("BAD_NAME: {name}"))) })
//!     .client();
//!
//! let error = client.call::<_, bool>("start", ("web",)).await.unwrap_err();
//! match error.kind() {
//!     ErrorKind::Fault => println!("the server says: {}", error.fault().unwrap().message),
//!     ErrorKind::Connect => println!("is it running?"),
//!     _ => println!("{error}"),
//! }
//! # assert_eq!(error.kind(), ErrorKind::Fault);
//! assert_eq!(error.fault().map(|fault| fault.code), Some(10));
//! assert!(error.to_string().starts_with("start at "), "{error}");
//! # }
//! ```
//!
//! # Fault codes with names
//!
//! ```
//! use xmlrpc::{Fault, server::Router};
//!
//! #[derive(Debug, xmlrpc::FaultCode)]
//! enum SupervisorError {
//!     #[xmlrpc(code = 10)]
//!     BadName,
//!     #[xmlrpc(code = 60)]
//!     AlreadyStarted,
//!     /// Other codes, and what is no fault: a broken connection, a reply of another type.
//!     #[xmlrpc(other)]
//!     Other(xmlrpc::Error),
//! }
//!
//! #[xmlrpc::api(prefix = "supervisor.", rename_all = "camelCase")]
//! trait Supervisor {
//!     async fn start_process(&self, name: &str) -> Result<bool, SupervisorError>;
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! # let client = Router::new().function("supervisor.startProcess", |name: String| async move { match &*name {
//! #     "web" => Err(Fault::new(60, "ALREADY_STARTED: web")), _ => Ok(true) } }).client();
//! let supervisor = SupervisorClient::new(client);
//! match supervisor.start_process("web").await {
//!     Ok(started) => println!("started: {started}"),
//!     Err(SupervisorError::AlreadyStarted) => println!("it runs already"),
//!     Err(other) => println!("{other:?}"),
//! }
//! # assert!(matches!(supervisor.start_process("web").await, Err(SupervisorError::AlreadyStarted)));
//! # }
//! ```
//!
//! The derive leaves `Display` and `std::error::Error` to you, or to `thiserror`. On a server the same enum is what a
//! method returns; its code goes out as the fault's.
//!
//! # Where in the value
//!
//! Errors of the format have a path and a position. `params[0]` is the reply's value, or in a server the first
//! parameter.
//!
//! ```
//! use serde::Deserialize;
//! #[derive(Debug, Deserialize)]
//! struct Process { state: i32 }
//!
//! let xml = "<value><array><data>\n<value><struct><member><name>state</name>\
//!            <value><string>up</string></value></member></struct></value></data></array></value>";
//! let error = xmlrpc::from_str::<Vec<Process>>(xml).unwrap_err();
//! assert_eq!(error.to_string(), "invalid type: string, expected i32 at [0].state (line 2, column 49)");
//! assert_eq!((error.path(), error.line()), ("[0].state".to_owned(), Some(2)));
//! ```
//!
//! To see what the server really sends, ask for a [`Value`](crate::Value) instead, or switch on
//! [`trace_bodies`](crate::ClientBuilder::trace_bodies).
//!
//! # May I call again?
//!
//! [`is_unsent`](crate::Error::is_unsent) is true when no byte of the call was written: it cannot have run. The client
//! itself sends a call again only then, or when the method was declared `#[xmlrpc(idempotent)]`.
