//! `Ros` and `RosWithText`: `[code, message, value]`.

use super::codes::{blames_caller, is_reserved};
use serde_core::{
    Serialize, Serializer,
    de::{Deserialize, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor},
};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// The envelope of the ROS 1 master and slave APIs: `[code, statusMessage, value]`.
///
/// The code is 1 for a success, 0 for a failure, and -1 for an error of the caller. See
/// <https://wiki.ros.org/ROS/Master_Slave_APIs>.
///
/// A server writes `[1, "", value]` for a result, and `[code, text, 0]` for a fault. The code is that of the
/// fault. A fault that the server makes itself has the code -1 if it blames the caller and 0 otherwise,
/// because peers know no others; 1 is written as 0, because it would be a success. [`RosWithText`] has a text
/// beside the result.
#[derive(Clone, Debug, PartialEq)]
pub struct Ros<T>(pub Result<T, Fault>);

/// [`Ros`] for methods whose result comes with a text: `[1, "ready on host:port", value]`.
///
/// The method returns the text and the value, as a pair:
///
/// ```
/// use xmlrpc_client::{Caller, Error, Method, blocking::Client, envelope::RosWithText, testing::Canned};
///
/// let canned = Canned::new().value("requestTopic", &(1, "ready on pi:4711", ("TCPROS", "pi", 4711)));
/// let client = Client::builder("http://test/").transport(canned).build()?;
///
/// type Topic = (String, (String, String, u16));
/// let topic = Method::new("requestTopic");
/// let (text, protocol) = Caller::call::<_, RosWithText<Topic>, Topic, Error>(&client, &topic, &("/me",))?;
/// assert_eq!((&*text, protocol.2), ("ready on pi:4711", 4711));
/// # Ok::<(), Error>(())
/// ```
///
/// In a trait it is the envelope of the one method: `#[xmlrpc(envelope = xmlrpc::envelope::RosWithText)]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RosWithText<R>(pub Result<R, Fault>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ros<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (text, result) = deserializer.deserialize_seq(RosVisitor(PhantomData))?;
        Ok(Self(result.map_err(|code| Fault::new(code, text))))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for RosWithText<(String, T)> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match deserializer.deserialize_seq(RosVisitor(PhantomData))? {
            (text, Ok(value)) => Ok((text, value)),
            (text, Err(code)) => Err(Fault::new(code, text)),
        }))
    }
}

impl<T: Serialize> Serialize for Ros<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(value) => (1, "", value).serialize(serializer),
            Err(fault) => failure(fault).serialize(serializer),
        }
    }
}

impl<T: Serialize> Serialize for RosWithText<(String, T)> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Ok((text, value)) => (1, text, value).serialize(serializer),
            Err(fault) => failure(fault).serialize(serializer),
        }
    }
}

/// The envelope of a failure. Peers expect three elements, and do not look at the third.
fn failure(fault: &Fault) -> (i32, &str, i32) {
    let code = match fault.code {
        _ if blames_caller(fault) => -1,
        1 => 0,
        code if is_reserved(code) => 0,
        code => code,
    };
    (code, &fault.message, 0)
}

struct RosVisitor<T>(PhantomData<T>);

/// Reads the text, and the value or the code of a failure.
impl<'de, T: Deserialize<'de>> Visitor<'de> for RosVisitor<T> {
    type Value = (String, Result<T, i32>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[code, message, value] of ROS")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let code: i32 = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let message: String = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        let result = if code == 1 {
            Ok(seq.next_element()?.ok_or_else(|| A::Error::invalid_length(2, &self))?)
        } else {
            Err(code)
        };
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok((message, result))
    }
}
