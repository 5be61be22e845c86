//! `BatchExchange`: the requests of a batch, one after another, without I/O.
//!
//! A driver asks for the next exchange, runs it, and passes its outcome on:
//!
//! ```text
//! next_exchange() ─► the driver runs it ─► after_exchange(outcome) ─► next_exchange() …
//!       └ None, if nothing is left ─► finish() ─► Replies
//! ```

use super::{
    Batch, Multicall, Replies,
    replies::{PartOutcome, SentPart},
};
use crate::{Error, ErrorKind, Method, exchange::Exchange, reply::Reply, settings::Settings};
use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, PoisonError},
};
use xmlrpc_serde::{Fault, multicall};

/// A batch that is being sent.
pub(crate) struct BatchExchange {
    settings: Arc<Settings>,
    id: u64,
    name: Cow<'static, str>,
    chunk_size: usize,
    fallback: bool,
    batch: Batch,
    /// The calls of the request that is being made.
    current: Range<usize>,
    /// Whether the server has no multicall, so that each call is sent by itself.
    single_calls: bool,
    parts: Vec<SentPart>,
}

impl BatchExchange {
    /// Takes a batch apart. Fails if it was created for a client with other leading parameters.
    pub(crate) fn new(settings: &Arc<Settings>, batch: Multicall) -> Result<Self, Error> {
        let same = match (&settings.leading, &batch.leading) {
            (Some(ours), Some(theirs)) => Arc::ptr_eq(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        if !same {
            let error = Error::config(
                "this batch has other leading parameters than the client; create it with client.multicall()",
            );
            return Err(error.in_call(&batch.name, &settings.display_url));
        }
        Ok(Self {
            settings: Arc::clone(settings),
            id: batch.id,
            name: batch.name,
            chunk_size: batch.chunk_size.unwrap_or(usize::MAX),
            fallback: batch.fallback,
            batch: batch.calls.into_inner().unwrap_or_else(PoisonError::into_inner),
            current: 0..0,
            single_calls: false,
            parts: Vec::new(),
        })
    }

    /// Returns the exchange for the next request, or `None` if all calls have been sent.
    pub(crate) fn next_exchange(&mut self) -> Result<Option<Exchange>, Error> {
        let start = self.current.end;
        let left = self.batch.methods.len() - start;
        if left == 0 {
            return Ok(None);
        }
        self.current = start..start + if self.single_calls { 1 } else { left.min(self.chunk_size) };
        let (name, body) = if self.single_calls {
            (&*self.batch.methods[start], self.batch.request.encode_single(start))
        } else {
            (&*self.name, self.batch.request.encode(&self.name, self.current.clone()))
        };
        let body = body.map_err(|error| Error::encode(error).in_call(name, &self.settings.display_url))?;
        let mut method = Method::new(name).idempotent(self.batch.idempotent);
        if let (Some(own), Some(usual)) = (self.batch.timeout, self.settings.timeout) {
            method = method.timeout(own.max(usual));
        }
        Ok(Some(Exchange::with_body(&self.settings, &method, body)))
    }

    /// Keeps the outcome of an exchange for the calls that it carried. Returns an error if the whole batch
    /// has failed.
    pub(crate) fn after_exchange(&mut self, outcome: Result<Reply, Error>) -> Result<(), Error> {
        if self.single_calls {
            let outcome = match outcome {
                Ok(reply) => PartOutcome::Single(Box::new(reply)),
                Err(error) => return self.on_error(error),
            };
            self.push_part(outcome);
            return Ok(());
        }
        match outcome.and_then(|reply| self.decode(reply)) {
            Ok(outcome) => {
                self.push_part(outcome);
                Ok(())
            }
            Err(error) if self.fallback && self.parts.is_empty() && is_missing_method(&error, &self.name) => {
                self.single_calls = true;
                self.current = 0..0;
                Ok(())
            }
            Err(error) => self.on_error(error),
        }
    }

    fn push_part(&mut self, outcome: PartOutcome) {
        self.parts.push(SentPart { calls: self.current.clone(), outcome });
    }

    /// Decides what an error ends. The error of the first request is that of the whole batch. The error of a
    /// later one is that of its calls and of all after them, which are not sent; the results before it are
    /// kept.
    fn on_error(&mut self, error: Error) -> Result<(), Error> {
        if self.single_calls && error.fault().is_some() {
            self.push_part(PartOutcome::Failed(error));
            return Ok(());
        }
        if self.parts.is_empty() {
            return Err(error);
        }
        self.current.end = self.batch.methods.len();
        self.push_part(PartOutcome::Failed(error));
        Ok(())
    }

    /// Reads the reply to a request with several calls, and counts its results.
    fn decode(&self, reply: Reply) -> Result<PartOutcome, Error> {
        let error = match multicall::decode_reply(&reply.body, reply.options) {
            Ok(Ok(results)) if results.len() == self.current.len() => {
                return Ok(PartOutcome::Batch(results.into_owned()));
            }
            Ok(Ok(results)) => Error::new(
                ErrorKind::Multicall,
                format!(
                    "expected {} results, one for each call, found {}",
                    self.current.len(),
                    results.len()
                ),
            ),
            Ok(Err(fault)) => fault.into(),
            Err(error) => reply.decode_error(error),
        };
        Err(reply.attach(error))
    }

    /// Returns what came of all calls.
    pub(crate) fn finish(self) -> Replies {
        Replies::new(self.id, self.batch.methods, self.parts, Arc::clone(&self.settings.display_url))
    }
}

/// xmlrpc-c's own code for a method that does not exist.
const XMLRPC_C_NO_SUCH_METHOD: i32 = -506;

/// Returns whether an error says that the server has no method of this name, as opposed to a batch that
/// failed.
fn is_missing_method(error: &Error, name: &str) -> bool {
    if let Some(fault) = error.fault() {
        let text = fault.message.to_ascii_lowercase();
        let says =
            ["not found", "unknown", "no such", "not supported", "unsupported", "not exist", "not defined"];
        return matches!(fault.code, Fault::METHOD_NOT_FOUND | XMLRPC_C_NO_SUCH_METHOD)
            || text.contains(&name.to_ascii_lowercase()) && says.iter().any(|words| text.contains(words));
    }
    error.kind() == ErrorKind::Status
        && error.status().is_some_and(|status| matches!(status.as_u16(), 404 | 405 | 501))
}
