//! Deserializing any type from a `Value`, by the rules that hold for text.
use super::Value;
use crate::{
    Error, ErrorKind, Result,
    de::{EMPTY_ARRAY, KeyDeserializer, UnitVariant, every_method},
    excerpt::excerpt,
    newtype,
    scalar::{Scalar, Str},
};
use serde_core::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, EnumAccess, Error as _, IntoDeserializer, MapAccess, SeqAccess,
        Unexpected, VariantAccess, Visitor,
    },
};
use std::{borrow::Cow, iter::Map};

/// Converts a [`Value`] into any deserializable type.
///
/// The result is what would be read from the text of the value. A type that borrows cannot be read from an
/// owned value. Use its `deserialize` with a `&Value`, which is a deserializer as well, as the example shows.
///
/// # Errors
///
/// Returns an error of kind [`ErrorKind::Data`] if the value does not fit `T`. Its [path](Error::path) says
/// which part of the value it is about.
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::Deserialize;
/// use xmlrpc::{from_value, value};
///
/// #[derive(Deserialize)]
/// struct Process { name: String, pid: i32 }
///
/// let state = value!({ "name": "web", "pid": 4711 });
/// let name = <&str>::deserialize(&state["name"])?;
/// assert_eq!(name, "web");
/// let process: Process = from_value(state)?;
/// assert_eq!((process.name.as_str(), process.pid), ("web", 4711));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T> {
    T::deserialize(value)
}

/// A `Value` or a `&Value`, so that one deserializer serves both.
trait Source<'de>: Sized {
    type Elements: Iterator<Item = Self>;
    type Members: Iterator<Item = (Cow<'de, str>, Self)>;

    fn contents(self) -> Contents<'de, Self::Elements, Self::Members>;
    fn is_nil(&self) -> bool;
}

/// What a value holds.
enum Contents<'de, A, M> {
    Scalar(Scalar<'de, 'de>),
    /// Bytes that can be borrowed from the value. `Scalar` has only bytes that it owns.
    Bytes(&'de [u8]),
    Array(A),
    Struct(M),
}

impl<'de> Source<'de> for Value {
    type Elements = std::vec::IntoIter<Value>;
    type Members = Map<super::IntoIter, fn((String, Value)) -> (Cow<'de, str>, Value)>;

    fn contents(self) -> Contents<'de, Self::Elements, Self::Members> {
        Contents::Scalar(match self {
            Value::Nil => Scalar::Nil,
            Value::Bool(value) => Scalar::Bool(value),
            Value::Int(value) => Scalar::Int(value),
            Value::I8(value) => Scalar::I8(value),
            Value::Double(value) => Scalar::Double(value),
            Value::String(value) => Scalar::String(Str::Owned(value)),
            Value::DateTime(value) => Scalar::DateTime(Str::Owned(value.to_string())),
            Value::Base64(value) => Scalar::Base64(value),
            Value::Array(elements) => return Contents::Array(elements.into_iter()),
            Value::Struct(members) => {
                return Contents::Struct(members.into_iter().map(|(name, value)| (Cow::Owned(name), value)));
            }
        })
    }

    fn is_nil(&self) -> bool {
        Value::is_nil(self)
    }
}

impl<'de> Source<'de> for &'de Value {
    type Elements = std::slice::Iter<'de, Value>;
    type Members = Map<super::Iter<'de>, fn((&'de str, &'de Value)) -> (Cow<'de, str>, &'de Value)>;

    fn contents(self) -> Contents<'de, Self::Elements, Self::Members> {
        Contents::Scalar(match self {
            Value::Nil => Scalar::Nil,
            Value::Bool(value) => Scalar::Bool(*value),
            Value::Int(value) => Scalar::Int(*value),
            Value::I8(value) => Scalar::I8(*value),
            Value::Double(value) => Scalar::Double(*value),
            Value::String(value) => Scalar::String(Str::Borrowed(value)),
            Value::DateTime(value) => Scalar::DateTime(Str::Owned(value.to_string())),
            Value::Base64(value) => return Contents::Bytes(value),
            Value::Array(elements) => return Contents::Array(elements.iter()),
            Value::Struct(members) => {
                return Contents::Struct(members.iter().map(|(name, value)| (Cow::Borrowed(name), value)));
            }
        })
    }

    fn is_nil(&self) -> bool {
        Value::is_nil(self)
    }
}

/// Deserializes from a [`Source`]. `Value` and `&Value` are deserializers that forward to this one.
struct ValueDeserializer<S>(S);

