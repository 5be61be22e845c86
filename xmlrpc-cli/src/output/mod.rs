//! The forms of `-o`, and where they are written to.

mod filter;
mod form;
mod json;
mod path;
mod pretty;
mod printer;
mod sink;
mod table;
mod xml;

pub use form::Form;
pub use path::{BadPath, ValuePath};
pub use printer::{OutputOptions, Printer};
pub use xml::indented;
