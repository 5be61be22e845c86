//! `Call`: a `<methodCall>` that was read.
use super::{
    params::{Params, ParamsAsSequence, ParamsAt, in_call},
    source::CallSource,
    unchecked::{UncheckedCall, open, rest},
};
use crate::{Error, ErrorKind, Options, Result};
use serde_core::Deserialize;

/// A call that was read: the method first, then the parameters as types ask for them.
///
/// ```
/// use xmlrpc_serde::{Options, call};
///
/// let xml = call::encode("add", &(1, 2), Options::new())?;
/// let call = call::decode(xml.as_bytes(), Options::new())?;
/// assert_eq!((call.method(), call.len()), ("add", 2));
/// assert_eq!(call.params::<(i32, i32)>()?, (1, 2));
/// # Ok::<(), xmlrpc_serde::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Call<'a> {
    source: CallSource<'a>,
    param_count: usize,
}

/// Reads a call: its method's name, and that its document is well-formed to the end.
///
/// What the parameters hold is checked when they are asked for.
///
/// # Errors
/// If the document is not well-formed, is no call, or passes a limit.
pub fn decode(body: &[u8], options: Options) -> Result<Call<'_>> {
    open(body, options)?.check()
}

impl<'a> UncheckedCall<'a> {
    /// Reads on to the end of the document: that it is well-formed, and how many parameters there are.
    ///
    /// # Errors
    /// If the document is not well-formed, is no call, or passes a limit.
    pub fn check(self) -> Result<Call<'a>> {
        let Self { source, param_count } = self;
        let param_count = match param_count {
            Some(count) => count,
            None => rest(&mut source.reader())
                .map_err(|error| in_call(error, source.params, source.text(), source.options))?,
        };
        Ok(Call { source, param_count })
    }
}

impl<'a> From<Call<'a>> for UncheckedCall<'a> {
    fn from(call: Call<'a>) -> Self {
        Self { source: call.source, param_count: Some(call.param_count) }
    }
}

impl<'a> Call<'a> {
    /// A call in the multicall `outer`, whose first parameter's `<value>` begins at `elements`.
    pub(crate) fn in_array(outer: &'a Call<'_>, method: Box<str>, elements: usize, len: usize) -> Self {
        let CallSource { text, options, .. } = &outer.source;
        let params = ParamsAt::Elements(elements);
        let source = CallSource { text: text.clone(), method, params, options: *options };
        Call { source, param_count: len }
    }

    /// The method's name, without white space around it.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.source.method
    }

    /// How many parameters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.param_count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.param_count == 0
    }

    /// All parameters at once, as a tuple or sequence; `()` takes any.
    ///
    /// # Errors
    /// If they are not as many as `T` has, or one does not fit its type.
    pub fn params<'s, T: Deserialize<'s>>(&'s self) -> Result<T> {
        let mut params = self.reader();
        let mut read = || {
            let value = T::deserialize(ParamsAsSequence(&mut params))?;
            let left = params.left().unwrap_or_default();
            if left > 0 {
                let len = self.len();
                let message = format!("too many parameters: the call has {len}, expected {}", len - left);
                return Err(Error::new(ErrorKind::Data, message));
            }
            Ok(value)
        };
        let CallSource { params: place, options, .. } = self.source;
        read().map_err(|error| in_call(error, place, self.text(), options))
    }

    /// The parameters one after another.
    #[must_use]
    pub fn reader(&self) -> Params<'_> {
        self.source.params(Some(self.param_count))
    }

    /// Frees it of the body, by a copy unless it has its own text already; the calls of an owned multicall share that.
    #[must_use]
    pub fn into_owned(self) -> Call<'static> {
        Call { source: self.source.into_owned(), ..self }
    }

    pub(crate) fn text(&self) -> &str {
        self.source.text()
    }
}
