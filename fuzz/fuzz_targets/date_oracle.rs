//! Lines of text as dates: each is read as a plain oracle reads it, and each pair is ordered as the oracle
//! orders it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use xmlrpc_fuzz::date_oracle;
use xmlrpc_serde::DateTime;

fuzz_target!(|text: &str| {
    let mut dates = Vec::new();
    // The oracle is slow, so a long text tells no more than its first lines.
    for line in text.split('\n').take(4).filter(|line| line.len() < 100) {
        match (line.parse::<DateTime>(), date_oracle::read(line)) {
            (Ok(date), Some(oracle)) => {
                agrees(date, &oracle);
                dates.push((date, oracle));
            }
            (Err(_), None) => {}
            (Ok(date), None) => panic!("{line:?} was read as {date}, and must be refused"),
            (Err(error), Some(oracle)) => panic!("{line:?} is {oracle}, and was refused: {error}"),
        }
    }
    for (date, oracle) in &dates {
        for (other_date, other_oracle) in &dates {
            assert_eq!(date.cmp(other_date), oracle.cmp(other_oracle), "{date} and {other_date}");
            assert_eq!(date == other_date, oracle == other_oracle, "{date} and {other_date}");
        }
    }
});

fn agrees(date: DateTime, oracle: &date_oracle::Date) {
    let date_fields = [date.year(), date.month().into(), date.day().into()];
    assert_eq!(date_fields, [oracle.year, oracle.month, oracle.day], "{date}");
    let time_fields = [date.hour(), date.minute(), date.second()].map(u16::from);
    assert_eq!(time_fields, [oracle.hour, oracle.minute, oracle.second], "{date}");
    assert_eq!(format!("{:09}", date.nanosecond()), oracle.fraction[..9], "{date}");
    assert_eq!(date.offset_minutes(), oracle.offset, "{date}");
    assert_eq!(date.is_zero_date(), oracle.is_zero_date(), "{date}");
    assert_eq!(date.to_unix_seconds().ok(), oracle.unix_seconds(), "{date}");
    assert_eq!(date.to_string(), oracle.to_string());
}
