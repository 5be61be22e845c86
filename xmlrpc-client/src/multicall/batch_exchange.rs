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
    replies::{PartOutcome, SentCalls, SentPart},
    slot::ResultSource,
};
use crate::{
    Error, ErrorKind, Method,
    call_observer::CallObserver,
    exchange::{Driven, Exchange},
    reply::Reply,
    sent::Sent,
    settings::Settings,
};
use http::{HeaderMap, StatusCode};
use std::{
    borrow::Cow,
    sync::{Arc, PoisonError},
};
use xmlrpc_serde::{Fault, multicall};

/// A batch that is being sent.
pub(crate) struct BatchExchange {
    settings: Arc<Settings>,
    id: u64,
    name: Cow<'static, str>,
    chunk_size: usize,
    chunk_bytes: Option<usize>,
    fallback: bool,
    batch: Batch,
    /// The first call that has not been sent.
    next: usize,
    /// The calls of the request that is being made.
    current: SentCalls,
    /// The calls that are sent again, because the login of the session had expired, in order.
    again: Vec<usize>,
    /// Whether each call was sent again for that reason. It is empty as long as none was.
    renewed: Vec<bool>,
    /// Whether each call is sent by itself, because the server has no multicall.
    single_calls: bool,
    parts: Vec<SentPart>,
    sent: Arc<Sent>,
    replied: Replied,
}

/// What the observer learns of the replies.
#[derive(Default)]
struct Replied {
    bytes: u64,
    last: Option<(StatusCode, HeaderMap)>,
}

