//! What is written if a `Serialize` fails, panics, or goes on after one of its parts did: never a document
//! that is not well-formed, and never a part of a value.
use serde::{
    Serialize, Serializer,
    ser::{
        Error as _, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};
use std::{
    collections::BTreeMap,
    mem,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
};
use xmlrpc_serde::{
    Options, Value,
    call::{self, LeadingParams},
    multicall::{self, METHOD, Request},
    response, to_string, to_value, value,
};

/// How a part of a value cannot be written.
#[derive(Clone, Copy, Debug)]
enum Broken {
    /// Before anything of it is written.
    AtOnce,
    /// In the middle of an array.
    Inside,
    /// In the middle of the member of a struct in an array.
    Deep,
    /// In the middle of a text.
    InText,
    /// In the content of an enum variant.
    InVariant,
    /// An array is dropped before its end.
    Dropped,
    /// An array is leaked before its end.
    Leaked,
    PanicAtOnce,
    PanicInside,
    PanicInVariant,
}

const ALL: [Broken; 10] = [
    Broken::AtOnce,
    Broken::Inside,
    Broken::Deep,
    Broken::InText,
    Broken::InVariant,
    Broken::Dropped,
    Broken::Leaked,
    Broken::PanicAtOnce,
    Broken::PanicInside,
    Broken::PanicInVariant,
];

/// A panic that prints nothing.
fn quiet_panic() -> ! {
    resume_unwind(Box::new("a test"))
}

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::AtOnce => Err(S::Error::custom("broken")),
            Self::Inside => (1, [Self::AtOnce]).serialize(serializer),
            Self::Deep => [BTreeMap::from([("name", Self::Inside)])].serialize(serializer),
            Self::InText => "text\u{1}".serialize(serializer),
            Self::InVariant => serializer.serialize_newtype_variant("E", 0, "V", &Self::AtOnce),
            Self::Dropped => {
                let mut array = serializer.serialize_seq(None)?;
                array.serialize_element(&1)?;
                drop(array);
                Err(S::Error::custom("dropped"))
            }
            Self::Leaked => {
                let mut array = serializer.serialize_seq(None)?;
                array.serialize_element(&[1])?;
                mem::forget(array);
                Err(S::Error::custom("leaked"))
            }
            Self::PanicAtOnce => quiet_panic(),
            Self::PanicInside => (1, [Self::PanicAtOnce]).serialize(serializer),
            Self::PanicInVariant => serializer.serialize_newtype_variant("E", 0, "V", &Self::PanicAtOnce),
        }
    }
}

/// Whether something was an error or a panic; both are ignored.
fn ignored<T, E>(part: impl FnOnce() -> Result<T, E>) -> bool {
    !matches!(catch_unwind(AssertUnwindSafe(part)), Ok(Ok(_)))
}

/// A value with `broken` between two good parts, which goes on after that.
#[derive(Clone, Copy, Debug)]
enum GoesOn {
    Seq(Broken),
    Tuple(Broken),
    TupleStruct(Broken),
    TupleVariant(Broken),
    Map(Broken),
    MapInTwoCalls(Broken),
    Struct(Broken),
    StructVariant(Broken),
}

impl Serialize for GoesOn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Opens the value and writes its first part.
        macro_rules! parts {
            ($open:expr, $part:ident $(, $name:literal)*) => {{
                let mut parts = $open?;
                parts.$part($($name,)* &1)?;
                parts
            }};
        }
        match *self {
            Self::Seq(broken) => {
                let mut parts = parts!(serializer.serialize_seq(None), serialize_element);
                assert!(ignored(|| parts.serialize_element(&broken)));
                parts.serialize_element(&[2])?;
                parts.end()
            }
            Self::Tuple(broken) => {
                let mut parts = parts!(serializer.serialize_tuple(3), serialize_element);
                assert!(ignored(|| parts.serialize_element(&broken)));
                parts.serialize_element(&[2])?;
                parts.end()
            }
            Self::TupleStruct(broken) => {
                let mut parts = parts!(serializer.serialize_tuple_struct("T", 3), serialize_field);
                assert!(ignored(|| parts.serialize_field(&broken)));
                parts.serialize_field(&[2])?;
                parts.end()
            }
            Self::TupleVariant(broken) => {
                let mut parts = parts!(serializer.serialize_tuple_variant("E", 0, "V", 3), serialize_field);
                assert!(ignored(|| parts.serialize_field(&broken)));
                parts.serialize_field(&[2])?;
                parts.end()
            }
            Self::Map(broken) => {
                let mut parts = parts!(serializer.serialize_map(None), serialize_entry, "a");
                assert!(ignored(|| parts.serialize_entry("b", &broken)));
                parts.serialize_entry("c", &[2])?;
                parts.end()
            }
            Self::MapInTwoCalls(broken) => {
                let mut parts = parts!(serializer.serialize_map(None), serialize_entry, "a");
                parts.serialize_key("b")?;
                assert!(ignored(|| parts.serialize_value(&broken)));
                parts.serialize_key("c")?;
                parts.serialize_value(&[2])?;
                parts.end()
            }
            Self::Struct(broken) => {
                let mut parts = parts!(serializer.serialize_struct("S", 3), serialize_field, "a");
                assert!(ignored(|| parts.serialize_field("b", &broken)));
                parts.serialize_field("c", &[2])?;
                parts.end()
            }
            Self::StructVariant(broken) => {
                let mut parts =
                    parts!(serializer.serialize_struct_variant("E", 0, "V", 3), serialize_field, "a");
                assert!(ignored(|| parts.serialize_field("b", &broken)));
                parts.serialize_field("c", &[2])?;
                parts.end()
            }
        }
    }
}

