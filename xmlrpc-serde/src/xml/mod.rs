//! XML 1.0, without XML-RPC: characters, names, references, tags, and whether a whole document is
//! well-formed.
mod attributes;
pub(crate) mod chars;
pub(crate) mod construct;
pub(crate) mod construct_end;
pub(crate) mod declaration;
pub(crate) mod reference;
pub(crate) mod scan;
pub(crate) mod well_formed;
