//! `FaultEnvelope`: how a method whose results have an envelope answers with a fault.
//!
//! A method returns a fault like any other method, so that whatever stands between the method and the reply
//! sees one. The envelope is put around it last, when the answer is encoded. So the faults that the server
//! makes itself have the envelope too: wrong parameters, a panic, a time limit, an unknown name.
use crate::reply::{Answer, ReplyEncoder};
use serde_core::Serialize;
use std::{collections::BTreeMap, fmt, sync::Arc};
use xmlrpc_serde::Fault;

/// The envelope of one call, in which a fault is put when the call is over.
#[derive(Debug)]
pub(crate) struct CallEnvelope {
    method: Box<str>,
    envelope: FaultEnvelope,
}

impl CallEnvelope {
    pub(crate) fn new(method: &str, envelope: FaultEnvelope) -> Self {
        Self { method: method.into(), envelope }
    }

    /// Puts a fault into the envelope. A reply stays as it is.
    pub(crate) fn close(&self, answer: Answer, encoder: ReplyEncoder) -> Answer {
        answer.or_else(|fault| self.envelope.close(encoder, &self.method, fault))
    }
}

/// Puts an envelope around the faults of a method.
#[derive(Clone)]
pub(crate) struct FaultEnvelope(Arc<Close>);

type Close = dyn Fn(ReplyEncoder, &str, Fault) -> Answer + Send + Sync;

impl FaultEnvelope {
    /// Takes the function that puts the envelope around a fault. A fault that it returns stays a fault.
    pub(crate) fn new<W: Serialize + 'static>(close: fn(Fault) -> Result<W, Fault>) -> Self {
        Self(Arc::new(move |encoder, method, fault| encoder.encode(method, &close(fault)?)))
    }

    /// Encodes a fault of the method with this name.
    fn close(&self, encoder: ReplyEncoder, method: &str, fault: Fault) -> Answer {
        (self.0)(encoder, method, fault)
    }
}

impl fmt::Debug for FaultEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FaultEnvelope")
    }
}

/// The envelopes of a set of methods: those of methods by their names, and those of all unknown names that
/// begin with a prefix.
#[derive(Clone, Debug, Default)]
pub(crate) struct FaultEnvelopes {
    methods: BTreeMap<String, FaultEnvelope>,
    unknown: Vec<(String, FaultEnvelope)>,
}

impl FaultEnvelopes {
    pub(crate) fn add_method(&mut self, name: impl Into<String>, envelope: FaultEnvelope) {
        self.methods.insert(name.into(), envelope);
    }

    pub(crate) fn add_unknown(&mut self, prefix: impl Into<String>, envelope: FaultEnvelope) {
        self.unknown.push((prefix.into(), envelope));
    }

    /// Takes over those of another set, whose names get a prefix.
    pub(crate) fn extend(&mut self, prefix: &str, other: Self) {
        let under = |(name, envelope)| (format!("{prefix}{name}"), envelope);
        self.methods.extend(other.methods.into_iter().map(under));
        self.unknown.extend(other.unknown.into_iter().map(under));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.methods.is_empty() && self.unknown.is_empty()
    }

    /// Returns the envelope of a method.
    pub(crate) fn of_method(&self, name: &str) -> Option<&FaultEnvelope> {
        self.methods.get(name)
    }

    /// Returns the envelope of a name that no method has: that of the longest prefix.
    pub(crate) fn of_unknown(&self, name: &str) -> Option<&FaultEnvelope> {
        let under = self.unknown.iter().filter(|(prefix, _)| name.starts_with(prefix.as_str()));
        under.max_by_key(|(prefix, _)| prefix.len()).map(|(_, envelope)| envelope)
    }
}
