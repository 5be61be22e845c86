//! `Struct`: the members of a `<struct>`, in the order of the wire.
use super::Value;
use std::{
    collections::{BTreeMap, HashMap},
    fmt, ops,
};

/// The members of a `<struct>`, in the order in which they came or were added.
///
/// A name may occur more than once, as it may on the wire. All members are kept, and a lookup returns the
/// last one, as most XML-RPC implementations do.
///
/// A lookup compares the names one after another, so its time is proportional to the number of members. For
/// large structs with many lookups, read into a map instead.
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Struct, Value};
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
    /// Creates a struct without members.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// assert!(xmlrpc::Struct::new().is_empty());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { members: Vec::new() }
    }

    /// Creates a struct without members, with room for at least `capacity` of them.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Struct;
    ///
    /// let mut squares = Struct::with_capacity(10);
    /// for n in 0..10 {
    ///     squares.push(n.to_string(), n * n);
    /// }
    /// assert_eq!(squares["9"], 81);
    /// ```
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self { members: Vec::with_capacity(capacity) }
    }

    /// Returns the number of members. A repeated name counts as often as it occurs.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Struct;
    ///
    /// assert_eq!(Struct::from([("a", 1), ("a", 2)]).len(), 2);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Returns true if there are no members.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Returns the value of the last member called `name`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Struct, Value};
    ///
    /// let twice = Struct::from([("a", 1), ("a", 2)]);
    /// assert_eq!(twice.get("a"), Some(&Value::Int(2)));
    /// assert_eq!(twice.get("b"), None);
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members.iter().rfind(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Returns the value of the last member called `name`, for changing it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Struct, Value};
    ///
    /// let mut state = Struct::from([("tries", 1)]);
    /// if let Some(tries) = state.get_mut("tries") {
    ///     *tries = Value::from(2);
    /// }
    /// assert_eq!(state["tries"], 2);
    /// ```
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.members.iter_mut().rfind(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Returns true if at least one member is called `name`.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets the value of the member `name`.
    ///
    /// If there is such a member, its value is replaced and the old value is returned; if there are several,
    /// that is the last one. Otherwise a member is added at the end.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Struct, Value};
    ///
    /// let mut state = Struct::new();
    /// assert_eq!(state.insert("pid", 4711), None);
    /// assert_eq!(state.insert("pid", 4712), Some(Value::Int(4711)));
    /// assert_eq!(state.len(), 1);
    /// ```
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (name, value) = (name.into(), value.into());
        if let Some(own) = self.get_mut(&name) {
            return Some(std::mem::replace(own, value));
        }
        self.members.push((name, value));
        None
    }

    /// Adds a member at the end, even if there is one of that name already.
    ///
    /// This is faster than [`insert`](Self::insert), which looks for the name first.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Struct;
    ///
    /// let mut tags = Struct::new();
    /// tags.push("tag", "a");
    /// tags.push("tag", "b");
    /// assert_eq!((tags.len(), tags["tag"].as_str()), (2, Some("b")));
    /// ```
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.members.push((name.into(), value.into()));
    }

    /// Removes the last member called `name` and returns its value. The others keep their order.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Struct, Value};
    ///
    /// let mut state = Struct::from([("a", 1), ("b", 2)]);
    /// assert_eq!(state.remove("a"), Some(Value::Int(1)));
    /// assert_eq!(state, Struct::from([("b", 2)]));
    /// ```
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.members.iter().rposition(|(own, _)| own == name)?;
        Some(self.members.remove(at).1)
    }

    /// Returns the place of the last member called `name`, to change or to fill it.
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::{Struct, Value};
    ///
    /// let mut state = Struct::from([("tries", 1)]);
    /// state.entry("tries").and_modify(|tries| *tries = Value::from(2)).or_insert(0);
    /// state.entry("errors").or_insert(0);
    /// assert_eq!(state, Struct::from([("tries", 2), ("errors", 0)]));
    /// ```
    pub fn entry(&mut self, name: impl Into<String>) -> MemberEntry<'_> {
        let name = name.into();
        let index = self.members.iter().rposition(|(own, _)| *own == name);
        MemberEntry { members: &mut self.members, name, index }
    }

    /// Keeps only the members for which `keep` returns true.
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::{Struct, value};
    ///
    /// let mut state = Struct::from([("a", value!(1)), ("b", value!(nil))]);
    /// state.retain(|_, value| !value.is_nil());
    /// assert_eq!(state, Struct::from([("a", 1)]));
    /// ```
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Value) -> bool) {
        self.members.retain_mut(|(name, value)| keep(name, value));
    }

    /// Removes all members. The memory for them is kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::Struct;
    ///
    /// let mut state = Struct::from([("a", 1)]);
    /// state.clear();
    /// assert!(state.is_empty());
    /// ```
    pub fn clear(&mut self) {
        self.members.clear();
    }

    /// Returns an iterator over the names and values of the members, in their order.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Struct;
    ///
    /// let state = Struct::from([("b", 1), ("a", 2)]);
    /// let pairs: Vec<_> = state.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
    /// assert_eq!(pairs, ["b=Int(1)", "a=Int(2)"]);
    /// ```
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.members.iter())
    }

    /// Returns an iterator over the names and values of the members, in their order, for changing the values.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::{Struct, Value};
    ///
    /// let mut state = Struct::from([("a", 1), ("b", 2)]);
    /// for (_, value) in state.iter_mut() {
    ///     *value = Value::Nil;
    /// }
    /// assert!(state["b"].is_nil());
    /// ```
    pub fn iter_mut(&mut self) -> IterMut<'_> {
        IterMut(self.members.iter_mut())
    }

    /// Returns an iterator over the names, in their order.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Struct;
    ///
    /// let state = Struct::from([("b", 1), ("a", 2)]);
    /// assert_eq!(state.keys().collect::<Vec<_>>(), ["b", "a"]);
    /// ```
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.iter().map(|(name, _)| name)
    }

    /// Returns an iterator over the values, in their order.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Struct;
    ///
    /// let state = Struct::from([("b", 1), ("a", 2)]);
    /// assert_eq!(state.values().filter_map(|value| value.as_i64()).sum::<i64>(), 3);
    /// ```
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Value> + ExactSizeIterator {
        self.iter().map(|(_, value)| value)
    }

    /// Returns an iterator over the values, in their order, for changing them.
    ///
    /// # Examples
    ///
    /// ```
    /// use xmlrpc_serde::{Struct, Value};
    ///
    /// let mut state = Struct::from([("b", 1), ("a", 2)]);
    /// for value in state.values_mut() {
    ///     *value = Value::Nil;
    /// }
    /// assert!(state["a"].is_nil());
    /// ```
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Value> + ExactSizeIterator {
        self.iter_mut().map(|(_, value)| value)
    }
}