impl<'de, S: Source<'de>> ValueDeserializer<S> {
    /// Passes an array or a struct to the visitor, and a scalar to `visit`.
    fn visit<V: Visitor<'de>>(
        self,
        visitor: V,
        visit: impl FnOnce(Scalar<'de, 'de>, V) -> Result<V::Value>,
    ) -> Result<V::Value> {
        match self.0.contents() {
            Contents::Scalar(scalar) => visit(scalar, visitor),
            Contents::Bytes(bytes) => visit(Scalar::Base64(bytes.to_vec()), visitor),
            Contents::Array(elements) => visit_array(elements, visitor),
            Contents::Struct(members) => visit_struct(members, visitor),
        }
    }

    /// Does what [`visit`](Self::visit) does, for visitors that can borrow bytes.
    fn visit_borrowed<V: Visitor<'de>>(
        self,
        visitor: V,
        visit: impl FnOnce(Scalar<'de, 'de>, V) -> Result<V::Value>,
    ) -> Result<V::Value> {
        match self.0.contents() {
            Contents::Scalar(scalar) => visit(scalar, visitor),
            Contents::Bytes(bytes) => visitor.visit_borrowed_bytes(bytes),
            Contents::Array(elements) => visit_array(elements, visitor),
            Contents::Struct(members) => visit_struct(members, visitor),
        }
    }
}

/// Passes all elements to the visitor. It is an error if the visitor leaves some unread.
fn visit_array<'de, S: Source<'de>, V: Visitor<'de>>(
    elements: impl Iterator<Item = S>,
    visitor: V,
) -> Result<V::Value> {
    let mut elements = ElementIter { elements, index: 0 };
    let value = visitor.visit_seq(&mut elements)?;
    if elements.elements.next().is_some() {
        return Err(Error::new(
            ErrorKind::Data,
            format!("invalid length: expected an array of length {}, found a longer one", elements.index),
        ));
    }
    Ok(value)
}

/// Passes all members to the visitor. It is an error if the visitor leaves some unread.
fn visit_struct<'de, S: Source<'de>, V: Visitor<'de>>(
    members: impl Iterator<Item = (Cow<'de, str>, S)>,
    visitor: V,
) -> Result<V::Value> {
    let mut members = MemberIter { members, pending: None };
    let value = visitor.visit_map(&mut members)?;
    members.end()?;
    Ok(value)
}

/// An empty array where a struct is expected, as a struct without members: PHP has one type for both.
fn visit_empty_array<'de, S: Source<'de>, V: Visitor<'de>>(visitor: V) -> Result<V::Value> {
    visit_struct(std::iter::empty::<(_, S)>(), visitor).map_err(|error| error.with_advice(EMPTY_ARRAY))
}

/// Implements `deserialize_…` methods by passing a scalar to a function.
macro_rules! scalar {
    ($($method:ident => $visit:expr),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.visit(visitor, $visit)
        }
    )*};
}

impl<'de, S: Source<'de>> Deserializer<'de> for ValueDeserializer<S> {
    type Error = Error;

    scalar! {
        deserialize_bool => Scalar::visit_bool,
        deserialize_i8 => Scalar::visit_integer,
        deserialize_i16 => Scalar::visit_integer,
        deserialize_i32 => Scalar::visit_integer,
        deserialize_i64 => Scalar::visit_integer,
        deserialize_i128 => Scalar::visit_integer,
        deserialize_u8 => Scalar::visit_integer,
        deserialize_u16 => Scalar::visit_integer,
        deserialize_u32 => Scalar::visit_integer,
        deserialize_u64 => Scalar::visit_integer,
        deserialize_u128 => Scalar::visit_integer,
        deserialize_f32 => |scalar, visitor| scalar.visit_float(true, visitor),
        deserialize_f64 => |scalar, visitor| scalar.visit_float(false, visitor),
        deserialize_char => Scalar::visit_text,
        deserialize_str => Scalar::visit_text,
        deserialize_string => Scalar::visit_text,
        deserialize_identifier => Scalar::visit_text,
        deserialize_seq => Scalar::visit_seq,
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.visit_borrowed(visitor, Scalar::visit_any)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.0.contents() {
            Contents::Scalar(scalar) => scalar.visit_any(visitor),
            Contents::Bytes(bytes) => visitor.visit_borrowed_bytes(bytes),
            // An array of small numbers is not bytes, although the visitor of a `Base64` accepts one.
            Contents::Array(_) => Err(Error::invalid_type(Unexpected::Seq, &visitor)),
            Contents::Struct(members) => visit_struct(members, visitor),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.0.is_nil() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    /// Accepts any value, as from text: a method that returns nothing may send anything.
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value> {
        match name {
            newtype::DATE_TIME | newtype::I8 => self.deserialize_any(visitor),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.0.contents() {
            Contents::Scalar(scalar) => Err(scalar.refuse(&visitor)),
            Contents::Bytes(bytes) => Err(Error::invalid_type(Unexpected::Bytes(bytes), &visitor)),
            Contents::Struct(members) => visit_struct(members, visitor),
            Contents::Array(mut elements) => match elements.next() {
                None => visit_empty_array::<S, V>(visitor),
                Some(_) => Err(Error::invalid_type(Unexpected::Seq, &visitor)),
            },
        }
    }

    /// Reads the fields from the members of a struct, or in their order from the elements of an array.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.0.contents() {
            Contents::Scalar(scalar) => Err(scalar.refuse(&visitor)),
            Contents::Bytes(bytes) => Err(Error::invalid_type(Unexpected::Bytes(bytes), &visitor)),
            Contents::Struct(members) => visit_struct(members, visitor),
            Contents::Array(elements) if elements.size_hint().1 == Some(0) => {
                visit_empty_array::<S, V>(visitor)
            }
            Contents::Array(elements) => visit_array(elements, visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.0.contents() {
            Contents::Scalar(Scalar::String(text)) => visitor.visit_enum(UnitVariant(text)),
            Contents::Scalar(scalar) => Err(scalar.refuse(&visitor)),
            Contents::Bytes(bytes) => Err(Error::invalid_type(Unexpected::Bytes(bytes), &visitor)),
            Contents::Array(_) => Err(Error::invalid_type(Unexpected::Seq, &visitor)),
            Contents::Struct(members) => {
                let mut members = MemberIter { members, pending: None };
                let value = visitor.visit_enum(Variant(&mut members))?;
                members.end()?;
                Ok(value)
            }
        }
    }
}

/// Gives the elements of an array to a visitor.
struct ElementIter<I> {
    elements: I,
    /// The index of the next element.
    index: usize,
}

impl<'de, S: Source<'de>, I: Iterator<Item = S>> SeqAccess<'de> for ElementIter<I> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        let Some(element) = self.elements.next() else { return Ok(None) };
        let value =
            seed.deserialize(ValueDeserializer(element)).map_err(|error| error.in_element(self.index))?;
        self.index += 1;
        Ok(Some(value))
    }

    fn size_hint(&self) -> Option<usize> {
        self.elements.size_hint().1
    }
}

