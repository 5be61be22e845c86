//! Where a redirect leads, and whether it is followed.

use crate::{Error, ErrorKind, excerpt::one_line};
use http::{HeaderMap, StatusCode, Uri, header};

/// A redirect that may be followed.
pub(crate) struct Hop {
    pub(crate) uri: Uri,
    /// Whether it leads to another host or port. Then nothing secret may go along.
    pub(crate) leaves_host: bool,
    /// The `Location` for errors, without user, password and query.
    pub(crate) location: String,
}

/// Returns whether `status` is a redirect.
pub(crate) fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Decides on a redirect of a request to `from`.
///
/// A call is a `POST` and remains one, also after 301 and 302. RFC 9110, section 15.4, allows both `POST` and
/// `GET` there, and a `GET` would not be a call.
pub(crate) fn follow(status: StatusCode, headers: &HeaderMap, from: &Uri) -> Result<Hop, Error> {
    let refuse = |why: String| Err(Error::new(ErrorKind::Redirect, why));
    let code = status.as_u16();
    let location = headers.get(header::LOCATION).and_then(|value| std::str::from_utf8(value.as_bytes()).ok());
    let Some(location) = location else {
        return refuse(format!("HTTP {code} is a redirect without a Location"));
    };
    let display_location = one_line(location.split(['?', '#']).next().unwrap_or_default(), 120);
    let display_location =
        display_location.rsplit_once('@').map_or(&*display_location, |(_, host)| host).to_owned();
    if code == 303 {
        return refuse(format!("HTTP 303 asks for a GET of {display_location}, which would not be a call"));
    }
    let not_followed =
        || format!("HTTP {code} leads to {display_location}; only http and https are followed");
    if scheme_of(location).is_some_and(|scheme| !["http", "https"].contains(&&*scheme.to_ascii_lowercase())) {
        return refuse(not_followed());
    }
    let invalid = || format!("HTTP {code} leads to {display_location}, which is not a valid url");
    let Some(next) = resolve(from, location) else { return refuse(invalid()) };
    match (from.scheme_str(), next.scheme_str()) {
        (Some("https"), Some("http")) => {
            return refuse(format!(
                "HTTP {code} leads from https to http ({display_location}), where anyone can read the call"
            ));
        }
        (_, Some("http" | "https")) => {}
        _ => return refuse(not_followed()),
    }
    // The user did not give a password that is in a Location, so it is not sent.
    let Some(uri) = without_user_info(next) else { return refuse(invalid()) };
    let leaves_host = leaves_host(from, &uri);
    Ok(Hop { uri, leaves_host, location: display_location })
}

/// Returns the scheme that a `Location` begins with, unless it is relative (RFC 3986, section 3.1).
fn scheme_of(location: &str) -> Option<&str> {
    let (scheme, _) = location.split_once(':')?;
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char));
    is_scheme.then_some(scheme)
}

/// Returns where a `Location` leads from a url (RFC 3986, section 5.2), without its fragment.
#[cfg(feature = "client")]
fn resolve(from: &Uri, location: &str) -> Option<Uri> {
    let base = url::Url::parse(&from.to_string()).ok()?;
    let mut next = base.join(location).ok()?;
    next.set_fragment(None);
    next.as_str().parse().ok()
}

/// The same without the crate `url`, for urls that need no repair.
#[cfg(not(feature = "client"))]
fn resolve(from: &Uri, location: &str) -> Option<Uri> {
    let location = location.split('#').next().unwrap_or_default();
    let (scheme, authority) = (from.scheme_str()?, from.authority()?);
    if scheme_of(location).is_some() {
        return location.parse().ok();
    }
    if location.starts_with("//") {
        return format!("{scheme}:{location}").parse().ok();
    }
    let path = if location.starts_with('/') {
        location.to_owned()
    } else if location.is_empty() {
        from.path_and_query()?.to_string()
    } else if location.starts_with('?') {
        format!("{}{location}", from.path())
    } else {
        format!("{}/{location}", from.path().rsplit_once('/').map_or("", |(folder, _)| folder))
    };
    let (path, query) = path.find('?').map_or((&*path, ""), |at| path.split_at(at));
    let mut segments = Vec::new();
    for segment in path.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            _ => segments.push(segment),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        segments.push("");
    }
    format!("{scheme}://{authority}/{}{query}", segments.join("/")).parse().ok()
}

fn without_user_info(uri: Uri) -> Option<Uri> {
    let authority = uri.authority()?.as_str();
    let Some((_, host)) = authority.rsplit_once('@') else { return Some(uri) };
    let host = host.parse().ok();
    let mut parts = uri.into_parts();
    parts.authority = host;
    Uri::from_parts(parts).ok()
}

/// Returns whether a redirect leads to another host or port. An upgrade of the same host from http to https,
/// both on their standard ports, does not.
fn leaves_host(from: &Uri, to: &Uri) -> bool {
    let port =
        |uri: &Uri| uri.port_u16().or(if uri.scheme_str() == Some("https") { Some(443) } else { Some(80) });
    let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
    let upgrade = from.scheme_str() == Some("http")
        && to.scheme_str() == Some("https")
        && port(from) == Some(80)
        && port(to) == Some(443);
    host(from) != host(to) || !upgrade && (from.scheme() != to.scheme() || port(from) != port(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_resolved() {
        let from: Uri = "http://h:81/a/b?c=d".parse().unwrap();
        for (location, to) in [
            ("https://other/x#y", "https://other/x"),
            ("//other:82/x", "http://other:82/x"),
            ("/x?y=z", "http://h:81/x?y=z"),
            ("x", "http://h:81/a/x"),
            ("../x", "http://h:81/x"),
            ("./x/../y/", "http://h:81/a/y/"),
            ("..", "http://h:81/"),
            ("?y=/../z", "http://h:81/a/b?y=/../z"),
        ] {
            assert_eq!(resolve(&from, location).unwrap().to_string(), to, "{location}");
        }
        let with_password = "http://u:p@h:81/".parse().unwrap();
        assert_eq!(without_user_info(with_password).unwrap(), "http://h:81/");
    }
}
