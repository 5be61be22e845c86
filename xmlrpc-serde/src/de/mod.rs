//! Reading: text to types.
mod array;
mod enums;
mod key;
mod structs;
mod value;

use crate::{
    Error, Options, Result,
    reader::{Document, Reader},
    xml::well_formed::complete_error,
};
pub(crate) use enums::UnitVariant;
pub(crate) use key::KeyDeserializer;
use serde_core::{
    Deserialize,
    de::{DeserializeOwned, DeserializeSeed, Visitor},
};
use std::{io::Read, marker::PhantomData};
use value::XmlValueDeserializer;

/// Reads one `<value>` from text.
///
/// ```
/// let total: i32 = xmlrpc_serde::from_str("<value><int>7</int></value>")?;
/// assert_eq!(total, 7);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// Strings can be borrowed where the document holds them as they are, without references or CDATA sections;
/// `Cow<str>` with `#[serde(borrow)]` takes both. An XML declaration may precede the value.
///
/// # Errors
/// If the text is not well-formed, is no value of XML-RPC, does not fit `T`, or passes a limit.
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T> {
    Options::new().from_str(text)
}

/// Reads one `<value>` from bytes, whose encoding is found out.
///
/// A byte order mark decides, then the XML declaration, then
/// [`Options::charset_hint`](Options::charset_hint), else it is UTF-8.
/// A document in another encoding has to be converted and cannot lend, so that a `&str` is an error there.
///
/// # Errors
/// As for [`from_str`], and if the bytes are not of their encoding.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    Options::new().from_slice(bytes)
}

/// Reads one `<value>` from a reader, to its end; else like [`from_slice`].
///
/// # Errors
/// As for [`from_slice`], and if reading fails. No more than [`Options::max_len`] bytes are read.
pub fn from_reader<T: DeserializeOwned>(reader: impl Read) -> Result<T> {
    Options::new().from_reader(reader)
}

impl Options {
    /// [`from_str`] with these options.
    ///
    /// # Errors
    /// As for [`from_str`].
    // Not the trait's `from_str`: these are the entry points of a format.
    #[allow(clippy::wrong_self_convention)]
    pub fn from_str<'de, T: Deserialize<'de>>(self, text: &'de str) -> Result<T> {
        value_document(&Document::from_str(text, self)?, self)
    }

    /// [`from_slice`] with these options.
    ///
    /// # Errors
    /// As for [`from_slice`].
    #[allow(clippy::wrong_self_convention)]
    pub fn from_slice<'de, T: Deserialize<'de>>(self, bytes: &'de [u8]) -> Result<T> {
        value_document(&Document::from_slice(bytes, self)?, self)
    }

    /// [`from_reader`] with these options.
    ///
    /// # Errors
    /// As for [`from_reader`].
    #[allow(clippy::wrong_self_convention)]
    pub fn from_reader<T: DeserializeOwned>(self, reader: impl Read) -> Result<T> {
        let mut bytes = Vec::new();
        // One byte more than allowed, so that the limit's own error is given.
        let most = u64::try_from(self.len_limit()).unwrap_or(u64::MAX).saturating_add(1);
        reader.take(most).read_to_end(&mut bytes).map_err(Error::io)?;
        self.from_slice(&bytes)
    }
}

fn value_document<'de, T: Deserialize<'de>>(document: &Document<'de>, options: Options) -> Result<T> {
    let mut reader = document.reader(options);
    let mut read = || {
        reader.open_value_document()?;
        let value = read_value(&mut reader, PhantomData)?;
        reader.end_document()?;
        Ok(value)
    };
    read().map_err(|error: Error| complete_error(error, document.text(), options.reads_control_characters()))
}

/// Reads the value at the cursor.
pub(crate) fn read_value<'de, S: DeserializeSeed<'de>>(
    reader: &mut Reader<'_, 'de>,
    seed: S,
) -> Result<S::Value> {
    let start = reader.position();
    seed.deserialize(XmlValueDeserializer(reader)).map_err(|error| error.at(start))
}

/// Reads one `<value>` from text, as any [`serde::Deserializer`](serde_core::Deserializer).
///
/// ```
/// use serde::Deserialize;
///
/// let mut deserializer = xmlrpc_serde::Deserializer::from_str("<value><i4>7</i4></value>");
/// let value = i32::deserialize(&mut deserializer)?;
/// deserializer.end()?;
/// assert_eq!(value, 7);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Debug)]
pub struct Deserializer<'de> {
    reader: Reader<'de, 'de>,
    text: &'de str,
    options: Options,
}

impl<'de> Deserializer<'de> {
    /// Reads from `text`, with the default options.
    #[must_use]
    #[allow(clippy::should_implement_trait)]
    pub fn from_str(text: &'de str) -> Self {
        Self::with_options(text, Options::new())
    }

    /// Reads from `text`.
    #[must_use]
    pub fn with_options(text: &'de str, options: Options) -> Self {
        Self { reader: Reader::new(text, Some(text), 0, options), text, options }
    }

    /// Checks that nothing follows the value.
    ///
    /// # Errors
    /// If something does.
    pub fn end(&mut self) -> Result<()> {
        let controls = self.options.reads_control_characters();
        self.reader.end_document().map_err(|error| complete_error(error, self.text, controls))
    }
}

macro_rules! forward {
    ($($method:ident $(($($arg:ident: $type:ty),*))?),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, $($($arg: $type,)*)? visitor: V) -> Result<V::Value> {
            let read = || {
                Document::from_str(self.text, self.options)?;
                self.reader.open_value_document()?;
                let start = self.reader.position();
                XmlValueDeserializer(&mut self.reader).$method($($($arg,)*)? visitor).map_err(|error| error.at(start))
            };
            let controls = self.options.reads_control_characters();
            read().map_err(|error: Error| complete_error(error, self.text, controls))
        }
    )*};
}

impl<'de> serde_core::Deserializer<'de> for &mut Deserializer<'de> {
    type Error = Error;

    forward! {
        deserialize_any, deserialize_bool, deserialize_i8, deserialize_i16, deserialize_i32, deserialize_i64,
        deserialize_i128, deserialize_u8, deserialize_u16, deserialize_u32, deserialize_u64, deserialize_u128,
        deserialize_f32, deserialize_f64, deserialize_char, deserialize_str, deserialize_string,
        deserialize_bytes, deserialize_byte_buf, deserialize_option, deserialize_unit,
        deserialize_unit_struct(name: &'static str), deserialize_newtype_struct(name: &'static str),
        deserialize_seq, deserialize_tuple(length: usize),
        deserialize_tuple_struct(name: &'static str, length: usize), deserialize_map,
        deserialize_struct(name: &'static str, fields: &'static [&'static str]),
        deserialize_enum(name: &'static str, variants: &'static [&'static str]),
        deserialize_identifier, deserialize_ignored_any,
    }
}
