//! `Known`: what is known of a server's methods before a call, and where it is kept.

mod cache;
mod check;

pub use cache::{load, store};
pub use check::{check, kind_of};

use std::time::Duration;
use xmlrpc::contract::{Contract, LearnedFrom, Method, Overload, Type};

/// A contract, and how far it is to be trusted.
#[derive(Clone, Debug)]
pub struct Known {
    /// The contract.
    pub contract: Contract,
    /// Whether a person declared it. What a server says of itself is often wrong about optional parameters.
    pub declared: bool,
    /// How long ago it was learned, if it is from the cache.
    pub age: Option<Duration>,
}

impl Known {
    /// Returns what is known of a method.
    #[must_use]
    pub fn method(&self, name: &str) -> Option<&Method> {
        self.contract.methods.get(name)
    }

    /// Returns whether arguments of a method that do not fit are refused: if a person declared the
    /// contract, or if the server's dialect tells which parameters are optional.
    #[must_use]
    pub fn is_strict(&self, method: &Method) -> bool {
        self.declared
            || method
                .sources
                .iter()
                .any(|source| matches!(source, LearnedFrom::ListApi | LearnedFrom::Keywords))
    }

    /// Returns the type of a parameter, if all lists of parameters that take so many agree on it.
    #[must_use]
    pub fn parameter(&self, method: &str, index: usize, count: usize) -> Option<&Type> {
        let method = self.method(method)?;
        let mut types =
            method.overloads.iter().filter(|list| takes(list, count)).map(|list| parameter(list, index));
        let first = types.next()??;
        types.all(|ty| ty == Some(first)).then_some(first)
    }
}

/// Returns whether a list of parameters takes so many arguments.
fn takes(list: &Overload, count: usize) -> bool {
    let params = &list.params;
    let least = params.iter().take_while(|param| !param.optional && !param.rest && !param.keyword).count();
    let rest = params.iter().any(|param| param.rest);
    count >= least && (rest || count <= params.len())
}

/// Returns the type of an argument in a list of parameters.
fn parameter(list: &Overload, index: usize) -> Option<&Type> {
    match list.params.iter().position(|param| param.rest) {
        Some(rest) if index >= rest => Some(&list.params[rest].ty),
        _ => list.params.get(index).map(|param| &param.ty),
    }
}
