//! The text of numbers, booleans and base64, as the specification and real peers write it.
use crate::{
    Error, ErrorKind, Result,
    scalar::Leaf,
    wellformed::{is_space, is_space_char},
};
use base64::{
    Engine,
    engine::general_purpose::{GeneralPurpose, STANDARD, STANDARD_NO_PAD},
};

fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if !is_space(*first) && !is_space(*last) => text,
        _ => text.trim_matches(is_space_char),
    }
}

/// A text in an error: its start will do.
fn shown(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

#[cold]
fn not_a(what: &str, text: &str) -> Error {
    Error::new(ErrorKind::Data, format!("{} is not {what}", shown(text)))
}

/// An integer; `wide` says that it was written as one of more than 32 bits.
///
/// A sign may lead and zeros may follow it. One that is too large for its tag keeps its value.
#[inline]
pub(crate) fn integer<'s, 'de>(text: &str, wide: bool) -> Result<Leaf<'s, 'de>> {
    let text = trimmed(text);
    match text.parse::<i64>() {
        Ok(value) => Ok(match i32::try_from(value) {
            Ok(value) if !wide => Leaf::Int(value),
            _ => Leaf::I8(value),
        }),
        Err(_) => big_integer(text),
    }
}

#[cold]
fn big_integer<'s, 'de>(text: &str) -> Result<Leaf<'s, 'de>> {
    if let Ok(value) = text.parse::<i128>() {
        return Ok(Leaf::Big(value));
    }
    if let Ok(value) = text.parse::<u128>() {
        return Ok(Leaf::Huge(value));
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::new(ErrorKind::Data, format!("the integer {} is beyond 128 bits", shown(text))));
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
    Error::new(ErrorKind::Data, format!("{} is beyond the range of the floating point type", shown(text)))
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

/// Base64 with white space anywhere in it, decoded block by block as it is gathered.
pub(crate) fn base64(text: &str) -> Result<Vec<u8>> {
    let mut decoded = Vec::with_capacity(text.len() / 4 * 3);
    let mut block = [0; 4096];
    let mut filled = 0;
    for line in text.as_bytes().split(|byte| *byte == b'\n') {
        // What begins with a digit makes the block before it one that is not the last.
        let mut line = line.trim_ascii_start();
        while !line.is_empty() {
            // Most lines hold nothing but digits and go over in one piece.
            let run = &line[..line.len().min(block.len())];
            if filled + run.len() > block.len() {
                let whole = filled / 4 * 4;
                // Padding may stand only at the end of all, which is not here.
                decode_block(&STANDARD_NO_PAD, &block[..whole], &mut decoded)?;
                block.copy_within(whole..filled, 0);
                filled -= whole;
            }
            let room = &mut block[filled..];
            let run = &run[..run.len().min(room.len())];
            room[..run.len()].copy_from_slice(run);
            filled = compact(&mut block, filled, filled + run.len());
            line = line[run.len()..].trim_ascii_start();
        }
    }
    decode_block(&STANDARD, &block[..filled], &mut decoded)?;
    Ok(decoded)
}

/// Moves what is no white space in `block[start..end]` together; gives the new end.
fn compact(block: &mut [u8], start: usize, end: usize) -> usize {
    // The lowest byte is found many at a time, and digits are far above a space.
    if block[start..end].iter().min().is_none_or(|lowest| *lowest > b' ') {
        return end;
    }
    let mut kept = start;
    for at in start..end {
        if !is_space(block[at]) {
            block[kept] = block[at];
            kept += 1;
        }
    }
    kept
}

fn decode_block(engine: &GeneralPurpose, block: &[u8], decoded: &mut Vec<u8>) -> Result<()> {
    engine.decode_vec(block, decoded).map_err(|error| {
        Error::new(ErrorKind::Data, format!("not base64: {}", error.to_string().to_lowercase()))
    })
}

/// The text of a dateTime, whose form is the business of its type.
#[inline]
pub(crate) fn date_time(text: &str) -> &str {
    trimmed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_any_length_with_lines_of_any_length() {
        let bytes: Vec<u8> = (0..20_000_u32).map(|n| (n * 7 % 251) as u8).collect();
        // Miri is a thousand times slower.
        let most = if cfg!(miri) { 60 } else { bytes.len() };
        let lengths = [0, 1, 2, 3, 56, 57, 58, 3071, 3072, 3073, 6144, 6145, 20_000];
        for length in lengths.into_iter().filter(|length| *length <= most) {
            let text = STANDARD.encode(&bytes[..length]);
            for line in [1, 3, 60, 72, 76, 77, 4095, 4096, 4097, 100_000] {
                for end in ["\n", "\r\n", "\n   ", " "] {
                    let lines: Vec<&str> =
                        text.as_bytes().chunks(line).map(|line| str::from_utf8(line).unwrap()).collect();
                    let wrapped = format!("{end}{}{end}", lines.join(end));
                    assert_eq!(base64(&wrapped).unwrap(), bytes[..length], "{length} in lines of {line}");
                }
            }
        }
    }

    #[test]
    fn padding_stands_at_the_end_only_wherever_blocks_end() {
        for before in [0, 4, 4088, 4092, 4096, 4100] {
            let digits = "A".repeat(before);
            for wrong in ["AA==AAAA", "AQI=AQI=", "A", "AAAAA", "AQI", "AA=", "A===", "AB==", "*AAA", "AA==="]
            {
                base64(&format!("{digits}{wrong}")).unwrap_err();
            }
            assert_eq!(base64(&format!("{digits}AA==")).unwrap().len(), before / 4 * 3 + 1);
        }
    }
}
