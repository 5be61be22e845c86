//! What a text means as a date, by the plainest code that can say it: every form is tried, and days are
//! counted one by one. It shares nothing with the parser that it judges, except the documentation of
//! `DateTime`.

use std::fmt::{self, Display};

/// A date as the oracle reads it. The derived order is that of `DateTime`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: u16,
    pub month: u16,
    pub day: u16,
    pub hour: u16,
    pub minute: u16,
    pub second: u16,
    /// The fraction in 18 digits, so that texts compare like numbers.
    pub fraction: String,
    /// The offset in minutes.
    pub offset: Option<i16>,
    /// How many digits of the fraction are written.
    pub fraction_digits: usize,
    /// Whether the offset is written as `Z`.
    pub is_z: bool,
}

/// Reads a text in every documented form. Returns `None` if it has none of them, or if a field is out of
/// range.
#[must_use]
pub fn read(text: &str) -> Option<Date> {
    let text = text.trim_matches([' ', '\t', '\n', '\r', '\x0C']);
    let mut readings = Vec::new();
    for date_form in ["YYYYMMDD", "YYYY-MM-DD"] {
        for separator in ["T", "t", " "] {
            for time_form in ["hh:mm:ss", "hhmmss", "hh:mm", "hhmm"] {
                let form = format!("{date_form}{separator}{time_form}");
                let Some((start, rest)) = text.split_at_checked(form.len()) else { continue };
                if !has_form(start, &form) {
                    continue;
                }
                let has_seconds = form.contains('s');
                for fraction_len in 0..=rest.len() {
                    let Some((fraction, offset)) = rest.split_at_checked(fraction_len) else { continue };
                    let fraction = match fraction.strip_prefix(['.', ',']) {
                        None if fraction.is_empty() => String::new(),
                        Some(digits) if has_seconds && is_fraction(digits) => digits.to_owned(),
                        _ => continue,
                    };
                    let Some((offset, is_z)) = read_offset(offset) else { continue };
                    let kept: String = fraction.chars().take(18).collect();
                    readings.push(Date {
                        year: field(start, &form, 'Y'),
                        month: field(start, &form, 'M'),
                        day: field(start, &form, 'D'),
                        hour: field(start, &form, 'h'),
                        minute: field(start, &form, 'm'),
                        second: if has_seconds { field(start, &form, 's') } else { 0 },
                        fraction_digits: kept.len(),
                        fraction: format!("{kept:0<18}"),
                        offset,
                        is_z,
                    });
                }
            }
        }
    }
    assert!(readings.len() <= 1, "{text:?} has several meanings: {readings:?}");
    readings.pop().filter(Date::is_in_range)
}

/// Returns true if each letter of `form` stands for a digit of `text`, and every other character for itself.
fn has_form(text: &str, form: &str) -> bool {
    let fits = |(actual, expected): (char, char)| match expected {
        'Y' | 'M' | 'D' | 'h' | 'm' | 's' => actual.is_ascii_digit(),
        _ => actual == expected,
    };
    text.chars().count() == form.chars().count() && text.chars().zip(form.chars()).all(fits)
}

/// Returns the number whose digits stand where `form` has `letter`.
fn field(text: &str, form: &str, letter: char) -> u16 {
    let digits: String =
        text.chars().zip(form.chars()).filter(|(_, l)| *l == letter).map(|(c, _)| c).collect();
    digits.parse().expect("the form has digits here")
}

/// Returns true for one or more digits, of which all after the 18th are zeros.
fn is_fraction(digits: &str) -> bool {
    !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit())
        && digits.chars().skip(18).all(|c| c == '0')
}

/// Reads an offset: its minutes if there is one, and whether it is `Z`.
fn read_offset(text: &str) -> Option<(Option<i16>, bool)> {
    if text.is_empty() {
        return Some((None, false));
    }
    if text == "Z" || text == "z" {
        return Some((Some(0), true));
    }
    for form in ["+hh:mm", "-hh:mm", "+hhmm", "-hhmm", "+hh", "-hh"] {
        if has_form(text, form) {
            let hours = field(text, form, 'h');
            let minutes = if form.contains('m') { field(text, form, 'm') } else { 0 };
            if hours > 23 || minutes > 59 {
                return None;
            }
            let minutes = i16::try_from(hours * 60 + minutes).expect("it is less than a day");
            return Some((Some(if form.starts_with('-') { -minutes } else { minutes }), false));
        }
    }
    None
}

/// Returns the number of days of a month. In a zero date the month 0 has 31 days, because nothing is known of
/// it.
fn days_of_month(year: u16, month: u16) -> u16 {
    match month {
        2 if year % 400 == 0 => 29,
        2 if year % 100 == 0 => 28,
        2 if year % 4 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Date {
    fn is_in_range(&self) -> bool {
        let is_midnight = self.minute == 0 && self.second == 0 && self.fraction == "0".repeat(18);
        self.month <= 12
            && self.day <= days_of_month(self.year, self.month)
            && (self.hour <= 23 || self.hour == 24 && is_midnight)
            && self.minute <= 59
            && self.second <= 60
    }

    /// Returns true if the month or the day is 0.
    #[must_use]
    pub fn is_zero_date(&self) -> bool {
        self.month == 0 || self.day == 0
    }

    /// Returns the Unix time, counted year by year and month by month; `None` for a zero date.
    #[must_use]
    pub fn unix_seconds(&self) -> Option<i64> {
        if self.is_zero_date() {
            return None;
        }
        let days_of_year = |year| (1..=12).map(|month| i64::from(days_of_month(year, month))).sum::<i64>();
        let mut days: i64 = (0..self.year).map(days_of_year).sum();
        days += (1..self.month).map(|month| i64::from(days_of_month(self.year, month))).sum::<i64>();
        days += i64::from(self.day) - 1;
        let before_1970: i64 = (0..1970).map(days_of_year).sum();
        let time = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        Some((days - before_1970) * 86_400 + time - i64::from(self.offset.unwrap_or(0)) * 60)
    }
}

/// Writes the text of the wire.
impl Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}{:02}{:02}", self.year, self.month, self.day)?;
        write!(f, "T{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        if self.fraction_digits > 0 {
            write!(f, ".{}", &self.fraction[..self.fraction_digits])?;
        }
        match self.offset {
            None => Ok(()),
            Some(_) if self.is_z => f.write_str("Z"),
            Some(minutes) => {
                let (sign, minutes) = if minutes < 0 { ('-', -minutes) } else { ('+', minutes) };
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}