/// Gives the members of a struct to a visitor.
struct MemberIter<'de, I, S> {
    members: I,
    /// The member whose name has been given, and whose value has not.
    pending: Option<(Cow<'de, str>, S)>,
}

impl<'de, S: Source<'de>, I: Iterator<Item = (Cow<'de, str>, S)>> MemberIter<'de, I, S> {
    fn key<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some((name, value)) = self.members.next() else { return Ok(None) };
        let key = seed.deserialize(KeyDeserializer(match &name {
            Cow::Borrowed(name) => Str::Borrowed(name),
            Cow::Owned(name) => Str::Transient(name),
        }))?;
        self.pending = Some((name, value));
        Ok(Some(key))
    }

    fn value<T>(&mut self, read: impl FnOnce(ValueDeserializer<S>) -> Result<T>) -> Result<T> {
        let Some((name, value)) = self.pending.take() else {
            return Err(Error::new(ErrorKind::Data, "the value of a member was requested before its name"));
        };
        read(ValueDeserializer(value)).map_err(|error| error.in_member(&name))
    }

    fn end(&mut self) -> Result<()> {
        match self.members.next() {
            None => Ok(()),
            Some((name, _)) => {
                Err(Error::new(ErrorKind::Data, format!("unexpected member `{}`", excerpt(&name))))
            }
        }
    }
}

impl<'de, S: Source<'de>, I: Iterator<Item = (Cow<'de, str>, S)>> MapAccess<'de> for MemberIter<'de, I, S> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        self.key(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        self.value(|value| seed.deserialize(value))
    }

    fn size_hint(&self) -> Option<usize> {
        self.members.size_hint().1
    }
}

/// Gives a struct of one member to a visitor as the variant of an enum.
struct Variant<'a, 'de, I, S>(&'a mut MemberIter<'de, I, S>);

impl<'de, S: Source<'de>, I: Iterator<Item = (Cow<'de, str>, S)>> EnumAccess<'de> for Variant<'_, 'de, I, S> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self)> {
        match self.0.key(seed)? {
            Some(variant) => Ok((variant, self)),
            None => Err(Error::new(
                ErrorKind::Data,
                "expected a struct with one member (the variant of an enum), found an empty struct",
            )),
        }
    }
}

impl<'de, S: Source<'de>, I: Iterator<Item = (Cow<'de, str>, S)>> VariantAccess<'de>
    for Variant<'_, 'de, I, S>
{
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        self.0.value(|_| Ok(()))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        self.0.value(|value| seed.deserialize(value))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.0.value(|value| value.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.0.value(|value| value.deserialize_struct("", fields, visitor))
    }
}

/// Implements `deserialize_…` methods by forwarding to [`ValueDeserializer`].
macro_rules! forward {
    ($($method:ident $(($($arg:ident: $type:ty),*))?),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, $($($arg: $type,)*)? visitor: V) -> Result<V::Value> {
            ValueDeserializer(self).$method($($($arg,)*)? visitor)
        }
    )*};
}

/// Implements the traits of a deserializer for `Value` and `&Value`.
macro_rules! deserializer {
    ($type:ty) => {
        impl<'de> Deserializer<'de> for $type {
            type Error = Error;

            every_method!(forward);
        }

        impl<'de> IntoDeserializer<'de, Error> for $type {
            type Deserializer = Self;
            fn into_deserializer(self) -> Self {
                self
            }
        }
    };
}

deserializer!(Value);
deserializer!(&'de Value);
