//! What types with fields, integers and bytes accept, directly and behind serde's buffer.
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, MapAccess, Visitor},
};
use std::{
    collections::{BTreeMap, HashMap},
    fmt::{self, Debug},
};
use xmlrpc_serde::{Base64, DateTime, ErrorKind, Options, Value, from_str, from_value, value};

/// Reads a value from text, by all lanes, and from a `Value`.
#[track_caller]
fn read<T: DeserializeOwned + Debug + PartialEq>(xml: &str) -> Result<T, String> {
    let text = from_str::<T>(xml).map_err(|error| error.without_advice().to_string());
    let slow = Options::new().fast_lanes(false).from_str::<T>(xml);
    assert_eq!(text, slow.map_err(|error| error.without_advice().to_string()), "{xml}");
    let tree = from_value::<T>(from_str(xml).unwrap());
    assert_eq!(text.as_ref().ok(), tree.as_ref().ok(), "{xml}: {text:?} from text, {tree:?} from a `Value`");
    text
}

#[track_caller]
fn reads<T: DeserializeOwned + Debug + PartialEq>(content: &str, expected: T) {
    assert_eq!(read(&format!("<value>{content}</value>")), Ok(expected), "{content}");
}

#[track_caller]
fn refuses<T: DeserializeOwned + Debug + PartialEq>(content: &str, text: &str) {
    let error = read::<T>(&format!("<value>{content}</value>")).unwrap_err();
    assert_eq!(error, text, "{content}");
}

mod doubles_as_integers {
    use super::*;

    #[test]
    fn a_whole_double_is_an_integer_for_a_type_that_asks_for_one() {
        reads("<double>2147483647</double>", 2_147_483_647_i32);
        reads("<double>2147483648</double>", 2_147_483_648_i64);
        reads("<double>4.0</double>", 4_u8);
        reads("<double>4.0</double>", 4_u128);
        reads("<double>-4</double>", -4_i128);
        reads("<double>-4.000</double>", -4_i16);
        reads("<double>0.0</double>", 0_u64);
        reads("<double> 1e3 </double>", 1000);
        reads("<float>7</float>", 7);
        reads("<double>9007199254740992</double>", 1_u64 << 53);
        reads("<double>-9007199254740992</double>", -(1_i64 << 53));
        reads(
            "<array><data><value><double>1</double></value><value><int>2</int></value></data></array>",
            [1, 2],
        );
    }

    #[test]
    fn another_double_is_not() {
        refuses::<i32>("<double>0.5</double>", "invalid type: double, expected i32 (line 1, column 8)");
        refuses::<i32>("<double>-0.0</double>", "invalid type: double, expected i32 (line 1, column 8)");
        refuses::<i64>(
            "<double>9007199254740994</double>",
            "invalid type: double, expected i64 (line 1, column 8)",
        );
        refuses::<i128>("<double>1e300</double>", "invalid type: double, expected i128 (line 1, column 8)");
        refuses::<u8>("<double>NaN</double>", "invalid type: double, expected u8 (line 1, column 8)");
        refuses::<u8>("<double>inf</double>", "invalid type: double, expected u8 (line 1, column 8)");
        refuses::<u8>("<double>256</double>", "invalid value: integer `256`, expected u8 (line 1, column 8)");
        refuses::<u8>("<double>-1</double>", "invalid value: integer `-1`, expected u8 (line 1, column 8)");
        refuses::<bool>("<double>1</double>", "invalid type: double, expected a boolean (line 1, column 8)");
    }

    #[test]
    fn a_value_and_serdes_buffer_keep_the_double() {
        #[derive(Debug, Deserialize, PartialEq)]
        #[serde(untagged)]
        enum Number {
            Integer(i64),
            Double(f64),
        }
        #[derive(Debug, Deserialize, PartialEq)]
        struct Flat {
            #[serde(flatten)]
            rest: BTreeMap<String, i32>,
        }
        reads("<double>7</double>", Value::Double(7.0));
        reads("<double>7</double>", Number::Double(7.0));
        reads("<int>7</int>", Number::Integer(7));
        refuses::<Flat>(
            "<struct><member><name>a</name><value><double>7</double></value></member></struct>",
            "invalid type: double, expected i32 (line 1, column 8)",
        );
    }
}

mod arrays_as_structs {
    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Torrent {
        #[serde(alias = "hash", alias = "infohash")]
        id: String,
        size: i64,
        #[serde(default)]
        ratio: f64,
    }

    fn array(elements: &str) -> String {
        format!("<array><data>{elements}</data></array>")
    }

    const ID: &str = "<value>ab</value>";
    const SIZE: &str = "<value><i8>5</i8></value>";
    const RATIO: &str = "<value><double>0.5</double></value>";

