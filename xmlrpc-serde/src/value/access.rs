//! Looking into a `Value`.
use super::{Struct, Value};
use crate::DateTime;
use std::ops;

/// Each gives what the value holds if it is of that kind, and `None` if it is not.
impl Value {
    /// Whether it is [`Value::Nil`].
    #[must_use]
    pub fn is_nil(&self) -> bool {
        matches!(self, Self::Nil)
    }

    /// A boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// An integer of either kind that fits 32 bits.
    #[must_use]
    pub fn as_i32(&self) -> Option<i32> {
        self.as_i64()?.try_into().ok()
    }

    /// An integer of either kind.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match *self {
            Self::Int(value) => Some(value.into()),
            Self::I8(value) => Some(value),
            _ => None,
        }
    }

    /// A double, or an integer that an `f64` holds exactly.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Self::Double(value) => Some(value),
            Self::Int(value) => Some(value.into()),
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // looked at
            Self::I8(value) => Some(value as f64).filter(|&double| double as i128 == i128::from(value)),
            _ => None,
        }
    }

    /// A string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(value) => Some(value),
            _ => None,
        }
    }

    /// A dateTime.
    #[must_use]
    pub fn as_date_time(&self) -> Option<DateTime> {
        match self {
            Self::DateTime(value) => Some(*value),
            _ => None,
        }
    }

    /// The bytes of a base64.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Base64(value) => Some(value),
            _ => None,
        }
    }

    /// The elements of an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Self::Array(value) => Some(value),
            _ => None,
        }
    }

    /// The same, to change them.
    pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {
        match self {
            Self::Array(value) => Some(value),
            _ => None,
        }
    }

    /// The members of a struct.
    #[must_use]
    pub fn as_struct(&self) -> Option<&Struct> {
        match self {
            Self::Struct(value) => Some(value),
            _ => None,
        }
    }

    /// The same, to change them.
    pub fn as_struct_mut(&mut self) -> Option<&mut Struct> {
        match self {
            Self::Struct(value) => Some(value),
            _ => None,
        }
    }

    /// The member of that name, or the element at that index.
    ///
    /// ```
    /// # use xmlrpc_serde::{Value, value};
    /// let reply = value!([{ "name": "web" }]);
    /// assert_eq!(reply.get(0).and_then(|process| process.get("name")), Some(&Value::from("web")));
    /// assert_eq!(reply.get("name"), None);
    /// ```
    pub fn get<I: Index>(&self, index: I) -> Option<&Value> {
        index.find(self)
    }

    /// The same, to change it.
    pub fn get_mut<I: Index>(&mut self, index: I) -> Option<&mut Value> {
        index.find_mut(self)
    }

    /// Takes the value out and leaves [`Value::Nil`].
    #[must_use]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }
}

/// What a [`Value`] can be indexed with: a name (`&str`, `String`) or an index (`usize`).
///
/// Sealed: no other type can be.
pub trait Index: sealed::Sealed {
    #[doc(hidden)]
    fn find(self, value: &Value) -> Option<&Value>;
    #[doc(hidden)]
    fn find_mut(self, value: &mut Value) -> Option<&mut Value>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for &str {}
    impl Sealed for &String {}
    impl Sealed for String {}
    impl Sealed for usize {}
}

impl Index for &str {
    fn find(self, value: &Value) -> Option<&Value> {
        value.as_struct()?.get(self)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        value.as_struct_mut()?.get_mut(self)
    }
}

impl Index for &String {
    fn find(self, value: &Value) -> Option<&Value> {
        Index::find(self.as_str(), value)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        Index::find_mut(self.as_str(), value)
    }
}

impl Index for String {
    fn find(self, value: &Value) -> Option<&Value> {
        Index::find(self.as_str(), value)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        Index::find_mut(self.as_str(), value)
    }
}

impl Index for usize {
    fn find(self, value: &Value) -> Option<&Value> {
        value.as_array()?.get(self)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        value.as_array_mut()?.get_mut(self)
    }
}

/// The member or element, [`Value::Nil`] where there is none.
impl<I: Index> ops::Index<I> for Value {
    type Output = Value;
    fn index(&self, index: I) -> &Value {
        index.find(self).unwrap_or(&Value::Nil)
    }
}
