//! Names still without a body.
#![allow(missing_docs)]
use crate::Result;
use serde_core::Deserialize;

pub fn from_str<'de, T: Deserialize<'de>>(_xml: &'de str) -> Result<T> {
    todo!()
}
