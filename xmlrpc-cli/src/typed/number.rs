//! `read_number`: the numbers of JSON as values, without losing a digit.

use xmlrpc::Value;

/// Why a number is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadNumber {
    /// An integer of more than 32 bits.
    Wide,
    /// More than 17 significant digits, which a double does not hold.
    Digits,
    /// Larger or smaller than any double.
    Range,
}

/// The number of significant digits that a double holds.
const MAX_DIGITS: usize = 17;

/// Reads a number of JSON: an int without a fraction and an exponent, a double with one.
///
/// # Errors
/// [`BadNumber`] if the type does not hold the number.
pub fn read_number(text: &str) -> Result<Value, BadNumber> {
    if !text.contains(['.', 'e', 'E']) {
        return text.parse().map(Value::Int).map_err(|_| BadNumber::Wide);
    }
    read_double(text).map(Value::Double)
}

/// Reads a double.
///
/// # Errors
/// [`BadNumber`] if a double does not hold the number.
pub(crate) fn read_double(text: &str) -> Result<f64, BadNumber> {
    let mantissa = &text[..text.find(['e', 'E']).unwrap_or(text.len())];
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.len() > MAX_DIGITS {
        return Err(BadNumber::Digits);
    }
    match text.parse::<f64>() {
        Ok(double) if double.is_finite() && (double != 0.0 || significant.is_empty()) => Ok(double),
        _ => Err(BadNumber::Range),
    }
}

impl BadNumber {
    /// Says what is wrong with a number.
    #[must_use]
    pub fn message(self, text: &str) -> String {
        match self {
            Self::Wide => format!("the integer {text} does not fit into 32 bits"),
            Self::Digits => {
                format!(
                    "the number {text} has more than {MAX_DIGITS} significant digits, \
                     which a double does not hold"
                )
            }
            Self::Range => format!("the number {text} is beyond the range of a double"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (text, expected) in [
            ("5", Ok(Value::Int(5))),
            ("-0", Ok(Value::Int(0))),
            ("-2147483648", Ok(Value::Int(i32::MIN))),
            ("2147483648", Err(BadNumber::Wide)),
            ("99999999999999999999", Err(BadNumber::Wide)),
            ("1e5", Ok(Value::Double(100_000.0))),
            ("2.5", Ok(Value::Double(2.5))),
            ("-0.0", Ok(Value::Double(-0.0))),
            ("100000000000000000000.0", Ok(Value::Double(1e20))),
            ("0.12345678901234567", Ok(Value::Double(0.123_456_789_012_345_67))),
            ("0.123456789012345678", Err(BadNumber::Digits)),
            ("1e400", Err(BadNumber::Range)),
            ("1e-400", Err(BadNumber::Range)),
            ("0e-400", Ok(Value::Double(0.0))),
            ("5e-324", Ok(Value::Double(5e-324))),
        ] {
            assert_eq!(read_number(text), expected, "{text}");
        }
    }
}
