//! The text reader: a cursor over one document.
//!
//! It reads in lanes. The first compares whole sequences of markup as writers emit them ([`lookahead`]), the second
//! single plain tags ([`Reader::token`]), and what neither recognises goes to an XML tokenizer, one construct at
//! a time ([`construct`](crate::xml::construct)). Every lane gives the same result; the option that turns the first two off exists to
//! prove that.
//!
//! The cursor's contract: a value is read from just after `<value>` to just after `</value>`.
mod array;
mod cursor;
mod document;
mod fast_lanes;
mod lookahead;
mod message;
mod plain_scalars;
mod skip;
mod structs;
mod tag;
mod text;
mod token;
mod value;

pub(crate) use cursor::{ByteRange, Reader};
pub(crate) use document::Document;
pub(crate) use message::ResponseKind;
pub(crate) use structs::Member;
pub(crate) use tag::{Kind, ScalarKind, Tag, Token};
pub(crate) use text::TextRef;
pub(crate) use value::ValueStart;
