//! What the server writes: the results of the calls.
use super::{CLOSE, DOCUMENT_TAGS_SLACK, OPEN};
use crate::{Fault, Options, Result, response, ser::document};

const ELEMENT: usize = OPEN.len() + CLOSE.len();

/// Writes the response to a multicall: for each call its result as a `<value>`, as
/// [`to_string`](crate::to_string) writes it, or its fault.
///
/// # Errors
///
/// Those of [`response::encode_fault`].
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Fault, Options, Value, multicall, response, value};
///
/// let results = [Ok(xmlrpc::to_string(&7)?), Err(Fault::new(4, "too many"))];
/// let body = multicall::encode_reply(&results, Options::new())?;
/// let reply: Result<Value, Fault> = response::decode(&body, Options::new())?;
/// assert_eq!(reply, Ok(value!([[7], { "faultCode": 4, "faultString": "too many" }])));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
pub fn encode_reply<V: AsRef<str>>(results: &[Result<V, Fault>], options: Options) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| {
        let values: usize = results.iter().flatten().map(|value| value.as_ref().len() + ELEMENT).sum();
        out.reserve(values + DOCUMENT_TAGS_SLACK);
        response::begin(out, options);
        out.push_str(OPEN);
        for result in results {
            match result {
                Ok(value) => {
                    out.extend([OPEN, value.as_ref(), CLOSE]);
                }
                Err(fault) => response::push_fault(out, fault, options)?,
            }
        }
        out.push_str(CLOSE);
        out.push_str(response::END);
        Ok(())
    })
}
