//! `Replies`: the results of a batch.

use super::slot::{ResultSource, Slot, decode};
use crate::{Error, ErrorKind, Plain, reply::Reply};
use serde_core::de::DeserializeOwned;
use std::{fmt, ops::Range, sync::Arc};
use xmlrpc_serde::{Value, multicall};

/// What came of some of the calls.
pub(super) struct SentPart {
    pub(super) calls: Range<usize>,
    pub(super) outcome: PartOutcome,
}

pub(super) enum PartOutcome {
    Batch(multicall::Results<'static>),
    Single(Box<Reply>),
    Failed(Error),
}

/// The results of a batch, in the order of its calls.
pub struct Replies {
    batch_id: u64,
    methods: Vec<Box<str>>,
    parts: Vec<SentPart>,
    url: Arc<str>,
}

impl Replies {
    pub(super) fn new(batch_id: u64, methods: Vec<Box<str>>, parts: Vec<SentPart>, url: Arc<str>) -> Self {
        Self { batch_id, methods, parts, url }
    }

    /// The result of one call.
    ///
    /// # Errors
    /// The call's own: its fault, a result of another type, an argument that could not be encoded; or
    /// [`ErrorKind::Multicall`] for a slot of another batch.
    pub fn take<T, E: From<Error>>(&mut self, slot: Slot<T, E>) -> Result<T, E> {
        let index = slot.index?;
        if slot.batch_id != self.batch_id {
            return Err(Error::new(ErrorKind::Multicall, "this slot is of another batch").into());
        }
        Ok(self.find(index, slot.decode)?)
    }

    /// The result of the call at `index`, in the order in which the calls were added; those that could not be
    /// encoded do not count.
    ///
    /// # Errors
    /// The call's own, or [`ErrorKind::Multicall`] for an index that is too large.
    pub fn get<T: DeserializeOwned>(&self, index: usize) -> Result<T, Error> {
        self.find(index, decode::<Plain<T>, T>)
    }

    /// All results as dynamic values, in order.
    #[must_use]
    pub fn values(&self) -> impl ExactSizeIterator<Item = Result<Value, Error>> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// How many calls were sent.
    #[must_use]
    pub fn len(&self) -> usize {
        self.methods.len()
    }

    /// Whether there were none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.methods.is_empty()
    }

    fn find<T>(&self, index: usize, decode: fn(ResultSource<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let Some(part) = self.parts.iter().find(|part| part.calls.contains(&index)) else {
            return Err(Error::new(
                ErrorKind::Multicall,
                format!("there is no result {index}: the batch had {} calls", self.len()),
            ));
        };
        let result = match &part.outcome {
            PartOutcome::Batch(replies) => decode(ResultSource::Batch(replies, index - part.calls.start)),
            PartOutcome::Single(reply) => decode(ResultSource::Single(reply)),
            PartOutcome::Failed(error) => Err(error.duplicate()),
        };
        result.map_err(|error| error.in_call(&self.methods[index], &self.url))
    }
}

impl fmt::Debug for Replies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replies").field("len", &self.len()).finish_non_exhaustive()
    }
}
