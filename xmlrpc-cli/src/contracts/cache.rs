//! Where contracts are kept between runs.

use super::Known;
use crate::{
    exit::{Attempt, Failure},
    target::Target,
};
use etcetera::BaseStrategy as _;
use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};
use xmlrpc::contract::Contract;

/// Returns what is known of a target: its contract file, or what the cache has. Nothing is asked of the
/// server.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if a contract file cannot be read. The cache is left aside then.
pub fn load(target: &Target, file: Option<&Path>) -> Attempt<Option<Known>> {
    if let Some(file) = file.or(target.settings.contract.as_deref()) {
        let text = fs::read_to_string(file).map_err(|error| Failure::reading(file.display(), &error))?;
        let contract = xmlrpc_gen::from_json(&text)
            .map_err(|error| Failure::usage(format!("{} is not a contract: {error}", file.display())))?;
        return Ok(Some(Known { contract, declared: true, age: None }));
    }
    Ok(from_cache(target))
}

fn from_cache(target: &Target) -> Option<Known> {
    let path = path(target)?;
    let text = fs::read_to_string(&path).ok()?;
    let contract = xmlrpc_gen::from_json(&text).ok()?;
    let age = fs::metadata(&path).ok()?.modified().ok()?.elapsed().unwrap_or_default();
    Some(Known { contract, declared: false, age: Some(age) })
}

/// Keeps what a server said of itself, for later runs.
///
/// # Errors
/// [`Exit::Usage`](crate::exit::Exit::Usage) if the file cannot be written.
pub fn store(target: &Target, contract: &Contract) -> Attempt {
    let Some(path) = path(target) else { return Ok(()) };
    let written = (|| {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Another run may read the file at this moment.
        let unfinished = path.with_extension(format!("{}.new", std::process::id()));
        fs::write(&unfinished, xmlrpc_gen::to_json(contract))?;
        fs::rename(&unfinished, &path)
    })();
    written.map_err(|error| Failure::writing(path.display(), &error, false))
}

/// Returns the file of a target's contract. Its name says nothing of the url, which may hold a password.
fn path(target: &Target) -> Option<PathBuf> {
    let cache = etcetera::choose_base_strategy().ok()?.cache_dir();
    let mut hasher = DefaultHasher::new();
    target.url_without_user().hash(&mut hasher);
    Some(cache.join("xmlrpc/contracts").join(format!("{:016x}.json", hasher.finish())))
}
