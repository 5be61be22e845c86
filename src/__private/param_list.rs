//! Lists of parameters, of any length, of which some may be left out.
//!
//! serde has tuples of at most sixteen elements, and none that may be shorter than its type. Generated code
//! therefore nests pairs, `(a, (b, ()))`: the trait is implemented for a pair and for `()`, and with that for
//! every length.
use serde::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeTuple},
};

/// A list of parameters.
pub trait ParamList {
    /// Returns how many parameters a `rest` at the end of the list adds to the others.
    fn rest_len(&self) -> usize;
    /// Writes the first `left` parameters, one after another.
    fn serialize_elements<S: SerializeTuple>(&self, left: usize, into: &mut S) -> Result<(), S::Error>;
    /// Writes the parameters that are `present`, as members with these `names`.
    fn serialize_members<S: SerializeMap>(
        &self,
        names: &[&'static str],
        present: &[bool],
        into: &mut S,
    ) -> Result<(), S::Error>;
}

impl ParamList for () {
    fn rest_len(&self) -> usize {
        0
    }
    fn serialize_elements<S: SerializeTuple>(&self, _: usize, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
    fn serialize_members<S: SerializeMap>(
        &self,
        _: &[&'static str],
        _: &[bool],
        _: &mut S,
    ) -> Result<(), S::Error> {
        Ok(())
    }
}

/// The type of a `rest` parameter.
pub trait RestList {
    /// What its elements are.
    type Element: Serialize;
    /// Returns the elements.
    fn elements(&self) -> &[Self::Element];
}

impl<T: Serialize> RestList for Vec<T> {
    type Element = T;
    fn elements(&self) -> &[T] {
        self
    }
}

impl<T: Serialize> RestList for &Vec<T> {
    type Element = T;
    fn elements(&self) -> &[T] {
        self
    }
}

impl<T: Serialize> RestList for &[T] {
    type Element = T;
    fn elements(&self) -> &[T] {
        self
    }
}

/// A `rest` parameter. Its elements are the last parameters of a call.
pub struct RestParams<'a, L>(&'a L);

impl<'a, L: RestList> RestParams<'a, L> {
    /// Borrows the list to write its elements.
    pub fn new(list: &'a L) -> Self {
        Self(list)
    }
}

impl<L: RestList> ParamList for RestParams<'_, L> {
    fn rest_len(&self) -> usize {
        self.0.elements().len()
    }
    fn serialize_elements<S: SerializeTuple>(&self, left: usize, into: &mut S) -> Result<(), S::Error> {
        self.0.elements().iter().take(left).try_for_each(|element| into.serialize_element(element))
    }
    /// A `rest` has no names. The macro refuses it with `params = "struct"`.
    fn serialize_members<S: SerializeMap>(
        &self,
        _: &[&'static str],
        _: &[bool],
        _: &mut S,
    ) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<T: Serialize, Rest: ParamList> ParamList for (T, Rest) {
    fn rest_len(&self) -> usize {
        self.1.rest_len()
    }
    fn serialize_elements<S: SerializeTuple>(&self, left: usize, into: &mut S) -> Result<(), S::Error> {
        if left == 0 {
            return Ok(());
        }
        into.serialize_element(&self.0)?;
        self.1.serialize_elements(left - 1, into)
    }
    fn serialize_members<S: SerializeMap>(
        &self,
        names: &[&'static str],
        present: &[bool],
        into: &mut S,
    ) -> Result<(), S::Error> {
        let (Some((name, names)), Some((is_present, present))) = (names.split_first(), present.split_first())
        else {
            return Ok(());
        };
        if *is_present {
            into.serialize_entry(name, &self.0)?;
        }
        self.1.serialize_members(names, present, into)
    }
}

/// Parameters by position. Those after the last one that is present are left out.
pub struct ByPosition<L> {
    list: L,
    len: usize,
}

impl<L: ParamList> ByPosition<L> {
    /// Takes a list with as many parameters as `present` has elements, except for a `rest`. A required
    /// parameter is always present.
    pub fn new(present: &[bool], list: L) -> Self {
        let len = present.iter().rposition(|present| *present).map_or(0, |last| last + 1);
        let len = len + list.rest_len();
        Self { list, len }
    }
}

impl<L: ParamList> Serialize for ByPosition<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(self.len)?;
        self.list.serialize_elements(self.len, &mut tuple)?;
        tuple.end()
    }
}

/// Parameters by name, as one struct. Those that are not present are left out.
pub struct ByName<'a, L> {
    names: &'a [&'static str],
    present: &'a [bool],
    list: L,
}

impl<'a, L: ParamList> ByName<'a, L> {
    /// Takes a list with as many parameters as there are names.
    pub fn new(names: &'a [&'static str], present: &'a [bool], list: L) -> Self {
        Self { names, present, list }
    }
}

impl<L: ParamList> Serialize for ByName<'_, L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let len = self.present.iter().filter(|present| **present).count();
        let mut map = serializer.serialize_map(Some(len))?;
        self.list.serialize_members(self.names, self.present, &mut map)?;
        map.end()
    }
}
