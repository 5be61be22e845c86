//! Writing and reading a `<methodResponse>`: a value or a fault.
use crate::{
    Error, ErrorKind, Fault, Options, Result,
    de::{ParamAccess, ParamsDeserializer, read_value},
    fault::{CODE_NAMES, STRING_NAMES, read_fault},
    pieces::{RowDecoder, Rows},
    reader::{Document, Reader, ResponseKind},
    ser::{self, document},
    xml::well_formed::complete_error,
};
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Visitor},
    forward_to_deserialize_any,
    ser::SerializeStruct,
};
use std::{fmt, io::Read, marker::PhantomData};

/// Writes a response that holds a value.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, response};
///
/// assert_eq!(
///     response::encode("South Dakota", Options::new())?,
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodResponse><params><param>\
///      <value><string>South Dakota</string></value></param></params></methodResponse>"
/// );
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_string`](crate::to_string).
pub fn encode<T: Serialize + ?Sized>(value: &T, options: Options) -> Result<String> {
    document::in_utf8(|out| push_response(out, value, options))
}

/// Writes a response that holds a value as bytes, in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// Those of [`encode`].
pub fn encode_to_vec<T: Serialize + ?Sized>(value: &T, options: Options) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| push_response(out, value, options))
}

/// Writes a response that holds a fault.
///
/// The members are `faultCode` and `faultString`, in this order and without others, because some clients
/// expect that.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Fault, Options, response};
///
/// let xml = response::encode_fault(&Fault::new(4, "Too many parameters."), Options::new())?;
/// assert!(xml.contains("<member><name>faultCode</name><value><int>4</int></value></member>"));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// [`Unsupported`](ErrorKind::Unsupported) if the message holds a character that XML cannot hold and
/// [`Options::control_characters`] does not replace or remove it.
pub fn encode_fault(fault: &Fault, options: Options) -> Result<String> {
    document::in_utf8(|out| push_fault_response(out, fault, options))
}

/// Writes a response that holds a fault as bytes, in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// Those of [`encode_fault`].
pub fn encode_fault_to_vec(fault: &Fault, options: Options) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| push_fault_response(out, fault, options))
}

/// Writes a response that holds an array, of elements that were written before: each is a `<value>`, as
/// [`to_string`](crate::to_string) writes it. Returns bytes in the encoding that [`Options::encoding`] names.
///
/// ```
/// use xmlrpc_serde::{Options, response};
///
/// let rows = [xmlrpc_serde::to_string(&1)?, xmlrpc_serde::to_string("two")?];
/// let body = response::encode_elements(&rows, Options::new())?;
/// assert_eq!(body, response::encode_to_vec(&(1, "two"), Options::new())?);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`encode_to_vec`] about the encoding.
pub fn encode_elements<V: AsRef<str>>(elements: &[V], options: Options) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| {
        out.reserve(elements.iter().map(|element| element.as_ref().len()).sum::<usize>() + 256);
        begin(out, options);
        out.push_str("<value><array><data>");
        out.extend(elements.iter().map(AsRef::as_ref));
        out.push_str("</data></array></value>");
        out.push_str(END);
        Ok(())
    })
}

/// Appends everything before the `<value>` of a response.
pub(crate) fn begin(out: &mut String, options: Options) {
    document::open_root(out, "methodResponse", options);
    out.push_str("<params><param>");
}

/// What follows the `<value>` of a response.
pub(crate) const END: &str = "</param></params></methodResponse>";

fn push_response<T: Serialize + ?Sized>(out: &mut String, value: &T, options: Options) -> Result<()> {
    begin(out, options);
    ser::append(out, value, options)?;
    out.push_str(END);
    Ok(())
}

fn push_fault_response(out: &mut String, fault: &Fault, options: Options) -> Result<()> {
    out.push_str("<methodResponse><fault>");
    push_fault(out, fault, options)?;
    out.push_str("</fault></methodResponse>");
    Ok(())
}

/// Appends the `<value>` of a fault.
pub(crate) fn push_fault(out: &mut String, fault: &Fault, options: Options) -> Result<()> {
    ser::append(out, &FaultStruct(fault), options)
}

struct FaultStruct<'a>(&'a Fault);

impl Serialize for FaultStruct<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Fault", 2)?;
        match self.0.word() {
            Some(word) => members.serialize_field(CODE_NAMES[0], word)?,
            None => members.serialize_field(CODE_NAMES[0], &self.0.code)?,
        }
        members.serialize_field(STRING_NAMES[0], &self.0.message)?;
        members.end()
    }
}

