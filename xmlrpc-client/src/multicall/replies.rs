//! `Replies`: the results of a batch.

use super::slot::{ResultSource, Slot, decode};
use crate::{Error, ErrorKind, Plain, reply::Reply};
use serde_core::de::DeserializeOwned;
use std::{fmt, ops::Range, sync::Arc};
use xmlrpc_serde::{Value, multicall};

/// The calls of one request, and what came of them.
pub(super) struct SentPart {
    pub(super) calls: SentCalls,
    pub(super) outcome: PartOutcome,
}

/// The calls of one request, by their indices in the batch.
pub(super) enum SentCalls {
    Range(Range<usize>),
    /// Calls that were sent again, in order.
    List(Vec<usize>),
}

impl SentCalls {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Range(range) => range.len(),
            Self::List(list) => list.len(),
        }
    }

    pub(super) fn first(&self) -> usize {
        match self {
            Self::Range(range) => range.start,
            Self::List(list) => list.first().copied().unwrap_or_default(),
        }
    }

    pub(super) fn indices(&self) -> Vec<usize> {
        match self {
            Self::Range(range) => range.clone().collect(),
            Self::List(list) => list.clone(),
        }
    }

    /// Returns at which position of the request a call is.
    fn position(&self, index: usize) -> Option<usize> {
        match self {
            Self::Range(range) => range.contains(&index).then(|| index - range.start),
            Self::List(list) => list.binary_search(&index).ok(),
        }
    }
}

/// What came of one request.
pub(super) enum PartOutcome {
    /// The results, and the url that answered.
    Batch(multicall::Results<'static>, Arc<str>),
    Single(Box<Reply>),
    Failed(Error),
}

/// The results of a batch, in the order of its calls.
///
/// [`Client::send`](crate::Client::send) returns them. [`take`](Self::take) exchanges a typed slot for its
/// result; [`get`](Self::get) and [`values`](Self::values) find results by their position.
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

    /// Returns the result of the call that the slot belongs to.
    ///
    /// # Errors
    /// The error of that call: [`ErrorKind::Fault`], [`ErrorKind::Decode`] if its result has another type,
    /// [`ErrorKind::Encode`] if an argument could not be written, or the error of the request that carried
    /// it.
    ///
    /// [`ErrorKind::Multicall`] if the slot belongs to another batch.
    pub fn take<T, E: From<Error>>(&mut self, slot: Slot<T, E>) -> Result<T, E> {
        let index = slot.index?;
        if slot.batch_id != self.batch_id {
            return Err(Error::new(ErrorKind::Multicall, "this slot belongs to another batch").into());
        }
        Ok(self.find(index, slot.decode)?)
    }

    /// Returns the result of the call at `index`, in the order in which the calls were added. Calls that
    /// could not be encoded do not count.
    ///
    /// # Errors
    /// The error of that call, as for [`take`](Self::take). [`ErrorKind::Multicall`] if `index` is too large.
    pub fn get<T: DeserializeOwned>(&self, index: usize) -> Result<T, Error> {
        self.find(index, decode::<Plain<T>, T>)
    }

    /// Returns all results as dynamic values, in order.
    #[must_use]
    pub fn values(&self) -> impl ExactSizeIterator<Item = Result<Value, Error>> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Returns how many calls were sent.
    #[must_use]
    pub fn len(&self) -> usize {
        self.methods.len()
    }

    /// Returns whether no calls were sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.methods.is_empty()
    }

    fn find<T>(&self, index: usize, decode: fn(ResultSource<'_>) -> Result<T, Error>) -> Result<T, Error> {
        // The last request that carried the call counts, because it may have been sent again.
        let found = self.parts.iter().rev().find_map(|part| Some((part, part.calls.position(index)?)));
        let Some((part, position)) = found else {
            return Err(Error::new(
                ErrorKind::Multicall,
                format!("expected an index below {}, the number of calls, found {index}", self.len()),
            ));
        };
        let result = match &part.outcome {
            PartOutcome::Batch(results, url) => {
                decode(ResultSource::Batch(results, position)).map_err(|error| error.at_url(url))
            }
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
