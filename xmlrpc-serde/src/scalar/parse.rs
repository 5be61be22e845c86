//! The text of numbers, booleans and base64, as the specification and real peers write it.
use super::Scalar;
use crate::{Error, ErrorKind, Result, excerpt::excerpt, xml::chars::trimmed};

#[cold]
fn not_a(what: &str, text: &str) -> Error {
    Error::new(ErrorKind::Data, format!("`{}` is not {what}", excerpt(text)))
}

/// An integer; `wide` says that it was written as one of more than 32 bits.
///
/// A sign may lead and zeros may follow it. One that is too large for its tag keeps its value.
#[inline]
pub(crate) fn integer<'s, 'de>(text: &str, wide: bool) -> Result<Scalar<'s, 'de>> {
    let text = trimmed(text);
    match text.parse::<i64>() {
        Ok(value) => Ok(match i32::try_from(value) {
            Ok(value) if !wide => Scalar::Int(value),
            _ => Scalar::I8(value),
        }),
        Err(_) => big_integer(text),
    }
}

#[cold]
fn big_integer<'s, 'de>(text: &str) -> Result<Scalar<'s, 'de>> {
    if let Ok(value) = text.parse::<i128>() {
        return Ok(Scalar::Big(value));
    }
    if let Ok(value) = text.parse::<u128>() {
        return Ok(Scalar::Huge(value));
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::new(
            ErrorKind::Data,
            format!("the integer `{}` is beyond 128 bits", excerpt(text)),
        ));
    }
    Err(not_a("an integer", text))
}

/// A double: the nearest value. Exponents, infinities and NaN are no part of the specification, but CPython and
/// others send them.
#[inline]
pub(crate) fn double(text: &str) -> Result<f64> {
    let text = trimmed(text);
    match text.parse::<f64>() {
        Ok(value) if value.is_finite() || names_infinity(text) => Ok(value),
        Ok(_) => Err(too_large(text)),
        Err(_) => Err(not_a("a double", text)),
    }
}

/// The same for a target of 32 bits, rounded once.
pub(crate) fn float(text: &str) -> Result<f32> {
    let text = trimmed(text);
    match text.parse::<f32>() {
        Ok(value) if value.is_finite() || names_infinity(text) => Ok(value),
        Ok(_) => Err(too_large(text)),
        Err(_) => Err(not_a("a double", text)),
    }
}

#[cold]
fn names_infinity(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cold]
fn too_large(text: &str) -> Error {
    Error::new(ErrorKind::Data, format!("`{}` is beyond the range of the floating point type", excerpt(text)))
}

/// `0` and `1`, and the words that Perl, `OCaml` and davexmlrpc send.
#[inline]
pub(crate) fn boolean(text: &str) -> Result<bool> {
    match trimmed(text) {
        "1" => Ok(true),
        "0" => Ok(false),
        word if word.eq_ignore_ascii_case("true") => Ok(true),
        word if word.eq_ignore_ascii_case("false") => Ok(false),
        text => Err(not_a("a boolean (0 or 1)", text)),
    }
}

/// The text of a dateTime, whose form is the business of its type.
#[inline]
pub(crate) fn date_time(text: &str) -> &str {
    trimmed(text)
}
