//! Numbers as text.

/// Appends `value`, which must be finite, in plain decimals: the shortest digits that read back as exactly
/// `value`, and never an exponent, which the specification does not know.
#[inline]
pub(crate) fn push_double(out: &mut String, value: f64) {
    // zmij writes no exponent in this range.
    if value == 0.0 || (1e-5..1e16).contains(&value.abs()) {
        out.push_str(zmij::Buffer::new().format_finite(value));
    } else {
        push_plain(out, zmij::Buffer::new().format_finite(value));
    }
}

/// The `f64` of the fewest digits that turns back into the same `f32`: 0.1 for `0.1_f32`, not
/// 0.10000000149011612.
pub(crate) fn widen(value: f32) -> f64 {
    let exact = f64::from(value);
    let shortest = zmij::Buffer::new().format(value).parse().unwrap_or(exact);
    // A rare one, such as 7.038531e-26, does not survive being rounded twice.
    #[allow(clippy::cast_possible_truncation, clippy::float_cmp)] // that is the question
    if shortest as f32 == value { shortest } else { exact }
}

/// Appends `text`, which is `1.5e-7`, `-2e300` or `1.5`, without the exponent.
fn push_plain(out: &mut String, text: &str) {
    let Some((mantissa, exponent)) = text.split_once('e') else { return out.push_str(text) };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let unsigned = mantissa.strip_prefix('-').unwrap_or(mantissa);
    out.push_str(&mantissa[..mantissa.len() - unsigned.len()]);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let zeros = |out: &mut String, count: usize| out.extend(std::iter::repeat_n('0', count));
    // How many of the digits stand before the point.
    let point = exponent + i32::try_from(whole.len()).unwrap_or(1);
    let digits = whole.len() + fraction.len();
    match usize::try_from(point) {
        Ok(point) if point >= digits => {
            out.push_str(whole);
            out.push_str(fraction);
            zeros(out, point - digits);
            out.push_str(".0");
        }
        Ok(point) if point >= whole.len() => {
            out.push_str(whole);
            out.push_str(&fraction[..point - whole.len()]);
            out.push('.');
            out.push_str(&fraction[point - whole.len()..]);
        }
        _ => {
            out.push_str("0.");
            zeros(out, point.unsigned_abs() as usize);
            out.push_str(whole);
            out.push_str(fraction);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn double(value: f64) -> String {
        let mut out = String::new();
        push_double(&mut out, value);
        out
    }

    #[test]
    fn no_double_has_an_exponent_and_each_reads_back() {
        for value in
            [0.0, -0.0, 1.0, -1.5, 0.1, 1e-5, 9.999e-6, 1e15, 1e16, 1e17, 1.5e-7, 1.234_567e20, 5e-324]
        {
            for value in [value, -value] {
                let text = double(value);
                assert!(text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-')), "{text}");
                assert_eq!(text.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{text}");
            }
        }
        let mut bits = 0x9E37_79B9_7F4A_7C15_u64;
        // Miri is a thousand times slower.
        for _ in 0..if cfg!(miri) { 50 } else { 20_000 } {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let value = f64::from_bits(bits);
            if value.is_finite() {
                let text = double(value);
                assert!(!text.contains('e') && text.contains('.'), "{text}");
                assert_eq!(text.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{text}");
            }
        }
    }

    #[test]
    fn the_digits_are_the_shortest() {
        assert_eq!(double(1e16), "10000000000000000.0");
        assert_eq!(double(1.5e-7), "0.00000015");
        assert_eq!(double(123_456_789.125), "123456789.125");
        assert_eq!(double(f64::MAX).len(), 311);
        assert_eq!(double(widen(0.1)), "0.1");
        assert_eq!(double(widen(1.5e-20)), "0.000000000000000000015");
    }

    /// Its shortest digits, read as an `f64` and then narrowed, are the `f32` beside it.
    #[test]
    fn the_float_that_does_not_survive_rounding_twice() {
        for value in [7.038_531e-26_f32, -7.038_531e-26] {
            #[allow(clippy::cast_possible_truncation)]
            let back = widen(value) as f32;
            assert_eq!(back.to_bits(), value.to_bits());
        }
        assert!(widen(f32::NAN).is_nan());
    }
}
