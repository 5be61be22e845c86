//! `Type`: the types of parameters, results and members.

use super::{LearnedFrom, skip::is_false};
use serde::{Deserialize, Serialize};

/// The type of a parameter, a result or a member.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// Nothing is known; any value.
    #[default]
    Unknown,
    /// Values of several types that have nothing in common.
    Mixed,
    /// No value.
    Unit,
    /// `<boolean>`.
    Bool,
    /// `<int>` of 32 bits.
    Int,
    /// An integer of up to 64 bits.
    Long,
    /// `<double>`, and integers beside it.
    Double,
    /// `<string>`.
    Text,
    /// `<dateTime.iso8601>`.
    Date,
    /// `<base64>`.
    Base64,
    /// An integer that is written as text.
    IntText,
    /// A decimal number that is written as text.
    DoubleText,
    /// `true` or `false` as text.
    BoolText,
    /// An array of one type.
    List(Box<Type>),
    /// An array with a type for each place.
    Tuple(Vec<Type>),
    /// A struct whose members are data, all of one type.
    Map(Box<Type>),
    /// A value that may be nil.
    Optional(Box<Type>),
    /// A value, or what the server sends for nothing.
    OrNothing(Nothing, Box<Type>),
    /// The struct of that name in the contract.
    Struct(String),
    /// A Rust type that a person or a trait names.
    Rust(String),
}

/// What a server sends instead of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nothing {
    /// `""`.
    EmptyText,
    /// An empty array.
    EmptyArray,
    /// An empty struct.
    EmptyStruct,
    /// `false`.
    False,
}

/// A struct with members that have names and types of their own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Struct {
    /// The members in the order in which they were first seen.
    pub fields: Vec<Field>,
    /// Where the struct stands, such as `supervisor.getProcessInfo()`. The first place gave the struct its
    /// name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Where the struct was learned, if not from recordings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<LearnedFrom>,
    /// Whether it is a parameter whose members are keyword arguments.
    #[serde(skip_serializing_if = "is_false")]
    pub keywords: bool,
    /// The documentation, as plain text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub docs: String,
    /// What a reader should know of how the struct was found, one sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// One member of a struct.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// The name on the wire.
    pub name: String,
    /// The type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Whether the member may be absent.
    #[serde(skip_serializing_if = "is_false")]
    pub optional: bool,
    /// The documentation, as plain text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub docs: String,
}
