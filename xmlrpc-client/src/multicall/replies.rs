//! `Replies` and `Slot`: the results of a batch, each for its call.

use crate::{Envelope, Error, ErrorKind, Plain, reply::Reply};
use serde_core::de::DeserializeOwned;
use std::{fmt, marker::PhantomData, ops::Range, sync::Arc};
use xmlrpc_serde::{Value, multicall};

/// The place of one call's result in the [`Replies`], and its type.
#[must_use = "the result of a call in a batch is taken with its slot"]
pub struct Slot<T, E = Error> {
    batch_id: u64,
    index: Result<usize, Error>,
    decode: fn(ResultSource<'_>) -> Result<T, Error>,
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

    /// The index for [`Replies::get`]; `None` for a call that could not be encoded and was not sent.
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

/// Where one result lies.
pub(super) enum ResultSource<'a> {
    Batch(&'a multicall::Results<'static>, usize),
    Single(&'a Reply),
}

/// The result, from the body straight into its type.
#[allow(clippy::needless_pass_by_value, reason = "a slot keeps it as a function pointer")]
pub(super) fn decode<W: Envelope<T>, T>(source: ResultSource<'_>) -> Result<T, Error> {
    match source {
        ResultSource::Batch(replies, index) => match replies.get::<W>(index) {
            Ok(Ok(wrapped)) => wrapped.open(),
            Ok(Err(fault)) => Err(fault.into()),
            Err(error) => Err(Error::new(ErrorKind::Decode, error.to_string()).with_source(error)),
        },
        ResultSource::Single(reply) => reply.clone().decode::<W, T>(),
    }
}

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

    /// The result of the call at `index`, in the order in which the calls were added; those that could not be encoded do not count.
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
