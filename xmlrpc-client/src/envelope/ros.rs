//! `Ros`: `[code, message, value]`.

use serde_core::de::{Deserialize, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::Fault;

/// The envelope of the ROS 1 master and slave APIs: `[code, statusMessage, value]`.
///
/// The code is 1 for a success, 0 for a failure, and -1 for an error of the caller. See
/// <https://wiki.ros.org/ROS/Master_Slave_APIs>.
#[derive(Clone, Debug, PartialEq)]
pub struct Ros<T>(pub Result<T, Fault>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ros<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RosVisitor(PhantomData))
    }
}

struct RosVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for RosVisitor<T> {
    type Value = Ros<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[code, message, value] of ROS")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Ros<T>, A::Error> {
        let code: i32 = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let message: String = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        let result = if code == 1 {
            Ok(seq.next_element()?.ok_or_else(|| A::Error::invalid_length(2, &self))?)
        } else {
            Err(Fault::new(code, message))
        };
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Ros(result))
    }
}
