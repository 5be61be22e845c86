//! `OpenNebula`: `[success, value or message, code]`.

use super::codes::{blames_caller, is_reserved};
use serde_core::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor},
};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// The envelope of `OpenNebula`: `[true, value, 0, …]` or `[false, message, code, …]`.
///
/// See <https://docs.opennebula.io/stable/integration_and_development/system_interfaces/api.html>. Old
/// versions send no code; it is 0 then.
///
/// A server writes `[true, value, 0]` for a result, and `[false, message, code]` for a fault. The code is
/// that of the fault. A fault that the server makes itself has `OpenNebula`'s code: 0x1000 (a wrong call) if
/// it blames the caller, and 0x2000 (an internal error) otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenNebula<T>(pub Result<T, Fault>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OpenNebula<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(OpenNebulaVisitor(PhantomData))
    }
}

impl<T: Serialize> Serialize for OpenNebula<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(value) => (true, value, 0).serialize(serializer),
            Err(fault) => {
                let code = match fault.code {
                    _ if blames_caller(fault) => XML_RPC_API,
                    code if is_reserved(code) => INTERNAL,
                    code => code,
                };
                (false, &fault.message, code).serialize(serializer)
            }
        }
    }
}

/// `OpenNebula`'s code for a call that is wrong.
const XML_RPC_API: i32 = 0x1000;
/// `OpenNebula`'s code for an error inside the server.
const INTERNAL: i32 = 0x2000;

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
