//! The request and reply of `system.multicall`.
use crate::{
    Fault, Options, Result,
    call::{Call, Leading},
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{borrow::Cow, ops::Range};

/// The usual name of the method.
pub const METHOD: &str = "system.multicall";

/// Calls gathered, each encoded as it is pushed.
#[derive(Clone, Debug)]
pub struct Request(());
impl Request {
    /// No call yet.
    #[must_use]
    pub fn new(_options: Options) -> Self {
        todo!()
    }
    /// Adds a call; one that cannot be encoded is not added.
    pub fn push<P: Serialize + ?Sized>(
        &mut self,
        _leading: &Leading,
        _method: &str,
        _params: &P,
    ) -> Result<()> {
        todo!()
    }
    /// How many calls.
    #[must_use]
    pub fn len(&self) -> usize {
        todo!()
    }
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Some of the calls as one call of the method `name`.
    pub fn encode(&self, _name: &str, _calls: Range<usize>) -> Result<Vec<u8>> {
        todo!()
    }
    /// The call at `index` as a call of its own, for a server without multicall.
    pub fn encode_single(&self, _index: usize) -> Result<Vec<u8>> {
        todo!()
    }
}

/// The results of a reply, each decoded when it is asked for.
#[derive(Clone, Debug)]
pub struct Replies<'a>(Cow<'a, str>);
/// Reads the reply.
pub fn decode(_body: &[u8], _options: Options) -> Result<Result<Replies<'_>, Fault>> {
    todo!()
}
impl Replies<'_> {
    /// How many results.
    #[must_use]
    pub fn len(&self) -> usize {
        todo!()
    }
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The result at `index`: a one-element array, a fault struct, or a bare value (as supervisord sends it).
    pub fn get<T: DeserializeOwned>(&self, _index: usize) -> Result<Result<T, Fault>> {
        todo!()
    }
    /// Frees it of the body.
    #[must_use]
    pub fn into_owned(self) -> Replies<'static> {
        todo!()
    }
}

/// For servers: the calls inside a call of `system.multicall`; an element that is no call is its own error.
pub fn calls<'a>(_call: &'a Call<'_>) -> Result<Vec<Result<Call<'a>>>> {
    todo!()
}
/// For servers: the whole response, from each element's `<value>` text or fault.
pub fn encode_reply<V: AsRef<str>>(_results: &[Result<V, Fault>], _options: Options) -> Result<Vec<u8>> {
    todo!()
}
