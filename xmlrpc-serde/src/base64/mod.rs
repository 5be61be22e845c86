//! `Base64`: bytes as `<base64>`.
pub(crate) mod codec;

use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::{fmt, marker::PhantomData, ops};

/// Bytes, as `<base64>` on the wire.
///
/// To serde, `Vec<u8>` and `&[u8]` are sequences of numbers, so they are written as `<array>`s of `<int>`s,
/// which no server takes for bytes. Wrap them in this, or use the crate `serde_bytes`. It holds any bytes:
/// `Vec<u8>`, `&[u8]`, `[u8; 16]`, …
///
/// ```
/// use xmlrpc_serde::Base64;
///
/// let xml = xmlrpc_serde::to_string(&Base64(b"you can't read this!"))?;
/// assert_eq!(xml, "<value><base64>eW91IGNhbid0IHJlYWQgdGhpcyE=</base64></value>");
/// let Base64(bytes) = xmlrpc_serde::from_str(&xml)?;
/// let bytes: Vec<u8> = bytes;
/// assert_eq!(bytes, b"you can't read this!");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// In other formats it is what they have for bytes; in JSON, for one, an array of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64<T = Vec<u8>>(pub T);

impl<T> Base64<T> {
    /// The bytes.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Base64<T> {
    fn from(bytes: T) -> Self {
        Self(bytes)
    }
}

impl<T: AsRef<[u8]>> AsRef<[u8]> for Base64<T> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_ref()
    }
}

impl<T> ops::Deref for Base64<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> ops::DerefMut for Base64<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: AsRef<[u8]>> Serialize for Base64<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.as_ref())
    }
}

/// Into anything that can be made from a `Vec<u8>`, such as `Box<[u8]>` or `[u8; 16]` (an error if the length
/// differs).
impl<'de, T: TryFrom<Vec<u8>>> Deserialize<'de> for Base64<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(BytesVisitor(PhantomData)).map(Self)
    }
}

struct BytesVisitor<T>(PhantomData<T>);

impl<'de, T: TryFrom<Vec<u8>>> Visitor<'de> for BytesVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64")
    }

    fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<T, E> {
        let len = bytes.len();
        T::try_from(bytes)
            .map_err(|_| E::custom(format_args!("{len} bytes of base64 are not the number wanted")))
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<T, E> {
        self.visit_byte_buf(bytes.to_vec())
    }

    /// A format without bytes has a sequence of numbers.
    fn visit_seq<A: de::SeqAccess<'de>>(self, mut elements: A) -> Result<T, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = elements.next_element::<u8>()? {
            bytes.push(byte);
        }
        self.visit_byte_buf(bytes)
    }
}
