//! The targets that the configuration names.

use super::{
    definition::{Target, TargetLogin, TargetSettings},
    url::{add_secrets, url_of},
};
use crate::{
    config::{Configuration, Entry},
    context::Context,
    credentials::UserCredentials,
    envelope::EnvelopeName,
    exit::{Attempt, Failure},
};
use clap::ValueEnum as _;

/// Returns whether the configuration has a target of this name.
pub(super) fn contains(name: &str) -> Attempt<bool> {
    Ok(Configuration::load()?.has(name))
}

/// Returns what the user should know of files that are ignored.
pub(super) fn warnings() -> Vec<String> {
    Configuration::load().map(|configuration| configuration.warnings).unwrap_or_default()
}

/// Returns the names of the targets in the configuration.
pub(super) fn names() -> Vec<String> {
    Configuration::load().map(|configuration| configuration.names()).unwrap_or_default()
}

/// Returns the target of this name in the configuration. What it reads from the environment, from commands
/// and from files becomes a secret of the run.
pub(super) fn find(name: &str, context: &Context) -> Attempt<Option<Target>> {
    let configuration = Configuration::load()?;
    for warning in &configuration.warnings {
        context.messages.warning(warning);
    }
    let Some((entry, _)) = configuration.find(name)? else { return Ok(None) };
    // A project's file may state a url only in a form that needs no other key.
    let url = url_of(&entry.url)?.ok_or_else(|| {
        Failure::usage(format!("[{name}]: `url`: expected a url, found {:?}", entry.url))
            .with_remedy("write http://host/RPC2, unix:///run/s.sock or scgi://host:port")
    })?;
    add_secrets(&url, context);
    let settings = settings(&entry, context)?;
    Ok(Some(Target { name: Some(name.to_owned()), url, settings }))
}

/// Returns the target of this name with nothing but its url and the path of its contract.
pub(super) fn url_and_contract(name: &str) -> Attempt<Option<Target>> {
    let configuration = Configuration::load()?;
    let Some((entry, _)) = configuration.find(name)? else { return Ok(None) };
    let Some(url) = url_of(&entry.url)? else { return Ok(None) };
    let settings = TargetSettings { contract: entry.contract, ..TargetSettings::default() };
    Ok(Some(Target { name: Some(name.to_owned()), url, settings }))
}

fn settings(entry: &Entry, context: &Context) -> Attempt<TargetSettings> {
    let credentials = match (&entry.auth, &entry.bearer) {
        (Some(auth), _) => Some(match &auth.password {
            Some(password) => UserCredentials::basic(auth.user.clone(), password.read(context)?, context),
            None => UserCredentials::read_auth(&auth.user, context)?,
        }),
        (None, Some(token)) => Some(UserCredentials::bearer(token.read(context)?, context)),
        (None, None) => None,
    };
    let headers = entry
        .headers
        .iter()
        .map(|(name, value)| Ok((name.clone(), value.read(context)?)))
        .collect::<Attempt<_>>()?;
    let leading = entry.leading.iter().map(|value| value.read(context)).collect::<Attempt<_>>()?;
    let envelope = entry
        .envelope
        .as_ref()
        .map(|name| {
            EnvelopeName::from_str(name, true)
                .map_err(|_| Failure::usage(format!("`envelope`: {name:?} is not known")))
        })
        .transpose()?;
    let login = match &entry.login {
        Some(login) => {
            Some(TargetLogin { method: login.method.clone(), params: login.read_params(context)? })
        }
        None => None,
    };
    if let Some(proxy) = &entry.proxy {
        add_secrets(proxy, context);
    }
    Ok(TargetSettings {
        login,
        dialect: entry.dialect,
        headers,
        credentials,
        leading,
        envelope,
        proxy: entry.proxy.clone(),
        insecure: entry.insecure,
        cacert: entry.cacert.clone(),
        cert: entry.cert.clone(),
        contract: entry.contract.clone(),
    })
}
