//! `Endpoint`: a url taken apart into transport, address, request line and credentials.

use crate::Error;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderValue, Uri};
use percent_encoding::percent_decode_str;
use std::{path::PathBuf, sync::Arc};

/// The path of a url without one. CPython's client posts to it, and most servers answer there.
const DEFAULT_PATH: &str = "/RPC2";

/// A url taken apart.
#[derive(Clone)]
pub(crate) struct Endpoint {
    /// The uri of the request. For sockets its host is `localhost`.
    pub(crate) uri: Uri,
    /// The url for errors and logs, without user, password and query.
    pub(crate) display_url: Arc<str>,
    /// The header of basic auth, from `user:password@`.
    pub(crate) authorization: Option<HeaderValue>,
    pub(crate) route: Route,
}

/// The part of a url that picks the transport.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Http,
    HttpUnix(PathBuf),
    Scgi(String),
    ScgiUnix(PathBuf),
    /// A scheme that only a transport of the user's own understands.
    Other,
}

impl Endpoint {
    /// Takes a url apart. Errors never show the part that may hold a password.
    pub(crate) fn parse(url: &str) -> Result<Self, Error> {
        let Some((scheme, rest)) = url.split_once("://") else {
            return Err(Error::config(format!(
                "expected a url with a scheme, found {:?}; \
                 write http://host/RPC2, unix:///run/s.sock or scgi://host:port",
                without_secrets(url)
            )));
        };
        match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => parse_http(url, rest),
            "http+unix" => parse_http_unix(rest),
            "unix" => parse_unix(rest),
            "scgi" => parse_scgi(rest),
            _ => parse_other(url, scheme, rest),
        }
    }
}

/// Returns a url that cannot be parsed without the parts that may hold a secret: the user, the password and
/// the query.
fn without_secrets(url: &str) -> String {
    let (start, rest) = url.find(['?', '#']).map_or((url, ""), |at| url.split_at(at));
    let cut = match rest.chars().next() {
        None => "",
        Some('?') => "?…",
        Some(_) => "#…",
    };
    match start.rsplit_once('@') {
        Some((_, host)) => format!("{host}{cut}"),
        // A password with a question mark looks like a query with an `@`. Both are left out then.
        None if rest.contains('@') => {
            let scheme = start.split_once("://").map_or(String::new(), |(scheme, _)| format!("{scheme}://"));
            format!("{scheme}…{cut}")
        }
        None => format!("{start}{cut}"),
    }
}

#[cfg(feature = "client")]
fn parse_http(url: &str, rest: &str) -> Result<Endpoint, Error> {
    let mut parsed = url::Url::parse(url)
        .map_err(|error| Error::config(format!("{:?} is not a valid url: {error}", without_secrets(url))))?;
    if !has_path(rest) {
        parsed.set_path(DEFAULT_PATH);
    }
    parsed.set_fragment(None);
    let authorization = match (parsed.username(), parsed.password()) {
        ("", None) => None,
        (user, password) => {
            Some(basic_auth(&percent_decoded(user), &percent_decoded(password.unwrap_or_default()))?)
        }
    };
    // These fail only for urls without a host, which http urls always have.
    let _ = parsed.set_username("");
    let _ = parsed.set_password(None);
    let uri = parse_uri(parsed.as_str())?;
    Ok(Endpoint { uri, display_url: display_url(parsed.as_str()), authorization, route: Route::Http })
}

/// The same without the crate `url`, for urls that need no repair: a host in ASCII, and nothing that must be
/// percent-encoded.
#[cfg(not(feature = "client"))]
fn parse_http(url: &str, rest: &str) -> Result<Endpoint, Error> {
    let scheme = &url[..url.len() - rest.len()];
    let bare = rest.split('#').next().unwrap_or_default();
    let (authority, path) = bare.split_at(bare.find(['/', '?']).unwrap_or(bare.len()));
    let (user, host) = split_user_info(authority);
    let authorization = user.map(basic_auth_of).transpose()?;
    let path = if has_path(rest) { path.to_owned() } else { format!("{DEFAULT_PATH}{path}") };
    let uri = parse_uri(&format!("{}{host}{path}", scheme.to_ascii_lowercase())).map_err(|error| {
        if url.is_ascii() {
            return error;
        }
        Error::config(format!(
            "{:?} has characters outside ASCII, which need the cargo feature \"client\"",
            without_secrets(url)
        ))
    })?;
    let display_url = display_url(&uri.to_string());
    Ok(Endpoint { uri, display_url, authorization, route: Route::Http })
}

