//! `of`: the envelope that a server puts around its results.

use std::collections::BTreeMap;
use xmlrpc_client::contract::{Evidence, KnownEnvelope, Method};

/// In how many methods and replies an envelope has to be seen. That of XAPI cannot be taken for anything
/// else.
const fn least(envelope: KnownEnvelope) -> (usize, u32) {
    match envelope {
        KnownEnvelope::Ros => (3, 5),
        KnownEnvelope::OpenNebula => (2, 3),
        KnownEnvelope::Xapi | KnownEnvelope::Other => (1, 1),
    }
}

/// The envelope of a server, if its methods have one.
pub(crate) fn of(methods: &BTreeMap<String, Method>) -> Option<KnownEnvelope> {
    let seen: Vec<&Evidence> = methods
        .iter()
        .filter(|(name, _)| !name.starts_with("system."))
        .filter_map(|(_, method)| method.evidence.as_deref())
        .filter(|evidence| evidence.replies > 0)
        .collect();
    [KnownEnvelope::Ros, KnownEnvelope::OpenNebula, KnownEnvelope::Xapi].into_iter().find(|envelope| {
        let inside = seen.iter().filter(|evidence| is_inside(evidence, *envelope));
        let (mut count, mut replies) = (0, 0_u32);
        for evidence in inside {
            count += 1;
            replies = replies.saturating_add(evidence.replies);
        }
        let (least_methods, least_replies) = least(*envelope);
        count >= least_methods && replies >= least_replies && count * 2 > seen.len()
    })
}

/// Whether every reply of the method was in this envelope.
pub(crate) fn is_inside(evidence: &Evidence, envelope: KnownEnvelope) -> bool {
    evidence.opened.as_ref().is_some_and(|opened| opened.envelope == envelope)
}