    #[test]
    fn fields_are_read_in_their_order() {
        reads(&array(&[ID, SIZE, RATIO].concat()), Torrent { id: "ab".into(), size: 5, ratio: 0.5 });
        let rows = array(&format!("<value>{}</value>", array(&[ID, SIZE, RATIO].concat())).repeat(2));
        assert_eq!(read::<Vec<Torrent>>(&format!("<value>{rows}</value>")).unwrap().len(), 2);
    }

    #[test]
    fn a_missing_element_is_the_default_or_an_error() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Optional {
            a: i32,
            b: Option<i32>,
        }
        reads(&array(&[ID, SIZE].concat()), Torrent { id: "ab".into(), size: 5, ratio: 0.0 });
        refuses::<Torrent>(
            &array(ID),
            "invalid length 1, expected struct Torrent with 3 elements (line 1, column 8)",
        );
        // serde takes a member that is absent for a `None`, but not an element.
        refuses::<Optional>(
            &array("<value><int>1</int></value>"),
            "invalid length 1, expected struct Optional with 2 elements (line 1, column 8)",
        );
    }

    #[test]
    fn an_element_left_over_is_an_error() {
        refuses::<Torrent>(
            &array(&[ID, SIZE, RATIO, ID].concat()),
            "invalid length: expected an array of length 3, found a longer one (line 1, column 8)",
        );
    }

    #[test]
    fn a_wrong_element_is_named_by_its_place() {
        let error =
            from_str::<Torrent>(&format!("<value>{}</value>", array(&[ID, ID].concat()))).unwrap_err();
        assert_eq!(error.to_string(), "invalid type: string, expected i64 at [1] (line 1, column 45)");
    }

    #[test]
    fn an_empty_array_is_the_empty_struct() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Optional {
            a: Option<i32>,
        }
        for empty in
            ["<array><data/></array>", "<array></array>", "<array><data>\n</data></array>", "<array/>"]
        {
            reads(empty, Optional { a: None });
            reads(empty, BTreeMap::<String, i32>::new());
            let error = from_str::<Torrent>(&format!("<value>{empty}</value>")).unwrap_err();
            assert_eq!(
                error.to_string(),
                "missing field `id` (line 1, column 8): an empty array came, which is read as a struct \
                 without members"
            );
            let error = from_value::<Torrent>(value!([])).unwrap_err();
            assert_eq!(
                error.to_string(),
                "missing field `id`: an empty array came, which is read as a struct without members"
            );
        }
    }

    #[test]
    fn a_map_and_a_struct_with_flatten_take_no_array() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Flat {
            a: i32,
            #[serde(flatten)]
            rest: BTreeMap<String, i32>,
        }
        let one = array("<value><int>1</int></value>");
        refuses::<Flat>(&one, "invalid type: array, expected struct Flat (line 1, column 8)");
        refuses::<BTreeMap<String, i32>>(&one, "invalid type: array, expected a map (line 1, column 8)");
        refuses::<HashMap<String, i32>>(&one, "invalid type: array, expected a map (line 1, column 8)");
    }

    #[test]
    fn variants_take_them_as_well() {
        #[derive(Debug, Deserialize, PartialEq)]
        enum Shape {
            Rectangle { width: i32, height: i32 },
        }
        let sides = array("<value><int>3</int></value><value><int>4</int></value>");
        reads(
            &format!("<struct><member><name>Rectangle</name><value>{sides}</value></member></struct>"),
            Shape::Rectangle { width: 3, height: 4 },
        );
    }
}

mod bytes {
    use super::*;

