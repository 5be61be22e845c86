//! What the server reads: the calls of a batch.
use crate::{
    Error, ErrorKind, Result,
    call::Call,
    de::read_value,
    reader::{Kind, Reader},
    xml::chars::trimmed,
};
use std::{borrow::Cow, marker::PhantomData};

/// The calls of a multicall, each by itself: a call, or what is wrong with it.
type Calls<'a> = Vec<Result<Call<'a>>>;

/// Reads the calls in a call of `system.multicall`. An element that is not a call is an error of its own.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call::{self, LeadingParams}, multicall::{self, METHOD, Request}};
///
/// let mut request = Request::new(Options::new());
/// request.push(&LeadingParams::none(), "add", &(1, 2))?;
/// let body = request.encode(METHOD, 0..1)?;
///
/// let outer = call::decode(&body, Options::new())?;
/// for call in multicall::calls(&outer)? {
///     let call = call?;
///     assert_eq!((call.method(), call.params::<(i32, i32)>()?), ("add", (1, 2)));
/// }
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// [`Data`](ErrorKind::Data) if the call does not have one parameter, an array.
pub fn calls<'a>(call: &'a Call<'_>) -> Result<Calls<'a>> {
    calls_up_to(call, usize::MAX).map(|(calls, _)| calls)
}

/// Reads the first `most` calls in a call of `system.multicall`, and counts all of them. Those beyond take no
/// memory.
///
/// # Errors
///
/// Those of [`calls`].
pub fn calls_up_to<'a>(call: &'a Call<'_>, most: usize) -> Result<(Calls<'a>, usize)> {
    read_calls(call, most).map_err(|error| error.in_element(0).in_root("params").in_document(call.text()))
}

fn read_calls<'a>(outer: &'a Call<'_>, most: usize) -> Result<(Calls<'a>, usize)> {
    let mut params = outer.reader();
    let reader = match params.open_next()? {
        Some(reader) if outer.len() == 1 => reader,
        _ => {
            let message = format!("expected one parameter, the array of calls, found {}", outer.len());
            return Err(Error::new(ErrorKind::Data, message));
        }
    };
    let value_start = reader.open_value()?;
    if value_start.kind() != Kind::Array {
        let message = "expected an array of calls";
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
        // Counting lines for each mistake would take too long, because there may be as many mistakes as
        // elements.
        calls.push(call.map_err(|error| error.at(start).in_element(calls.len()).in_root("calls")));
        Ok(())
    })?;
    Ok((calls, count))
}

/// Reads the struct of one call. The reader has entered its element, which begins at `start`. Unless the
/// outer result is an error, the reader has left it.
fn read_call<'a>(outer: &'a Call<'_>, reader: &mut Reader<'_, '_>, start: usize) -> Result<Result<Call<'a>>> {
    let wrong = |message: &str| Error::new(ErrorKind::Data, message);
    let value_start = reader.open_value()?;
    if value_start.kind() != Kind::Struct {
        return Err(wrong("expected a call of a multicall: a struct of `methodName` and `params`"));
    }
    let mut method = None;
    // Some clients leave `params` out if there are none.
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
                        return Err(wrong("expected the `params` of a call as an array"));
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
        None => Err(wrong("a call of a multicall has no `methodName`")),
    })
}