/// Reads a response, directly into `T`.
///
/// A `()` accepts every response. Some servers send no value (`<params/>`, or an empty `<param>`) for a
/// method that returns nothing; a `()` and an `Option` accept that too, and a [`Value`](crate::Value) is nil
/// then. Some send several values, each in a `<param>`: they are read as a sequence.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Fault, Options, response};
///
/// let xml = "<methodResponse><params><param><value><i4>7</i4></value></param></params></methodResponse>";
/// let result: Result<i32, Fault> = response::decode(xml.as_bytes(), Options::new())?;
/// assert_eq!(result, Ok(7));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// [`Syntax`](ErrorKind::Syntax), [`Eof`](ErrorKind::Eof) or [`Encoding`](ErrorKind::Encoding) if the body is
/// not well-formed, [`Structure`](ErrorKind::Structure) if it is not a response, [`Limit`](ErrorKind::Limit)
/// if it exceeds a limit of the options, [`Data`](ErrorKind::Data) if its value does not fit `T`. A document
/// that had to be converted to UTF-8 cannot be borrowed from, so a `&str` is an error there.
pub fn decode<'de, T: Deserialize<'de>>(body: &'de [u8], options: Options) -> Result<Result<T, Fault>> {
    let document = Document::from_slice(body, options)?;
    let mut reader = document.reader(options);
    let mut read = || {
        let response = reader.open_response()?;
        let result = match response {
            ResponseKind::Value => Ok(read_params(&document, &mut reader, options)?),
            ResponseKind::Empty => Ok(T::deserialize(EmptyResponse { is_nil: true })?),
            ResponseKind::Nothing => Ok(T::deserialize(EmptyResponse { is_nil: false })?),
            ResponseKind::Fault => Err(read_fault(&mut reader).map_err(|error| error.in_root("fault"))?),
        };
        reader.end_response(response)?;
        Ok(result)
    };
    read().map_err(|error: Error| complete_error(error, document.text(), options.reads_control_characters()))
}

/// Reads the elements of an array in a response one by one: see [`crate::rows()`].
///
/// The response is read up to the array, or to the end of a fault: a fault is found before any row.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, response};
///
/// let body = "<methodResponse><params><param><value><array><data><value>a</value><value>b</value></data>\
///     </array></value></param></params></methodResponse>";
/// // A socket or a file, in a program.
/// let rows = response::rows::<String, _>(body.as_bytes(), Options::new())?.expect("no fault");
/// assert_eq!(rows.collect::<Result<Vec<_>, _>>()?, ["a", "b"]);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// [`Data`](ErrorKind::Data) if the value is not an array, or there is none; [`Io`](ErrorKind::Io) if reading
/// fails; otherwise those of [`decode`] about what stands before the first row. Only the first `<param>` is
/// read: a second one ends the rows with an error.
pub fn rows<T: DeserializeOwned, R: Read>(reader: R, options: Options) -> Result<Result<Rows<T, R>, Fault>> {
    rows_at(reader, "", options)
}

/// Reads the elements of an array inside the value of a response one by one: see [`rows()`] and
/// [`crate::rows_at`].
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, response};
///
/// let body = "<methodResponse><params><param><value><struct><member><name>items</name>\
///     <value><array><data><value>a</value></data></array></value></member></struct></value></param>\
///     </params></methodResponse>";
/// let rows = response::rows_at::<String, _>(body.as_bytes(), "items", Options::new())?.expect("no fault");
/// assert_eq!(rows.collect::<Result<Vec<_>, _>>()?, ["a"]);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`rows()`], and [`Data`](ErrorKind::Data) if the path is malformed or leads nowhere.
pub fn rows_at<T: DeserializeOwned, R: Read>(
    reader: R,
    path: &str,
    options: Options,
) -> Result<Result<Rows<T, R>, Fault>> {
    Rows::open(RowDecoder::for_response(path, options)?, reader)
}

/// Reads the values of a response, to after `</params>`: one is read as itself, several as a sequence.
fn read_params<'t, 'de, T: Deserialize<'de>>(
    document: &'t Document<'de>,
    reader: &mut Reader<'t, 'de>,
    options: Options,
) -> Result<T> {
    // Most responses hold one value, so the first is read as `T` before it is known whether there are others.
    let error = match read_value(reader, PhantomData) {
        Ok(value) if reader.is_last_param()? => return Ok(value),
        Ok(_) => None,
        Err(error) => Some(error.in_element(0).in_root("params")),
    };
    read_several_params(document, reader, options, error)
}

/// Reads the values of a response from the first on, as a sequence. If reading the first alone failed with
/// `error`, and there are no others, returns that.
#[cold]
fn read_several_params<'t, 'de, T: Deserialize<'de>>(
    document: &'t Document<'de>,
    reader: &mut Reader<'t, 'de>,
    options: Options,
    error: Option<Error>,
) -> Result<T> {
    if let Some(error) = error {
        // The cursor stands after the value, unless the document is broken.
        if reader.is_last_param().unwrap_or(true) {
            return Err(error);
        }
    }
    *reader = document.reader(options);
    reader.open_response()?;
    let mut params = ParamAccess::new(reader);
    let value = T::deserialize(ParamsDeserializer(&mut params)).map_err(|error| error.in_root("params"))?;
    params.end()?;
    Ok(value)
}

/// A response without a value.
struct EmptyResponse {
    /// Whether it is a nil to a type that accepts any value.
    is_nil: bool,
}

impl<'de> Deserializer<'de> for EmptyResponse {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let message = format!("expected {}, found a response without a value", Expecting(&visitor));
        let value = if self.is_nil { visitor.visit_unit::<Error>().ok() } else { None };
        value.ok_or_else(|| Error::new(ErrorKind::Data, message))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf seq tuple
        tuple_struct map struct enum identifier
    }
}

struct Expecting<'v, V>(&'v V);

impl<'de, V: Visitor<'de>> fmt::Display for Expecting<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }
}