/// The place of one member in a [`Struct`], with a value or without one. [`Struct::entry`] returns it.
#[derive(Debug)]
pub struct MemberEntry<'a> {
    members: &'a mut Vec<(String, Value)>,
    name: String,
    index: Option<usize>,
}

impl<'a> MemberEntry<'a> {
    /// Returns the name of the member.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.name
    }

    /// Changes the value, if there is a member.
    #[must_use]
    pub fn and_modify(self, change: impl FnOnce(&mut Value)) -> Self {
        if let Some(index) = self.index {
            change(&mut self.members[index].1);
        }
        self
    }

    /// Adds the member with this value at the end, if there is none, and returns its value.
    pub fn or_insert(self, value: impl Into<Value>) -> &'a mut Value {
        self.or_insert_with(|| value.into())
    }

    /// Adds the member with the value that the function returns, if there is none, and returns its value.
    pub fn or_insert_with(self, value: impl FnOnce() -> Value) -> &'a mut Value {
        let Self { members, name, index } = self;
        let index = index.unwrap_or_else(|| {
            members.push((name, value()));
            members.len() - 1
        });
        &mut members[index].1
    }
}

impl<K: Into<String>, V: Into<Value>> From<BTreeMap<K, V>> for Struct {
    fn from(members: BTreeMap<K, V>) -> Self {
        members.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<Value>, S> From<HashMap<K, V, S>> for Struct {
    fn from(members: HashMap<K, V, S>) -> Self {
        members.into_iter().collect()
    }
}

/// Shows the members like those of a map.
impl fmt::Debug for Struct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

/// Returns the value of the last member of that name.
///
/// # Panics
///
/// Panics if there is no such member. [`Struct::get`] returns `None` instead, and indexing a [`Value`]
/// returns [`Value::Nil`].
impl ops::Index<&str> for Struct {
    type Output = Value;
    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or_else(|| panic!("the struct has no member {name:?}"))
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

/// Declares an iterator over members that wraps a `Vec`'s or slice's, and hides that they are stored as
/// tuples.
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

iterator!(
    Iter<'a>,
    std::slice::Iter<'a, (String, Value)>,
    (&'a str, &'a Value),
    (name, value) => (name.as_str(), value),
    "An iterator over the members of a [`Struct`], returned by [`Struct::iter`]."
);
iterator!(
    IterMut<'a>,
    std::slice::IterMut<'a, (String, Value)>,
    (&'a str, &'a mut Value),
    (name, value) => (name.as_str(), value),
    "An iterator over the members of a [`Struct`] with mutable values, returned by [`Struct::iter_mut`]."
);
iterator!(
    IntoIter,
    std::vec::IntoIter<(String, Value)>,
    (String, Value),
    member => member,
    "An iterator that owns the members of a [`Struct`], returned by its [`IntoIterator`] implementation."
);

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
