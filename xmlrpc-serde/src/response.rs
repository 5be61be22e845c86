//! `<methodResponse>`.
use crate::{
    Error, ErrorKind, Fault, Options, Result,
    de::read_value,
    reader::{Document, Reader, ResponseKind},
    ser::{self, document},
    xml::well_formed::complete_error,
};
use serde_core::{
    Deserialize, Deserializer, Serialize, Serializer, de::Visitor, forward_to_deserialize_any,
    ser::SerializeStruct,
};
use std::{fmt, marker::PhantomData};

/// Writes a response.
///
/// ```
/// use xmlrpc_serde::{Options, response};
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
/// If the value cannot be written; see [`to_string`](crate::to_string).
pub fn encode<T: Serialize + ?Sized>(value: &T, options: Options) -> Result<String> {
    document::in_utf8(|out| push_response(out, value, options))
}

/// [`encode`] in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// As [`encode`].
pub fn encode_to_vec<T: Serialize + ?Sized>(value: &T, options: Options) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| push_response(out, value, options))
}

/// Writes a fault: `faultCode` and `faultString`, in this order and alone, as some clients want it.
///
/// # Errors
///
/// If the message holds a character that XML cannot, unless [`Options::control_characters`] has a remedy.
pub fn encode_fault(fault: &Fault, options: Options) -> Result<String> {
    document::in_utf8(|out| push_fault_response(out, fault, options))
}

/// [`encode_fault`] in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// As [`encode_fault`].
pub fn encode_fault_to_vec(fault: &Fault, options: Options) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| push_fault_response(out, fault, options))
}

/// Opens a response with its one parameter, whose `<value>` follows.
pub(crate) fn begin(out: &mut String, options: Options) {
    document::open_root(out, "methodResponse", options);
    out.push_str("<params><param>");
}

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
        members.serialize_field("faultCode", &self.0.code)?;
        members.serialize_field("faultString", &self.0.message)?;
        members.end()
    }
}

/// Reads a response, straight into `T`.
///
/// `()` takes every answer; an answer without a value (`<params/>`, as some servers send for methods that
/// return nothing) is taken by `()`, and as `None` by an `Option`.
///
/// # Errors
/// If the body is not well-formed, is no response, passes a limit, or holds a value that does not fit `T`. A
/// document that had to be converted to UTF-8 cannot lend, so that a `&str` is an error there.
pub fn decode<'de, T: Deserialize<'de>>(body: &'de [u8], options: Options) -> Result<Result<T, Fault>> {
    let document = Document::from_slice(body, options)?;
    let mut reader = document.reader(options);
    let mut read = || {
        let response = reader.open_response()?;
        let result = match response {
            ResponseKind::Value => Ok(read_value(&mut reader, PhantomData)
                .map_err(|error| error.in_element(0).in_root("params"))?),
            ResponseKind::Empty => Ok(T::deserialize(EmptyResponse)?),
            ResponseKind::Fault => Err(read_fault(&mut reader)?),
        };
        reader.end_response(response)?;
        Ok(result)
    };
    read().map_err(|error: Error| complete_error(error, document.text(), options.reads_control_characters()))
}

/// Reads the value of a `<fault>`.
pub(crate) fn read_fault(reader: &mut Reader<'_, '_>) -> Result<Fault> {
    let start = reader.position();
    read_value(reader, PhantomData)
        .and_then(Fault::from_struct)
        .map_err(|error| error.at(start).in_root("fault"))
}

/// A response without a value.
struct EmptyResponse;

impl<'de> Deserializer<'de> for EmptyResponse {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let message = format!("the response holds no value, expected {}", Expecting(&visitor));
        Err(Error::new(ErrorKind::Data, message))
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
