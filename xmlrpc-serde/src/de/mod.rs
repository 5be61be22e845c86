//! Reading: the entry points, and the deserializer of a document.

mod array;
mod enums;
mod key;
mod methods;
mod params;
mod structs;
mod value;

use crate::{
    Error, Options, Result,
    reader::{Document, Reader},
    xml::well_formed::complete_error,
};
pub(crate) use enums::UnitVariant;
pub(crate) use key::KeyDeserializer;
pub(crate) use methods::every_method;
pub(crate) use params::{ParamAccess, ParamsDeserializer};
use serde_core::{
    Deserialize,
    de::{DeserializeOwned, DeserializeSeed, Visitor},
};
use std::{io::Read, marker::PhantomData};
pub(crate) use value::EMPTY_ARRAY;
use value::{UnreadValue, XmlValueDeserializer};

/// Reads one `<value>` from text.
///
/// An XML declaration may come before the value.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// let total: i32 = xmlrpc::from_str("<value><int>7</int></value>")?;
/// assert_eq!(total, 7);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// A `&str` is borrowed from the text. That is only possible for a string without references, CDATA sections
/// and carriage returns; `Cow<str>` with `#[serde(borrow)]` borrows where it can.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// let name: &str = xmlrpc::from_str("<value><string>web</string></value>")?;
/// assert_eq!(name, "web");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// - [`ErrorKind::Syntax`](crate::ErrorKind::Syntax) or [`Eof`](crate::ErrorKind::Eof) if the text is not one
///   well-formed `<value>`.
/// - [`ErrorKind::Data`](crate::ErrorKind::Data) if the value does not fit `T`.
/// - [`ErrorKind::Limit`](crate::ErrorKind::Limit) if the text is longer or nested deeper than
///   [`Options`] allow.
pub fn from_str<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T> {
    Options::new().from_str(text)
}

/// Reads one `<value>` from bytes, and detects their encoding.
///
/// The encoding is that of the byte order mark, or else of the XML declaration, or else of
/// [`Options::charset_hint`], or else UTF-8.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// let xml = b"<?xml version='1.0' encoding='ISO-8859-1'?><value><string>caf\xE9</string></value>";
/// let text: String = xmlrpc::from_slice(xml)?;
/// assert_eq!(text, "café");
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// A document that is not UTF-8 is converted. Values cannot borrow from the bytes then, so a `&str` is an
/// error.
///
/// # Errors
///
/// Those of [`from_str`], and [`ErrorKind::Encoding`](crate::ErrorKind::Encoding) if the encoding is unknown
/// or the bytes are not valid in it.
pub fn from_slice<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T> {
    Options::new().from_slice(bytes)
}

/// Reads one `<value>` from a reader, which is read to its end, and detects the encoding as [`from_slice`]
/// does.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// let file = std::io::Cursor::new("<value><boolean>1</boolean></value>");
/// assert!(xmlrpc::from_reader::<bool>(file)?);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`from_slice`], and [`ErrorKind::Io`](crate::ErrorKind::Io) if reading fails. At most
/// [`Options::max_len`] bytes are read, and one more.
pub fn from_reader<T: DeserializeOwned>(reader: impl Read) -> Result<T> {
    Options::new().from_reader(reader)
}

