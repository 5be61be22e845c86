//! Writing a call.
use super::{
    leading::LeadingParams,
    param_list::{self, ParamTags},
};
use crate::{
    ControlCharacters, Error, Options, Result,
    excerpt::excerpt,
    ser::{
        document,
        escape::{Escaping, push_escaped},
    },
};
use serde_core::Serialize;

/// Writes a call of `method`.
///
/// `params` is a tuple, a sequence or `()`. A single parameter is written `(value,)`.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call};
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
/// [`Unsupported`](crate::ErrorKind::Unsupported) if `params` is of another type, or a parameter cannot be
/// written (the [path](Error::path) says which one), or the name of the method is empty or holds a character
/// that XML cannot hold. Other characters of a name are escaped where necessary, even if the specification
/// does not allow them (`A-Z a-z 0-9 _ . : /`), because some servers use them. See also the errors of
/// [`to_string`](crate::to_string).
pub fn encode<P: Serialize + ?Sized>(method: &str, params: &P, options: Options) -> Result<String> {
    document::in_utf8(|out| {
        begin(out, method, options)?;
        param_list::append(out, params, options, ParamTags::Write, |_| {})?;
        out.push_str(END);
        Ok(())
    })
}

/// Writes a call as bytes, in the encoding that [`Options::encoding`] names.
///
/// Parameters and errors are those of [`encode`].
///
/// # Errors
///
/// Those of [`encode`].
pub fn encode_to_vec<P: Serialize + ?Sized>(method: &str, params: &P, options: Options) -> Result<Vec<u8>> {
    encode_with_leading(&LeadingParams::none(), method, params, options)
}

/// Writes a call as bytes, with the encoded parameters `leading` in front of `params`. See [`LeadingParams`].
///
/// # Errors
///
/// Those of [`encode`].
pub fn encode_with_leading<P: Serialize + ?Sized>(
    leading: &LeadingParams,
    method: &str,
    params: &P,
    options: Options,
) -> Result<Vec<u8>> {
    document::in_encoding(options, |out| {
        begin(out, method, options)?;
        leading.append_params(out);
        param_list::append(out, params, options, ParamTags::Write, |_| {})?;
        out.push_str(END);
        Ok(())
    })
}

pub(crate) const END: &str = "</params></methodCall>";

/// Appends everything before the parameters of a call.
pub(crate) fn begin(out: &mut String, method: &str, options: Options) -> Result<()> {
    document::open_root(out, "methodCall", options);
    out.push_str("<methodName>");
    push_method(out, method, options)?;
    out.push_str("</methodName><params>");
    Ok(())
}

/// Appends everything before the parameters of a call, whose name [`push_method`] has escaped before.
pub(crate) fn begin_escaped(out: &mut String, method: &str, options: Options) {
    document::open_root(out, "methodCall", options);
    out.extend(["<methodName>", method, "</methodName><params>"]);
}

/// Appends the name of a method, escaped.
pub(crate) fn push_method(out: &mut String, method: &str, options: Options) -> Result<()> {
    if method.is_empty() {
        return Err(Error::unsupported("expected the name of a method, found an empty text"));
    }
    let control_characters = ControlCharacters::Refuse;
    let escaping = Escaping { control_characters, ..Escaping::new(options) };
    // Another name is another method, so no character is ever replaced, whatever the options say.
    push_escaped(out, method, escaping).map_err(|_| {
        Error::unsupported(format!(
            "method name `{}` holds a character that XML cannot hold",
            excerpt(method)
        ))
    })
}
