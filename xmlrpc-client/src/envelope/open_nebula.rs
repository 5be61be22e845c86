//! `OpenNebula`: `[success, value or message, code]`.

use serde_core::de::{Deserialize, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// `[true, value, 0, …]` or `[false, message, code, …]`, as every method of `OpenNebula` answers
/// (<https://docs.opennebula.io/stable/integration_and_development/system_interfaces/api.html>).
#[derive(Clone, Debug, PartialEq)]
pub struct OpenNebula<T>(pub Result<T, Fault>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OpenNebula<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(OpenNebulaVisitor(PhantomData))
    }
}

struct OpenNebulaVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OpenNebulaVisitor<T> {
    type Value = OpenNebula<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[success, value or message, code] of OpenNebula")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OpenNebula<T>, A::Error> {
        let success: bool = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let result = if success {
            Ok(seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?)
        } else {
            let message: String = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
            // Old versions leave the code off.
            let code = seq.next_element()?.unwrap_or(0);
            Err(Fault::new(code, message))
        };
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(OpenNebula(result))
    }
}