fn every_kind(broken: Broken) -> [GoesOn; 8] {
    [
        GoesOn::Seq(broken),
        GoesOn::Tuple(broken),
        GoesOn::TupleStruct(broken),
        GoesOn::TupleVariant(broken),
        GoesOn::Map(broken),
        GoesOn::MapInTwoCalls(broken),
        GoesOn::Struct(broken),
        GoesOn::StructVariant(broken),
    ]
}

/// The value without its broken part, which is the only other thing that may be written.
fn without_the_broken_part(kind: GoesOn) -> Value {
    match kind {
        GoesOn::Seq(_) | GoesOn::Tuple(_) | GoesOn::TupleStruct(_) => value!([1, [2]]),
        GoesOn::TupleVariant(_) => value!({ "V": [1, [2]] }),
        GoesOn::Map(_) | GoesOn::MapInTwoCalls(_) | GoesOn::Struct(_) => value!({ "a": 1, "c": [2] }),
        GoesOn::StructVariant(_) => value!({ "V": { "a": 1, "c": [2] } }),
    }
}

#[test]
fn a_type_that_goes_on_after_a_broken_part_is_an_error_or_written_without_the_part() {
    for broken in ALL {
        for kind in every_kind(broken) {
            let left_out = without_the_broken_part(kind);
            if let Ok(text) = to_string(&kind) {
                assert_eq!(text, to_string(&left_out).unwrap(), "{kind:?}");
            }
            if let Ok(text) = to_string(&(1, [kind], 2)) {
                assert_eq!(text, to_string(&(1, [left_out.clone()], 2)).unwrap(), "{kind:?}");
            }
            // `Value` holds control characters; only its text cannot.
            if !matches!(broken, Broken::InText)
                && let Ok(tree) = to_value(&kind)
            {
                assert_eq!(tree, left_out, "{kind:?}");
            }
            if let Ok(text) = response::encode(&kind, Options::new()) {
                assert_eq!(text, response::encode(&left_out, Options::new()).unwrap(), "{kind:?}");
            }
            if let Ok(text) = call::encode("m", &(kind, 7), Options::new()) {
                assert_eq!(text, call::encode("m", &(left_out, 7), Options::new()).unwrap(), "{kind:?}");
            }
        }
    }
}

#[test]
fn an_ignored_error_is_an_error_of_what_holds_the_part() {
    for (kind, text) in [
        (
            GoesOn::Seq(Broken::Inside),
            "an element of this array could not be written, and the type that holds it ignored that",
        ),
        (
            GoesOn::Seq(Broken::AtOnce),
            "an element of this array could not be written, and the type that holds it ignored that",
        ),
        (
            GoesOn::Map(Broken::AtOnce),
            "a member of this struct could not be written, and the type that holds it ignored that",
        ),
        (
            GoesOn::Struct(Broken::PanicAtOnce),
            "a member of this struct could not be written, and the type that holds it ignored that",
        ),
    ] {
        assert_eq!(to_string(&kind).unwrap_err().to_string(), text);
        let error = to_string(&(1, [kind])).unwrap_err();
        assert_eq!((error.to_string(), error.path()), (format!("{text} at [1][0]"), "[1][0]".to_owned()));
    }
}

