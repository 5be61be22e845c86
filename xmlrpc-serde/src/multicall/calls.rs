//! The server reads: the calls in a request.
use crate::{
    Error, ErrorKind, Result,
    call::Call,
    de::read_value,
    reader::{Kind, Reader},
    xml::chars::trimmed,
};
use std::{borrow::Cow, marker::PhantomData};

/// The calls in a multicall, or what is wrong with each.
type Calls<'a> = Vec<Result<Call<'a>>>;

/// For servers: the calls inside a call of `system.multicall`; an element that is no call is its own error.
///
/// # Errors
/// If the call's parameter is no array.
pub fn calls<'a>(call: &'a Call<'_>) -> Result<Calls<'a>> {
    calls_up_to(call, usize::MAX).map(|(calls, _)| calls)
}

/// The first `most` of [`calls`], and how many there are in all; those beyond are counted and cost no memory.
///
/// # Errors
/// If the call's parameter is no array.
pub fn calls_up_to<'a>(call: &'a Call<'_>, most: usize) -> Result<(Calls<'a>, usize)> {
    read_calls(call, most).map_err(|error| error.in_element(0).in_root("params").in_document(call.text()))
}

fn read_calls<'a>(outer: &'a Call<'_>, most: usize) -> Result<(Calls<'a>, usize)> {
    let mut params = outer.reader();
    let reader = match params.open_next()? {
        Some(reader) if outer.len() == 1 => reader,
        _ => {
            let message = format!("a multicall has one parameter, an array; this call has {}", outer.len());
            return Err(Error::new(ErrorKind::Data, message));
        }
    };
    let value_start = reader.open_value()?;
    if value_start.kind() != Kind::Array {
        let message = "the parameter of a multicall is an array of calls";
        return Err(Error::new(ErrorKind::Data, message).at(reader.position()));
    }
    let (mut calls, mut count) = (Vec::new(), 0);
    reader.each_element(value_start, |reader, start| {
        count += 1;
        if count > most {
            return reader.skip_value();
        }
        let checkpoint = reader.checkpoint();
        let call = match read_call(outer, reader, start) {
            Ok(call) => call,
            Err(error) => {
                reader.return_to(checkpoint);
                reader.skip_value()?;
                Err(error)
            }
        };
        // Lines are not counted here: a document may hold as many mistakes as elements.
        calls.push(call.map_err(|error| error.at(start).in_element(calls.len()).in_root("calls")));
        Ok(())
    })?;
    Ok((calls, count))
}

/// Reads the struct of one call, whose element begins at `start`; the reader has entered it, and left it unless the outer
/// result is an error.
fn read_call<'a>(outer: &'a Call<'_>, reader: &mut Reader<'_, '_>, start: usize) -> Result<Result<Call<'a>>> {
    let wrong = |message: &str| Error::new(ErrorKind::Data, message);
    let value_start = reader.open_value()?;
    if value_start.kind() != Kind::Struct {
        return Err(wrong("a call in a multicall is a struct of `methodName` and `params`"));
    }
    let mut method = None;
    // Left out by clients whose method has none.
    let (mut first, mut len) = (start, 0);
    if reader.open_struct(value_start)? {
        let mut member = reader.first_member()?;
        while let Some(found) = member {
            match reader.str(found.name) {
                "methodName" => {
                    let name: Cow<'_, str> = read_value(reader, PhantomData)
                        .map_err(|error: Error| error.in_member("methodName"))?;
                    method = Some(trimmed(&name).into());
                }
                "params" => {
                    let value_start = reader.open_value()?;
                    if value_start.kind() != Kind::Array {
                        return Err(wrong("the `params` of a call are an array"));
                    }
                    len = 0;
                    reader.each_element(value_start, |reader, start| {
                        if len == 0 {
                            first = start;
                        }
                        len += 1;
                        reader.skip_value()
                    })?;
                }
                _ => reader.skip_value()?,
            }
            member = reader.next_member()?;
        }
    }
    Ok(match method {
        Some(method) => Ok(Call::in_array(outer, method, first, len)),
        None => Err(wrong("a call in a multicall lacks `methodName`")),
    })
}
