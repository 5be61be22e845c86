//! How to read an error.
//!
//! A call that fails returns an [`Error`](crate::Error). Its text is one line. It begins with the method and
//! the url (without the password), and says what happened, what came back, and where in the value the mistake
//! is.
//!
//! | the text says | what it means | what to do |
//! |---|---|---|
//! | `fault 10: BAD_NAME: web` | the server refused the call, or the method failed | look up the code in the server's documentation |
//! | `invalid type: string, expected i32 at params[0].state (line 7, column 22)` | the server sends another type than yours | change the type of the field that the path names |
//! | `missing field …` | the server leaves out that member | make the field an `Option`, or add `#[serde(default)]` |
//! | `HTTP 401 Unauthorized, text/html: …` | the user or the password is wrong or missing | put `user:password@` into the url, or use [`basic_auth`](crate::ClientBuilder::basic_auth) |
//! | `HTTP 404 Not Found, …` | the path of the url is wrong | try `/RPC2`, which most servers use; aria2 uses `/rpc`, WordPress `/xmlrpc.php` |
//! | `… an HTML page ("…")` | a web server, a proxy or a login page answered | open the url in a browser to see the page |
//! | `… text in front of the XML …` | the server's script printed a warning before the reply | read the warning with [`body_start`](crate::Error::body_start) |
//! | `character U+0001 cannot be written in XML …` | a string holds a character that XML cannot hold | send it as [`Base64`](crate::Base64), see [`values`](super::values) |
//! | a timeout | the server took too long; the call may have run all the same | allow more time with [`timeout`](crate::ClientBuilder::timeout) |
//!
//! # Handling errors in a program
//!
//! [`kind`](crate::Error::kind) returns the kind of the error, on which a program can act.
//! [`fault`](crate::Error::fault) and [`status`](crate::Error::status) return the details.
//!
//! ```
//! use xmlrpc::{ErrorKind, Fault, server::Router};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() {
//! let client = Router::new()
//!     .function("start", |name: String| async move {
//!         Err::<bool, _>(Fault::new(10, format!("BAD_NAME: {name}")))
//!     })
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
//! # Naming fault codes
//!
//! With [`FaultCode`](macro@crate::FaultCode), an enum names the fault codes of an API:
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
//!     /// Faults with other codes, and all other errors: a broken connection, a reply of another type.
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
//! # let start = |name: String| async move {
//! #     if name == "web" { Err(Fault::new(60, "ALREADY_STARTED: web")) } else { Ok(true) }
//! # };
//! # let client = Router::new().function("supervisor.startProcess", start).client();
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
//! The derive does not implement `Display` and `std::error::Error`. Write them yourself, or use `thiserror`.
//! On a server, methods return the same enum, and the client gets a fault with the variant's code.
//!
//! # Finding the place in a value
//!
//! An error about a value has a path in the value and a position in the document. In a reply, `params[0]` is
//! the result. On a server it is the first parameter.
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
//! To see what the server sends, read the reply into a [`Value`](crate::Value), or log the documents with
//! [`trace_bodies`](crate::ClientBuilder::trace_bodies).
//!
//! # Calling again
//!
//! If [`is_unsent`](crate::Error::is_unsent) returns true, no byte of the call was written, so the method
//! cannot have run, and calling again is safe. The client itself sends a call again only in that case, or if
//! the method was declared `#[xmlrpc(idempotent)]`.
