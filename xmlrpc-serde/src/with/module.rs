//! `with_module!` and `none_if_zero_module!`: make modules for `#[serde(with = "…")]` of conversions.
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
    from_wire(DateTime::deserialize(deserializer)?, convert)
}

/// Deserializes an optional `DateTime` and converts it, unless it is the zero date, which stands for `None`.
pub(super) fn read_none_if_zero<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    convert: impl FnOnce(DateTime) -> Converted<T>,
) -> Result<Option<T>, D::Error> {
    match Option::<DateTime>::deserialize(deserializer)? {
        Some(value) if !value.is_all_zero() => from_wire(value, convert).map(Some),
        _ => Ok(None),
    }
}

/// Converts a `DateTime`. The error of a zero date says how to read one.
fn from_wire<T, E: de::Error>(
    value: DateTime,
    convert: impl FnOnce(DateTime) -> Converted<T>,
) -> Result<T, E> {
    // Checked here as well, before a conversion adds an offset that was not sent.
    value.refuse_zero_date().and_then(|()| convert(value)).map_err(|error| {
        let way_out = if value.is_all_zero() { " (`none_if_zero` reads it as `None`)" } else { "" };
        E::custom(format_args!("{error}{way_out}"))
    })
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
                    module::read(deserializer, from_wire)
                }
            }

            /// Converts a date as this module does.
            pub(in crate::with) fn from_wire(value: crate::DateTime) -> crate::Result<$type> {
                let convert: fn(crate::DateTime) -> crate::Result<$type> = $from_wire;
                convert(value)
            }

            crate::with::field::with_functions!(Module);
        }
    };
}

/// Defines the module `none_if_zero`. It serves an `Option` of each type, and converts like the module that
/// is named beside the type.
macro_rules! none_if_zero_module {
    ($(#[$doc:meta])* $($type:ty => $module:ident;)*) => {
        $(#[$doc])*
        pub mod none_if_zero {
            use crate::with::{field::Field, module};
            use serde_core::{Deserializer, Serializer};

            /// Stands for this module in [`Field`].
            #[derive(Debug)]
            pub enum Module {}

            $(impl Field<Module> for Option<$type> {
                fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    Field::<super::$module::Module>::write(self, serializer)
                }
                fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    module::read_none_if_zero(deserializer, super::$module::from_wire)
                }
            })*

            crate::with::field::with_functions!(Module);
        }
    };
}

pub(super) use none_if_zero_module;
pub(super) use with_module;
