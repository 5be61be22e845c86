//! Proxies of the environment, and what an error says of them.

use crate::http_options::HttpOptions;
use std::ffi::OsString;

/// Whether reqwest may find a proxy by itself. If so it looks for the one of a request with each; if not it
/// need not.
pub(super) fn environment_may_name_a_proxy() -> bool {
    // These systems have settings elsewhere, which reqwest knows with one of its features.
    cfg!(any(target_os = "macos", windows)) || proxy_variables().next().is_some()
}

/// The environment's variables that name proxies, or what is reached without one.
fn proxy_variables() -> impl Iterator<Item = String> {
    let name = |(name, _): (OsString, OsString)| name.into_string().ok();
    std::env::vars_os().filter_map(name).filter(|name| name.to_ascii_lowercase().ends_with("_proxy"))
}

pub(super) fn proxy_note(options: &HttpOptions) -> Option<Box<str>> {
    if let Some(proxy) = &options.proxy {
        // Its password is not shown.
        let host = proxy.rsplit_once('@').map_or(&**proxy, |(_, host)| host);
        return Some(format!("through the proxy {host}").into());
    }
    if options.no_proxy {
        return None;
    }
    let mut names: Vec<String> =
        proxy_variables().filter(|name| !name.eq_ignore_ascii_case("no_proxy")).collect();
    names.sort();
    (!names.is_empty()).then(|| format!("a proxy may stand in between: {} is set", names.join(", ")).into())
}
