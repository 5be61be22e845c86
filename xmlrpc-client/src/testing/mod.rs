//! Transports for tests of programs that make calls: canned replies, a recorder and a replayer.
//!
//! Each of them is both an async and a blocking transport. A test passes one to the builder, and nothing else
//! in the program changes.
//!
//! ```
//! # mod xmlrpc { pub use xmlrpc_client::{blocking, testing}; pub use xmlrpc_serde::{Fault, Value}; }
//! use xmlrpc::{Fault, Value, blocking::Client, testing::Canned};
//!
//! let canned = Canned::new().value("add", &3).fault("divide", Fault::new(7, "division by zero"));
//! let client = Client::builder("http://test/").transport(canned.clone()).build()?;
//!
//! assert_eq!(client.call::<_, i32>("add", (1, 2))?, 3);
//! assert_eq!(client.call::<_, i32>("divide", (1, 0)).unwrap_err().fault().unwrap().code, 7);
//! assert_eq!(canned.calls()[0].params, [Value::from(1), Value::from(2)]);
//! # Ok::<(), xmlrpc_client::Error>(())
//! ```

mod canned;
mod recorder;
mod replayer;

pub use canned::{Canned, CannedCall};
pub use recorder::Recorder;
pub use replayer::Replayer;
