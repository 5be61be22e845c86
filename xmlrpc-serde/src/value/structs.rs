//! `Struct`: the members of a `<struct>` in the order of the wire.
use super::Value;
use std::{fmt, ops};

/// The members of a `<struct>`, in the order in which they came or were added.
///
/// A name may repeat, as it may on the wire: all members are kept, and [`get`](Self::get) gives the last, as
/// most peers do. Looking up a name walks the members.
///
/// ```
/// use xmlrpc_serde::{Struct, Value};
///
/// let mut state = Struct::new();
/// state.insert("name", "web");
/// state.insert("pid", 4711);
/// assert_eq!(state.get("pid"), Some(&Value::Int(4711)));
/// assert_eq!(state.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["name", "pid"]);
///
/// let pairs = [("a".to_owned(), Value::from(1)), ("a".to_owned(), Value::from(2))];
/// let twice: Struct = pairs.into_iter().collect();
/// assert_eq!((twice.len(), twice["a"].as_i64()), (2, Some(2)));
/// ```
#[derive(Clone, Default, PartialEq)]
pub struct Struct {
    members: Vec<(String, Value)>,
}

impl Struct {
    /// A struct without members.
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Vec::new() }
    }

    /// The same, with room for `capacity` members.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self { members: Vec::with_capacity(capacity) }
    }

    /// How many members, repeated names counted each time.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The value of the last member called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members.iter().rfind(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.members.iter_mut().rfind(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Whether a member is called `name`.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets the member `name`: gives the value of the last one a new value, and returns the old, or adds one.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (name, value) = (name.into(), value.into());
        if let Some(own) = self.get_mut(&name) {
            return Some(std::mem::replace(own, value));
        }
        self.members.push((name, value));
        None
    }

    /// Adds a member, even where one of that name is there.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.members.push((name.into(), value.into()));
    }

    /// Takes out the last member called `name`; the others keep their order.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.members.iter().rposition(|(own, _)| own == name)?;
        Some(self.members.remove(at).1)
    }

    /// The members, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.members.iter())
    }

    /// The members, in order, their values to change.
    pub fn iter_mut(&mut self) -> IterMut<'_> {
        IterMut(self.members.iter_mut())
    }

    /// The names, in order.
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.iter().map(|(name, _)| name)
    }

    /// The values, in order.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Value> + ExactSizeIterator {
        self.iter().map(|(_, value)| value)
    }
}

/// Looks like the map that it is.
impl fmt::Debug for Struct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// The last member of that name.
///
/// # Panics
///
/// If there is none; [`Struct::get`] asks, and indexing a [`Value`] gives [`Value::Nil`].
impl ops::Index<&str> for Struct {
    type Output = Value;
    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or_else(|| panic!("no member {name:?} in the struct"))
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Struct {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        Self { members: members.into_iter().map(|(name, value)| (name.into(), value.into())).collect() }
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Struct {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, members: I) {
        self.members.extend(members.into_iter().map(|(name, value)| (name.into(), value.into())));
    }
}

impl<K: Into<String>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Struct {
    fn from(members: [(K, V); N]) -> Self {
        members.into_iter().collect()
    }
}

macro_rules! iterator {
    ($name:ident $(<$life:lifetime>)?, $inner:ty, $item:ty, $pair:pat => $out:expr, $doc:literal) => {
        #[doc = $doc]
        #[derive(Debug)]
        pub struct $name $(<$life>)? ($inner);

        impl $(<$life>)? Iterator for $name $(<$life>)? {
            type Item = $item;
            fn next(&mut self) -> Option<Self::Item> {
                self.0.next().map(|$pair| $out)
            }
            fn size_hint(&self) -> (usize, Option<usize>) {
                self.0.size_hint()
            }
        }

        impl $(<$life>)? DoubleEndedIterator for $name $(<$life>)? {
            fn next_back(&mut self) -> Option<Self::Item> {
                self.0.next_back().map(|$pair| $out)
            }
        }

        impl $(<$life>)? ExactSizeIterator for $name $(<$life>)? {}
        impl $(<$life>)? std::iter::FusedIterator for $name $(<$life>)? {}
    };
}

iterator!(Iter<'a>, std::slice::Iter<'a, (String, Value)>, (&'a str, &'a Value), (name, value) => (name.as_str(), value),
    "The members of a [`Struct`], made by [`Struct::iter`].");
iterator!(IterMut<'a>, std::slice::IterMut<'a, (String, Value)>, (&'a str, &'a mut Value), (name, value) => (name.as_str(), value),
    "The members of a [`Struct`], made by [`Struct::iter_mut`].");
iterator!(IntoIter, std::vec::IntoIter<(String, Value)>, (String, Value), pair => pair,
    "The members of a [`Struct`], which it was.");

impl Clone for Iter<'_> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl IntoIterator for Struct {
    type Item = (String, Value);
    type IntoIter = IntoIter;
    fn into_iter(self) -> IntoIter {
        IntoIter(self.members.into_iter())
    }
}

impl<'a> IntoIterator for &'a Struct {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;
    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &'a mut Struct {
    type Item = (&'a str, &'a mut Value);
    type IntoIter = IterMut<'a>;
    fn into_iter(self) -> IterMut<'a> {
        self.iter_mut()
    }
}
