//! For tests of programs that make calls: canned replies, and a recorder and replayer of real ones.
//!
//! All of them are transports of both colours, given to a builder: nothing else of the program changes.
//!
//! ```
//! use xmlrpc_client::{blocking::Client, testing::Canned};
//! use xmlrpc_serde::{Fault, Value};
//!
//! let canned = Canned::new().value("add", &3).fault("sub", Fault::new(Fault::METHOD_NOT_FOUND, "no such method"));
//! let client = Client::builder("http://test/").transport(canned.clone()).build()?;
//!
//! assert_eq!(client.call::<_, i32>("add", (1, 2))?, 3);
//! assert_eq!(client.call::<_, i32>("sub", (1, 2)).unwrap_err().fault().unwrap().code, Fault::METHOD_NOT_FOUND);
//! assert_eq!(canned.calls()[0].params, [Value::from(1), Value::from(2)]);
//! # Ok::<(), xmlrpc_client::Error>(())
//! ```

mod canned;
mod recorder;
mod replayer;

pub use canned::{Canned, CannedCall};
pub use recorder::Recorder;
pub use replayer::Replayer;
