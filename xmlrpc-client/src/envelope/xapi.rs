//! `Xapi`: `{Status, Value}` or `{Status, ErrorDescription}`.

use serde_core::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor},
    ser::SerializeStruct,
};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// The envelope of Xen's API: `{Status: "Success", Value}` or
/// `{Status: "Failure", ErrorDescription: [name, parameter, …]}`.
///
/// Its errors have names instead of numbers. The name is the fault's [`word`](Fault::word), its code is 0,
/// and its message is the name, followed by the parameters: `SESSION_AUTHENTICATION_FAILED: root,
/// Authentication failure`. So a `FaultCode` enum matches the name: `#[xmlrpc(code = "SESSION_INVALID")]`.
/// See <https://xapi-project.github.io/xen-api/wire-protocol.html>.
///
/// A server writes the fault's word as the name, and its message as the parameter. A fault that has a number
/// has the name `MESSAGE_METHOD_UNKNOWN` or `MESSAGE_PARAMETER_COUNT_MISMATCH` if the server itself made it
/// for such a call, and otherwise `INTERNAL_ERROR`.
#[derive(Clone, Debug, PartialEq)]
pub struct Xapi<T>(pub Result<T, Fault>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Xapi<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(XapiVisitor(PhantomData))
    }
}

impl<T: Serialize> Serialize for Xapi<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Xapi", 2)?;
        match &self.0 {
            Ok(value) => {
                members.serialize_field("Status", "Success")?;
                members.serialize_field("Value", value)?;
            }
            Err(fault) => {
                members.serialize_field("Status", "Failure")?;
                members.serialize_field("ErrorDescription", &description(fault))?;
            }
        }
        members.end()
    }
}

/// The name of an error, and its parameters.
fn description(fault: &Fault) -> Vec<&str> {
    let message = &*fault.message;
    let Some(name) = fault.word().filter(|name| !name.is_empty()) else {
        let name = match fault.code {
            Fault::METHOD_NOT_FOUND => "MESSAGE_METHOD_UNKNOWN",
            Fault::INVALID_PARAMS => "MESSAGE_PARAMETER_COUNT_MISMATCH",
            _ => "INTERNAL_ERROR",
        };
        return vec![name, message];
    };
    // A fault that was read from an envelope has the name in its message too.
    match message.strip_prefix(name) {
        Some("") => vec![name],
        Some(parameters) if parameters.starts_with(": ") => {
            std::iter::once(name).chain(parameters[2..].split(", ")).collect()
        }
        _ => vec![name, message],
    }
}

struct XapiVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for XapiVisitor<T> {
    type Value = Xapi<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{Status, Value} of XAPI")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Xapi<T>, A::Error> {
        let (mut status, mut value, mut error) = (None::<String>, None::<T>, None::<Vec<String>>);
        while let Some(name) = map.next_key::<String>()? {
            match &*name {
                "Status" => status = Some(map.next_value()?),
                "Value" => value = Some(map.next_value()?),
                "ErrorDescription" => error = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match status.as_deref() {
            Some("Success") => Ok(Xapi(Ok(value.ok_or_else(|| A::Error::missing_field("Value"))?))),
            Some(_) => {
                let error = error.ok_or_else(|| A::Error::missing_field("ErrorDescription"))?;
                Ok(Xapi(Err(match error.split_first() {
                    None => Fault::new(0, ""),
                    Some((name, [])) => Fault::with_word(name, name),
                    Some((name, parameters)) => {
                        Fault::with_word(name, format!("{name}: {}", parameters.join(", ")))
                    }
                })))
            }
            None => Err(A::Error::missing_field("Status")),
        }
    }
}
