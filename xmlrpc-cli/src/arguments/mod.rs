//! The argument grammar: how the words after a method become its parameters.
//!
//! | written | sent |
//! |---|---|
//! | `5`, `2.5`, `true`, `null`, `[1]`, `{"a":1}`, `"5"` | what JSON says, if the whole word is JSON |
//! | `s:` `i:` `i8:` `d:` `b:` `t:` `x:` `nil:` `json:` | exactly that type |
//! | `@file`, `@-`, `=@file`, `=@-` | a file's bytes as base64, or its text as a string |
//! | `env:NAME` | an environment variable, as a string |
//! | anything else | a string |

mod expected;
mod item;
mod prefix;
mod reader;
mod word;

pub use expected::Expected;
pub use reader::{ArgumentReader, Arguments, describe};
