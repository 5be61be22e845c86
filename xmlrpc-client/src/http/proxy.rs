//! Proxies that the environment names, and what an error says about proxies.

use crate::{Error, http_options::HttpOptions};
use http::{Uri, uri::Scheme};
use std::ffi::OsString;

/// Refuses a proxy that no call could go through: the builder's, or else the one that the environment names
/// for this url. Otherwise every call would fail, or go past a proxy whose url has a mistake.
pub(super) fn check(uri: &Uri, options: &HttpOptions) -> Result<(), Error> {
    if let Some(proxy) = &options.proxy {
        return check_url(proxy).map_err(|what| Error::config(format!("proxy: {what}")));
    }
    if options.no_proxy || get_variable("NO_PROXY").is_some_and(|hosts| hosts.trim() == "*") {
        return Ok(());
    }
    let https = uri.scheme() == Some(&Scheme::HTTPS);
    // A CGI program gets the header `Proxy` of a request as HTTP_PROXY, so reqwest does not use it there.
    let from_header = !https && std::env::var_os("REQUEST_METHOD").is_some();
    let own = if https { "HTTPS_PROXY" } else { "HTTP_PROXY" };
    for name in [own, "ALL_PROXY"] {
        let ignored = name == own && from_header;
        match get_variable(name) {
            Some(url) if !url.is_empty() && !ignored => {
                // The environment may leave out the scheme.
                let url = if url.contains("://") { url } else { format!("http://{url}") };
                return check_url(&url).map_err(|what| {
                    Error::config(format!(
                        "{name}: {what}; correct this environment variable, or call no_proxy()"
                    ))
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Returns a variable that may be written in capitals or not.
fn get_variable(name: &str) -> Option<String> {
    std::env::var(name).or_else(|_| std::env::var(name.to_ascii_lowercase())).ok()
}

/// Checks the url of a proxy. The mistake shows neither user nor password.
fn check_url(url: &str) -> Result<(), String> {
    const EXPECTED: &str = "expected a url like http://user:password@host:port";
    let (scheme, rest) = url.split_once("://").ok_or(EXPECTED)?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {}
        "socks4" | "socks4a" | "socks5" | "socks5h" if cfg!(feature = "socks") => {}
        "socks4" | "socks4a" | "socks5" | "socks5h" => {
            return Err(format!("{scheme}:// needs the cargo feature \"socks\""));
        }
        _ => return Err(format!("{EXPECTED}, found the scheme {scheme:?}")),
    }
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let parsed = format!("{scheme}://{host}").parse::<Uri>().ok();
    match parsed.as_ref().and_then(Uri::host) {
        Some(host) if !host.is_empty() => Ok(()),
        _ => Err(EXPECTED.to_owned()),
    }
}

/// Returns whether calls to `http` urls may go through a proxy with an `https` url.
pub(super) fn needs_tls(options: &HttpOptions) -> bool {
    let is_https =
        |url: &str| url.trim_start().get(..6).is_some_and(|start| start.eq_ignore_ascii_case("https:"));
    match &options.proxy {
        Some(proxy) => is_https(proxy),
        None if options.no_proxy => false,
        None => ["HTTP_PROXY", "ALL_PROXY"]
            .into_iter()
            .any(|name| get_variable(name).is_some_and(|url| is_https(&url))),
    }
}

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
