//! `Slot`: the typed place of one call's result.

use crate::{Envelope, Error, ErrorKind, reply::Reply};
use std::{fmt, marker::PhantomData};
use xmlrpc_serde::multicall;

/// The typed place of one call's result in the [`Replies`](super::Replies) of its batch.
#[must_use = "the result of a call in a batch is taken with its slot"]
pub struct Slot<T, E = Error> {
    pub(super) batch_id: u64,
    /// The index of the call, or the reason why it could not be encoded.
    pub(super) index: Result<usize, Error>,
    pub(super) decode: fn(ResultSource<'_>) -> Result<T, Error>,
    error: PhantomData<fn() -> E>,
}

impl<T, E> Slot<T, E> {
    pub(super) fn new(
        batch_id: u64,
        index: Result<usize, Error>,
        decode: fn(ResultSource<'_>) -> Result<T, Error>,
    ) -> Self {
        Self { batch_id, index, decode, error: PhantomData }
    }

    /// Returns the index for [`Replies::get`](super::Replies::get), or `None` if the call could not be
    /// encoded and was not sent.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.index.as_ref().ok().copied()
    }
}

impl<T, E> fmt::Debug for Slot<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slot").field("index", &self.index()).finish_non_exhaustive()
    }
}

/// What one result is decoded from.
pub(super) enum ResultSource<'a> {
    Batch(&'a multicall::Results<'static>, usize),
    Single(&'a Reply),
}

/// Decodes one result, from the body straight into its type.
#[expect(clippy::needless_pass_by_value, reason = "a slot stores it as a pointer to such a function")]
pub(super) fn decode<W: Envelope<T>, T>(source: ResultSource<'_>) -> Result<T, Error> {
    match source {
        ResultSource::Batch(results, index) => match results.get::<W>(index) {
            Ok(Ok(wrapped)) => wrapped.open().map_err(Error::in_envelope),
            Ok(Err(fault)) => Err(fault.into()),
            Err(error) => Err(Error::from_source(ErrorKind::Decode, error)),
        },
        ResultSource::Single(reply) => reply.clone().decode::<W, T>(),
    }
}

/// Returns the error that a result decodes to, if it is one. It is for calls whose type is known no longer.
pub(super) type Probe = fn(ResultSource<'_>) -> Option<Error>;

/// Makes the probe of one call.
pub(super) const fn probe<W: Envelope<T>, T>() -> Probe {
    |source| decode::<W, T>(source).err()
}
