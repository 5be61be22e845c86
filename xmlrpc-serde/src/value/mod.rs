//! `Value`: any XML-RPC value, nothing lost.
mod access;
mod convert;
mod deserialize;
mod deserializer;
mod emitter;
mod macros;
mod serialize;
mod structs;

pub use access::Index;
pub use deserializer::from_value;
pub use emitter::ValueEmitter;
pub use serialize::to_value;
pub use structs::{IntoIter, Iter, IterMut, Struct};

use crate::DateTime;

/// Any XML-RPC value.
///
/// A document read as a `Value` and written again says the same: the type of every value, the order of
/// members, repeated names, a date's fraction and offset are all kept.
///
/// ```
/// use xmlrpc_serde::{Value, value};
///
/// let state = value!({ "name": "web", "pids": [4711, 4712], "load": 0.5 });
/// assert_eq!(state["name"], "web");
/// assert_eq!(state["pids"][1].as_i64(), Some(4712));
/// assert_eq!(state["nothing"]["there"], Value::Nil);
///
/// let xml = xmlrpc_serde::to_string(&state)?;
/// assert_eq!(xmlrpc_serde::from_str::<Value>(&xml)?, state);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Nesting
///
/// Dropping, cloning and comparing a value take stack for every level of it. No document nests deeper than
/// [`Options::max_depth`](crate::Options::max_depth) when it is read, 128 unless told otherwise, which any
/// thread's stack holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `<nil/>`, an extension. Written only with [`Options::allow_none`](crate::Options::allow_none).
    #[default]
    Nil,
    /// `<boolean>`.
    Bool(bool),
    /// `<int>` or `<i4>`.
    Int(i32),
    /// `<i8>`, an extension; also `<i1>`, `<i2>` and an `<int>` beyond 32 bits, when read.
    ///
    /// Written as `<i8>` with [`Options::allow_i8`](crate::Options::allow_i8); without, as `<int>` if it
    /// fits.
    I8(i64),
    /// `<double>`. Not-a-number and the infinities cannot be written.
    Double(f64),
    /// `<string>`, or a value without a type.
    String(String),
    /// `<dateTime.iso8601>`.
    DateTime(DateTime),
    /// `<base64>`.
    Base64(Vec<u8>),
    /// `<array>`.
    Array(Vec<Value>),
    /// `<struct>`.
    Struct(Struct),
}
