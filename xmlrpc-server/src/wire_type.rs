//! `wire_type`: the XML-RPC name of a Rust type, found by asking the type itself.
//!
//! serde has no description of a type. But a type that is deserialized first says to its deserializer what it
//! expects: `Vec<i32>` calls `deserialize_seq`, and a struct `deserialize_struct`. [`TypeProbe`] is a
//! deserializer that answers each of these calls with an error, which carries the name.
use crate::description::UNDEFINED;
use serde_core::{
    Serialize,
    de::{
        DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, VariantAccess, Visitor,
        value::U32Deserializer,
    },
};
use std::{
    any::{TypeId, type_name as rust_name},
    fmt,
};
use xmlrpc_serde::{Base64, DateTime};

/// Returns the XML-RPC name of the type that `T` is read from, as `system.methodSignature` lists it.
///
/// It is the name of what `T` requests from its deserializer. An `Option` or a newtype has the name of what
/// it holds.
///
/// | requested | name |
/// |---|---|
/// | `bool` | `boolean` |
/// | integers of up to 32 bits | `int` |
/// | `u32` and wider integers | `i8` |
/// | floats | `double` |
/// | text, and enums that begin with a variant without content | `string` |
/// | [`DateTime`] | `dateTime.iso8601` |
/// | bytes, [`Base64`] | `base64` |
/// | sequences, tuples | `array` |
/// | structs, maps, other enums | `struct` |
/// | `()` | `nil`, which a router that does not write `<nil/>` lists as `string` |
/// | a value of any type, as by [`Value`](xmlrpc_serde::Value) | `undef`. `system.methodSignature` then answers `undef` for the whole method, as xmlrpc-c does |
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_server as server; }
/// use xmlrpc::server::wire_type;
/// assert_eq!(wire_type::<Option<i32>>(), "int");
/// assert_eq!(wire_type::<Vec<String>>(), "array");
/// ```
#[must_use]
pub fn wire_type<T: DeserializeOwned>() -> &'static str {
    match T::deserialize(TypeProbe) {
        Err(Answered(name)) => name,
        // A type that requests nothing reads no value at all.
        Ok(_) => UNDEFINED,
    }
}

/// Returns the XML-RPC name of a type that is only written. Such a type cannot be asked, because serde asks a
/// value and there is none yet. Types of the standard library and of the format are known; others are
/// `undef`.
pub(crate) fn result_wire_type<T: Serialize + 'static>() -> &'static str {
    fn is<T: 'static>(of: &[TypeId]) -> bool {
        of.contains(&TypeId::of::<T>())
    }
    macro_rules! ids {
        ($($type:ty),*) => { &[$(TypeId::of::<$type>()),*] };
    }
    if is::<T>(ids!(bool)) {
        "boolean"
    } else if is::<T>(ids!(i8, i16, i32, u8, u16)) {
        "int"
    } else if is::<T>(ids!(u32, i64, u64, isize, usize)) {
        "i8"
    } else if is::<T>(ids!(f32, f64)) {
        "double"
    } else if is::<T>(ids!(String, &'static str, Box<str>, char)) {
        "string"
    } else if is::<T>(ids!(DateTime)) {
        "dateTime.iso8601"
    } else if is::<T>(ids!(Base64, Base64<&'static [u8]>)) {
        "base64"
    } else if is::<T>(ids!(())) {
        "nil"
    } else {
        container_wire_type(rust_name::<T>())
    }
}

/// Finds containers by the name that the compiler gives them. Their elements may be of any type, so there is
/// no `TypeId` to compare with.
fn container_wire_type(name: &str) -> &'static str {
    const ARRAYS: [&str; 4] = [
        "alloc::vec::Vec<",
        "alloc::collections::vec_deque::VecDeque<",
        "std::collections::hash::set::",
        "(",
    ];
    const STRUCTS: [&str; 3] =
        ["std::collections::hash::map::", "alloc::collections::btree::map::", "xmlrpc_serde::value::"];
    if ARRAYS.iter().any(|start| name.starts_with(start)) || name.starts_with('[') {
        "array"
    } else if STRUCTS.iter().any(|start| name.starts_with(start)) && !name.ends_with("::Value") {
        "struct"
    } else {
        UNDEFINED
    }
}

/// A deserializer that has no value. It answers with the name of what is requested first.
struct TypeProbe;

/// The name of what was requested. It is an error, so that the type stops at its first request.
#[derive(Debug)]
struct Answered(&'static str);

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Answered {}

impl Error for Answered {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(UNDEFINED)
    }
}

/// Deserializer methods that answer with a name.
macro_rules! answers {
    ($($name:literal: $($method:ident($($param:ty),*))*;)*) => {$($(
        fn $method<V: Visitor<'de>>(self, $(_: $param,)* _: V) -> Result<V::Value, Answered> {
            Err(Answered($name))
        }
    )*)*};
}

impl<'de> Deserializer<'de> for TypeProbe {
    type Error = Answered;

    answers! {
        "boolean": deserialize_bool();
        "int": deserialize_i8() deserialize_i16() deserialize_i32() deserialize_u8() deserialize_u16();
        "i8": deserialize_u32() deserialize_i64() deserialize_u64() deserialize_i128() deserialize_u128();
        "double": deserialize_f32() deserialize_f64();
        "string": deserialize_char() deserialize_str() deserialize_string() deserialize_identifier();
        "base64": deserialize_bytes() deserialize_byte_buf();
        "nil": deserialize_unit() deserialize_unit_struct(&'static str);
        "array": deserialize_seq() deserialize_tuple(usize) deserialize_tuple_struct(&'static str, usize);
        "struct": deserialize_map() deserialize_struct(&'static str, &'static [&'static str]);
        "undef": deserialize_any() deserialize_ignored_any();
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Answered> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Answered> {
        if name == date_newtype_name() {
            Err(Answered("dateTime.iso8601"))
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Answered> {
        visitor.visit_enum(self)
    }
}

/// Offers an enum its first variant. What that variant requests decides between a string and a struct.
impl<'de> EnumAccess<'de> for TypeProbe {
    type Error = Answered;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Answered> {
        Ok((seed.deserialize(U32Deserializer::new(0))?, self))
    }
}

impl<'de> VariantAccess<'de> for TypeProbe {
    type Error = Answered;

    fn unit_variant(self) -> Result<(), Answered> {
        Err(Answered("string"))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Answered> {
        Err(Answered("struct"))
    }

    answers! {
        "struct": tuple_variant(usize) struct_variant(&'static [&'static str]);
    }
}

/// Returns the private newtype name by which [`DateTime`] requests a date. It is read off the type itself.
fn date_newtype_name() -> &'static str {
    static NAME: std::sync::LazyLock<&str> = std::sync::LazyLock::new(|| {
        struct NewtypeNameProbe;
        impl<'de> Deserializer<'de> for NewtypeNameProbe {
            type Error = Answered;
            fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Answered> {
                Err(Answered(""))
            }
            fn deserialize_newtype_struct<V: Visitor<'de>>(
                self,
                name: &'static str,
                _: V,
            ) -> Result<V::Value, Answered> {
                Err(Answered(name))
            }
            serde_core::forward_to_deserialize_any! {
                bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
                unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
            }
        }
        <DateTime as serde_core::Deserialize>::deserialize(NewtypeNameProbe)
            .map_or_else(|Answered(name)| name, |_| "")
    });
    *NAME
}
