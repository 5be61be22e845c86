//! Conversions between `DateTime` and Unix seconds.
use super::DateTime;
use crate::{Error, ErrorKind, Result};

/// The seconds of a day.
const DAY: i64 = 24 * 60 * 60;

/// # Unix seconds
impl DateTime {
    /// Creates the date and time in UTC at `seconds` after 1970-01-01 00:00:00 UTC.
    ///
    /// The result has no offset, because most servers expect none. Add it with [`with_utc`](Self::with_utc).
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`ErrorKind::Data`] if the moment is not in the years 0 to 9999.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// let moment = DateTime::from_unix_seconds(900_684_535)?;
    /// assert_eq!(moment.to_string(), "19980717T14:08:55");
    /// assert_eq!(moment.with_utc().to_string(), "19980717T14:08:55Z");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "hours, minutes and seconds are positive and below 60"
    )]
    pub fn from_unix_seconds(seconds: i64) -> Result<Self> {
        let (days, second_of_day) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
        let (year, month, day) = civil_from_days(days);
        let year = u16::try_from(year).ok().filter(|&year| year <= 9999).ok_or_else(|| {
            Error::new(
                ErrorKind::Data,
                format!("Unix time {seconds} is out of range, expected a moment in the years 0 to 9999"),
            )
        })?;
        let [hour, minute, second] = [second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60];
        Self::new(year, month, day, hour as u8, minute as u8, second as u8)
    }

    /// Returns the seconds since 1970-01-01 00:00:00 UTC, without the fraction.
    ///
    /// If there is no offset, the clock is taken to show UTC. A leap second counts as the second after it,
    /// and 24:00:00 as the midnight of the next day.
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`ErrorKind::Data`] for a [zero date](Self::is_zero_date).
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::DateTime;
    ///
    /// let there: DateTime = "19980717T16:08:55+02:00".parse()?;
    /// assert_eq!(there.to_unix_seconds()?, 900_684_535);
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    pub fn to_unix_seconds(self) -> Result<i64> {
        self.refuse_zero_date()?;
        let time = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        let offset = i64::from(self.offset.unwrap_or(0)) * 60;
        Ok(days_from_civil(self.year, self.month, self.day) * DAY + time - offset)
    }

    /// Returns an error if this is a zero date.
    pub(crate) fn refuse_zero_date(self) -> Result<()> {
        if self.is_zero_date() {
            return Err(Error::new(
                ErrorKind::Data,
                format!("dateTime {self} is a zero date, which is not a day of the calendar"),
            ));
        }
        Ok(())
    }
}

/// Returns the days from 1970-01-01 to a day of the proleptic Gregorian calendar.
///
/// The years are counted from March, so that the leap day is the last day of its year. The algorithm is
/// [`days_from_civil`](https://howardhinnant.github.io/date_algorithms.html#days_from_civil) by Howard
/// Hinnant.
fn days_from_civil(year: u16, month: u8, day: u8) -> i64 {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let month_from_march = (month + 9) % 12;
    // From March on the lengths of the months repeat every five months, 153 days: 31, 30, 31, 30, 31. This
    // division gives the days before each month.
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + day_of_year - MARCH_OF_YEAR_0
}

/// The days from 0000-03-01 to 1970-01-01.
const MARCH_OF_YEAR_0: i64 = 719_468;
/// The days of 400 years, after which the calendar repeats.
const ERA: i64 = 146_097;

/// Returns the year, month and day that is `days` after 1970-01-01: the inverse of [`days_from_civil`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are from 1 to 31")]
fn civil_from_days(days: i64) -> (i64, u8, u8) {
    let days = days + MARCH_OF_YEAR_0;
    let (era, day_of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    // Each subtraction or addition takes out or puts back the leap days before this day, by the rules of 4,
    // 100 and 400 years. Every year that is left has 365 days.
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    (era * 400 + year_of_era + i64::from(month <= 2), month as u8, day as u8)
}
