//! Contracts as JSON.

use crate::Contract;

/// The JSON Schema of contracts.
pub const SCHEMA: &str = include_str!("../contract.schema.json");

/// Writes a contract as JSON, with an end of line at its end. The same contract gives the same bytes.
#[must_use]
pub fn to_json(contract: &Contract) -> String {
    to_text(contract)
}

/// Reads a contract.
///
/// # Errors
/// If the text is not JSON, or not a contract.
pub fn from_json(json: &str) -> Result<Contract, serde_json::Error> {
    serde_json::from_str(json)
}

/// JSON with line breaks.
pub(crate) fn to_text<T: serde::Serialize>(value: &T) -> String {
    // Strings, numbers and maps with text as keys can always be written.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
