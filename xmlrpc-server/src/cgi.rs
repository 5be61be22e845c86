//! CGI: a program that a web server starts for each call (RFC 3875).
use crate::{Router, gateway};
use bytes::Bytes;
use http::{Request, header::CONTENT_LENGTH};
use std::{
    env,
    io::{self, IsTerminal, Read, Write},
};

/// Answers the one call that the web server has started this program for, and returns.
///
/// The request is described by environment variables, its body comes on standard input, and the response goes
/// to standard output. So nothing else may print there. All limits and settings of the router hold. The
/// client's address is `REMOTE_ADDR`, and the user that the web server has authenticated is `REMOTE_USER`.
/// Many web servers hand the header `Authorization`, which [`Router::basic_auth`] needs, to a program only if
/// they are told to (Apache: `CGIPassAuth On`).
///
/// ```no_run
/// # use xmlrpc_server::{Router, cgi};
/// #[tokio::main(flavor = "current_thread")]
/// async fn main() -> std::io::Result<()> {
///     cgi::run(Router::new().function("add", |a: i32, b: i32| async move { Ok(a + b) })).await
/// }
/// ```
///
/// # Errors
///
/// Returns [`io::ErrorKind::InvalidInput`] if the router has invalid settings, before anything is read.
/// Returns an error if the variables are not a request, if standard input is a terminal, or if reading or
/// writing fails.
pub async fn run(router: Router) -> io::Result<()> {
    router.check_for_serving()?;
    let parts = gateway::request_head(variables())?;
    let body = read_body(&parts, router.inner.body_limits.max_bytes as u64)?;
    let response = router.respond_bytes(Request::from_parts(parts, body)).await;
    let mut out = io::stdout().lock();
    out.write_all(&gateway::write_response(&response))?;
    out.flush()
}

/// Variables that are not Unicode belong to something else.
fn variables() -> impl Iterator<Item = (String, String)> {
    env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

fn read_body(parts: &http::request::Parts, max: u64) -> io::Result<Bytes> {
    let length =
        parts.headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.trim().parse().ok());
    let stdin = io::stdin().lock();
    if length.is_none() && stdin.is_terminal() {
        let text = "expected a call on standard input, as a web server sends it";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
    }
    let mut body = Vec::new();
    // One byte more than the limit is enough to be refused.
    stdin.take(length.unwrap_or(u64::MAX).min(max.saturating_add(1))).read_to_end(&mut body)?;
    Ok(body.into())
}