fn has_path(rest: &str) -> bool {
    let authority_end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    rest[authority_end..].starts_with(['/', '\\'])
}

/// Parses `http+unix://%2Frun%2Fs.sock/RPC2`, as requests-unixsocket and others write it. An empty port is
/// accepted, and so is `http+unix:///run/s.sock:/RPC2`, with the path of the socket unencoded.
fn parse_http_unix(rest: &str) -> Result<Endpoint, Error> {
    let (user, rest) = split_user_info(rest);
    let (socket, path) = if rest.starts_with('/') {
        rest.split_once(":/").map_or((rest, ""), |(socket, path)| (socket, path))
    } else {
        rest.split_once('/').unwrap_or((rest, ""))
    };
    let socket = percent_decoded(socket.trim_end_matches(':'));
    let path =
        if path.is_empty() && !rest.ends_with('/') { DEFAULT_PATH.to_owned() } else { format!("/{path}") };
    unix_endpoint("http+unix", socket, &path, user)
}

/// Parses `unix:///run/s.sock`, as supervisorctl writes it. It means HTTP, posted to `/RPC2`.
fn parse_unix(rest: &str) -> Result<Endpoint, Error> {
    let (user, socket) = split_user_info(rest);
    unix_endpoint("unix", percent_decoded(socket), DEFAULT_PATH, user)
}

fn unix_endpoint(scheme: &str, socket: String, path: &str, user: Option<&str>) -> Result<Endpoint, Error> {
    if !socket.starts_with('/') {
        return Err(Error::config(format!(
            "expected the absolute path of a socket in the {scheme} url, found {:?}; write {}",
            without_secrets(&socket),
            if scheme == "unix" { "unix:///run/s.sock" } else { "http+unix://%2Frun%2Fs.sock/RPC2" }
        )));
    }
    let authorization = user.map(basic_auth_of).transpose()?;
    let path = path.split('#').next().unwrap_or_default();
    let uri = parse_uri(&format!("http://localhost{path}"))?;
    let display_url = display_url(&format!("{scheme}://{socket}:{path}"));
    Ok(Endpoint { uri, display_url, authorization, route: Route::HttpUnix(socket.into()) })
}

/// Parses `scgi://host:port` and `scgi:///path/to.sock`.
fn parse_scgi(rest: &str) -> Result<Endpoint, Error> {
    let uri = Uri::from_static("http://localhost/RPC2");
    let display_url: Arc<str> = display_url(&format!("scgi://{}", without_secrets(rest)));
    if rest.starts_with('/') {
        let socket = percent_decoded(rest).into();
        return Ok(Endpoint { uri, display_url, authorization: None, route: Route::ScgiUnix(socket) });
    }
    let (address, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let port = address.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse::<u16>().ok()?)));
    match port {
        Some((host, port)) if !host.is_empty() && port > 0 && !address.contains('@') => {
            let uri = if path.len() > 1 { parse_uri(&format!("http://localhost{path}"))? } else { uri };
            Ok(Endpoint { uri, display_url, authorization: None, route: Route::Scgi(address.to_owned()) })
        }
        _ => Err(Error::config(format!(
            "expected a host and a port in the scgi url, found {:?}; \
             write scgi://host:port or scgi:///path/to.sock",
            without_secrets(address)
        ))),
    }
}

