//! What several verbs do to learn about a server.

use crate::{contracts, exit::Attempt, target::Target};
use xmlrpc_gen::{Contract, Wishes, infer, merge, source::Answers, source::answers_contract};

/// Returns a target without leading parameters. They belong to the methods of an API, and no server takes
/// them in front of `system.listMethods`.
#[must_use]
pub(crate) fn without_leading(mut target: Target) -> Target {
    target.settings.leading.clear();
    target.settings.login = None;
    target.settings.envelope = None;
    target
}

/// Keeps what a server said of itself beside what the cache has of the same methods, and returns both
/// together.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the cache cannot be written.
pub(crate) fn keep(target: &Target, answers: &Answers) -> Attempt<Contract> {
    let said = answers_contract(answers);
    let mut contract =
        contracts::load(target, None).ok().flatten().map(|known| known.contract).unwrap_or_default();
    // Methods that the server does not list any more are gone.
    contract.methods.retain(|name, _| said.methods.contains_key(name));
    // What is said anew replaces what was said before.
    for (name, method) in &said.methods {
        if method.sources.len() > 1 {
            contract.methods.remove(name);
        }
    }
    merge(&mut contract, &said);
    let contract = infer(&contract, &Contract::default(), &Wishes::default());
    contracts::store(target, &contract)?;
    Ok(contract)
}
