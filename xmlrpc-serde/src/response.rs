//! `<methodResponse>`.
use crate::{Fault, Options, Result, ser, write};
use serde_core::{Deserialize, Serialize, Serializer, ser::SerializeStruct};

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
    write::document(|out| push_response(out, value, options))
}

/// [`encode`] in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// As [`encode`].
pub fn encode_to_vec<T: Serialize + ?Sized>(value: &T, options: Options) -> Result<Vec<u8>> {
    write::document_in_encoding(options, |out| push_response(out, value, options))
}

/// Writes a fault: `faultCode` and `faultString`, in this order and alone, as some clients want it.
///
/// # Errors
///
/// If the message holds a character that XML cannot, unless [`Options::control_characters`] has a remedy.
pub fn encode_fault(fault: &Fault, options: Options) -> Result<String> {
    write::document(|out| push_fault_response(out, fault, options))
}

/// [`encode_fault`] in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// As [`encode_fault`].
pub fn encode_fault_to_vec(fault: &Fault, options: Options) -> Result<Vec<u8>> {
    write::document_in_encoding(options, |out| push_fault_response(out, fault, options))
}

/// Opens a response with its one parameter, whose `<value>` follows.
pub(crate) fn begin(out: &mut String, options: Options) {
    write::open(out, "methodResponse", options);
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

/// Reads a response.
pub fn decode<'de, T: Deserialize<'de>>(_body: &'de [u8], _options: Options) -> Result<Result<T, Fault>> {
    todo!()
}
