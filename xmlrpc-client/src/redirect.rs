//! Where a redirect leads, and whether it is followed.

use crate::{Error, ErrorKind, excerpt::one_line};
use http::{HeaderMap, StatusCode, Uri, header};
use url::Url;

/// A redirect that may be followed.
pub(crate) struct Hop {
    pub(crate) uri: Uri,
    /// Whether it leads to another host or port. Then nothing secret may go along.
    pub(crate) leaves_host: bool,
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
        display_location.rsplit_once('@').map_or(display_location.as_str(), |(_, host)| host);
    if code == 303 {
        return refuse(format!("HTTP 303 asks for a GET of {display_location}, which would not be a call"));
    }
    let parsed = Url::parse(&from.to_string()).and_then(|base| Ok((base.join(location)?, base)));
    let Ok((mut next, base)) = parsed else {
        return refuse(format!("HTTP {code} leads to {display_location}, which is not a valid url"));
    };
    match (base.scheme(), next.scheme()) {
        ("https", "http") => {
            return refuse(format!(
                "HTTP {code} leads from https to http ({display_location}), where anyone can read the call"
            ));
        }
        (_, "http" | "https") => {}
        _ => {
            return refuse(format!(
                "HTTP {code} leads to {display_location}; only http and https are followed"
            ));
        }
    }
    next.set_fragment(None);
    // The user did not give a password that is in a Location, so it is not sent.
    let _ = next.set_username("");
    let _ = next.set_password(None);
    let leaves_host = leaves_host(&base, &next);
    match next.as_str().parse() {
        Ok(uri) => Ok(Hop { uri, leaves_host }),
        Err(_) => refuse(format!("HTTP {code} leads to {display_location}, which is not a valid url")),
    }
}

/// Returns whether a redirect leads to another host or port. An upgrade of the same host from http to https,
/// both on their standard ports, does not.
fn leaves_host(from: &Url, to: &Url) -> bool {
    let upgrade = from.scheme() == "http"
        && to.scheme() == "https"
        && from.port_or_known_default() == Some(80)
        && to.port_or_known_default() == Some(443);
    from.host() != to.host()
        || !upgrade
            && (from.scheme() != to.scheme() || from.port_or_known_default() != to.port_or_known_default())
}
