//! `codes`: the fault codes that have a meaning of their own.

use crate::evidence::merge_fault;
use xmlrpc_client::contract::{FaultCode, SeenFault};

/// The codes that tell failures apart. A code that comes with different texts tells nothing: CPython's is
/// always 1.
pub(crate) fn codes<'a>(seen: impl Iterator<Item = &'a SeenFault>) -> Vec<FaultCode> {
    let mut all: Vec<SeenFault> = Vec::new();
    for fault in seen {
        merge_fault(&mut all, fault);
    }
    all.iter()
        .filter_map(|fault| match &fault.names[..] {
            [name] if !fault.unnamed => Some(FaultCode { code: fault.code, name: Some(name.clone()) }),
            [] if fault.unnamed && !fault.differing => Some(FaultCode { code: fault.code, name: None }),
            _ => None,
        })
        .collect()
}
