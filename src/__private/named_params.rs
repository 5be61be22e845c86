//! Parameters that a server receives as one struct (`params = "struct"`).
//!
//! Like the lists that a client writes, they are nested pairs: `(RequiredParam<A>, (OptionalParam<B>, ()))`.
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, Visitor},
};
use std::{fmt, marker::PhantomData};

/// The names of the members, as a type.
pub trait ParamNames {
    /// The names, in the order of the parameters.
    const NAMES: &'static [&'static str];
}

/// The place of one parameter, empty until its member is read.
pub trait NamedParam<'de>: Default {
    /// Reads the member. Returns `false` if it had been read before.
    fn fill<A: MapAccess<'de>>(&mut self, access: &mut A) -> Result<bool, A::Error>;
    /// Returns whether nothing is missing: it has been read, or it is optional.
    fn is_settled(&self) -> bool;
}

/// A parameter that must be present.
pub struct RequiredParam<T>(Option<T>);

/// A parameter that may be missing or nil.
pub struct OptionalParam<T>(Option<T>);

impl<T> Default for RequiredParam<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Default for OptionalParam<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> RequiredParam<T> {
    /// Returns the value.
    ///
    /// # Errors
    ///
    /// When there is none. [`NamedParams`] has checked that before, so this cannot happen.
    pub fn into_value(self) -> Result<T, xmlrpc_serde::Fault> {
        self.0.ok_or_else(|| {
            xmlrpc_serde::Fault::new(xmlrpc_serde::Fault::INVALID_PARAMS, "a parameter is missing")
        })
    }
}

impl<T> OptionalParam<Option<T>> {
    /// Returns the value, or `None` if it is missing or nil.
    pub fn into_option(self) -> Option<T> {
        self.0.flatten()
    }
}

impl<'de, T: Deserialize<'de>> NamedParam<'de> for RequiredParam<T> {
    fn fill<A: MapAccess<'de>>(&mut self, access: &mut A) -> Result<bool, A::Error> {
        Ok(self.0.replace(access.next_value()?).is_none())
    }
    fn is_settled(&self) -> bool {
        self.0.is_some()
    }
}

impl<'de, T: Deserialize<'de>> NamedParam<'de> for OptionalParam<T> {
    fn fill<A: MapAccess<'de>>(&mut self, access: &mut A) -> Result<bool, A::Error> {
        Ok(self.0.replace(access.next_value()?).is_none())
    }
    fn is_settled(&self) -> bool {
        true
    }
}

/// Nested pairs of parameters.
pub trait NamedParamList<'de>: Default {
    /// Reads the parameter at `index`. Returns `false` if it had been read before.
    fn fill<A: MapAccess<'de>>(&mut self, index: usize, access: &mut A) -> Result<bool, A::Error>;
    /// Returns the index of the first required parameter that was not read.
    fn missing(&self) -> Option<usize>;
}

impl<'de> NamedParamList<'de> for () {
    fn fill<A: MapAccess<'de>>(&mut self, _: usize, _: &mut A) -> Result<bool, A::Error> {
        Ok(true)
    }
    fn missing(&self) -> Option<usize> {
        None
    }
}

impl<'de, S: NamedParam<'de>, Rest: NamedParamList<'de>> NamedParamList<'de> for (S, Rest) {
    fn fill<A: MapAccess<'de>>(&mut self, index: usize, access: &mut A) -> Result<bool, A::Error> {
        match index.checked_sub(1) {
            None => self.0.fill(access),
            Some(index) => self.1.fill(index, access),
        }
    }
    fn missing(&self) -> Option<usize> {
        if self.0.is_settled() { self.1.missing().map(|index| index + 1) } else { Some(0) }
    }
}

/// The struct of the parameters. Reading it fails if a member is unknown, comes twice, or is required and
/// missing.
pub struct NamedParams<N, L> {
    /// The parameters.
    pub list: L,
    names: PhantomData<fn() -> N>,
}

impl<'de, N: ParamNames, L: NamedParamList<'de>> Deserialize<'de> for NamedParams<N, L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let list = deserializer.deserialize_map(NamedParamsVisitor::<N, L>(PhantomData))?;
        Ok(Self { list, names: PhantomData })
    }
}

struct NamedParamsVisitor<N, L>(PhantomData<(N, L)>);

impl<'de, N: ParamNames, L: NamedParamList<'de>> Visitor<'de> for NamedParamsVisitor<N, L> {
    type Value = L;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a struct with the parameters")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<L, A::Error> {
        let mut list = L::default();
        while let Some(index) = access.next_key_seed(ParamIndex(N::NAMES))? {
            if !list.fill(index, &mut access)? {
                return Err(A::Error::duplicate_field(N::NAMES[index]));
            }
        }
        match list.missing() {
            Some(index) => Err(A::Error::missing_field(N::NAMES[index])),
            None => Ok(list),
        }
    }
}

/// Reads the name of a member as the index of the parameter.
struct ParamIndex(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for ParamIndex {
    type Value = usize;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for ParamIndex {
    type Value = usize;
    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a parameter")
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == name).ok_or_else(|| E::unknown_field(name, self.0))
    }
}
