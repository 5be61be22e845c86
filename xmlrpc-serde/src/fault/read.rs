//! Reading a fault from a document.
use super::Fault;
use crate::{
    Result, Struct, Value,
    base64::codec,
    reader::{Kind, Reader, ScalarKind, ValueStart},
    scalar::{Scalar, parse},
};

/// Reads the value of a fault, from just after `<value>` to just after `</value>`.
pub(crate) fn read_fault(reader: &mut Reader<'_, '_>) -> Result<Fault> {
    tolerant_value(reader).map(Fault::from_value)
}

/// Reads a value in which a scalar may have any text: one that does not fit its tag, such as `<int></int>`,
/// is a string.
///
/// A fault must reach the user with its text, whatever is wrong with its code.
fn tolerant_value(reader: &mut Reader<'_, '_>) -> Result<Value> {
    let value_start = reader.open_value()?;
    match value_start.kind() {
        Kind::Scalar(kind) => tolerant_scalar(reader, kind, value_start),
        Kind::Array => {
            let mut elements = Vec::new();
            reader.each_element(value_start, |reader, _| {
                elements.push(tolerant_value(reader)?);
                Ok(())
            })?;
            Ok(Value::Array(elements))
        }
        Kind::Struct => {
            let mut members = Struct::new();
            if reader.open_struct(value_start)? {
                let mut member = reader.first_member()?;
                while let Some(found) = member {
                    let name = reader.str(found.name).to_owned();
                    members.push(name, tolerant_value(reader)?);
                    member = reader.next_member()?;
                }
            }
            Ok(Value::Struct(members))
        }
    }
}

fn tolerant_scalar(reader: &mut Reader<'_, '_>, kind: ScalarKind, value_start: ValueStart) -> Result<Value> {
    if kind == ScalarKind::Nil {
        return reader.end_nil(value_start).map(|()| Value::Nil);
    }
    let text = reader.slow_scalar_text(value_start)?;
    let text = reader.str(text);
    let value = match kind {
        ScalarKind::String | ScalarKind::Nil => None,
        ScalarKind::Integer | ScalarKind::WideInteger => {
            match parse::integer(text, kind == ScalarKind::WideInteger) {
                Ok(Scalar::Int(value)) => Some(Value::Int(value)),
                Ok(Scalar::I8(value)) => Some(Value::I8(value)),
                // An integer beyond 64 bits is its text.
                _ => None,
            }
        }
        ScalarKind::Double => parse::double(text).ok().map(Value::Double),
        ScalarKind::Boolean => parse::boolean(text).ok().map(Value::Bool),
        ScalarKind::DateTime => text.parse().ok().map(Value::DateTime),
        ScalarKind::Base64 => codec::decode(text).ok().map(Value::Base64),
    };
    Ok(value.unwrap_or_else(|| Value::String(text.to_owned())))
}