/// Each level ignores the error of the one inside it.
#[test]
fn an_error_that_is_ignored_at_every_level_is_still_an_error() {
    struct Level(usize);
    impl Serialize for Level {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut array = serializer.serialize_seq(None)?;
            let _ = match self.0 {
                0 => array.serialize_element(&Broken::Inside),
                level => array.serialize_element(&Self(level - 1)),
            };
            array.end()
        }
    }
    for levels in 0..5 {
        assert!(to_string(&Level(levels)).is_err(), "only the refusal matters");
        assert!(to_value(&Level(levels)).is_err(), "only the refusal matters");
    }
}

/// The parameters, as a type that goes on after a broken one.
struct GoesOnParams(Broken);

impl Serialize for GoesOnParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut params = serializer.serialize_seq(None)?;
        params.serialize_element(&1)?;
        assert!(ignored(|| params.serialize_element(&self.0)));
        let _ = params.serialize_element(&2);
        params.end()
    }
}

#[test]
fn parameters_that_go_on_after_a_broken_one_are_an_error() {
    let expected = "a parameter could not be written, and the type that holds it ignored that";
    for broken in ALL {
        let params = GoesOnParams(broken);
        assert_eq!(
            call::encode("m", &params, Options::new()).unwrap_err().to_string(),
            expected,
            "{broken:?}"
        );
        assert_eq!(
            LeadingParams::encode(&params, Options::new()).unwrap_err().to_string(),
            expected,
            "{broken:?}"
        );
        let mut request = Request::new(Options::new());
        let error = request.push(&LeadingParams::none(), "m", &params).unwrap_err();
        assert_eq!((error.to_string().as_str(), request.len()), (expected, 0), "{broken:?}");
    }
}

/// A batch once lost the text of its first calls in this way, and sent a later one twice.
#[test]
fn a_call_that_cannot_be_written_leaves_a_multicall_as_it_was() {
    let none = LeadingParams::none();
    let leading = LeadingParams::encode(&("key",), Options::new()).unwrap();
    for broken in ALL {
        let mut request = Request::new(Options::new());
        request.push(&none, "first", &(1, "a")).unwrap();
        request.push(&leading, "second", &[2]).unwrap();
        for leading in [&none, &leading] {
            assert!(ignored(|| request.push(leading, "broken", &(1, broken, 2))));
            assert!(ignored(|| request.push(leading, "broken", &GoesOnParams(broken))));
            assert!(ignored(|| request.push(leading, "broken\u{1}", &(1,))));
        }
        request.push(&none, "third", &(3,)).unwrap();

        assert_eq!(request.len(), 3, "{broken:?}");
        let singles = [
            call::encode_to_vec("first", &(1, "a"), Options::new()),
            call::encode_to_vec("second", &("key", 2), Options::new()),
            call::encode_to_vec("third", &(3,), Options::new()),
        ];
        for (index, single) in singles.into_iter().enumerate() {
            assert_eq!(request.encode_single(index).unwrap(), single.unwrap(), "{broken:?}");
        }
        for ends in [&[3][..], &[1, 2, 3], &[2, 3]] {
            let mut methods = Vec::new();
            let mut start = 0;
            for &end in ends {
                let body = request.encode(METHOD, start..end).unwrap();
                start = end;
                let outer = call::decode(&body, Options::new()).unwrap();
                for call in multicall::calls(&outer).unwrap() {
                    let call = call.unwrap();
                    methods.push((call.method().to_owned(), call.params::<Value>().unwrap()));
                }
            }
            let expected = [
                ("first".to_owned(), value!([1, "a"])),
                ("second".to_owned(), value!(["key", 2])),
                ("third".to_owned(), value!([3])),
            ];
            assert_eq!(methods, expected, "{broken:?}");
        }
    }
}

#[test]
fn a_map_whose_keys_and_values_do_not_pair_is_an_error() {
    /// The calls of a map: `k` a key, `v` a value, `x` a key that is not text, `p` a key that panics, `e` an
    /// entry.
    struct Calls(&'static str);
    struct PanickingKey;
    impl Serialize for PanickingKey {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            quiet_panic()
        }
    }
    /// Fails after its text was given.
    struct LateKey;
    impl Serialize for LateKey {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str("late").and(Err(S::Error::custom("late")))
        }
    }
    impl Serialize for Calls {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(None)?;
            for call in self.0.chars() {
                ignored(|| match call {
                    'k' => map.serialize_key("name"),
                    'v' => map.serialize_value(&1),
                    'x' => map.serialize_key(&[1]),
                    'p' => map.serialize_key(&PanickingKey),
                    'l' => map.serialize_key(&LateKey),
                    'L' => map.serialize_entry(&LateKey, &1),
                    _ => map.serialize_entry("entry", &2),
                });
            }
            map.end()
        }
    }
    for calls in ["k", "v", "kk", "kkv", "vk", "xv", "kvv", "ke", "pv", "lv", "L", "Le", "kx", "kxv"] {
        assert!(to_string(&Calls(calls)).is_err(), "{calls}: only the refusal matters");
        assert!(to_value(&Calls(calls)).is_err(), "{calls}: only the refusal matters");
    }
    for (calls, written) in [
        ("", value!({})),
        ("kv", value!({ "name": 1 })),
        ("kve", value!({ "name": 1, "entry": 2 })),
        ("kev", value!({ "entry": 2, "name": 1 })),
        // Nothing was written of the key, and the map goes on without it.
        ("pkv", value!({ "name": 1 })),
    ] {
        assert_eq!(to_value(&Calls(calls)).unwrap(), written, "{calls}");
        assert_eq!(to_string(&Calls(calls)).unwrap(), to_string(&written).unwrap(), "{calls}");
    }
}

