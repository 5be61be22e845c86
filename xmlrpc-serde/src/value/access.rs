//! Looking into a `Value`: the `as_…` methods, `get` and indexing.
use super::{Struct, Value};
use crate::DateTime;
use std::ops;

/// # What a value holds
///
/// Each of the methods named `as_…` returns `None` if the value has another type. None of them converts: an
/// integer is not returned as a string, or the other way round.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::value;
///
/// let process = value!({ "name": "web", "pid": 4711, "load": 0.5, "note": nil });
/// assert_eq!(process["name"].as_str(), Some("web"));
/// assert_eq!(process["pid"].as_i64(), Some(4711));
/// assert_eq!(process["load"].as_f64(), Some(0.5));
/// assert!(process["note"].is_nil());
/// assert_eq!(process["pid"].as_str(), None);
/// ```
impl Value {
    /// Returns true if this is [`Value::Nil`].
    #[must_use]
    pub fn is_nil(&self) -> bool {
        matches!(self, Self::Nil)
    }

    /// Returns the boolean.
    ///
    /// The integers 0 and 1 are not booleans here, although [`from_value`](crate::from_value) reads them as
    /// `bool`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// Returns the integer of either kind, if it fits 32 bits.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Value;
    ///
    /// assert_eq!(Value::I8(7).as_i32(), Some(7));
    /// assert_eq!(Value::I8(1 << 40).as_i32(), None);
    /// ```
    #[must_use]
    pub fn as_i32(&self) -> Option<i32> {
        self.as_i64()?.try_into().ok()
    }

    /// Returns the integer of either kind.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match *self {
            Self::Int(value) => Some(value.into()),
            Self::I8(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the integer of either kind, if it is not negative.
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::Value;
    ///
    /// assert_eq!(Value::Int(7).as_u64(), Some(7));
    /// assert_eq!(Value::Int(-7).as_u64(), None);
    /// ```
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.as_i64()?.try_into().ok()
    }

