//! The text reader: a cursor over one document.
//!
//! # The cursor's contract
//!
//! A value is read from just after `<value>` to just after `</value>`. Whoever goes to a value (the next
//! element, the next member, the next parameter) leaves the cursor just after its start tag. Whoever reads it
//! leaves the cursor just after its end tag. Nothing has to be read twice to find out what comes next.
//!
//! ```text
//! <member><name>size</name><value><int>7</int></value></member><member>…
//! ^                               ^                   ^
//! next_member() begins here       and ends here       reading the value ends here
//! ```
//!
//! The first error in a document is final: the reader remembers it, and every further read fails with it
//! again ([`Reader::broken`]). A type may ignore the errors of its parts, so a broken document must not be
//! mistaken for a well-formed one because somebody ignored the error.
//!
//! # The three lanes
//!
//! The same markup can be read in three ways, called lanes. Each is tried before the next one, and each
//! leaves the cursor alone if it does not recognise what stands there. All of them give the same value or the
//! same refusal, which tests and a fuzz target check with
//! [`Options::fast_lanes`](crate::Options::fast_lanes).
//!
//! ```text
//!            reads                            example                               where
//!
//! 1st lane   whole sequences of tags, in      <value><string>abc</string></value>   lookahead.rs,
//!            the forms of common writers      </member>\n<member>\n<name>           plain_scalars.rs
//!     │
//!     │ anything unexpected, or the lanes are closed (fast_lanes.rs)
//!     ▼
//! 2nd lane   one tag without attributes,      <string>  </string>  <nil/>           token.rs, plain_tag
//!            prefix or white space in it
//!     │
//!     │ anything unexpected, or the lanes are closed
//!     ▼
//! 3rd lane   any construct of XML             <ex:i8>  <!-- … -->  <![CDATA[…]]>    token.rs, text.rs,
//!                                                                                   xml/construct.rs
//! ```
//!
//! A record of nine members, as CPython writes it, takes 7,400 instructions with all three lanes, 46,000
//! without the first and 195,000 with the third alone.
//!
//! # How the functions are named
//!
//! | name | means | on failure |
//! |---|---|---|
//! | `plain_x` | recognises `x` only in its plain form (first or second lane) | `None` or `false`; the cursor has not moved |
//! | `x` | reads `x` in any form: tries the plain one first | an error |
//! | `slow_x` | the rest of `x`, not inlined, called by `x` alone; right on its own (with the lanes off only these run) | an error |
//! | `open_x`, `end_x` | passes over the start tag or the end tag of `x` | an error |
//! | `next_x` | goes to the next `x`, or leaves what holds them | an error |

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
pub(crate) use tag::{Kind, ScalarKind, Tag, Token};
pub(crate) use text::TextRef;
pub(crate) use token::resolve;
pub(crate) use value::ValueStart;
