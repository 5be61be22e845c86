//! `Sending`: a batch's requests, one after another, without input or output.

use super::{
    Gathered, Multicall, Replies,
    replies::{Part, Results},
};
use crate::{Error, ErrorKind, Method, exchange::Exchange, reply::Reply, settings::Settings};
use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, PoisonError},
};
use xmlrpc_serde::multicall;

/// A batch on its way.
pub(crate) struct Sending {
    settings: Arc<Settings>,
    id: u64,
    name: Cow<'static, str>,
    chunk_size: usize,
    fallback: bool,
    calls: Gathered,
    /// The calls of the request under way.
    current: Range<usize>,
    /// Whether the server has no multicall.
    one_by_one: bool,
    parts: Vec<Part>,
}

impl Sending {
    pub(crate) fn new(settings: &Arc<Settings>, batch: Multicall) -> Result<Self, Error> {
        let same = match (&settings.leading, &batch.leading) {
            (Some(ours), Some(theirs)) => Arc::ptr_eq(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        if !same {
            let error = Error::new(
                ErrorKind::Config,
                "this batch was made without the client's leading parameters, or with others: make it with client.multicall()",
            );
            return Err(error.of_call(&batch.name, &settings.shown));
        }
        let calls = batch.gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Self {
            settings: Arc::clone(settings),
            id: batch.id,
            name: batch.name,
            chunk_size: batch.chunk_size.unwrap_or(usize::MAX),
            fallback: batch.fallback,
            calls,
            current: 0..0,
            one_by_one: false,
            parts: Vec::new(),
        })
    }

    /// The next request, if there is one.
    pub(crate) fn next(&mut self) -> Result<Option<Exchange>, Error> {
        let start = self.current.end;
        let left = self.calls.methods.len() - start;
        if left == 0 {
            return Ok(None);
        }
        self.current = start..start + if self.one_by_one { 1 } else { left.min(self.chunk_size) };
        let (name, body) = if self.one_by_one {
            (&*self.calls.methods[start], self.calls.request.encode_single(start))
        } else {
            (&*self.name, self.calls.request.encode(&self.name, self.current.clone()))
        };
        let body = body.map_err(|error| {
            let error = Error::new(ErrorKind::Encode, error.to_string()).with_source(error);
            error.of_call(name, &self.settings.shown)
        })?;
        let mut method = Method::new(name).idempotent(self.calls.idempotent);
        if let (Some(own), Some(usual)) = (self.calls.timeout, self.settings.timeout) {
            method = method.timeout(own.max(usual));
        }
        Ok(Some(Exchange::with_body(&self.settings, &method, body)))
    }

    /// What came of it.
    pub(crate) fn answered(&mut self, answer: Result<Reply, Error>) -> Result<(), Error> {
        if self.one_by_one {
            let results = match answer {
                Ok(reply) => Results::One(Box::new(reply)),
                Err(error) => return self.failed(error),
            };
            self.keep(results);
            return Ok(());
        }
        match answer.and_then(|reply| self.decode(reply)) {
            Ok(results) => {
                self.keep(results);
                Ok(())
            }
            Err(error) if self.fallback && self.parts.is_empty() && is_missing(&error, &self.name) => {
                self.one_by_one = true;
                self.current = 0..0;
                Ok(())
            }
            Err(error) => self.failed(error),
        }
    }

    fn keep(&mut self, results: Results) {
        self.parts.push(Part { calls: self.current.clone(), results });
    }

    /// The first request's failure is the batch's. A later one's is that of its calls and of all after them, which are not sent:
    /// what came before must not be lost.
    fn failed(&mut self, error: Error) -> Result<(), Error> {
        if self.one_by_one && error.fault().is_some() {
            self.keep(Results::Failed(error));
            return Ok(());
        }
        if self.parts.is_empty() {
            return Err(error);
        }
        self.current.end = self.calls.methods.len();
        self.keep(Results::Failed(error));
        Ok(())
    }

    fn decode(&self, reply: Reply) -> Result<Results, Error> {
        let error = match multicall::decode_reply(&reply.body, reply.options) {
            Ok(Ok(replies)) if replies.len() == self.current.len() => {
                return Ok(Results::Many(replies.into_owned()));
            }
            Ok(Ok(replies)) => Error::new(
                ErrorKind::Multicall,
                format!("{} calls were sent, {} results came", self.current.len(), replies.len()),
            ),
            Ok(Err(fault)) => fault.into(),
            Err(error) => reply.undecodable(error),
        };
        Err(reply.blame(error))
    }

    pub(crate) fn finish(self) -> Replies {
        Replies::new(self.id, self.calls.methods, self.parts, Arc::clone(&self.settings.shown))
    }
}

/// Whether the server says that it has no such method: not that a batch failed.
fn is_missing(error: &Error, name: &str) -> bool {
    if let Some(fault) = error.fault() {
        let text = fault.message.to_ascii_lowercase();
        let says =
            ["not found", "unknown", "no such", "not supported", "unsupported", "not exist", "not defined"];
        return matches!(fault.code, -32601 | -506)
            || text.contains(&name.to_ascii_lowercase()) && says.iter().any(|words| text.contains(words));
    }
    error.kind() == ErrorKind::Status
        && error.status().is_some_and(|status| matches!(status.as_u16(), 404 | 405 | 501))
}
