//! `Base64`: bytes, written as `<base64>`.
pub(crate) mod codec;
mod stream;

use crate::Error;
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Unexpected, Visitor},
};
use std::{fmt, marker::PhantomData, ops};
pub(crate) use stream::Base64Stream;

/// Bytes, which are `<base64>` on the wire.
///
/// To serde, a `Vec<u8>` or `&[u8]` is a sequence of numbers, so it is written as an `<array>` of `<int>`s,
/// which no server understands as bytes. Wrap it in a `Base64`, or use the crate `serde_bytes`.
///
/// `T` is what holds the bytes: `Vec<u8>`, `&[u8]`, `Box<[u8]>`, `[u8; 16]`, …
///
/// # Examples
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::Base64;
///
/// let xml = xmlrpc::to_string(&Base64(b"you can't read this!"))?;
/// assert_eq!(xml, "<value><base64>eW91IGNhbid0IHJlYWQgdGhpcyE=</base64></value>");
/// let Base64(bytes) = xmlrpc::from_str(&xml)?;
/// let bytes: Vec<u8> = bytes;
/// assert_eq!(bytes, b"you can't read this!");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// A field of a fixed size:
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::{Deserialize, Serialize};
/// use xmlrpc::Base64;
///
/// #[derive(Serialize, Deserialize)]
/// struct Login {
///     user: String,
///     digest: Base64<[u8; 4]>,
/// }
///
/// let login = Login { user: "ada".into(), digest: Base64([1, 2, 3, 4]) };
/// let xml = xmlrpc::to_string(&login)?;
/// assert!(xml.contains("<base64>AQIDBA==</base64>"));
///
/// let error = xmlrpc::from_str::<Login>(&xml.replace("AQIDBA==", "AQID")).map(drop).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "base64 holds 3 bytes, which does not fit the target type at digest (line 1, column 119)"
/// );
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Reading
///
/// White space is allowed anywhere between the digits, as many servers break the lines. The padding with `=`
/// is required. A target `T` is anything that implements `TryFrom<Vec<u8>>`. The decoded bytes become a
/// `Vec<u8>`, a `Box<[u8]>` or a `bytes::Bytes` without a copy. A `Base64<&[u8]>` can be written, but not
/// read: the document has only the digits, so there is nothing to borrow.
///
/// # Other formats
///
/// Other formats have their own form for bytes. In JSON, for example, it is an array of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Base64<T = Vec<u8>>(pub T);

impl<T> Base64<T> {
    /// Returns the bytes.
    ///
    /// # Examples
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Base64;
    ///
    /// let data: Base64 = xmlrpc::from_str("<value><base64>aGk=</base64></value>")?;
    /// assert_eq!(data.into_inner(), b"hi");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
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

/// Reads into anything that can be made from a `Vec<u8>`, such as `Box<[u8]>` or `[u8; 16]`. It is an error
/// if the bytes do not fit, for example because an array has another length.
impl<'de, T: FromBytes> Deserialize<'de> for Base64<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(BytesVisitor(PhantomData)).map(Self)
    }
}

/// What [`Base64`] can be read into: everything that implements `TryFrom<Vec<u8>>`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`Base64<{Self}>` cannot be read, because `{Self}` cannot be made of the bytes",
    label = "`{Self}` does not implement `TryFrom<Vec<u8>>`",
    note = "base64 is decoded into new memory, so nothing can be borrowed from the document",
    note = "write `Base64` (a `Vec<u8>`), `Base64<Box<[u8]>>`, `Base64<[u8; N]>` or `Base64<bytes::Bytes>`"
)]
pub trait FromBytes: Sized {
    /// Makes the value, or returns `None` if the bytes do not fit.
    fn from_bytes(bytes: Vec<u8>) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: TryFrom<Vec<u8>>> FromBytes for T {
    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Self::try_from(bytes).ok()
    }
}

struct BytesVisitor<T>(PhantomData<T>);

impl<'de, T: FromBytes> Visitor<'de> for BytesVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64")
    }

    fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<T, E> {
        let len = bytes.len();
        T::from_bytes(bytes).ok_or_else(|| {
            E::custom(format_args!("base64 holds {len} bytes, which does not fit the target type"))
        })
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<T, E> {
        self.visit_byte_buf(bytes.to_vec())
    }

    /// Formats that have no bytes, such as JSON, give a sequence of numbers. This format has bytes, so an
    /// array is not taken for them. It arrives here only from serde's buffer; an untagged enum then tries its
    /// next variant.
    fn visit_seq<A: de::SeqAccess<'de>>(self, mut elements: A) -> Result<T, A::Error> {
        if Error::is_type::<A::Error>() {
            return Err(de::Error::invalid_type(Unexpected::Seq, &self));
        }
        let mut bytes = Vec::new();
        while let Some(byte) = elements.next_element::<u8>()? {
            bytes.push(byte);
        }
        self.visit_byte_buf(bytes)
    }
}
