//! `<methodCall>`.
pub use crate::received::{Call, Params, UncheckedCall, decode, open};
use crate::{
    ControlCharacters, Error, ErrorKind, Options, Result,
    escape::push_escaped,
    ser::{self, params::ParamTags},
    write,
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
    write::document(|out| {
        begin(out, method, options)?;
        ser::params::append(out, params, options, ParamTags::Write, |_| {})?;
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

pub(crate) const END: &str = "</params></methodCall>";

/// Opens a call; its parameters follow.
pub(crate) fn begin(out: &mut String, method: &str, options: Options) -> Result<()> {
    write::open(out, "methodCall", options);
    out.push_str("<methodName>");
    push_method(out, method)?;
    out.push_str("</methodName><params>");
    Ok(())
}

/// [`begin`] with a name that [`push_method`] wrote before.
pub(crate) fn begin_escaped(out: &mut String, method: &str, options: Options) {
    write::open(out, "methodCall", options);
    out.extend(["<methodName>", method, "</methodName><params>"]);
}

/// Appends the name of a method, escaped.
pub(crate) fn push_method(out: &mut String, method: &str) -> Result<()> {
    if method.is_empty() {
        return Err(Error::new(ErrorKind::Unsupported, "the name of the method is empty"));
    }
    // Another name is another method, so no character is ever replaced.
    push_escaped(out, method, ControlCharacters::Refuse).map_err(|_| {
        Error::new(
            ErrorKind::Unsupported,
            format!("the method name {method:?} holds a character that XML cannot"),
        )
    })
}

/// Parameters encoded once, to stand in front of the others of many calls (a session key).
///
/// ```
/// use xmlrpc_serde::{Options, call::{self, LeadingParams}};
///
/// let session = LeadingParams::encode(&("key",), Options::new())?;
/// let body = call::encode_with_leading(&session, "item.get", &(7,), Options::new())?;
/// assert_eq!(body, call::encode_to_vec("item.get", &("key", 7), Options::new())?);
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct LeadingParams {
    /// A `<value>` each.
    values: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl LeadingParams {
    /// Encodes them: a tuple, a sequence or `()`.
    ///
    /// # Errors
    ///
    /// As [`encode`].
    pub fn encode<P: Serialize + ?Sized>(params: &P, options: Options) -> Result<Self> {
        let mut leading = Self::none();
        ser::params::append(&mut leading.values, params, options, ParamTags::Omit, |end| {
            leading.ends.push(end);
        })?;
        Ok(leading)
    }

    /// No parameter.
    #[must_use]
    pub const fn none() -> Self {
        Self { values: String::new(), ends: Vec::new() }
    }

    /// The `<value>` of each.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.values[start..end])
    }
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
    write::document_in_encoding(options, |out| {
        begin(out, method, options)?;
        for value in leading.values() {
            out.extend(["<param>", value, "</param>"]);
        }
        ser::params::append(out, params, options, ParamTags::Write, |_| {})?;
        out.push_str(END);
        Ok(())
    })
}
