//! `Field`: lets one `with` module serve a type, an `Option` of it and a `Vec` of it.
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;

/// A type of field that a module of [`with`](crate::with) serves. `K` is the type that stands for the module.
///
/// It is implemented for the module's own type, and for `Option` and `Vec` of every type that it is
/// implemented for. Its methods are private to this crate: for types of your own, write a module for serde's
/// `with`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that this `with` module serves",
    note = "each module serves the types that its documentation names, and `Option` and `Vec` of them",
    note = "`none_if_zero` serves only `Option`, because the zero date is `None`"
)]
pub trait Field<K>: Sized {
    #[doc(hidden)]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
    #[doc(hidden)]
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// A reference to a field that serializes by the module `K`.
struct Ref<'a, K, T>(&'a T, PhantomData<K>);

impl<K, T: Field<K>> Serialize for Ref<'_, K, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// A field that deserializes by the module `K`.
struct Owned<K, T>(T, PhantomData<K>);

impl<'de, K, T: Field<K>> Deserialize<'de> for Owned<K, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(|value| Self(value, PhantomData))
    }
}

impl<K, T: Field<K>> Field<K> for Option<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => serializer.serialize_some(&Ref(value, PhantomData)),
            None => serializer.serialize_none(),
        }
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::<Owned<K, T>>::deserialize(deserializer)?;
        Ok(value.map(|owned| owned.0))
    }
}

impl<K, T: Field<K>> Field<K> for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|value| Ref(value, PhantomData)))
    }
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Vec::<Owned<K, T>>::deserialize(deserializer)?;
        Ok(values.into_iter().map(|owned| owned.0).collect())
    }
}

/// Defines the two functions that `#[serde(with = "…")]` calls.
macro_rules! with_functions {
    ($kind:ident) => {
        /// Serializes a field. `#[serde(with = "…")]` calls this.
        ///
        /// # Errors
        ///
        /// Returns the serializer's error if the value has no form on the wire.
        pub fn serialize<T: Field<$kind>, S: Serializer>(
            value: &T,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            value.write(serializer)
        }

        /// Deserializes a field. `#[serde(with = "…")]` calls this.
        ///
        /// # Errors
        ///
        /// Returns the deserializer's error if the value is not a date, or does not fit the type.
        pub fn deserialize<'de, T: Field<$kind>, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<T, D::Error> {
            T::read(deserializer)
        }
    };
}

pub(super) use with_functions;
