//! `wire_type`: the XML-RPC names of Rust types.
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use xmlrpc_serde::{Base64, DateTime, Struct, Value};
use xmlrpc_server::wire_type;

#[derive(Deserialize)]
#[expect(dead_code, reason = "only the type is asked for its name")]
struct Named {
    a: i32,
}
#[derive(Deserialize)]
#[expect(dead_code, reason = "only the type is asked for its name")]
struct Id(i32);
#[derive(Deserialize)]
#[expect(dead_code, reason = "only the type is asked for its name")]
struct Pair(i32, i32);
#[derive(Deserialize)]
enum Word {
    One,
    Two,
}
#[derive(Deserialize)]
#[expect(dead_code, reason = "only the type is asked for its name")]
enum Shape {
    Circle(f64),
    Rectangle { width: f64 },
}
#[derive(Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "only the type is asked for its name")]
enum Either {
    Text(String),
    Number(i32),
}
#[derive(Deserialize)]
#[expect(dead_code, reason = "only the type is asked for its name")]
struct Flat {
    #[serde(flatten)]
    inner: Named,
}

#[test]
fn types_are_named_for_what_they_request() {
    macro_rules! names {
        ($($type:ty => $name:literal;)*) => {
            $(assert_eq!(wire_type::<$type>(), $name, stringify!($type));)*
        };
    }
    names! {
        bool => "boolean";
        i8 => "int";
        i32 => "int";
        u16 => "int";
        u32 => "i8";
        i64 => "i8";
        usize => "i8";
        f32 => "double";
        f64 => "double";
        String => "string";
        char => "string";
        DateTime => "dateTime.iso8601";
        Base64 => "base64";
        Vec<i32> => "array";
        (i32, String) => "array";
        Pair => "array";
        Named => "struct";
        Flat => "struct";
        Struct => "struct";
        HashMap<String, i32> => "struct";
        BTreeMap<String, Vec<Value>> => "struct";
        () => "nil";
        Id => "int";
        Option<Id> => "int";
        Option<Vec<u8>> => "array";
        Option<DateTime> => "dateTime.iso8601";
        Box<str> => "string";
        Word => "string";
        Shape => "struct";
        Either => "undef";
        Value => "undef";
    }
}
