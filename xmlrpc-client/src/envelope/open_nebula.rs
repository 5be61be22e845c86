//! `OpenNebula`: `[success, value or message, code]`.

use serde_core::de::{Deserialize, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// The envelope of `OpenNebula`: `[true, value, 0, …]` or `[false, message, code, …]`.
///
/// See <https://docs.opennebula.io/stable/integration_and_development/system_interfaces/api.html>. Old
/// versions send no code; it is 0 then.
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
            // Old versions send no code.
            let code = seq.next_element()?.unwrap_or(0);
            Err(Fault::new(code, message))
        };
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(OpenNebula(result))
    }
}
