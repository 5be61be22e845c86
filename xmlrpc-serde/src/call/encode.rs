//! Writing a `<methodCall>`.
use super::{
    leading::LeadingParams,
    param_list::{self, ParamTags},
};
use crate::{
    ControlCharacters, Error, Options, Result,
    ser::{document, escape::push_escaped},
};
use serde_core::Serialize;

/// Writes a call.
///
/// The parameters are a tuple, a sequence or `()`; a single one is `(value,)`.
///
/// ```
/// use xmlrpc_serde::{Options, call};
///
/// let xml = call::encode("examples.getStateName", &(41,), Options::new())?;
/// assert_eq!(
///     xml,
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodCall><methodName>examples.getStateName</methodName>\
///      <params><param><value><int>41</int></value></param></params></methodCall>"
/// );
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
///
/// # Errors
///
/// If a parameter cannot be written (its place is the error's path), the parameters are of another type, or
/// the method's name is empty or holds a character that XML cannot. Names beyond the specification's `A-Z a-z
/// 0-9 _ . : /` are written, escaped: servers have them.
pub fn encode<P: Serialize + ?Sized>(method: &str, params: &P, options: Options) -> Result<String> {
    document::in_utf8(|out| {
        begin(out, method, options)?;
        param_list::append(out, params, options, ParamTags::Write, |_| {})?;
        out.push_str(END);
        Ok(())
    })
}

/// [`encode`] in the encoding that [`Options::encoding`] names.
///
/// # Errors
///
/// As [`encode`].
pub fn encode_to_vec<P: Serialize + ?Sized>(method: &str, params: &P, options: Options) -> Result<Vec<u8>> {
    encode_with_leading(&LeadingParams::none(), method, params, options)
}

/// [`encode_to_vec`] with `leading` in front of `params`.
///
/// # Errors
///
/// As [`encode`].
pub fn encode_with_leading<P: Serialize + ?Sized>(
    leading: &LeadingParams,
    method: &str,
    params: &P,
    options: Options,
) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| {
        begin(out, method, options)?;
        for value in leading.values() {
            out.extend(["<param>", value, "</param>"]);
        }
        param_list::append(out, params, options, ParamTags::Write, |_| {})?;
        out.push_str(END);
        Ok(())
    })
}

pub(crate) const END: &str = "</params></methodCall>";

/// Opens a call; its parameters follow.
pub(crate) fn begin(out: &mut String, method: &str, options: Options) -> Result<()> {
    document::open_root(out, "methodCall", options);
    out.push_str("<methodName>");
    push_method(out, method)?;
    out.push_str("</methodName><params>");
    Ok(())
}

/// [`begin`] with a name that [`push_method`] wrote before.
pub(crate) fn begin_escaped(out: &mut String, method: &str, options: Options) {
    document::open_root(out, "methodCall", options);
    out.extend(["<methodName>", method, "</methodName><params>"]);
}

/// Appends the name of a method, escaped.
pub(crate) fn push_method(out: &mut String, method: &str) -> Result<()> {
    if method.is_empty() {
        return Err(Error::unsupported("the name of the method is empty"));
    }
    // Another name is another method, so no character is ever replaced.
    push_escaped(out, method, ControlCharacters::Refuse).map_err(|_| {
        Error::unsupported(format!("the method name {method:?} holds a character that XML cannot"))
    })
}
