//! `<methodCall>`.
use crate::{Options, Result};
use serde_core::{Deserialize, Serialize};
use std::borrow::Cow;

/// Writes a call. `params` is a tuple, a sequence or `()`.
pub fn encode<P: Serialize + ?Sized>(_method: &str, _params: &P, _options: Options) -> Result<String> {
    todo!()
}
/// The same in the encoding that `options` names.
pub fn encode_to_vec<P: Serialize + ?Sized>(
    _method: &str,
    _params: &P,
    _options: Options,
) -> Result<Vec<u8>> {
    todo!()
}

/// Parameters encoded once, to stand in front of the others of many calls (a session key).
#[derive(Clone, Debug)]
pub struct Leading(());
impl Leading {
    /// Encodes them.
    pub fn encode<P: Serialize + ?Sized>(_params: &P, _options: Options) -> Result<Self> {
        todo!()
    }
    /// No parameter.
    #[must_use]
    pub const fn none() -> Self {
        Self(())
    }
}
/// [`encode_to_vec`] with `leading` in front of `params`.
pub fn encode_after<P: Serialize + ?Sized>(
    _leading: &Leading,
    _method: &str,
    _params: &P,
    _options: Options,
) -> Result<Vec<u8>> {
    todo!()
}

/// A call that was read: the method first, then the parameters as types ask for them.
#[derive(Clone, Debug)]
pub struct Call<'a>(Cow<'a, str>);

/// Reads a call.
pub fn decode(_body: &[u8], _options: Options) -> Result<Call<'_>> {
    todo!()
}

impl<'a> Call<'a> {
    /// The method's name.
    #[must_use]
    pub fn method(&self) -> &str {
        todo!()
    }
    /// How many parameters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        todo!()
    }
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// All parameters at once, as a tuple or sequence.
    pub fn params<'s, T: Deserialize<'s>>(&'s self) -> Result<T> {
        todo!()
    }
    /// The parameters one after another.
    #[must_use]
    pub fn reader(&self) -> Params<'_> {
        todo!()
    }
    /// Frees it of the body.
    #[must_use]
    pub fn into_owned(self) -> Call<'static> {
        todo!()
    }
}

/// Reads parameters one after another.
#[derive(Debug)]
pub struct Params<'a>(&'a str);
impl<'a> Params<'a> {
    /// The next parameter, `None` after the last.
    #[allow(clippy::should_implement_trait)]
    pub fn next<T: Deserialize<'a>>(&mut self) -> Result<Option<T>> {
        todo!()
    }
}
