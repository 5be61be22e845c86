//! What serde and Rust call a type, in the terms of XML-RPC: for callers who know neither.
use std::borrow::Cow;

/// The type of XML-RPC that a visitor expects, by serde's description of it.
pub(super) fn expected(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix("a nonzero ").unwrap_or(text);
    let name = match text {
        "i8" | "i16" | "i32" | "u8" | "u16" => "int",
        "u32" | "i64" | "u64" | "i128" | "u128" | "isize" | "usize" => "int or i8",
        "f32" | "f64" => "double",
        "a boolean" => "boolean",
        "a string" | "a borrowed string" | "path string" | "a borrowed path" | "os string"
        | "variant identifier" | "field identifier" => "string",
        "a character" => "a string of one character",
        "a dateTime" | "the text of a date and time" => "dateTime.iso8601",
        "byte array" | "a byte array" | "a borrowed byte array" | "bytes" => "base64",
        "unit" => "nil",
        "option" => "a value or nil",
        "a sequence" => "array",
        "an empty array" => "array without elements",
        "a map" | "a struct" => "struct",
        "an XML-RPC value" => "a value",
        _ => return expected_compound(text),
    };
    name.into()
}

/// Descriptions that hold the name or the size of a Rust type.
fn expected_compound(text: &str) -> Cow<'_, str> {
    // `a tuple of size 2`, `an array of length 2`, `struct Point with 2 elements`.
    let size = ["a tuple of size ", "an array of length "].iter().find_map(|start| text.strip_prefix(start));
    let size = size.or_else(|| {
        let (_, size) = text.rsplit_once(" with ")?;
        size.strip_suffix(" elements").or_else(|| size.strip_suffix(" element"))
    });
    if let Some(size) = size {
        let s = if size == "1" { "" } else { "s" };
        return format!("array of {size} element{s}").into();
    }
    let starts = [
        ("tuple struct ", "array"),
        ("tuple variant ", "array"),
        ("unit struct ", "nil"),
        ("unit variant ", "string"),
        ("struct variant ", "struct"),
        ("struct ", "struct"),
        ("internally tagged enum ", "struct"),
        ("adjacently tagged enum ", "struct"),
        ("enum ", "string or struct"),
    ];
    match starts.iter().find(|(start, _)| text.starts_with(start)) {
        Some((_, name)) => (*name).into(),
        None => text.into(),
    }
}

/// The values that a visitor expects, where the type is right: the range of an integer.
pub(super) fn values(text: &str) -> Cow<'_, str> {
    let range = match text.strip_prefix("a nonzero ").unwrap_or(text) {
        "i8" => "int from -128 to 127",
        "u8" => "int from 0 to 255",
        "i16" => "int from -32768 to 32767",
        "u16" => "int from 0 to 65535",
        "i32" => "int from -2147483648 to 2147483647",
        "u32" => "int from 0 to 4294967295",
        "i64" | "isize" => "int of 64 bits",
        "u64" | "usize" => "int of 64 bits without sign",
        "i128" | "u128" => "int",
        _ => return expected(text),
    };
    if text.starts_with("a nonzero ") { format!("{range}, but not 0").into() } else { range.into() }
}

/// What was found, by serde's description of it.
pub(super) fn found(text: &str) -> Cow<'_, str> {
    let name = match text {
        "byte array" => "base64",
        "unit value" | "Option value" => "nil",
        "newtype struct" => "dateTime.iso8601",
        "sequence" => "array",
        "map" => "struct",
        _ => {
            let starts =
                [("integer `", "int `"), ("floating point `", "double `"), ("character `", "string `")];
            return match starts.iter().find_map(|(start, name)| Some((name, text.strip_prefix(start)?))) {
                Some((name, rest)) => format!("{name}{rest}").into(),
                None => text.into(),
            };
        }
    };
    name.into()
}

/// A whole message of serde's that names a Rust type.
pub(super) fn text(text: &str) -> &str {
    if text.starts_with("data did not match any variant of untagged enum ") {
        "the value has none of the forms that are accepted here"
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_of_serde_have_a_name_in_xml_rpc() {
        for (text, name) in [
            ("i32", "int"),
            ("a nonzero u8", "int"),
            ("u64", "int or i8"),
            ("f32", "double"),
            ("a borrowed string", "string"),
            ("a tuple of size 1", "array of 1 element"),
            ("a tuple of size 3", "array of 3 elements"),
            ("an array of length 16", "array of 16 elements"),
            ("struct Point", "struct"),
            ("struct Point with 2 elements", "array of 2 elements"),
            ("tuple struct Pair with 1 element", "array of 1 element"),
            ("tuple struct Meters", "array"),
            ("enum Shape", "string or struct"),
            ("internally tagged enum Shape", "struct"),
            ("unit struct Nothing", "nil"),
            ("base64", "base64"),
            ("an IPv4 address", "an IPv4 address"),
        ] {
            assert_eq!(expected(text), name, "{text}");
        }
        assert_eq!(values("u8"), "int from 0 to 255");
        assert_eq!(values("a nonzero u8"), "int from 0 to 255, but not 0");
        assert_eq!(values("f32"), "double");
        assert_eq!(found("integer `256`"), "int `256`");
        assert_eq!(found("floating point `0.5`"), "double `0.5`");
        assert_eq!(found("string \"x\""), "string \"x\"");
    }
}