/// Parses a url whose scheme only a transport of the user's own understands.
fn parse_other(url: &str, scheme: &str, rest: &str) -> Result<Endpoint, Error> {
    let authority_end = rest.find('/').unwrap_or(rest.len());
    let (user, _) = split_user_info(&rest[..authority_end]);
    let authorization = user.map(basic_auth_of).transpose()?;
    let bare = match user {
        Some(user) => format!("{scheme}://{}", &rest[user.len() + 1..]),
        None => url.to_owned(),
    };
    Ok(Endpoint {
        uri: parse_uri(&bare)?,
        display_url: display_url(&bare),
        authorization,
        route: Route::Other,
    })
}

fn split_user_info(rest: &str) -> (Option<&str>, &str) {
    match rest.rsplit_once('@') {
        Some((user, rest)) => (Some(user), rest),
        None => (None, rest),
    }
}

fn basic_auth_of(user: &str) -> Result<HeaderValue, Error> {
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    basic_auth(&percent_decoded(user), &percent_decoded(password))
}

fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn parse_uri(text: &str) -> Result<Uri, Error> {
    text.parse()
        .map_err(|error| Error::config(format!("{:?} is not a valid url: {error}", without_secrets(text))))
}

/// Returns the url for errors after a redirect to `uri`. A socket remains what it was.
pub(crate) fn redirected_url(from: &Arc<str>, uri: &Uri) -> Arc<str> {
    if from.starts_with("scgi://") {
        return Arc::clone(from);
    }
    if !from.starts_with("unix://") && !from.starts_with("http+unix://") {
        return display_url(&uri.to_string());
    }
    match from.rsplit_once(":/") {
        Some((socket, _)) => display_url(&format!("{socket}:{}", uri.path())),
        None => Arc::clone(from),
    }
}

/// Cuts off the query, because queries often carry keys.
fn display_url(url: &str) -> Arc<str> {
    match url.split_once('?') {
        Some((start, _)) => format!("{start}?…").into(),
        None => url.into(),
    }
}