#[test]
fn a_serializer_keeps_only_what_was_written_as_a_whole() {
    for broken in ALL {
        let mut serializer = xmlrpc_serde::Serializer::new(Options::new());
        [1].serialize(&mut serializer).unwrap();
        "a".serialize(&mut serializer).unwrap();
        assert!(ignored(|| (1, broken).serialize(&mut serializer)));
        let text = serializer.into_string();
        assert_eq!(text, to_string(&[1]).unwrap() + &to_string("a").unwrap(), "{broken:?}");

        let mut serializer = xmlrpc_serde::Serializer::new(Options::new());
        assert!(ignored(|| broken.serialize(&mut serializer)));
        assert_eq!(serializer.into_string(), "", "{broken:?}");

        let mut serializer = xmlrpc_serde::Serializer::for_value(Options::new());
        if ignored(|| [broken].serialize(&mut serializer)) {
            assert_eq!(
                serializer.into_value().unwrap_err().to_string(),
                "expected a value, but nothing was serialized",
                "{broken:?}"
            );
        }
    }
}

/// The compounds may also be used without any type around them.
#[test]
fn an_array_that_is_not_ended_leaves_no_text() {
    let mut serializer = xmlrpc_serde::Serializer::new(Options::new());
    1.serialize(&mut serializer).unwrap();
    let mut array = (&mut serializer).serialize_seq(None).unwrap();
    SerializeSeq::serialize_element(&mut array, "x").unwrap();
    assert_eq!(serializer.into_string(), "<value><int>1</int></value>");
}

/// Other types may use the name of the newtype that stands for a date.
#[test]
fn the_newtype_of_dates_is_safe_in_other_hands() {
    const DATE_TIME: &str = "$xmlrpc::DateTime";
    struct Dated<T>(T);
    impl<T: Serialize> Serialize for Dated<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_newtype_struct(DATE_TIME, &self.0)
        }
    }
    /// What comes after a date that panicked is not a date.
    struct After;
    impl Serialize for After {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut array = serializer.serialize_seq(None)?;
            assert!(ignored(|| array.serialize_element(&Dated(Broken::PanicAtOnce))));
            array.serialize_element("text")?;
            array.end()
        }
    }
    assert_eq!(to_value(&After).unwrap(), value!(["text"]));
    assert_eq!(
        to_string(&Dated("</value><b>")).unwrap(),
        "<value><dateTime.iso8601>&lt;/value&gt;&lt;b&gt;</dateTime.iso8601></value>"
    );
    assert_eq!(
        to_string(&[Dated("\u{1}")]).unwrap_err().to_string(),
        "character U+0001 cannot be written in XML at [0]: \
         send the bytes as `Base64`, or set `control_characters`"
    );
    assert_eq!(
        to_value(&Dated("x")).unwrap_err().to_string(),
        "invalid dateTime \"x\", expected YYYYMMDDTHH:MM:SS"
    );
}

#[test]
fn a_part_may_catch_the_panic_of_its_own_content() {
    struct Catches;
    impl Serialize for Catches {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match catch_unwind(AssertUnwindSafe(|| (1, Broken::PanicInside).serialize(serializer))) {
                Ok(result) => result,
                Err(_) => Err(S::Error::custom("caught")),
            }
        }
    }
    struct Ignores;
    impl Serialize for Ignores {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut array = serializer.serialize_seq(None)?;
            let _ = array.serialize_element(&Catches);
            array.end()
        }
    }
    assert_eq!(to_string(&[Catches]).unwrap_err().to_string(), "caught at [0]");
    assert_eq!(
        to_string(&Ignores).unwrap_err().to_string(),
        "an element of this array could not be written, and the type that holds it ignored that"
    );
}
