//! Helper modules: for values that serde does not read by itself.

use super::items::Item;
use crate::Nothing;
use std::collections::BTreeSet;

/// A module that reads and writes values of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Helper {
    NumberText,
    BoolText,
    EmptyText,
    EmptyArray,
    EmptyStruct,
    False,
}

/// How a module is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    pub(crate) helper: Helper,
    /// Whether the value is in an `Option`.
    pub(crate) option: bool,
}

impl Helper {
    pub(crate) const fn nothing(nothing: Nothing) -> Self {
        match nothing {
            Nothing::EmptyText => Self::EmptyText,
            Nothing::EmptyArray => Self::EmptyArray,
            Nothing::EmptyStruct => Self::EmptyStruct,
            Nothing::False => Self::False,
        }
    }

    pub(crate) const fn module(self) -> &'static str {
        match self {
            Self::NumberText => "number_text",
            Self::BoolText => "bool_text",
            Self::EmptyText => "none_if_empty",
            Self::EmptyArray => "none_if_empty_array",
            Self::EmptyStruct => "none_if_empty_struct",
            Self::False => "none_if_false",
        }
    }

    fn source(self) -> String {
        match self {
            Self::NumberText => TEXT.replace("MODULE", self.module()).replace("WHAT", "Numbers"),
            Self::BoolText => TEXT.replace("MODULE", self.module()).replace("WHAT", "Booleans"),
            Self::EmptyText => {
                nothing(self, "an empty text", "value.as_str() == Some(\"\")", "xmlrpc::Value::from(\"\")")
            }
            Self::EmptyArray => nothing(
                self,
                "an empty array",
                "value.as_array().is_some_and(<[_]>::is_empty)",
                "xmlrpc::Value::Array(Vec::new())",
            ),
            Self::EmptyStruct => nothing(
                self,
                "an empty struct",
                "value.as_struct().is_some_and(xmlrpc::Struct::is_empty)",
                "xmlrpc::Value::Struct(xmlrpc::Struct::new())",
            ),
            Self::False => {
                nothing(self, "`false`", "value.as_bool() == Some(false)", "xmlrpc::Value::Bool(false)")
            }
        }
    }
}

impl Use {
    /// The path of the module, as attributes want it.
    pub(crate) fn path(self) -> String {
        let option = if self.option { "::option" } else { "" };
        format!("{}{option}", self.helper.module())
    }
}

fn nothing(helper: Helper, what: &str, condition: &str, written: &str) -> String {
    NOTHING
        .replace("MODULE", helper.module())
        .replace("WHAT", what)
        .replace("CONDITION", condition)
        .replace("WRITTEN", written)
}

const TEXT: &str = r#"
/// WHAT that the server writes as text.
pub mod MODULE {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::{fmt::Display, str::FromStr};

    /// Reads the value out of a text.
    pub fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>
    where
        T::Err: Display,
    {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }

    /// Writes the value as text.
    pub fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// The same for a value that may be absent.
    pub mod option {
        use serde::{Deserialize, Deserializer, Serializer, de::Error};
        use std::{fmt::Display, str::FromStr};

        /// Reads the value out of a text.
        pub fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error>
        where
            T::Err: Display,
        {
            let text = Option::<String>::deserialize(deserializer)?;
            text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
        }

        /// Writes the value as text.
        #[allow(clippy::ref_option, reason = "serde passes a reference")]
        pub fn serialize<T: Display, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
            match value {
                Some(value) => serializer.collect_str(value),
                None => serializer.serialize_none(),
            }
        }
    }
}
"#;

const NOTHING: &str = r#"
/// Reads WHAT, which is the server's "nothing", as `None`.
pub mod MODULE {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::{DeserializeOwned, Error}};

    /// Reads a value, or nothing.
    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        let value = xmlrpc::Value::deserialize(deserializer)?;
        if value.is_nil() || CONDITION {
            return Ok(None);
        }
        let empty = is_empty(&value);
        match xmlrpc::from_value(value) {
            Ok(value) => Ok(Some(value)),
            Err(_) if empty => Ok(None),
            Err(error) => Err(D::Error::custom(error)),
        }
    }

    /// Writes a value, or nothing.
    #[allow(clippy::ref_option, reason = "serde passes a reference")]
    pub fn serialize<T: Serialize, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => value.serialize(serializer),
            None => WRITTEN.serialize(serializer),
        }
    }

    /// Whether the value is what servers send for nothing in other types.
    fn is_empty(value: &xmlrpc::Value) -> bool {
        match value {
            xmlrpc::Value::String(text) => text.is_empty(),
            xmlrpc::Value::Array(items) => items.is_empty(),
            xmlrpc::Value::Struct(members) => members.is_empty(),
            _ => false,
        }
    }
}
"#;

/// The items of the modules that are used.
pub(crate) fn items(used: &BTreeSet<Helper>) -> Vec<Item> {
    used.iter().filter_map(|helper| Item::new(&helper.source().parse().ok()?)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Helper, items};

    #[test]
    fn every_helper_is_a_module() {
        let all = [
            Helper::NumberText,
            Helper::BoolText,
            Helper::EmptyText,
            Helper::EmptyArray,
            Helper::EmptyStruct,
            Helper::False,
        ];
        let items = items(&all.into_iter().collect());
        let keys: Vec<&str> = items.iter().map(|item| &*item.key).collect();
        let expected: Vec<String> = all.iter().map(|helper| format!("mod {}", helper.module())).collect();
        assert_eq!(keys, expected);
    }
}
