//! TLS: makes a reqwest client that trusts and authenticates as the builder says.

use super::failure;
use crate::{Error, http_options::HttpOptions};
use reqwest::{Client, ClientBuilder};

/// Builds a reqwest client with TLS. `base_builder` makes everything else; it may be called twice.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub(super) fn build(
    options: &HttpOptions,
    base_builder: impl Fn() -> Result<ClientBuilder, Error>,
) -> Result<Client, Error> {
    let mut built = with_tls(base_builder()?, options)?.build();
    if built.is_err() && options.root_certificates.is_empty() {
        // On a system without certificates rustls cannot be set up, not even for plain HTTP. OpenSSL then
        // trusts no server. So do we.
        built = with_tls(base_builder()?, options)?.tls_certs_only([]).build();
    }
    built.map_err(|error| {
        let given = match (options.root_certificates.is_empty(), options.identity.is_none()) {
            (true, true) => "",
            (false, true) => "root_certificate: ",
            (true, false) => "identity: ",
            (false, false) => "root_certificate or identity: ",
        };
        Error::config(format!(
            "{given}the HTTP client cannot be created: {}",
            failure::innermost_text(&error)
        ))
    })
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
pub(super) fn build(
    options: &HttpOptions,
    base_builder: impl Fn() -> Result<ClientBuilder, Error>,
) -> Result<Client, Error> {
    if !options.root_certificates.is_empty() || options.identity.is_some() || options.accept_invalid_certs {
        return Err(Error::config("TLS needs the cargo feature \"rustls\" or \"native-tls\""));
    }
    let built = base_builder()?.build();
    built.map_err(|error| {
        Error::config(format!("the HTTP client cannot be created: {}", failure::innermost_text(&error)))
    })
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn with_tls(builder: ClientBuilder, options: &HttpOptions) -> Result<ClientBuilder, Error> {
    let mut builder = backend(builder);
    for pem in &options.root_certificates {
        let certificates = reqwest::Certificate::from_pem_bundle(pem).unwrap_or_default();
        if certificates.is_empty() {
            return Err(Error::config(
                "root_certificate: expected PEM certificates; \
                 pass the file's contents, e.g. `std::fs::read(path)?`",
            ));
        }
        builder = builder.tls_certs_merge(certificates);
    }
    if let Some(pem) = &options.identity {
        builder = builder.identity(identity(pem)?);
    }
    Ok(builder.tls_danger_accept_invalid_certs(options.accept_invalid_certs))
}

/// Picks the TLS library. reqwest's own choice would change with the features that other crates of the build
/// turn on.
#[cfg(feature = "rustls")]
fn backend(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_backend_rustls()
}

#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
fn backend(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_backend_native()
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    let names = |label: &str| find(pem, &format!("-----BEGIN {label}-----")).is_some();
    if names("ENCRYPTED PRIVATE KEY") || find(pem, "Proc-Type: 4,ENCRYPTED").is_some() {
        return Err(Error::config(
            "identity: the private key is encrypted; \
             decrypt it first, e.g. with `openssl pkcs8 -topk8 -nocrypt`",
        ));
    }
    let known = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];
    if !names("CERTIFICATE") || !known.into_iter().any(names) {
        return Err(Error::config(
            "identity: expected PEM with a certificate and its private key; pass the contents of both files",
        ));
    }
    read_identity(pem)
}

#[cfg(feature = "rustls")]
fn read_identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    reqwest::Identity::from_pem(pem).map_err(|_| {
        Error::config("identity: the PEM of the certificate or of its private key cannot be read")
    })
}

/// Separates the key from the certificates: native-tls wants a key that starts with its own line, and
/// certificates of which the first is ours.
#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
fn read_identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    const END: &str = "-----END PRIVATE KEY-----";
    let start = find(pem, "-----BEGIN PRIVATE KEY-----").ok_or_else(|| {
        Error::config(
            "identity: native-tls reads private keys in PKCS#8 only (BEGIN PRIVATE KEY); \
             convert this one with `openssl pkcs8 -topk8 -nocrypt`",
        )
    })?;
    let end = start + find(&pem[start..], END).map_or(pem.len() - start, |end| end + END.len());
    let certificates = [&pem[..start], &pem[end..]].concat();
    reqwest::Identity::from_pkcs8_pem(&certificates, &pem[start..end]).map_err(|error| {
        Error::config(format!(
            "identity: the PEM of the certificate or of its private key cannot be read: {}",
            failure::innermost_text(&error)
        ))
    })
}

/// Returns where a text begins. It searches bytes, because a PEM file may hold anything around its sections.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn find(pem: &[u8], text: &str) -> Option<usize> {
    pem.windows(text.len()).position(|window| window == text.as_bytes())
}
