//! A module for a list that PHP may send as a struct with the members `"0"`, `"1"` and so on.
//!
//! PHP has one type for lists and maps. An array whose keys are not exactly 0, 1, 2 …, for example after an
//! element was removed, goes over the wire as a struct. The module serves `Vec<T>` of every `T`. It reads an
//! array, and a struct whose names are whole numbers, in the order of the numbers. It writes an array.
//!
//! # Examples
//!
//! ```
//! # use xmlrpc_serde as xmlrpc;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize, Serialize)]
//! struct Post {
//!     #[serde(with = "xmlrpc::with::php_list")]
//!     tags: Vec<String>,
//! }
//!
//! let xml = "<value><struct><member><name>tags</name><value><struct>\
//!            <member><name>0</name><value>a</value></member>\
//!            <member><name>2</name><value>c</value></member>\
//!            </struct></value></member></struct></value>";
//! assert_eq!(xmlrpc::from_str::<Post>(xml)?.tags, ["a", "c"]);
//! # Ok::<(), xmlrpc_serde::Error>(())
//! ```
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
};
use std::{fmt, marker::PhantomData};

/// Serializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the serializer's error if an element has no form on the wire.
pub fn serialize<T: Serialize, S: Serializer>(value: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(value)
}

/// Deserializes a field. `#[serde(with = "…")]` calls this.
///
/// # Errors
///
/// Returns the deserializer's error if the value is neither an array nor a struct with numbers as names, or
/// if an element does not fit the type.
pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(PhpListVisitor(PhantomData))
}

struct PhpListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for PhpListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array, or a struct with numbers as names")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element()? {
            list.push(element);
        }
        Ok(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Vec<T>, A::Error> {
        let mut list: Vec<(u64, T)> = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            let index = name.parse().map_err(|_| {
                let shown = crate::excerpt::excerpt(&name);
                A::Error::custom(format_args!(
                    "expected a number as the name of an element, found \"{shown}\""
                ))
            })?;
            list.push((index, members.next_value()?));
        }
        list.sort_by_key(|(index, _)| *index);
        if let Some(pair) = list.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(A::Error::custom(format_args!("two elements have the number {}", pair[0].0)));
        }
        Ok(list.into_iter().map(|(_, element)| element).collect())
    }
}
