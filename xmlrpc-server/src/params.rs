//! `ParamsReader`: the parameters of a call, with faults that name them.
use crate::faults::{invalid_params, missing_param, wrong_param_count};
use serde_core::{Deserialize, de::DeserializeOwned};
use std::ops::RangeInclusive;
use xmlrpc_serde::{Fault, call::Params};

/// Reads the parameters of a call one after another.
///
/// [`Request::params`](crate::Request::params) makes one. A parameter that does not fit is a fault (-32602)
/// that names the parameter.
#[derive(Debug)]
pub struct ParamsReader<'a> {
    params: Params<'a>,
    names: &'static [&'static str],
    position: usize,
}

impl<'a> ParamsReader<'a> {
    pub(crate) const fn new(params: Params<'a>, names: &'static [&'static str]) -> Self {
        Self { params, names, position: 0 }
    }

    /// Checks that all parameters were read, and the document to its end.
    pub(crate) fn finish(self) -> xmlrpc_serde::Result<()> {
        self.params.finish()
    }

    /// Reads the next parameter.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32602) if there is no further parameter, or if it does not fit `T`.
    pub fn required<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        self.optional()?.ok_or_else(|| self.missing())
    }

    /// Reads the next parameter, or returns `None` if the caller left it off.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32602) if the parameter does not fit `T`.
    pub fn optional<T: Deserialize<'a>>(&mut self) -> Result<Option<T>, Fault> {
        let name = self.names.get(self.position).copied();
        let value = self.params.next().map_err(|error| invalid_params(error, name))?;
        self.position += 1;
        Ok(value)
    }

    /// Reads all parameters that are left.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32602) if a parameter does not fit `T`.
    pub fn rest<T: Deserialize<'a>>(&mut self) -> Result<Vec<T>, Fault> {
        std::iter::from_fn(|| self.optional().transpose()).collect()
    }

    /// Reads the next parameter. If the caller left it off, an `Option` is `None` and any other type is a
    /// fault, as for a missing member of a struct.
    pub(crate) fn required_or_absent<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        match self.optional()? {
            Some(value) => Ok(value),
            None => T::deserialize(absent::Absent).map_err(|absent::Missing| self.missing()),
        }
    }

    /// The fault for the parameter before the current position, if there is none.
    #[cold]
    fn missing(&self) -> Fault {
        missing_param(&self.label(self.position.saturating_sub(1)))
    }

    /// How a fault names a parameter.
    fn label(&self, position: usize) -> String {
        match self.names.get(position) {
            Some(name) => format!("`{name}` (parameter {})", position + 1),
            None => format!("parameter {}", position + 1),
        }
    }
}

/// Checks that a method was called with as many parameters as it expects.
pub(crate) fn check_count(method: &str, found: usize, expected: RangeInclusive<usize>) -> Result<(), Fault> {
    if expected.contains(&found) { Ok(()) } else { Err(wrong_param_count(method, found, expected)) }
}

/// Returns true if a caller may leave off a last parameter of this type.
pub(crate) fn may_be_absent<T: DeserializeOwned>() -> bool {
    T::deserialize(absent::Absent).is_ok()
}

/// A deserializer without a value: an `Option` is `None`, and every other type fails.
mod absent {
    use serde_core::{
        de::{Deserializer, Error, Visitor},
        forward_to_deserialize_any,
    };
    use std::fmt;

    pub(super) struct Absent;

    #[derive(Debug)]
    pub(super) struct Missing;

    impl fmt::Display for Missing {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("missing")
        }
    }
    impl std::error::Error for Missing {}
    impl Error for Missing {
        fn custom<T: fmt::Display>(_: T) -> Self {
            Self
        }
    }

    impl<'de> Deserializer<'de> for Absent {
        type Error = Missing;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Missing> {
            Err(Missing)
        }

        fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Missing> {
            visitor.visit_none()
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
            unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }
}
