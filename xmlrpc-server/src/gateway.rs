//! What CGI and SCGI share: a request as variables, and a response with a `Status` header.
use crate::{AuthenticatedUser, PeerAddr};
use http::{HeaderName, HeaderValue, Request, Response, Version, request::Parts};
use std::{
    io,
    net::{IpAddr, SocketAddr},
};

/// Makes the head of a request of the variables of a gateway (RFC 3875).
///
/// Its version is HTTP/1.0, because the response is handed to the web server as a whole.
pub(crate) fn request_head(variables: impl IntoIterator<Item = (String, String)>) -> io::Result<Parts> {
    let mut request = Request::builder().version(Version::HTTP_10).method("POST").uri("/");
    let (mut peer, mut port, mut user) = (None::<IpAddr>, 0, None);
    for (name, value) in variables.into_iter().filter(|(_, value)| !value.is_empty()) {
        match name.as_str() {
            "REQUEST_METHOD" => request = request.method(value.as_str()),
            "REQUEST_URI" => request = request.uri(value),
            "REMOTE_ADDR" => peer = value.parse().ok(),
            "REMOTE_PORT" => port = value.parse().unwrap_or(0),
            "REMOTE_USER" => user = Some(value),
            name => {
                // `HTTP_ACCEPT_ENCODING` is the header `Accept-Encoding`. The headers `Content-…` have no
                // such prefix.
                let header = name.strip_prefix("HTTP_").or(name.starts_with("CONTENT_").then_some(name));
                if let Some(header) = header
                    && let Ok(header) = HeaderName::try_from(header.replace('_', "-"))
                    && let Ok(value) = HeaderValue::try_from(value)
                {
                    request = request.header(header, value);
                }
            }
        }
    }
    let request = request.body(()).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    let mut parts = request.into_parts().0;
    if let Some(peer) = peer {
        parts.extensions.insert(PeerAddr(SocketAddr::new(peer, port)));
    }
    if let Some(user) = user {
        parts.extensions.insert(AuthenticatedUser(user));
    }
    Ok(parts)
}

/// Writes a response as a gateway does: the status is a header, and the length is known.
pub(crate) fn write_response<B: AsRef<[u8]>>(response: &Response<B>) -> Vec<u8> {
    let body = response.body().as_ref();
    let mut bytes = format!("Status: {}\r\n", response.status()).into_bytes();
    for (name, value) in response.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
    bytes.extend_from_slice(body);
    bytes
}
