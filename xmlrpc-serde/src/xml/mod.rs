//! What XML 1.0 asks for, without XML-RPC.
mod attributes;
pub(crate) mod chars;
pub(crate) mod construct;
pub(crate) mod declaration;
pub(crate) mod reference;
pub(crate) mod scan;
pub(crate) mod well_formed;