/// Makes the header of basic auth (RFC 7617), in UTF-8.
pub(crate) fn basic_auth(user: &str, password: &str) -> Result<HeaderValue, Error> {
    if user.contains(':') {
        return Err(Error::config("basic auth: a user name cannot contain a colon (RFC 7617)"));
    }
    let mut value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(format!("{user}:{password}"))))
        .map_err(|_| Error::config("basic auth: the user name and the password are too long for a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    fn parsed(url: &str) -> (String, String, Route) {
        let endpoint = Endpoint::parse(url).unwrap();
        (endpoint.uri.to_string(), endpoint.display_url.to_string(), endpoint.route)
    }

    #[test]
    fn the_scheme_picks_the_route() {
        let socket = || Route::HttpUnix("/run/s.sock".into());
        let local = |path: &str| format!("http://localhost{path}");
        for (url, uri, display_url, route) in [
            ("http://h:81/x?k=v#f", "http://h:81/x?k=v".into(), "http://h:81/x?…", Route::Http),
            ("https://h", "https://h/RPC2".into(), "https://h/RPC2", Route::Http),
            ("http://h/", "http://h/".into(), "http://h/", Route::Http),
            ("http://h?a=/b", "http://h/RPC2?a=/b".into(), "http://h/RPC2?…", Route::Http),
            ("http+unix://%2Frun%2Fs.sock/RPC2", local("/RPC2"), "http+unix:///run/s.sock:/RPC2", socket()),
            ("http+unix://%2Frun%2Fs.sock:/x", local("/x"), "http+unix:///run/s.sock:/x", socket()),
            ("http+unix:///run/s.sock:/x", local("/x"), "http+unix:///run/s.sock:/x", socket()),
            ("http+unix:///run/s.sock", local("/RPC2"), "http+unix:///run/s.sock:/RPC2", socket()),
            ("unix:///run/s.sock", local("/RPC2"), "unix:///run/s.sock:/RPC2", socket()),
            ("scgi://h:5000", local("/RPC2"), "scgi://h:5000", Route::Scgi("h:5000".into())),
            ("scgi://[::1]:5000/x", local("/x"), "scgi://[::1]:5000/x", Route::Scgi("[::1]:5000".into())),
            (
                "scgi:///run/r.sock",
                local("/RPC2"),
                "scgi:///run/r.sock",
                Route::ScgiUnix("/run/r.sock".into()),
            ),
            ("gbx://h:5000", "gbx://h:5000/".into(), "gbx://h:5000", Route::Other),
        ] {
            assert_eq!(parsed(url), (uri, display_url.to_owned(), route), "{url}");
        }
    }

    #[test]
    fn user_info_becomes_basic_auth_and_is_shown_nowhere() {
        for (url, auth) in [
            ("http://user:pass@h/", "user:pass"),
            ("http://us%40er:p%3Aa%2Fss@h/", "us@er:p:a/ss"),
            ("http://user@h/", "user:"),
            ("http+unix://user:pass@%2Frun%2Fs.sock/RPC2", "user:pass"),
            ("gbx://user:pass@h:5000", "user:pass"),
        ] {
            let endpoint = Endpoint::parse(url).unwrap();
            let header = endpoint.authorization.unwrap();
            assert_eq!(header, format!("Basic {}", STANDARD.encode(auth)).as_str());
            assert!(header.is_sensitive());
            assert!(!format!("{}{}", endpoint.uri, endpoint.display_url).contains("us"), "{url}");
        }
    }

    #[cfg(feature = "client")]
    #[test]
    fn mistakes_say_what_to_write_and_show_no_password() {
        for (url, says) in [
            (
                "localhost:8000",
                "expected a url with a scheme, found \"localhost:8000\"; write http://host/RPC2, unix:///run/s.sock or scgi://host:port",
            ),
            ("http://", "\"http://\" is not a valid url: empty host"),
            ("http://u:secret@:80/", "\":80/\" is not a valid url: empty host"),
            (
                "unix://run/s.sock",
                "expected the absolute path of a socket in the unix url, found \"run/s.sock\"; write unix:///run/s.sock",
            ),
            (
                "http+unix://u:secret@s.sock/RPC2",
                "expected the absolute path of a socket in the http+unix url, found \"s.sock\"; write http+unix://%2Frun%2Fs.sock/RPC2",
            ),
            (
                "scgi://host",
                "expected a host and a port in the scgi url, found \"host\"; write scgi://host:port or scgi:///path/to.sock",
            ),
            (
                "scgi://u:secret@host:1",
                "expected a host and a port in the scgi url, found \"host:1\"; write scgi://host:port or scgi:///path/to.sock",
            ),
            ("http://a%3Ab:secret@h/", "basic auth: a user name cannot contain a colon (RFC 7617)"),
            ("gbx://h/ space", "\"gbx://h/ space\" is not a valid url: invalid uri character"),
            ("http://:80/?token=secret", "\"http://:80/?…\" is not a valid url: empty host"),
            ("http://:80/?mail=a@secret", "\"http://…?…\" is not a valid url: empty host"),
            ("http://u:p?secret@:80/", "\"http://…?…\" is not a valid url: invalid port number"),
            ("http://u:p#secret@:80/", "\"http://…#…\" is not a valid url: invalid port number"),
            (
                "localhost?token=secret",
                "expected a url with a scheme, found \"localhost?…\"; write http://host/RPC2, unix:///run/s.sock or scgi://host:port",
            ),
            ("gbx://h/ space?secret", "\"gbx://h/ space?…\" is not a valid url: invalid uri character"),
            (
                "unix://run/s.sock?secret",
                "expected the absolute path of a socket in the unix url, found \"run/s.sock?…\"; write unix:///run/s.sock",
            ),
            (
                "scgi://host?secret",
                "expected a host and a port in the scgi url, found \"host?…\"; write scgi://host:port or scgi:///path/to.sock",
            ),
        ] {
            let error = Endpoint::parse(url).err().unwrap();
            assert_eq!((error.kind(), error.to_string()), (ErrorKind::Config, says.to_owned()));
            assert!(!format!("{error:?}").contains("secret"), "{error:?}");
        }
    }
}
