//! Sources: where contracts are learned. Each source is one file with one function that gives a [`Contract`].
//!
//! | source | what it reads | what it gives |
//! |---|---|---|
//! | [`recordings`] | recorded exchanges | parameters, results, faults, envelopes, leading parameters |
//! | [`introspection`] | `system.listMethods`, `methodSignature`, `methodHelp` | names, signatures, documentation |
//! | [`docstrings`] | the text of `system.methodHelp` | names, types and documentation of parameters |
//! | [`koji`] | Koji's `_listapi` | names, defaults, rests and documentation of parameters |
//! | [`robot`] | Robot Framework's `get_keyword_names` and its like | names, types, defaults and documentation |
//! | [`fields_get`] | `fields_get` of Odoo and Tryton | one struct for each model |
//!
//! A source is found by what the server answers. Everything but [`recordings`] reads [`Answers`], which come
//! from a live server ([`Answers::ask`]) or out of recordings.
//!
//! [`Contract`]: crate::Contract

mod answers;
pub mod docstrings;
mod exchange;
pub mod fields_get;
pub mod introspection;
pub mod koji;
mod multicall;
pub mod recordings;
pub mod robot;
mod session;
mod wire_name;

pub use answers::Answers;
pub use exchange::RecordedExchange;
pub use recordings::Skipped;
pub(crate) use recordings::said;

/// Whether a method describes the server or carries other calls, and is not part of its API.
pub(crate) fn is_of_the_protocol(name: &str) -> bool {
    session::OF_THE_PROTOCOL.contains(&name)
}

/// What a server said of itself, from every source that reads such answers.
#[must_use]
pub fn answers_contract(answers: &Answers) -> crate::Contract {
    said(answers)
}
