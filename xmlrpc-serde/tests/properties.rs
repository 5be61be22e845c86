//! Properties of every value: it is read back as it was written, and all routes agree.
#![expect(clippy::items_after_statements, reason = "a type stands beside the assertions about it")]
use proptest::{collection::vec, prelude::*};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt::Debug};
use xmlrpc_serde::{Base64, DateTime, Encoding, Options, Struct, Value, call, response};

const ALL: Options = Options::new().allow_none(true).allow_i8(true);

/// Characters that XML escapes or changes, or that look like others.
const SPECIAL: [char; 14] = [
    '&', '<', '>', '\r', '\n', '\t', ']', '"', '\'', '\u{85}', '\u{2028}', '\u{FEFF}', '\u{FFFD}', '\u{EFFF}',
];

const ENCODINGS: [&str; 8] =
    ["UTF-8", "UTF-16LE", "ISO-8859-1", "US-ASCII", "windows-1252", "Shift_JIS", "gb18030", "EUC-KR"];

/// Makes text that XML can hold, with many of the characters that need care.
fn text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => proptest::char::range(' ', '~'),
        2 => proptest::sample::select(SPECIAL.to_vec()),
        2 => any::<char>(),
    ]
    .prop_filter(
        "XML cannot hold it",
        |c| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}'),
    );
    vec(character, 0..40).prop_map(String::from_iter)
}

fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |value| value.is_finite())
}

fn date_time() -> impl Strategy<Value = DateTime> {
    let fields = (0..=9999_u16, 0..=12_u8, 0..=28_u8, 0..24_u8, 0..60_u8, 0..=60_u8);
    (fields, proptest::option::of(0..1_000_000_000_u32), proptest::option::of(-1439..1440_i16), any::<bool>())
        .prop_map(|((year, month, day, hour, minute, second), fraction, offset, utc)| {
            let mut value = DateTime::new(year, month, day, hour, minute, second).unwrap();
            if let Some(fraction) = fraction {
                value = value.with_nanosecond(fraction).unwrap();
            }
            match offset {
                Some(offset) => value.with_offset_minutes(offset).unwrap(),
                None if utc => value.with_utc(),
                None => value,
            }
        })
}

fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Nil),
        any::<bool>().prop_map(Value::Bool),
        any::<i32>().prop_map(Value::Int),
        any::<i64>().prop_map(Value::I8),
        finite().prop_map(Value::Double),
        text().prop_map(Value::String),
        date_time().prop_map(Value::DateTime),
        vec(any::<u8>(), 0..200).prop_map(Value::Base64),
    ];
    scalar.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::Array),
            vec((text(), inner), 0..6).prop_map(|members| Value::Struct(members.into_iter().collect())),
        ]
    })
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Unit,
    Newtype(i64),
    Tuple(bool, String),
    Struct { inner: Option<Box<Typed>> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Typed {
    small: i8,
    #[serde(rename = "sized <&>")]
    wide: i64,
    unsigned: u32,
    single: f32,
    double: f64,
    character: char,
    text: String,
    bytes: Base64,
    when: Option<DateTime>,
    list: Vec<Option<u16>>,
    map: BTreeMap<String, (i32, bool)>,
    numbers: BTreeMap<i64, u8>,
    kind: Kind,
    #[serde(flatten)]
    rest: Rest,
    any: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Rest {
    flattened: Vec<DateTime>,
    unit: (),
}

fn typed() -> impl Strategy<Value = Typed> {
    let kind = prop_oneof![
        Just(Kind::Unit),
        any::<i64>().prop_map(Kind::Newtype),
        (any::<bool>(), text()).prop_map(|(flag, text)| Kind::Tuple(flag, text)),
        Just(Kind::Struct { inner: None }),
    ];
    fn with_kind(kind: impl Strategy<Value = Kind>) -> impl Strategy<Value = Typed> {
        let numbers = (
            any::<i8>(),
            any::<i64>(),
            any::<u32>(),
            any::<f32>().prop_filter("finite", |v| v.is_finite()),
            finite(),
        );
        let texts = (any::<char>(), text(), vec(any::<u8>(), 0..50), proptest::option::of(date_time()));
        let lists = (
            vec(proptest::option::of(any::<u16>()), 0..4),
            proptest::collection::btree_map(text(), (any::<i32>(), any::<bool>()), 0..4),
            proptest::collection::btree_map(any::<i64>(), any::<u8>(), 0..4),
            vec(date_time(), 0..3),
        );
        (numbers, texts, lists, kind, value()).prop_map(
            |((small, wide, unsigned, single, double), (character, text, bytes, when), lists, kind, any)| {
                Typed {
                    small,
                    wide,
                    unsigned,
                    single,
                    double,
                    character: if character < ' ' || matches!(character, '\u{FFFE}' | '\u{FFFF}') {
                        ' '
                    } else {
                        character
                    },
                    text,
                    bytes: Base64(bytes),
                    when,
                    list: lists.0,
                    map: lists.1,
                    numbers: lists.2,
                    kind,
                    rest: Rest { flattened: lists.3, unit: () },
                    any,
                }
            },
        )
    }
    let nested = with_kind(kind.clone()).prop_map(|inner| Kind::Struct { inner: Some(Box::new(inner)) });
    with_kind(prop_oneof![3 => kind, 1 => nested])
}

/// Takes a value through text and through `Value`, in every combination.
fn every_route<T: Serialize + for<'de> Deserialize<'de> + PartialEq + Debug>(
    value: &T,
) -> Result<(), TestCaseError> {
    let text = ALL.to_string(value)?;
    let tree = ALL.to_value(value)?;
    prop_assert_eq!(&ALL.from_str::<T>(&text)?, value, "text");
    prop_assert_eq!(&T::deserialize(&tree)?, value, "tree");
    prop_assert_eq!(&ALL.from_str::<Value>(&text)?, &tree, "both emitters give the same value");
    prop_assert_eq!(&ALL.to_string(&tree)?, &text, "a value writes the text that it was made from");
    prop_assert_eq!(&xmlrpc_serde::from_value::<T>(tree)?, value, "owned tree");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_value_takes_every_route(value in value()) {
        every_route(&value)?;
    }

    #[test]
    fn any_typed_value_takes_every_route(value in typed()) {
        every_route(&value)?;
    }

    #[test]
    fn any_call_and_response_is_read_back_in_any_encoding(
        method in text(),
        params in vec(value(), 0..4),
        label in proptest::sample::select(ENCODINGS.to_vec()),
    ) {
        prop_assume!(!method.trim().is_empty());
        let options = ALL.encoding(Encoding::for_label(label).unwrap());
        let body = call::encode_to_vec(&method, &params, options)?;
        let call = call::decode(&body, options)?;
        prop_assert_eq!(call.method(), method.trim_matches([' ', '\t', '\r', '\n']));
        prop_assert_eq!(&call.params::<Vec<Value>>()?, &params);
        let body = response::encode_to_vec(&params, options)?;
        prop_assert_eq!(response::decode::<Vec<Value>>(&body, options)?, Ok(params));
    }

    #[test]
    fn any_string_at_all_is_written_well_formed_or_refused(text in any::<String>(), name in ".*") {
        let value = Value::Struct(Struct::from([(name, Value::String(text))]));
        match ALL.to_string(&value) {
            Ok(xml) => prop_assert_eq!(ALL.from_str::<Value>(&xml)?, value),
            Err(error) => prop_assert!(error.to_string().starts_with("character U+"), "{}", error),
        }
    }

    #[test]
    fn any_bits_of_a_double_are_read_back(bits in any::<u64>()) {
        let value = f64::from_bits(bits);
        match xmlrpc_serde::to_string(&value) {
            Ok(xml) => {
                let digits = &xml["<value><double>".len()..xml.len() - "</double></value>".len()];
                prop_assert!(!digits.contains(['e', 'E']), "{}", xml);
                prop_assert_eq!(xmlrpc_serde::from_str::<f64>(&xml)?.to_bits(), bits);
            }
            Err(_) => prop_assert!(!value.is_finite()),
        }
    }

    #[test]
    fn any_bits_of_a_float_are_read_back_by_both_routes(bits in any::<u32>()) {
        let value = f32::from_bits(bits);
        prop_assume!(value.is_finite());
        let xml = xmlrpc_serde::to_string(&value)?;
        prop_assert_eq!(xmlrpc_serde::from_str::<f32>(&xml)?.to_bits(), bits);
        prop_assert_eq!(xmlrpc_serde::from_value::<f32>(xmlrpc_serde::to_value(&value)?)?.to_bits(), bits);
    }

    #[test]
    fn any_date_is_read_back_from_its_text(date in date_time()) {
        prop_assert_eq!(date.to_string().parse::<DateTime>()?, date);
        if !date.is_zero_date() && date.second() < 60 {
            let offset = i64::from(date.offset_minutes().unwrap_or(0)) * 60;
            let back = DateTime::from_unix_seconds(date.to_unix_seconds()? + offset)?;
            prop_assert_eq!(back, date.without_offset().without_fraction());
        }
    }

    #[test]
    fn no_text_makes_a_date_panic(text in "[0-9TZ:+. -]{0,30}") {
        if let Ok(date) = text.parse::<DateTime>() {
            prop_assert_eq!(date.to_string().parse::<DateTime>()?, date);
        }
    }
}
