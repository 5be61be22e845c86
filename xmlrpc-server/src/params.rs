//! `ParamsReader`: the parameters of a call, with faults that name them.
use crate::faults::{invalid_params, missing_param, wrong_param_count};
use serde_core::Deserialize;
use std::ops::RangeInclusive;
use xmlrpc_serde::{Fault, call::Params};

/// Reads parameters one after another; a fault (-32602) names the parameter.
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

    /// Sees that there are no more, and that the document ends as it should.
    pub(crate) fn finish(self) -> xmlrpc_serde::Result<()> {
        self.params.finish()
    }

    /// The next one.
    ///
    /// # Errors
    ///
    /// A fault (-32602) when there is none, or it does not fit `T`.
    pub fn required<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        self.optional()?.ok_or_else(|| self.missing())
    }

    /// The next one, `None` when it was left off.
    ///
    /// # Errors
    ///
    /// A fault (-32602) when it does not fit `T`.
    pub fn optional<T: Deserialize<'a>>(&mut self) -> Result<Option<T>, Fault> {
        let value = self.params.next().map_err(|error| invalid_params(&error, &self.label(self.position)))?;
        self.position += 1;
        Ok(value)
    }

    /// The next one; where it was left off, what `T` is without a value (`None` for an option), as for a struct's member.
    pub(crate) fn required_or_absent<T: Deserialize<'a>>(&mut self) -> Result<T, Fault> {
        match self.optional()? {
            Some(value) => Ok(value),
            None => T::deserialize(absent::Absent).map_err(|absent::Missing| self.missing()),
        }
    }

    /// The fault for a parameter that was asked for just now and is not there.
    #[cold]
    fn missing(&self) -> Fault {
        missing_param(&self.label(self.position.saturating_sub(1)))
    }

    fn label(&self, position: usize) -> String {
        match self.names.get(position) {
            Some(name) => format!("`{name}` (parameter {})", position + 1),
            None => format!("parameter {}", position + 1),
        }
    }
}

/// Sees that a method was called with as many parameters as it takes.
pub(crate) fn check_count(method: &str, given: usize, takes: RangeInclusive<usize>) -> Result<(), Fault> {
    if takes.contains(&given) { Ok(()) } else { Err(wrong_param_count(method, given, takes)) }
}

/// A deserializer without a value: options are `None`, everything else is missing.
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
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
            newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
        }
    }
}
