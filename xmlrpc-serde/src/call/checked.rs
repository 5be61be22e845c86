//! `Call`: a call whose document is known to be well-formed to its end.
use super::{
    params::{Params, ParamsAsSequence, ParamsAt, in_call, wrong_count},
    source::CallSource,
    unchecked::{UncheckedCall, open, rest},
};
use crate::{Options, Result};
use serde_core::Deserialize;

/// A call whose document has been checked to its end. The parameters are decoded when a type asks for them.
///
/// ```
/// # use xmlrpc_serde as xmlrpc;
/// use xmlrpc::{Options, call};
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

/// Reads the name of the method, and checks that the document is a well-formed call to its end.
///
/// The values of the parameters are decoded later, by [`Call::params`].
///
/// # Errors
///
/// [`Syntax`](crate::ErrorKind::Syntax), [`Eof`](crate::ErrorKind::Eof) or
/// [`Encoding`](crate::ErrorKind::Encoding) if the document is not well-formed,
/// [`Structure`](crate::ErrorKind::Structure) if it is not a call, [`Limit`](crate::ErrorKind::Limit) if it
/// exceeds a limit of the options.
pub fn decode(body: &[u8], options: Options) -> Result<Call<'_>> {
    open(body, options)?.check()
}

impl<'a> UncheckedCall<'a> {
    /// Reads the rest of the document, to check that it is well-formed and to count the parameters.
    ///
    /// # Errors
    ///
    /// Those of [`decode`].
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

/// A checked call may be read like an unchecked one.
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

    /// Returns the name of the method, without white space around it.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.source.method
    }

    /// Returns the number of parameters.
    #[must_use]
    pub fn len(&self) -> usize {
        self.param_count
    }

    /// Whether the call has no parameters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.param_count == 0
    }

    /// Decodes all parameters at once, into a tuple or a sequence. `()` accepts any parameters.
    ///
    /// # Errors
    ///
    /// [`Data`](crate::ErrorKind::Data) if their number is not that of `T`, or if one of them does not fit
    /// its type.
    pub fn params<'s, T: Deserialize<'s>>(&'s self) -> Result<T> {
        let mut params = self.reader();
        let mut read = || {
            let value = T::deserialize(ParamsAsSequence(&mut params))?;
            let left = params.left().unwrap_or_default();
            if left > 0 {
                let len = self.len();
                return Err(wrong_count(len - left, len));
            }
            Ok(value)
        };
        let CallSource { params: place, options, .. } = self.source;
        read().map_err(|error| in_call(error, place, self.text(), options))
    }

    /// Returns a reader of the parameters, which decodes one after another.
    #[must_use]
    pub fn reader(&self) -> Params<'_> {
        self.source.params(Some(self.param_count))
    }

    /// Makes the call independent of the body. The document is copied unless the call owns it already, and
    /// the calls of an owned multicall share one copy.
    #[must_use]
    pub fn into_owned(self) -> Call<'static> {
        Call { source: self.source.into_owned(), ..self }
    }

    /// The document that the call was read from.
    pub(crate) fn text(&self) -> &str {
        self.source.text()
    }
}
