//! Durations as people write them: `"5s"`, `"500ms"`, `"1m30s"`.
use std::time::Duration;

/// Parses whole numbers with a unit each (`ms`, `s`, `m`, `h`) and adds them up. Zero is an error.
pub(crate) fn parse(text: &str) -> Result<Duration, String> {
    let advice = || format!("expected a duration like \"5s\", \"500ms\" or \"1m30s\", found {text:?}");
    let mut total = Duration::ZERO;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or_else(advice)?;
        let (number, after) = rest.split_at(digits);
        let unit_end = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, after) = after.split_at(unit_end);
        let number: u64 = number.parse().map_err(|_| advice())?;
        let seconds = |each: u64| number.checked_mul(each).map(Duration::from_secs);
        let part = match unit.trim() {
            "ms" => Some(Duration::from_millis(number)),
            "s" => seconds(1),
            "m" => seconds(60),
            "h" => seconds(3600),
            _ => None,
        };
        total = part.and_then(|part| total.checked_add(part)).ok_or_else(advice)?;
        rest = after;
    }
    if total.is_zero() { Err(advice()) } else { Ok(total) }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use std::time::Duration;

    #[test]
    fn numbers_with_units_add_up() {
        assert_eq!(parse("5s"), Ok(Duration::from_secs(5)));
        assert_eq!(parse("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(parse("1m30s"), Ok(Duration::from_secs(90)));
        assert_eq!(parse("2h"), Ok(Duration::from_secs(7200)));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in
            ["", "5", "s", "0s", "-1s", "1.5s", "5 parsecs", "99999999999999999999s", "18446744073709551615h"]
        {
            let message = format!("expected a duration like \"5s\", \"500ms\" or \"1m30s\", found {text:?}");
            assert_eq!(parse(text), Err(message));
        }
    }
}
