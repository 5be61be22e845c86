//! Proxies that the environment names, and what an error says about proxies.

use crate::http_options::HttpOptions;
use std::ffi::OsString;

/// Returns whether reqwest may find a proxy by itself. If not, it is configured not to look for one, which it
/// would do with each request.
pub(super) fn environment_may_name_a_proxy() -> bool {
    // These systems have settings elsewhere too, which reqwest reads if one of its features is on.
    cfg!(any(target_os = "macos", windows)) || proxy_variables().next().is_some()
}

/// Returns the names of the environment's variables about proxies, `no_proxy` included.
fn proxy_variables() -> impl Iterator<Item = String> {
    let name = |(name, _): (OsString, OsString)| name.into_string().ok();
    std::env::vars_os().filter_map(name).filter(|name| name.to_ascii_lowercase().ends_with("_proxy"))
}

/// Returns what an error about a failed connection says about a proxy.
pub(super) fn proxy_note(options: &HttpOptions) -> Option<Box<str>> {
    if let Some(proxy) = &options.proxy {
        // The url may hold a password, which is not shown.
        let host = proxy.rsplit_once('@').map_or(&**proxy, |(_, host)| host);
        return Some(format!("through the proxy {host}").into());
    }
    if options.no_proxy {
        return None;
    }
    let mut names: Vec<String> =
        proxy_variables().filter(|name| !name.eq_ignore_ascii_case("no_proxy")).collect();
    names.sort();
    (!names.is_empty())
        .then(|| format!("perhaps through a proxy, because {} is set", names.join(", ")).into())
}
