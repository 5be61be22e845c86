//! `with_module!`: makes a module for `#[serde(with = "…")]` of two conversions.
use crate::{DateTime, Result as Converted};
use serde_core::{Deserialize as _, Deserializer, Serialize as _, Serializer, de, ser};

/// Serializes the result of a conversion into a `DateTime`.
pub(super) fn write<S: Serializer>(value: Converted<DateTime>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map_err(ser::Error::custom)?.serialize(serializer)
}

/// Deserializes a `DateTime` and converts it.
pub(super) fn read<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    convert: impl FnOnce(DateTime) -> Converted<T>,
) -> Result<T, D::Error> {
    convert(DateTime::deserialize(deserializer)?).map_err(de::Error::custom)
}

/// Defines a module for `#[serde(with = "…")]`: its two functions, and its implementation of
/// [`Field`](super::Field).
macro_rules! with_module {
    ($(#[$doc:meta])* $name:ident: $type:ty, $to_wire:expr, $from_wire:expr) => {
        $(#[$doc])*
        pub mod $name {
            use crate::with::{field::Field, module};
            use serde_core::{Deserializer, Serializer};

            /// Stands for this module in [`Field`].
            #[derive(Debug)]
            pub enum Module {}

            impl Field<Module> for $type {
                fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let convert: fn(&$type) -> crate::Result<crate::DateTime> = $to_wire;
                    module::write(convert(self), serializer)
                }
                fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    module::read(deserializer, $from_wire)
                }
            }

            crate::with::field::with_functions!(Module);
        }
    };
}

pub(super) use with_module;