    const BASE64: &str = "<base64>AQI=</base64>";
    const ARRAY: &str = "<array><data><value><int>1</int></value><value><int>2</int></value></data></array>";

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(untagged)]
    enum Raw {
        Bytes(Base64),
        Numbers(Vec<i32>),
    }

    #[derive(Debug, Deserialize, PartialEq)]
    struct Octet(u8);

    #[test]
    fn base64_is_read_into_bytes() {
        reads(BASE64, Base64(vec![1, 2]));
        reads(BASE64, vec![1_u8, 2]);
        reads(BASE64, [1_u8, 2]);
        reads(BASE64, (1_u8, 2_u8));
        reads(BASE64, vec![Octet(1), Octet(2)]);
        reads(BASE64, std::collections::BTreeSet::from([1_u8, 2]));
        reads(BASE64, serde_bytes::ByteBuf::from([1, 2]));
        reads(BASE64, Raw::Bytes(Base64(vec![1, 2])));
    }

    #[test]
    fn base64_is_no_other_sequence() {
        for text in [
            read::<Vec<Value>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
            read::<Vec<i128>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
            read::<Vec<i8>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
            read::<Vec<u16>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
            read::<Vec<Option<u8>>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
            read::<Vec<bool>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
            read::<Vec<String>>(&format!("<value>{BASE64}</value>")).unwrap_err(),
        ] {
            assert!(text.starts_with("invalid type: base64, expected "), "{text}");
        }
        let error = from_str::<Vec<Value>>(&format!("<value>{BASE64}</value>")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "invalid type: base64, expected an XML-RPC value (line 1, column 8): base64 is bytes: read it as \
             `Base64` or `Vec<u8>`"
        );
    }

    #[test]
    fn an_empty_base64_is_any_empty_sequence() {
        for empty in ["<base64/>", "<base64></base64>", "<base64>\n</base64>"] {
            reads(empty, Vec::<Value>::new());
            reads(empty, Vec::<i128>::new());
            reads(empty, Vec::<String>::new());
            reads(empty, Vec::<u8>::new());
            reads(empty, Base64(vec![]));
        }
    }

    #[test]
    fn an_array_is_not_bytes() {
        refuses::<Base64>(ARRAY, "invalid type: array, expected base64 (line 1, column 8)");
        refuses::<Base64>(
            "<array><data/></array>",
            "invalid type: array, expected base64 (line 1, column 8)",
        );
        refuses::<serde_bytes::ByteBuf>(ARRAY, "invalid type: array, expected byte array (line 1, column 8)");
        refuses::<Option<Base64<[u8; 2]>>>(ARRAY, "invalid type: array, expected base64 (line 1, column 8)");
        reads(ARRAY, vec![1_u8, 2]);
    }

    #[test]
    fn an_untagged_enum_tells_bytes_from_numbers() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Flat {
            #[serde(flatten)]
            rest: BTreeMap<String, Base64>,
        }
        reads(ARRAY, Raw::Numbers(vec![1, 2]));
        refuses::<Flat>(
            &format!("<struct><member><name>a</name><value>{ARRAY}</value></member></struct>"),
            "invalid type: array, expected base64 (line 1, column 8)",
        );
    }

    #[test]
    fn other_formats_go_on_as_they_do() {
        assert_eq!(serde_json::from_str::<Base64>("[1,2]").unwrap().0, [1, 2]);
        assert_eq!(serde_json::from_str::<Raw>("[1,2]").unwrap(), Raw::Bytes(Base64(vec![1, 2])));
        assert_eq!(serde_json::from_str::<Raw>("[1,300]").unwrap(), Raw::Numbers(vec![1, 300]));
    }
}

/// A count of the members that is wrong makes `serde_transcode` write documents that are not well-formed.
#[test]
fn a_struct_never_says_a_wrong_number_of_members() {
    #[derive(Debug, PartialEq)]
    struct Hints;

    impl<'de> Deserialize<'de> for Hints {
        fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
            value.deserialize_any(Self)
        }
    }

    impl<'de> Visitor<'de> for Hints {
        type Value = Self;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a struct")
        }

        fn visit_unit<E>(self) -> Result<Self, E> {
            Ok(self)
        }

        fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut elements: A) -> Result<Self, A::Error> {
            let hint = elements.size_hint();
            let mut count = 0;
            while elements.next_element::<Self>()?.is_some() {
                count += 1;
            }
            assert!(hint.is_none_or(|hint| hint == count), "{hint:?} {count}");
            Ok(self)
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self, A::Error> {
            let hint = members.size_hint();
            let mut count = 0;
            while members.next_entry::<String, Self>()?.is_some() {
                count += 1;
            }
            assert!(hint.is_none_or(|hint| hint == count), "{hint:?} {count}");
            Ok(self)
        }
    }

    let structs = |members: usize| {
        let members = "<member><name>a</name><value><nil/></value></member>".repeat(members);
        format!("<value><struct>{members}</struct></value>")
    };
    let xml =
        format!("<value><array><data>{}</data></array></value>", [3, 1, 0, 40, 2].map(structs).concat());
    reads(xml.trim_start_matches("<value>").trim_end_matches("</value>"), Hints);
}

/// Behind serde's buffer a date is not a string; elsewhere it is, as its text.
#[test]
fn a_date_into_a_string_names_the_module_that_reads_it() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Inner {
        when: String,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    struct Flat {
        #[serde(flatten)]
        inner: Inner,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    struct Text {
        #[serde(with = "xmlrpc_serde::with::text")]
        when: DateTime,
    }
    let xml = "<value><struct><member><name>when</name><value><dateTime.iso8601>20260728T00:00:00\
    </dateTime.iso8601>\
               </value></member></struct></value>";
    assert_eq!(from_str::<Inner>(xml).unwrap().when, "20260728T00:00:00");
    let error = from_str::<Flat>(xml).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Data);
    assert_eq!(
        error.to_string(),
        "invalid type: dateTime.iso8601, expected a string (line 1, column 8): read it as `DateTime`, by \
         `with::text` if it may also be a string"
    );
    assert_eq!(from_str::<Text>(xml).unwrap().when, DateTime::new(2026, 7, 28, 0, 0, 0).unwrap());
}
