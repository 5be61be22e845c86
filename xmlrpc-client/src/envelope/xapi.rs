//! `Xapi`: `{Status, Value}` or `{Status, ErrorDescription}`.

use serde_core::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// The envelope of Xen's API: `{Status: "Success", Value}` or
/// `{Status: "Failure", ErrorDescription: [name, parameter, …]}`.
///
/// Its errors have names instead of numbers. The fault's code is 0, and its message is the name, followed by
/// the parameters: `SESSION_AUTHENTICATION_FAILED: root, Authentication failure`. See
/// <https://xapi-project.github.io/xen-api/wire-protocol.html>.
#[derive(Clone, Debug, PartialEq)]
pub struct Xapi<T>(pub Result<T, Fault>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Xapi<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(XapiVisitor(PhantomData))
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
                let message = match error.split_first() {
                    None => String::new(),
                    Some((name, [])) => name.clone(),
                    Some((name, parameters)) => format!("{name}: {}", parameters.join(", ")),
                };
                Ok(Xapi(Err(Fault::new(0, message))))
            }
            None => Err(A::Error::missing_field("Status")),
        }
    }
}
