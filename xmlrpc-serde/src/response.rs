//! `<methodResponse>`.
use crate::{Fault, Options, Result};
use serde_core::{Deserialize, Serialize};

/// Writes a response.
pub fn encode<T: Serialize + ?Sized>(_value: &T, _options: Options) -> Result<String> {
    todo!()
}
/// The same in the encoding that `options` names.
pub fn encode_to_vec<T: Serialize + ?Sized>(_value: &T, _options: Options) -> Result<Vec<u8>> {
    todo!()
}
/// Writes a fault.
pub fn encode_fault(_fault: &Fault, _options: Options) -> Result<String> {
    todo!()
}
/// The same in the encoding that `options` names.
pub fn encode_fault_to_vec(_fault: &Fault, _options: Options) -> Result<Vec<u8>> {
    todo!()
}
/// Reads a response.
pub fn decode<'de, T: Deserialize<'de>>(_body: &'de [u8], _options: Options) -> Result<Result<T, Fault>> {
    todo!()
}
