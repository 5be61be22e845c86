//! TLS as the builder was told to have it.

use super::failure;
use crate::{Error, http_options::HttpOptions};
use reqwest::{Client, ClientBuilder};

/// A client of `parts`, with TLS. They may be asked for twice.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub(super) fn build(
    options: &HttpOptions,
    base_builder: impl Fn() -> Result<ClientBuilder, Error>,
) -> Result<Client, Error> {
    let mut built = with_tls(base_builder()?, options)?.build();
    if built.is_err() && options.root_certificates.is_empty() {
        // rustls refuses a system without certificates, even for plain HTTP. OpenSSL trusts no server there;
        // so do we.
        built = with_tls(base_builder()?, options)?.tls_certs_only([]).build();
    }
    built.map_err(|error| {
        let given = match (options.root_certificates.is_empty(), options.identity.is_none()) {
            (true, true) => "",
            (false, true) => "root_certificate: ",
            (true, false) => "identity: ",
            (false, false) => "root_certificate or identity: ",
        };
        Error::config(format!("{given}no HTTP client can be made: {}", failure::innermost_text(&error)))
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
        Error::config(format!("no HTTP client can be made: {}", failure::innermost_text(&error)))
    })
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn with_tls(builder: ClientBuilder, options: &HttpOptions) -> Result<ClientBuilder, Error> {
    let mut builder = backend(builder);
    for pem in &options.root_certificates {
        let certificates = reqwest::Certificate::from_pem_bundle(pem).unwrap_or_default();
        if certificates.is_empty() {
            return Err(Error::config(
                "root_certificate: no PEM certificate (give it what stands in the file: std::fs::read(path)?)",
            ));
        }
        builder = builder.tls_certs_merge(certificates);
    }
    if let Some(pem) = &options.identity {
        builder = builder.identity(identity(pem)?);
    }
    Ok(builder.tls_danger_accept_invalid_certs(options.accept_invalid_certs))
}

/// Never reqwest's own choice, which changes with the features that anyone in the build asks reqwest for.
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
            "identity: the private key is encrypted; decrypt it before, with `openssl pkcs8 -nocrypt -topk8` for one",
        ));
    }
    let known = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];
    if !names("CERTIFICATE") || !known.into_iter().any(names) {
        return Err(Error::config("identity: no PEM with a certificate and its private key"));
    }
    read_identity(pem)
}

#[cfg(feature = "rustls")]
fn read_identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    reqwest::Identity::from_pem(pem).map_err(|_| {
        Error::config("identity: the PEM of the certificate or of its private key cannot be read")
    })
}

/// The key apart, which native-tls wants to begin with its own line, from the certificates, the first of
/// which must be ours.
#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
fn read_identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    const END: &str = "-----END PRIVATE KEY-----";
    let start = find(pem, "-----BEGIN PRIVATE KEY-----").ok_or_else(|| {
        Error::config(
            "identity: native-tls reads private keys in PKCS#8 only (BEGIN PRIVATE KEY); convert this one with \
             `openssl pkcs8 -topk8 -nocrypt`",
        )
    })?;
    let end = start + find(&pem[start..], END).map_or(pem.len() - start, |end| end + END.len());
    let certificates = [&pem[..start], &pem[end..]].concat();
    reqwest::Identity::from_pkcs8_pem(&certificates, &pem[start..end]).map_err(|error| {
        Error::config(&format!(
            "identity: the PEM of the certificate or of its private key cannot be read: {}",
            failure::innermost_text(&error)
        ))
    })
}

/// Where a text begins in a PEM, which may hold other bytes around its sections.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn find(pem: &[u8], text: &str) -> Option<usize> {
    pem.windows(text.len()).position(|window| window == text.as_bytes())
}
