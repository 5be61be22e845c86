//! Values as JSON: the lossless form `typed`, after `MongoDB`'s canonical extended JSON, and the plain form
//! `json`.
//!
//! | value | typed |
//! |---|---|
//! | int, double, boolean, string, nil | a number without and with a fraction, `true`, a string, `null` |
//! | i8 | `{"$i8": "5"}` |
//! | dateTime | `{"$date": "20261201T10:00:00"}` |
//! | base64 | `{"$base64": "AP8="}` |
//! | a double that JSON cannot write | `{"$double": "NaN"}` |
//! | a struct with duplicate names, or whose only member's name begins with `$` | `{"$struct": [["name", value], …]}` |
//!
//! ```
//! use xmlrpc_cli::typed;
//! let text = r#"[1,1.0,{"$i8":"5"},{"$date":"20261201T10:00:00"},{"$struct":[["$i8","x"]]}]"#;
//! assert_eq!(typed::write(&typed::read(text)?), text);
//! # Ok::<(), xmlrpc_cli::typed::BadJson>(())
//! ```

mod number;
mod read;
mod write;

pub(crate) use number::read_double;
pub use number::{BadNumber, read_number};
pub use read::{BadJson, read};
pub use write::{PlainJson, TypedJson, has_duplicates, write, write_plain};
