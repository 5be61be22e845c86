//! The names that servers use for XML-RPC's types, as types of a contract.

use crate::Type;

/// The type of that name; `None` for words that name none.
pub(crate) fn from_wire_name(name: &str) -> Option<Type> {
    Some(match &*name.trim().to_ascii_lowercase() {
        "int" | "i4" | "i2" | "i1" | "integer" => Type::Int,
        "i8" | "long" => Type::Long,
        "double" | "float" => Type::Double,
        "boolean" | "bool" => Type::Bool,
        "string" | "str" | "text" => Type::Text,
        "datetime.iso8601" | "datetime" | "date" => Type::Date,
        "base64" | "bytes" | "binary" => Type::Base64,
        "array" | "list" | "tuple" => Type::List(Box::new(Type::Unknown)),
        "struct" | "dict" | "dictionary" => Type::Map(Box::new(Type::Unknown)),
        "nil" | "void" => Type::Unit,
        _ => return None,
    })
}