impl BatchExchange {
    /// Takes a batch apart. Fails if it was created for a client with other leading parameters or options.
    pub(crate) fn new(settings: &Arc<Settings>, batch: Multicall) -> Result<Self, Error> {
        let same = match (&settings.leading, &batch.leading) {
            (Some(ours), Some(theirs)) => Arc::ptr_eq(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        let checked = settings.check().and_then(|()| {
            let mistake = if !same {
                "this batch has other leading parameters than the client; create it with client.multicall()"
            } else if !batch.options.writes_like(settings.options) {
                "this batch is written with other options than the client's; create it with \
                 client.multicall(), or \
                 give Multicall::with_format() the options of the client"
            } else {
                return Ok(());
            };
            Err(Error::config(mistake))
        });
        checked.map_err(|error| error.in_call(&batch.name, &settings.display_url))?;
        Ok(Self {
            settings: Arc::clone(settings),
            id: batch.id,
            name: batch.name,
            chunk_size: batch.chunk_size.unwrap_or(usize::MAX),
            chunk_bytes: batch.chunk_bytes,
            fallback: batch.fallback,
            batch: batch.calls.into_inner().unwrap_or_else(PoisonError::into_inner),
            next: 0,
            current: SentCalls::Range(0..0),
            again: Vec::new(),
            renewed: Vec::new(),
            single_calls: batch.single_calls,
            parts: Vec::new(),
            sent: Arc::default(),
            replied: Replied::default(),
        })
    }

    /// Starts to watch the batch. One without calls is not watched, because nothing is sent.
    pub(crate) fn observe(&mut self) -> CallObserver {
        if self.batch.methods.is_empty() {
            return CallObserver::blind();
        }
        let observer = CallObserver::of_batch(&self.settings, &self.name, self.batch.methods.len());
        self.sent = observer.sent();
        observer
    }

    /// Returns the exchange for the next request, or `None` if all calls have been sent.
    pub(crate) fn next_exchange(&mut self) -> Result<Option<Exchange>, Error> {
        let left = self.batch.methods.len() - self.next;
        self.current = if !self.again.is_empty() {
            let rest = if self.single_calls { self.again.split_off(1) } else { Vec::new() };
            SentCalls::List(std::mem::replace(&mut self.again, rest))
        } else if left > 0 {
            let end = self.next + if self.single_calls { 1 } else { self.chunk(left.min(self.chunk_size))? };
            SentCalls::Range(std::mem::replace(&mut self.next, end)..end)
        } else {
            return Ok(None);
        };
        let name = if self.single_calls {
            Cow::Owned(self.batch.methods[self.current.first()].to_string())
        } else {
            self.name.clone()
        };
        let mut method = self.batch.idempotent.declare(Method::new(&name));
        if let (Some(own), Some(usual)) = (self.batch.timeout, self.settings.timeout) {
            method = method.timeout(own.max(usual));
        }
        let mut exchange = self
            .exchange(&name, &method)
            .map_err(|error| error.in_call(&name, &self.settings.display_url))?;
        exchange.count_in(Arc::clone(&self.sent));
        Ok(Some(exchange))
    }

    /// Returns how many of the next `most` calls go into one request.
    fn chunk(&self, most: usize) -> Result<usize, Error> {
        let Some(bytes) = self.chunk_bytes else { return Ok(most) };
        let counted = self.batch.request.count_within(&self.name, self.next..self.next + most, bytes);
        counted.map_err(|error| Error::encode(error).in_call(&self.name, &self.settings.display_url))
    }

    fn exchange(&self, name: &str, method: &Method<'_>) -> Result<Exchange, Error> {
        let (settings, calls) = (&self.settings, self.current.len());
        let request = &self.batch.request;
        if settings.logins.is_none()
            && let SentCalls::Range(range) = &self.current
        {
            let body = if self.single_calls {
                request.encode_single(range.start)
            } else {
                request.encode(name, range.clone())
            };
            return Ok(Exchange::with_body(settings, method, calls, body.map_err(Error::encode)?));
        }
        let (request, indices) = (Arc::clone(request), self.current.indices());
        let (single, name) = (self.single_calls, name.to_owned());
        let encode = move |login: &_| {
            if single {
                request.encode_single_with_leading(login, indices[0])
            } else {
                request.encode_with_leading(login, &name, &indices)
            }
        };
        Ok(Exchange::with_late_body(settings, method, calls, Box::new(encode)))
    }

    /// Keeps the outcome of an exchange for the calls that it carried. Returns an error if the whole batch
    /// has failed.
    pub(crate) fn after_exchange(&mut self, driven: Driven) -> Result<(), Error> {
        let Driven { result, exchange } = driven;
        let outcome = result.and_then(|reply| {
            self.note_reply(&reply);
            if self.single_calls { Ok(PartOutcome::Single(Box::new(reply))) } else { self.decode(reply) }
        });
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(error) => {
                let all = self.current.indices();
                if exchange.is_some_and(|exchange| self.renew(&exchange, &error, all)) {
                    return Ok(());
                }
                let first = self.parts.is_empty() && !self.single_calls;
                if self.fallback && first && self.lacks_multicall(&error) {
                    self.single_calls = true;
                    self.next = 0;
                    return Ok(());
                }
                return self.on_error(error);
            }
        };
        if let Some(exchange) = exchange {
            self.renew_expired_slots(&exchange, &outcome);
        }
        self.push_part(outcome);
        Ok(())
    }

    /// Sends those calls of a request again whose results say that the login of the session has expired.
    fn renew_expired_slots(&mut self, exchange: &Exchange, outcome: &PartOutcome) {
        let mut expired = Vec::new();
        let mut expired_by = None;
        for (position, index) in self.current.indices().into_iter().enumerate() {
            let source = match outcome {
                PartOutcome::Batch(results, _) => ResultSource::Batch(results, position),
                PartOutcome::Single(reply) => ResultSource::Single(reply),
                PartOutcome::Failed(_) => continue,
            };
            if let Some(error) = (self.batch.probes[index])(source)
                && exchange.expired_login(&error).is_some()
            {
                expired.push(index);
                expired_by.get_or_insert(error);
            }
        }
        if let Some(error) = expired_by {
            self.renew(exchange, &error, expired);
        }
    }

    /// Notes that these calls are sent again with a new login, if `error` says that theirs has expired.
    /// Returns false if there is none that was not sent again before.
    fn renew(&mut self, exchange: &Exchange, error: &Error, mut calls: Vec<usize>) -> bool {
        let Some((logins, login)) = exchange.expired_login(error) else { return false };
        logins.expire(&login);
        self.renewed.resize(self.batch.methods.len(), false);
        calls.retain(|&index| !std::mem::replace(&mut self.renewed[index], true));
        let any = !calls.is_empty();
        self.again.append(&mut calls);
        self.again.sort_unstable();
        any
    }

    fn note_reply(&mut self, reply: &Reply) {
        self.replied.bytes += reply.body.len() as u64;
        let headers = if self.settings.on_reply.is_some() { reply.headers.clone() } else { HeaderMap::new() };
        self.replied.last = Some((reply.status, headers));
    }

    fn push_part(&mut self, outcome: PartOutcome) {
        let calls = std::mem::replace(&mut self.current, SentCalls::Range(0..0));
        self.parts.push(SentPart { calls, outcome });
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
        for unsent in [
            SentCalls::List(std::mem::take(&mut self.again)),
            SentCalls::Range(self.next..self.batch.methods.len()),
        ] {
            if unsent.len() > 0 {
                self.parts.push(SentPart { calls: unsent, outcome: PartOutcome::Failed(error.duplicate()) });
            }
        }
        self.next = self.batch.methods.len();
        self.push_part(PartOutcome::Failed(error));
        Ok(())
    }

    /// Reads the reply to a request with several calls, and counts its results.
    fn decode(&self, reply: Reply) -> Result<PartOutcome, Error> {
        let error = match multicall::decode_reply(&reply.body, reply.options) {
            Ok(Ok(results)) if results.len() == self.current.len() => {
                return Ok(PartOutcome::Batch(results.into_owned(), reply.url));
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

    /// Returns the first error that ended the batch before all calls were sent.
    fn failure(&self) -> Option<&Error> {
        self.parts.iter().find_map(|part| match &part.outcome {
            PartOutcome::Failed(error) if error.fault().is_none() => Some(error),
            _ => None,
        })
    }

    /// Returns what came of all calls.
    fn finish(self) -> Replies {
        Replies::new(self.id, self.batch.methods, self.parts, Arc::clone(&self.settings.display_url))
    }
}

/// Tells the observer how a batch ended, and returns what came of its calls.
pub(crate) fn batch_ended(
    observer: &mut CallObserver,
    result: Result<BatchExchange, Error>,
) -> Result<Replies, Error> {
    match result {
        Ok(mut batch) => {
            let Replied { bytes, last } = std::mem::take(&mut batch.replied);
            observer.note_replies(bytes, last);
            observer.finish(&batch.failure().map_or(Ok(()), |error| Err(error.duplicate())));
            Ok(batch.finish())
        }
        Err(error) => {
            observer.finish::<()>(&Err(error.duplicate()));
            Err(error)
        }
    }
}

/// xmlrpc-c's own code for a method that does not exist.
const XMLRPC_C_NO_SUCH_METHOD: i32 = -506;
/// Twisted's code for it.
const TWISTED_NOT_FOUND: i32 = 8001;
/// The code of Kamailio's fault `Method Not Found`, and of others.
const KAMAILIO_SERVER_ERROR: i32 = 500;
/// The code of all of trytond's faults.
const TRYTOND_ERROR: i32 = 255;

impl BatchExchange {
    /// Returns whether an error says that the server has no multicall, as opposed to a batch that failed and
    /// may have run in part.
    fn lacks_multicall(&self, error: &Error) -> bool {
        let Some(fault) = error.fault() else {
            return error.kind() == ErrorKind::Status
                && error.status().is_some_and(|status| matches!(status.as_u16(), 404 | 405 | 501));
        };
        let name = self.name.to_ascii_lowercase();
        let text = fault.message.trim().to_ascii_lowercase();
        if !text.contains(&name) && self.batch.methods.iter().any(|method| names(&text, method)) {
            // It was a call in the batch that is unknown. Calls before it may have run.
            return false;
        }
        let last = name.rsplit('.').next().unwrap_or_default();
        let first = name.split('.').next().unwrap_or_default();
        match fault.code {
            Fault::METHOD_NOT_FOUND | XMLRPC_C_NO_SUCH_METHOD => true,
            TWISTED_NOT_FOUND if text == format!("procedure {last} not found") => true,
            KAMAILIO_SERVER_ERROR if text == "method not found" => true,
            // The KeyError of an object that it does not have.
            TRYTOND_ERROR if text == format!("'{first}'") => true,
            _ => {
                let says = [
                    "not found",
                    "unknown",
                    "no such",
                    "not supported",
                    "unsupported",
                    "not exist",
                    "not defined",
                ];
                text.contains(&name) && says.iter().any(|words| text.contains(words))
            }
        }
    }
}

/// Returns whether a text in lower case contains the name of a method as a word.
fn names(text: &str, method: &str) -> bool {
    let belongs = |char: char| char.is_alphanumeric() || matches!(char, '.' | '_' | ':' | '/');
    text.split(|char| !belongs(char))
        .any(|word| word.trim_matches(['.', ':', '/']).eq_ignore_ascii_case(method))
}
