//! `Value`: any XML-RPC value, without loss.
mod access;
mod convert;
mod deserialize;
mod deserializer;
mod display;
mod emitter;
mod macros;
mod serialize;
mod structs;

pub use access::Index;
#[doc(hidden)]
pub use convert::MacroValue;
pub use deserializer::from_value;
pub use emitter::ValueEmitter;
pub use serialize::to_value;
pub use structs::{IntoIter, Iter, IterMut, MemberEntry, Struct};

use crate::DateTime;

/// Any XML-RPC value.
///
/// Use it where the type of a value is not known beforehand, or only a part of a large value is of interest.
/// A document that is read as a `Value` and written again says the same: the type of every value, the order
/// of the members, repeated names, and the fraction and offset of a date are all kept.
///
/// [`value!`](crate::value!) makes a value in a notation like JSON. Indexing and [`get`](Self::get) look into
/// it, and the methods named `as_…` return what it holds. [`to_value`] and [`from_value`] convert other types
/// to a value and back.
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Value, value};
///
/// let state = value!({ "name": "web", "pids": [4711, 4712], "load": 0.5 });
/// assert_eq!(state["name"], "web");
/// assert_eq!(state["pids"][1].as_i64(), Some(4712));
/// assert_eq!(state["nothing"]["there"], Value::Nil);
///
/// let xml = xmlrpc::to_string(&state)?;
/// assert_eq!(xmlrpc::from_str::<Value>(&xml)?, state);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Equality
///
/// Two values are equal if they have the same types and contents, so `Int(1)`, `I8(1)` and `Double(1.0)` all
/// differ. A comparison with a plain integer accepts both kinds of integer: `Value::I8(1) == 1`.
///
/// # Nesting
///
/// Dropping, cloning and comparing a value take stack for every level of it. A value that was read is nested
/// at most as deeply as [`Options::max_depth`](crate::Options::max_depth) allows. The default of 128 levels
/// fits the stack of any thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `<nil/>`, an extension. It can be written only with
    /// [`Options::allow_none`](crate::Options::allow_none).
    #[default]
    Nil,
    /// `<boolean>`.
    Bool(bool),
    /// `<int>` or `<i4>`. Apache's `<i1>` and `<i2>` are also read as this.
    Int(i32),
    /// `<i8>`, an extension. Apache's `<biginteger>`, and an `<int>` beyond 32 bits, are also read as this.
    ///
    /// It is written as `<i8>` with [`Options::allow_i8`](crate::Options::allow_i8). Without that option it
    /// is written as `<int>` if it fits 32 bits, and is an error if it does not.
    I8(i64),
    /// `<double>`. Apache's `<float>` and `<bigdecimal>` are also read as this. NaN and the infinities cannot
    /// be written.
    Double(f64),
    /// `<string>`, or text without a type element.
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
