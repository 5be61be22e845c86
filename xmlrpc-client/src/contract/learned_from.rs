//! `LearnedFrom`: where a method or a type was learned.

use serde::{Deserialize, Serialize};

/// Where something was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LearnedFrom {
    /// A trait in Rust.
    Trait,
    /// The list of methods that the server gave.
    Listed,
    /// The method's signature, from the server.
    Signature,
    /// The method's documentation, from the server.
    Docstring,
    /// Koji's `_listapi`.
    ListApi,
    /// Robot Framework's `get_keyword_arguments` and its like.
    Keywords,
    /// Odoo's and Tryton's `fields_get`.
    FieldsGet,
    /// A file of wishes that a person wrote.
    Wish,
    /// Recorded replies, with their number. It is a lower bound, because recordings of two runs may overlap.
    Replies(u32),
}
