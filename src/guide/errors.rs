//! How to read an error.
//!
//! A call that fails returns an [`Error`](crate::Error). Its text is one line without control characters. It
//! begins with the method and the url that answered (without the password and the query), and says what
//! happened, what came back, and where in the value the mistake is.
//!
//! | the text says | what it means | what to do |
//! |---|---|---|
//! | `fault 10: BAD_NAME: web` | the server refused the call, or the method failed | look up the code in the server's documentation |
//! | `invalid type: string, expected i32 at params[0].state (line 7, column 22)` | the server sends another type than yours | change the type of the field that the path names |
//! | `missing field …` | the server leaves out that member | make the field an `Option`, or add `#[serde(default)]` |
//! | `HTTP 401 Unauthorized, …; no credentials were sent` | the server wants a user and a password | put `user:password@` into the url, or use [`basic_auth`](crate::ClientBuilder::basic_auth) |
//! | `HTTP 401 Unauthorized, …; credentials were sent, …` | the user or the password is wrong | check both; the server may also want another kind of authentication |
//! | `HTTP 404 Not Found, …` | the path of the url is wrong | try `/RPC2`, which most servers use; aria2 uses `/rpc`, WordPress `/xmlrpc.php` |
//! | `… an HTML page ("…")` | a web server, a proxy or a login page answered | open the url in a browser to see the page |
//! | `… text in front of the XML …` | the server's script printed a warning before the reply | read the warning with [`body_start`](crate::Error::body_start) |
//! | `character U+0001 cannot be written in XML …` | a string holds a character that XML cannot hold | send it as [`Base64`](crate::Base64), see [`values`](super::values) |
//! | `fault 17: (empty text)` | the server answered with a fault without a text | look up the code in the server's documentation |
//! | `the connection broke: …` | the reply broke off; the call may have run | [`status`](crate::Error::status), [`headers`](crate::Error::headers) and [`body_start`](crate::Error::body_start) hold what had arrived |
//! | `… leads to …, and max_redirects(0) follows no redirect` | the server moved | use the new url, or allow redirects |
//! | a timeout | the server took too long; the call may have run all the same | allow more time with [`timeout`](crate::ClientBuilder::timeout) |
//!
//! # Messages of other libraries
//!
//! These are messages that people paste into a search engine, in the order of the alphabet, with what was
//! wrong and what this library says or does in the same situation.
//!
//! | message | from | what is wrong | what to do |
//! |---|---|---|---|
//! | `'…' object has no attribute 'has_key'`, `method "…" is not supported` | CPython's server | the method is not registered, or its name begins with `_` | [`system::list_methods`](crate::system) shows the names; the fault code is 1 for every error of a CPython server |
//! | `<Fault -32601: …>`, `requested method not found`, `Unknown method`, `procedure … not found` (8001) | most servers | the name of the method is wrong, often only its prefix or its case | list the methods; in a trait, look at `prefix` and `rename_all` |
//! | `<Fault -503: '4-byte supposed UTF-8 string is not valid UTF-8'>` | xmlrpc-c 1.33, rTorrent | the text has a character beyond U+FFFF, such as an emoji | remove it, or send the text as [`Base64`](crate::Base64) if the method takes bytes |
//! | `<Fault -506: "Method '…' not defined">` | xmlrpc-c, rTorrent | the method does not exist in this version | list the methods |
//! | `<ProtocolError for …: 401 Unauthorized>` | CPython | the server wants a user and a password | [`basic_auth`](crate::ClientBuilder::basic_auth), or `user:password@` in the url |
//! | `<ProtocolError for …: 404 Not Found>` | CPython | the path of the url is wrong | try `/RPC2`, `/`, `/xmlrpc`; the error of this library shows the page's title |
//! | `<ProtocolError for …: 411 Length Required>` | supervisord, xmlrpc-c, Ruby | the client sent chunks | this client always sends `Content-Length` |
//! | `bad boolean value` | CPython's client | the server sent `<boolean>true</boolean>` | it is read here |
//! | `cannot marshal <class '…'> objects` | CPython's server | the method returned an object that XML-RPC does not have | the method has run; change what it returns |
//! | `cannot marshal None unless allow_none is enabled` | CPython | a `None` was sent, or the method of a CPython server returned nothing | in Rust, [`allow_none(true)`](crate::Options::allow_none) or `skip_serializing_if`; as a fault, **the method has run**, and its server must be started with `allow_none=True` or return a value |
//! | `dictionary key must be string` | CPython | a struct with a number as a name | use text as the key of a map |
//! | `Expected a <value>`, `Unexpected element` | xmlrpc-c and others | the document has a form that the server does not read | compare with [`protocol`](super::protocol); [`trace_bodies`](crate::ClientBuilder::trace_bodies) shows both documents |
//! | `Header not found`, `Empty reply from server` | HTTP clients at an SCGI port | the port speaks SCGI (rTorrent) | use an `scgi://` url, see [`transports`](super::transports) |
//! | `int exceeds XML-RPC limits` | CPython | an integer beyond 32 bits | [`allow_i8(true)`](crate::Options::allow_i8) if the server reads `<i8>`; otherwise send a `f64` or a string, as the server's documentation says |
//! | `Invalid character`, `not well-formed (invalid token)` | expat, libxml2 | a control character, or another encoding than the declared one | this library refuses to write such characters; a reply with one is read with [`read_control_characters`](crate::Options::read_control_characters) |
//! | `junk after document element` | expat | the server's script printed a warning behind the reply, or two documents came | the error of this library shows the text; fix the script |
//! | `mismatched tag`, `unexpected <html>`, `Unknown XML-RPC tag 'TITLE'`, `Unknown XML-RPC tag 'H1'` | expat, npm | a web page came in place of a reply: a proxy, a login page, a wrong path | this library names the page with its title; open the url in a browser |
//! | `no element found: line 1, column 0`, `Ran out of input`, `Invalid XML-RPC message` | expat, haxr, npm | the body is empty: a wrong path, or the server's process ended | look at the server's log; this library says that the body is empty |
//! | `Nested data structure too deep`, `maximum recursion depth exceeded` | xmlrpc-c, CPython | the value is nested too deeply | [`max_depth`](crate::Options::max_depth) is 128 here |
//! | `Response has more than one param`, `Contains 2 items` | npm, xmlrpc-c | the server sent several `<param>`s | they are read here, as a sequence |
//! | `time data '…' does not match format '%Y%m%dT%H:%M:%S'` | CPython | a date with dashes, an offset or a fraction | it is read here |
//! | `unknown RPC type 'i8'`, `wrong element 'i8'` | Frontier, `XMLRPC::Lite` | the server does not know `<i8>` | do not set `allow_i8` for this server |
//! | `Unsupported type found` (-501) | rTorrent | a `<nil/>` was sent | do not set `allow_none` for this server |
//! | `XML-RPC response too large. Our limit is 524288 characters.` | xmlrpc-c | the reply is longer than the client's limit | [`max_response_bytes`](crate::ClientBuilder::max_response_bytes) is 64 MiB here |
//!
//! # Handling errors in a program
//!
//! [`kind`](crate::Error::kind) returns the kind of the error, on which a program can act.
//! [`fault`](crate::Error::fault) and [`status`](crate::Error::status) return the details, and so do
//! [`format_error`](crate::Error::format_error), for the path and the position of a mistake in a document,
//! and [`io_kind`](crate::Error::io_kind).
//!
//! The text of an error is complete. [`source`](std::error::Error::source) begins below what the text says,
//! so that a program which prints all sources prints nothing twice.
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
//! # Passing errors on
//!
//! A server that calls another server answers its own callers with `Internal error` (-32603) if that call
//! fails, because strangers must not learn how the server works inside. The fault keeps the error as its
//! `source`, for the log. [`into_fault`](crate::Error::into_fault) passes the fault of the other server on by
//! intent, and still hides everything else:
//!
//! ```
//! use xmlrpc::{Error, Fault};
//!
//! let upstream = || Error::from(Fault::new(4, "no such user"));
//! assert_eq!(upstream().into_fault(), Fault::new(4, "no such user"));
//!
//! let fault = Fault::from(Error::from(std::io::Error::other("/etc/secret cannot be read")));
//! assert_eq!(fault.to_string(), "fault -32603: Internal error");
//! ```
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
