//! Authenticates by Negotiate (SPNEGO, RFC 4559), as Koji and other servers with Kerberos ask for it.
//!
//!     cargo run --example negotiate
//!
//! The tokens come from the function `first_token`. With the crate `cross-krb5` its body is
//!
//!     let service = format!("HTTP@{host}");
//!     let (_, token) = ClientCtx::new(InitiateFlags::empty(), None, &service, None)?;
//!     Ok(token.to_vec())
//!
//! This example takes a token that its stand-in for a server knows, so that it runs without Kerberos.

use std::error::Error;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use tokio::net::TcpListener;
use xmlrpc::{
    Authenticator, Client, ErrorKind,
    http::{HeaderMap, HeaderValue, StatusCode, header, request, response},
};

/// Answers the challenge `WWW-Authenticate: Negotiate` with a token for the host that is called.
struct Negotiate;

impl Authenticator for Negotiate {
    fn authorize(
        &self,
        request: &request::Parts,
        challenge: Option<&response::Parts>,
    ) -> xmlrpc::Result<Option<HeaderValue>> {
        // Nothing is sent before the server asks for it. A server that keeps the connection authenticated
        // does not ask again.
        let Some(challenge) = challenge else { return Ok(None) };
        let schemes = challenge.headers.get_all(header::WWW_AUTHENTICATE).iter();
        let mut schemes = schemes.filter_map(|scheme| scheme.to_str().ok());
        if !schemes.any(|scheme| scheme.trim().eq_ignore_ascii_case("negotiate")) {
            return Ok(None);
        }
        let host = request.uri.host().unwrap_or_default();
        let token = first_token(host)
            .map_err(|error| xmlrpc::Error::new(ErrorKind::Io, format!("no ticket for {host}: {error}")))?;
        let value = HeaderValue::try_from(format!("Negotiate {}", STANDARD.encode(token)));
        value.map(Some).map_err(|_| xmlrpc::Error::new(ErrorKind::Io, "the token is too long for a header"))
    }
}

/// Stands for Kerberos.
#[expect(clippy::unnecessary_wraps, reason = "Kerberos may have no ticket")]
fn first_token(host: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(format!("a ticket for HTTP@{host}").into_bytes())
}

/// Stands for a server that wants a ticket.
async fn greet(headers: HeaderMap) -> (StatusCode, [(&'static str, &'static str); 1], &'static str) {
    let expected = format!("Negotiate {}", STANDARD.encode("a ticket for HTTP@127.0.0.1"));
    if headers.get(header::AUTHORIZATION).is_some_and(|token| token == &*expected) {
        let reply = "<methodResponse><params><param><value>welcome</value></param></params></methodResponse>";
        return (StatusCode::OK, [("content-type", "text/xml")], reply);
    }
    (StatusCode::UNAUTHORIZED, [("www-authenticate", "Negotiate")], "who are you?")
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/RPC2", listener.local_addr()?);
    let server = axum::Router::new().fallback(greet);
    tokio::spawn(async move { axum::serve(listener, server).await });

    let client = Client::builder(url).authenticator(Negotiate).build()?;
    println!("{}", client.call::<_, String>("hello", ()).await?);
    Ok(())
}
