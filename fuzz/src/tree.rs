//! `Tree`: an arbitrary value.

use arbitrary::Arbitrary;
use xmlrpc_serde::{DateTime, Struct, Value};

/// A [`Value`] that the fuzzer generates.
#[derive(Arbitrary, Debug)]
pub enum Tree {
    Nil,
    Bool(bool),
    Int(i32),
    I8(i64),
    Double(f64),
    Text(String),
    Date { date: (u16, u8, u8), time: (u8, u8, u8), nanosecond: Option<u32>, offset: Option<i16> },
    Bytes(Vec<u8>),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl From<Tree> for Value {
    fn from(tree: Tree) -> Self {
        match tree {
            Tree::Nil => Self::Nil,
            Tree::Bool(yes) => Self::Bool(yes),
            Tree::Int(int) => Self::Int(int),
            Tree::I8(int) => Self::I8(int),
            Tree::Double(double) => Self::Double(double),
            Tree::Text(text) => Self::String(text),
            Tree::Date { date, time, nanosecond, offset } => {
                let date = DateTime::new(date.0, date.1, date.2, time.0, time.1, time.2);
                let date = date
                    .and_then(|date| nanosecond.map_or(Ok(date), |ns| DateTime::with_nanosecond(date, ns)));
                let date = date.and_then(|date| {
                    offset.map_or(Ok(date), |minutes| DateTime::with_offset_minutes(date, minutes))
                });
                date.map_or(Self::Nil, Self::DateTime)
            }
            Tree::Bytes(bytes) => Self::Base64(bytes),
            Tree::List(items) => Self::Array(items.into_iter().map(Self::from).collect()),
            Tree::Map(members) => Self::Struct(
                members.into_iter().map(|(name, value)| (name, Self::from(value))).collect::<Struct>(),
            ),
        }
    }
}

/// Returns true if XML-RPC can hold the value: it has no infinity, no NaN and no character that XML lacks.
#[must_use]
pub fn is_writable(value: &Value) -> bool {
    let legal = |text: &str| {
        text.chars().all(|character| {
            matches!(
                character,
                '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..
            )
        })
    };
    match value {
        Value::Double(double) => double.is_finite(),
        Value::String(text) => legal(text),
        Value::Array(items) => items.iter().all(is_writable),
        Value::Struct(members) => members.iter().all(|(name, value)| legal(name) && is_writable(value)),
        _ => true,
    }
}

/// Returns how deep the value nests: 1 for a scalar.
#[must_use]
pub fn depth(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(depth).max().unwrap_or(0),
        Value::Struct(members) => members.iter().map(|(_, value)| depth(value)).max().unwrap_or(0),
        _ => 0,
    }
}
