//! Envelopes: servers that wrap every result in a shape of their own.
//!
//! Some systems never answer with a fault. They wrap every result in a value that says whether the call
//! succeeded: ROS in `[code, message, value]`, XAPI in `{Status, Value}`, `OpenNebula` in `[success, value,
//! code]`. The module [`envelope`](crate::envelope) has these three. This page shows how to write another
//! one.
//!
//! # Reading
//!
//! An envelope is a type with one type parameter, the result. It implements serde's `Deserialize` and
//! [`Envelope`](crate::Envelope), whose one method opens it.
//!
//! A failed reply often has something else where the value would be, such as 0. The type must be readable
//! then too: it is an enum with a variant for each of the two forms, and serde tries one after the other
//! (`untagged`). A client that calls `getPid` on a server that answers `[-1, "unknown node", 0]`:
//!
//! ```
//! use serde::{Deserialize, de::DeserializeOwned};
//! use xmlrpc::{Envelope, Error, Fault, Value, server::Router};
//!
//! #[derive(Deserialize)]
//! #[serde(untagged)]
//! enum Triple<T> {
//!     Done(i32, String, T),
//!     /// Whatever the third element is.
//!     Failed(i32, String, Value),
//! }
//!
//! impl<T: DeserializeOwned> Envelope<T> for Triple<T> {
//!     fn open(self) -> Result<T, Error> {
//!         match self {
//!             Self::Done(1, _, value) => Ok(value),
//!             Self::Done(code, text, _) | Self::Failed(code, text, _) => Err(Fault::new(code, text).into()),
//!         }
//!     }
//! }
//!
//! #[xmlrpc::api(rename_all = "camelCase", envelope = Triple)]
//! trait Master {
//!     fn get_pid(&self, caller_id: &str) -> xmlrpc::Result<i32>;
//!     fn get_uri(&self, caller_id: &str) -> xmlrpc::Result<String>;
//! }
//!
//! let router = Router::new()
//!     .function("getPid", |_id: String| async move { Ok((1, "", 4711)) })
//!     .function("getUri", |_id: String| async move { Ok((-1, "unknown node", 0)) });
//! let master = MasterClient::new(router.blocking_client());
//! assert_eq!(master.get_pid("/me")?, 4711);
//!
//! let error = master.get_uri("/me").unwrap_err();
//! assert_eq!(error.fault(), Some(&Fault::new(-1, "unknown node")));
//! assert!(error.is_envelope_failure());
//! # Ok::<(), Error>(())
//! ```
//!
//! The error is best made of a [`Fault`](crate::Fault). It then matches a
//! [`FaultCode`](derive@crate::FaultCode) enum like any other fault.
//! [`Error::is_envelope_failure`](crate::Error::is_envelope_failure) tells it from a fault of the server.
//!
//! # Serving
//!
//! An envelope that a server makes implements serde's `Serialize` and
//! [`ServedEnvelope`](crate::envelope::ServedEnvelope), whose one function puts it around a result or a
//! fault. Every fault goes through it: those of the methods, and those that the server makes itself, for
//! wrong parameters, for a panic, and for an unknown method whose name begins with the trait's prefix.
//!
//! ```
//! use serde::Serialize;
//! # use serde::{Deserialize, de::DeserializeOwned};
//! use xmlrpc::{Fault, Value, envelope::ServedEnvelope, server::Router};
//! # use xmlrpc::{Envelope, Error};
//!
//! #[derive(Serialize)]
//! # #[derive(Deserialize)]
//! #[serde(untagged)]
//! enum Triple<T> {
//!     Done(i32, String, T),
//!     Failed(i32, String, Value),
//! }
//!
//! impl<T: Serialize> ServedEnvelope<T> for Triple<T> {
//!     fn close(result: Result<T, Fault>) -> Result<Self, Fault> {
//!         Ok(match result {
//!             Ok(value) => Self::Done(1, String::new(), value),
//!             Err(fault) => Self::Failed(0, fault.message, Value::from(0)),
//!         })
//!     }
//! }
//! # impl<T: DeserializeOwned> Envelope<T> for Triple<T> {
//! #     fn open(self) -> Result<T, Error> {
//! #         match self {
//! #             Self::Done(1, _, value) => Ok(value),
//! #             Self::Done(code, text, _) | Self::Failed(code, text, _) => {
//! #                 Err(Fault::new(code, text).into())
//! #             }
//! #         }
//! #     }
//! # }
//!
//! #[xmlrpc::api(rename_all = "camelCase", envelope = Triple, server)]
//! trait Slave {
//!     fn get_pid(&self, caller_id: &str) -> xmlrpc::Result<i32>;
//! }
//!
//! struct Node;
//! impl Slave for Node {
//!     fn get_pid(&self, caller_id: &str) -> xmlrpc::Result<i32> {
//!         if caller_id.starts_with('/') { Ok(4711) } else { Err(Fault::new(3, "who are you?").into()) }
//!     }
//! }
//!
//! let client = Router::new().service(SlaveServer::new(Node)).blocking_client();
//! let answer = |params: &[&str]| client.call::<_, (i32, String, i32)>("getPid", params);
//! assert_eq!(answer(&["/me"])?, (1, String::new(), 4711));
//! assert_eq!(answer(&["me"])?, (0, "who are you?".to_owned(), 0));
//! assert!(answer(&[])?.1.contains("expects 1 parameter, found 0"));
//! # Ok::<(), xmlrpc::Error>(())
//! ```
//!
//! A client of a served trait opens the same envelope, so a type that is served implements both traits.
//!
//! # A text beside the result
//!
//! ROS sends a text with a success too, and its `requestTopic` uses it. The envelope
//! [`RosWithText`](crate::envelope::RosWithText) is for such methods: the result is a pair of the text and
//! the value. It is given to the one method, `#[xmlrpc(envelope = xmlrpc::envelope::RosWithText)]`.