impl Options {
    /// Reads one `<value>` from text with these options: see [`from_str`].
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use xmlrpc::Options;
    ///
    /// let shallow = Options::new().max_depth(1);
    /// let xml = "<value><array><data><value>a</value></data></array></value>";
    /// assert_eq!(shallow.from_str::<Vec<String>>(xml)?, ["a"]);
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`from_str`].
    pub fn from_str<'de, T: Deserialize<'de>>(self, text: &'de str) -> Result<T> {
        value_document(&Document::from_str(text, self)?, self)
    }

    /// Reads one `<value>` from bytes with these options: see [`from_slice`].
    ///
    /// # Errors
    ///
    /// Those of [`from_slice`].
    pub fn from_slice<'de, T: Deserialize<'de>>(self, bytes: &'de [u8]) -> Result<T> {
        value_document(&Document::from_slice(bytes, self)?, self)
    }

    /// Reads one `<value>` from a reader with these options: see [`from_reader`].
    ///
    /// # Errors
    ///
    /// Those of [`from_reader`].
    pub fn from_reader<T: DeserializeOwned>(self, reader: impl Read) -> Result<T> {
        let mut bytes = Vec::new();
        // One byte more than allowed, so that a document that is too long is refused as such.
        let limit = u64::try_from(self.len_limit()).unwrap_or(u64::MAX).saturating_add(1);
        reader.take(limit).read_to_end(&mut bytes).map_err(Error::io)?;
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

/// Reads the value at the cursor into the type of `seed`.
pub(crate) fn read_value<'de, S: DeserializeSeed<'de>>(
    reader: &mut Reader<'_, 'de>,
    seed: S,
) -> Result<S::Value> {
    let start = reader.position();
    seed.deserialize(UnreadValue(reader)).map_err(|error| error.at(start))
}

/// A deserializer of one `<value>`, for code that works with any
/// [`serde::Deserializer`](serde_core::Deserializer).
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use serde::Deserialize;
///
/// let mut deserializer = xmlrpc::Deserializer::from_str("<value><i4>7</i4></value>");
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
    /// Creates a deserializer of `text` with the default options.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "it cannot fail, and it borrows the text")]
    pub fn from_str(text: &'de str) -> Self {
        Self::with_options(text, Options::new())
    }

    /// Creates a deserializer of `text` with these options.
    ///
    /// ```
    /// # use xmlrpc_serde as xmlrpc;
    /// use serde::Deserialize;
    /// use xmlrpc::{Deserializer, Options};
    ///
    /// let options = Options::new().read_control_characters(true);
    /// let mut deserializer = Deserializer::with_options("<value>&#1;</value>", options);
    /// assert_eq!(String::deserialize(&mut deserializer)?, "\u{1}");
    /// # Ok::<(), xmlrpc_serde::Error>(())
    /// ```
    #[must_use]
    pub fn with_options(text: &'de str, options: Options) -> Self {
        Self { reader: Reader::new(text, Some(text), 0, options), text, options }
    }

    /// Checks that the document is well-formed to its end, and that nothing follows the value.
    ///
    /// If the value has not been read, it is passed over and checked as well.
    ///
    /// # Errors
    ///
    /// [`Syntax`](crate::ErrorKind::Syntax), [`Structure`](crate::ErrorKind::Structure),
    /// [`Eof`](crate::ErrorKind::Eof) or [`Limit`](crate::ErrorKind::Limit), as in [`from_str`].
    pub fn end(&mut self) -> Result<()> {
        let controls = self.options.reads_control_characters();
        let mut end = || {
            if self.reader.position() == 0 {
                self.open()?;
                self.reader.skip_value()?;
            }
            self.reader.end_document()
        };
        end().map_err(|error| complete_error(error, self.text, controls))
    }

    /// Goes into the value.
    fn open(&mut self) -> Result<()> {
        Document::from_str(self.text, self.options)?;
        self.reader.open_value_document()
    }
}

macro_rules! forward {
    ($($method:ident $(($($arg:ident: $type:ty),*))?),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, $($($arg: $type,)*)? visitor: V) -> Result<V::Value> {
            let controls = self.options.reads_control_characters();
            let read = || {
                self.open()?;
                let start = self.reader.position();
                let value = XmlValueDeserializer(&mut self.reader);
                value.$method($($($arg,)*)? visitor).map_err(|error| error.at(start))
            };
            read().map_err(|error: Error| complete_error(error, self.text, controls))
        }
    )*};
}

impl<'de> serde_core::Deserializer<'de> for &mut Deserializer<'de> {
    type Error = Error;

    every_method!(forward);
}