    /// Returns the double, or an integer that an `f64` can hold exactly.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Value;
    ///
    /// assert_eq!(Value::Double(0.5).as_f64(), Some(0.5));
    /// assert_eq!(Value::Int(2).as_f64(), Some(2.0));
    /// assert_eq!(Value::I8((1 << 53) + 1).as_f64(), None);
    /// ```
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Self::Double(value) => Some(value),
            Self::Int(value) => Some(value.into()),
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                reason = "a value that the casts change is filtered out"
            )]
            Self::I8(value) => Some(value as f64).filter(|&double| double as i128 == i128::from(value)),
            _ => None,
        }
    }

    /// Returns the text of the string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the date and time.
    #[must_use]
    pub fn as_date_time(&self) -> Option<DateTime> {
        match self {
            Self::DateTime(value) => Some(*value),
            _ => None,
        }
    }

    /// Returns the bytes of the base64.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Base64(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the elements of the array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Value]> {
        match self {
            Self::Array(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the elements of the array, for changing, adding and removing them.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Value, value};
    ///
    /// let mut tags = value!(["a"]);
    /// if let Some(tags) = tags.as_array_mut() {
    ///     tags.push(Value::from("b"));
    /// }
    /// assert_eq!(tags, value!(["a", "b"]));
    /// ```
    pub fn as_array_mut(&mut self) -> Option<&mut Vec<Value>> {
        match self {
            Self::Array(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the members of the struct.
    #[must_use]
    pub fn as_struct(&self) -> Option<&Struct> {
        match self {
            Self::Struct(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the members of the struct, for changing, adding and removing them.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::value;
    ///
    /// let mut process = value!({ "name": "web" });
    /// if let Some(members) = process.as_struct_mut() {
    ///     members.insert("pid", 4711);
    /// }
    /// assert_eq!(process, value!({ "name": "web", "pid": 4711 }));
    /// ```
    pub fn as_struct_mut(&mut self) -> Option<&mut Struct> {
        match self {
            Self::Struct(value) => Some(value),
            _ => None,
        }
    }
}

/// Defines the methods named `is_…`.
macro_rules! is_type {
    ($($(#[$doc:meta])* $name:ident: $pattern:pat,)*) => {
        /// # Which type a value has
        ///
        /// ```
        /// use xmlrpc_serde::value;
        ///
        /// let process = value!({ "name": "web", "pid": 4711, "load": 0.5 });
        /// assert!(process.is_struct() && process["name"].is_string());
        /// assert!(process["pid"].is_integer() && process["load"].is_double());
        /// assert!(process["pid"].is_number() && process["load"].is_number());
        /// ```
        impl Value {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(&self) -> bool {
                    matches!(self, $pattern)
                }
            )*
        }
    };
}

is_type! {
    /// Returns true if this is a boolean.
    is_bool: Self::Bool(_),
    /// Returns true if this is an integer of either kind.
    is_integer: Self::Int(_) | Self::I8(_),
    /// Returns true if this is a double.
    is_double: Self::Double(_),
    /// Returns true if this is an integer or a double.
    is_number: Self::Int(_) | Self::I8(_) | Self::Double(_),
    /// Returns true if this is a string.
    is_string: Self::String(_),
    /// Returns true if this is a date and time.
    is_date_time: Self::DateTime(_),
    /// Returns true if this is base64.
    is_bytes: Self::Base64(_),
    /// Returns true if this is an array.
    is_array: Self::Array(_),
    /// Returns true if this is a struct.
    is_struct: Self::Struct(_),
}

/// # Taking the content out
///
/// Each of the methods named `into_…` returns `None` if the value has another type. `TryFrom` does the same
/// with an error that names the two types.
///
/// ```
/// use xmlrpc_serde::{Value, value};
///
/// let names: Vec<Value> = value!(["a", "b"]).into_array().unwrap();
/// let text: String = value!("a").try_into()?;
/// assert_eq!((names.len(), &*text), (2, "a"));
///
/// let error = i32::try_from(value!("a")).unwrap_err();
/// assert_eq!(error.to_string(), "invalid type: string, expected an integer of 32 bits");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
impl Value {
    /// Returns the text of the string.
    #[must_use]
    pub fn into_string(self) -> Option<String> {
        match self {
            Self::String(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the bytes of the base64.
    #[must_use]
    pub fn into_bytes(self) -> Option<Vec<u8>> {
        match self {
            Self::Base64(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the elements of the array.
    #[must_use]
    pub fn into_array(self) -> Option<Vec<Value>> {
        match self {
            Self::Array(value) => Some(value),
            _ => None,
        }
    }

    /// Returns the members of the struct.
    #[must_use]
    pub fn into_struct(self) -> Option<Struct> {
        match self {
            Self::Struct(value) => Some(value),
            _ => None,
        }
    }
}

/// # Looking into arrays and structs
impl Value {
    /// Returns the member with that name, or the element at that index.
    ///
    /// Returns `None` if there is no such member or element, and if the value is not a struct (for a name) or
    /// not an array (for an index). If several members have the name, the last one is returned.
    ///
    /// Indexing with `[]` is shorter, and gives [`Value::Nil`] where this method returns `None`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Value, value};
    ///
    /// let reply = value!([{ "name": "web" }]);
    /// assert_eq!(reply.get(0).and_then(|process| process.get("name")), Some(&Value::from("web")));
    /// assert_eq!(reply.get("name"), None);
    /// assert_eq!(reply[0]["name"], "web");
    /// assert_eq!(reply["name"], Value::Nil);
    /// ```
    pub fn get<I: Index>(&self, index: I) -> Option<&Value> {
        index.find(self)
    }

    /// Returns the member with that name, or the element at that index, for changing it.
    ///
    /// It returns `None` where [`get`](Self::get) does. It adds nothing: see [`Struct::insert`] for that.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Value, value};
    ///
    /// let mut reply = value!([1, 2]);
    /// if let Some(first) = reply.get_mut(0) {
    ///     *first = Value::from("one");
    /// }
    /// assert_eq!(reply, value!(["one", 2]));
    /// ```
    pub fn get_mut<I: Index>(&mut self, index: I) -> Option<&mut Value> {
        index.find_mut(self)
    }

    /// Returns the value at a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)): names and
    /// indices, each after a `/`. The empty pointer is the whole value. In a name, `~1` is a `/` and `~0` is
    /// a `~`.
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::value;
    ///
    /// let reply = value!({ "items": [{ "a/b": 7 }] });
    /// assert_eq!(reply.pointer("/items/0/a~1b"), Some(&value!(7)));
    /// assert_eq!(reply.pointer("/items/1"), None);
    /// assert_eq!(reply.pointer(""), Some(&reply));
    /// ```
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Value> {
        pointer_steps(pointer)?.try_fold(self, |value, step| match value {
            Self::Array(elements) => elements.get(pointer_index(&step)?),
            Self::Struct(members) => members.get(&step),
            _ => None,
        })
    }

    /// Returns the value at a JSON pointer, for changing it. See [`pointer`](Self::pointer).
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::{Value, value};
    ///
    /// let mut reply = value!({ "items": [1, 2] });
    /// if let Some(item) = reply.pointer_mut("/items/1") {
    ///     *item = Value::from(3);
    /// }
    /// assert_eq!(reply, value!({ "items": [1, 3] }));
    /// ```
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Value> {
        pointer_steps(pointer)?.try_fold(self, |value, step| match value {
            Self::Array(elements) => elements.get_mut(pointer_index(&step)?),
            Self::Struct(members) => members.get_mut(&step),
            _ => None,
        })
    }

    /// Returns the value and leaves [`Value::Nil`] in its place.
    ///
    /// Use it to move a part out of a large value without cloning it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Value, value};
    ///
    /// let mut reply = value!({ "data": [1, 2] });
    /// let data = reply.get_mut("data").map(Value::take);
    /// assert_eq!(data, Some(value!([1, 2])));
    /// assert_eq!(reply, value!({ "data": nil }));
    /// ```
    #[must_use]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }
}

/// Returns the names and indices of a JSON pointer, or `None` if it is not one.
fn pointer_steps(pointer: &str) -> Option<impl Iterator<Item = String> + '_> {
    let steps = if pointer.is_empty() { None } else { Some(pointer.strip_prefix('/')?.split('/')) };
    Some(steps.into_iter().flatten().map(|step| step.replace("~1", "/").replace("~0", "~")))
}

/// Returns the index that a step of a pointer is. A sign or a leading zero makes it none.
fn pointer_index(step: &str) -> Option<usize> {
    let plain = step.bytes().all(|byte| byte.is_ascii_digit()) && (step == "0" || !step.starts_with('0'));
    plain.then(|| step.parse().ok()).flatten()
}

/// A type that a [`Value`] can be indexed with: a name (`&str`, `String`) or an index (`usize`).
///
/// The trait is sealed, so other types cannot implement it.
pub trait Index: sealed::Sealed {
    #[doc(hidden)]
    fn find(self, value: &Value) -> Option<&Value>;
    #[doc(hidden)]
    fn find_mut(self, value: &mut Value) -> Option<&mut Value>;
    /// Returns the member or element for changing it. A missing member is added.
    #[doc(hidden)]
    fn find_or_insert(self, value: &mut Value) -> &mut Value;
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
    fn find_or_insert(self, value: &mut Value) -> &mut Value {
        if value.is_nil() {
            *value = Value::Struct(Struct::new());
        }
        match value {
            Value::Struct(members) => members.entry(self).or_insert(Value::Nil),
            other => panic!("cannot set the member {self:?}: this is {}, not a struct", other.type_name()),
        }
    }
}

impl Index for &String {
    fn find(self, value: &Value) -> Option<&Value> {
        Index::find(self.as_str(), value)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        Index::find_mut(self.as_str(), value)
    }
    fn find_or_insert(self, value: &mut Value) -> &mut Value {
        Index::find_or_insert(self.as_str(), value)
    }
}

impl Index for String {
    fn find(self, value: &Value) -> Option<&Value> {
        Index::find(self.as_str(), value)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        Index::find_mut(self.as_str(), value)
    }
    fn find_or_insert(self, value: &mut Value) -> &mut Value {
        Index::find_or_insert(self.as_str(), value)
    }
}

impl Index for usize {
    fn find(self, value: &Value) -> Option<&Value> {
        value.as_array()?.get(self)
    }
    fn find_mut(self, value: &mut Value) -> Option<&mut Value> {
        value.as_array_mut()?.get_mut(self)
    }
    fn find_or_insert(self, value: &mut Value) -> &mut Value {
        match value {
            Value::Array(elements) => {
                let len = elements.len();
                elements
                    .get_mut(self)
                    .unwrap_or_else(|| panic!("cannot set the element {self}: the array has {len} elements"))
            }
            other => panic!("cannot set the element {self}: this is {}, not an array", other.type_name()),
        }
    }
}

/// Returns the member or element that [`Value::get`] returns, and [`Value::Nil`] where it returns `None`.
impl<I: Index> ops::Index<I> for Value {
    type Output = Value;
    fn index(&self, index: I) -> &Value {
        index.find(self).unwrap_or(&Value::Nil)
    }
}

/// Returns the member or element for changing it.
///
/// A member that is missing is added, with [`Value::Nil`]. A value that is nil itself becomes a struct.
///
/// ```
/// use xmlrpc_serde::{Value, value};
///
/// let mut state = Value::Nil;
/// state["name"] = Value::from("web");
/// state["limits"]["memory"] = Value::from(512);
/// assert_eq!(state, value!({ "name": "web", "limits": { "memory": 512 } }));
/// ```
///
/// # Panics
///
/// Panics if the value has another type: a name needs a struct or nil, and an index needs an array with that
/// element. [`Value::get_mut`] returns `None` instead.
impl<I: Index> ops::IndexMut<I> for Value {
    fn index_mut(&mut self, index: I) -> &mut Value {
        index.find_or_insert(self)
    }
}

impl Value {
    /// Names the type of the value in messages.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Nil => "nil",
            Self::Bool(_) => "a boolean",
            Self::Int(_) | Self::I8(_) => "an integer",
            Self::Double(_) => "a double",
            Self::String(_) => "a string",
            Self::DateTime(_) => "a dateTime",
            Self::Base64(_) => "base64",
            Self::Array(_) => "an array",
            Self::Struct(_) => "a struct",
        }
    }
}
