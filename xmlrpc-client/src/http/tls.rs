//! TLS: makes a reqwest client that trusts and authenticates as the builder says.

use super::failure;
use crate::{Error, http_options::HttpOptions};
use reqwest::{Client, ClientBuilder};

/// Builds a reqwest client with TLS.
#[cfg(any(feature = "rustls-no-provider", feature = "native-tls"))]
pub(super) fn build(options: &HttpOptions, builder: ClientBuilder) -> Result<Client, Error> {
    if !options.has_tls_settings() {
        return built(builder.tls_backend_preconfigured(shared::for_all_clients()?), "");
    }
    if options.root_certificates.is_empty() && !options.accept_invalid_certs {
        // On a system without roots this says so, and reqwest would say less.
        shared::for_all_clients()?;
    }
    let given = match (options.root_certificates.is_empty(), options.identity.is_none()) {
        (true, true) => "",
        (false, true) => "root_certificate: ",
        (true, false) => "identity: ",
        (false, false) => "root_certificate or identity: ",
    };
    built(with_settings(builder, options)?, given)
}

/// Builds a reqwest client that is used for plain HTTP only. Its TLS trusts nobody, which takes no time.
#[cfg(any(feature = "rustls-no-provider", feature = "native-tls"))]
pub(super) fn build_without(builder: ClientBuilder) -> Result<Client, Error> {
    let builder = match shared::for_nobody() {
        Some(tls) => builder.tls_backend_preconfigured(tls),
        None => builder,
    };
    built(builder, "")
}

#[cfg(not(any(feature = "rustls-no-provider", feature = "native-tls")))]
pub(super) fn build(options: &HttpOptions, builder: ClientBuilder) -> Result<Client, Error> {
    if options.has_tls_settings() {
        return Err(Error::config("TLS needs the cargo feature \"rustls\" or \"native-tls\""));
    }
    built(builder, "")
}

#[cfg(not(any(feature = "rustls-no-provider", feature = "native-tls")))]
pub(super) fn build_without(builder: ClientBuilder) -> Result<Client, Error> {
    built(builder, "")
}

fn built(builder: ClientBuilder, given: &str) -> Result<Client, Error> {
    builder.build().map_err(|error| {
        Error::config(format!(
            "{given}the HTTP client cannot be created: {}",
            failure::innermost_text(&error)
        ))
    })
}

/// The TLS that clients without settings of their own share.
#[cfg(feature = "rustls-no-provider")]
mod shared {
    use super::no_roots;
    use crate::{Error, ErrorKind};
    use rustls::{ClientConfig, RootCertStore, crypto::CryptoProvider};
    use rustls_platform_verifier::Verifier;
    use std::sync::{Arc, OnceLock};

    /// Returns the TLS that trusts what the system trusts. The system's certificates are read once for all
    /// clients of a program.
    pub(super) fn for_all_clients() -> Result<ClientConfig, Error> {
        static SHARED: OnceLock<ClientConfig> = OnceLock::new();
        if let Some(shared) = SHARED.get() {
            return Ok(shared.clone());
        }
        // Only success is stored: the system may get its certificates later.
        let provider = provider()?;
        let verifier = Verifier::new(Arc::clone(&provider)).map_err(|error| no_roots(&error.to_string()))?;
        let config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(rustls::ALL_VERSIONS)
            .map_err(unusable)?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(SHARED.get_or_init(|| config).clone())
    }

    /// Returns TLS that trusts nobody, or `None` if not even that can be had.
    pub(super) fn for_nobody() -> Option<ClientConfig> {
        static NOBODY: OnceLock<Option<ClientConfig>> = OnceLock::new();
        let make = || {
            let versions = ClientConfig::builder_with_provider(provider().ok()?)
                .with_protocol_versions(rustls::ALL_VERSIONS)
                .ok()?;
            Some(versions.with_root_certificates(RootCertStore::empty()).with_no_client_auth())
        };
        NOBODY.get_or_init(make).clone()
    }

    /// Returns the provider that the program installed, or else this crate's own.
    #[cfg_attr(
        feature = "rustls",
        expect(clippy::unnecessary_wraps, reason = "without this feature there may be no provider")
    )]
    fn provider() -> Result<Arc<CryptoProvider>, Error> {
        if let Some(installed) = CryptoProvider::get_default() {
            return Ok(Arc::clone(installed));
        }
        #[cfg(feature = "rustls")]
        return Ok(Arc::new(rustls::crypto::aws_lc_rs::default_provider()));
        #[cfg(not(feature = "rustls"))]
        Err(Error::config(
            "TLS: no crypto provider is installed; call rustls's CryptoProvider::install_default() first, or \
             turn on the cargo feature \"rustls\"",
        ))
    }

    fn unusable(error: rustls::Error) -> Error {
        let message = format!("TLS: the crypto provider cannot be used: {error}");
        Error::new(ErrorKind::Config, message).with_source(error)
    }
}

#[cfg(all(feature = "native-tls", not(feature = "rustls-no-provider")))]
mod shared {
    use crate::Error;
    use native_tls::TlsConnector;
    use std::sync::OnceLock;

    /// Returns the TLS that trusts what the system trusts. It is set up once for all clients of a program.
    pub(super) fn for_all_clients() -> Result<TlsConnector, Error> {
        static SHARED: OnceLock<TlsConnector> = OnceLock::new();
        if let Some(shared) = SHARED.get() {
            return Ok(shared.clone());
        }
        let connector = TlsConnector::new().map_err(|error| super::no_roots(&error.to_string()))?;
        Ok(SHARED.get_or_init(|| connector).clone())
    }

    /// Returns TLS that trusts nobody, or `None` if not even that can be had.
    pub(super) fn for_nobody() -> Option<TlsConnector> {
        static NOBODY: OnceLock<Option<TlsConnector>> = OnceLock::new();
        NOBODY.get_or_init(|| TlsConnector::builder().disable_built_in_roots(true).build().ok()).clone()
    }
}

/// Creates the error for a system that has no certificates of CAs.
#[cfg(any(feature = "rustls-no-provider", feature = "native-tls"))]
fn no_roots(detail: &str) -> Error {
    Error::new(
        crate::ErrorKind::Tls,
        format!(
            "TLS: this system has no certificates of CAs, so that no server is trusted ({detail}): install \
             them (Debian's package is ca-certificates), or give root_certificate() the PEM of the CA"
        ),
    )
}

#[cfg(any(feature = "rustls-no-provider", feature = "native-tls"))]
fn with_settings(builder: ClientBuilder, options: &HttpOptions) -> Result<ClientBuilder, Error> {
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
#[cfg(feature = "rustls-no-provider")]
fn backend(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_backend_rustls()
}

#[cfg(all(feature = "native-tls", not(feature = "rustls-no-provider")))]
fn backend(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_backend_native()
}

#[cfg(any(feature = "rustls-no-provider", feature = "native-tls"))]
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

#[cfg(feature = "rustls-no-provider")]
fn read_identity(pem: &[u8]) -> Result<reqwest::Identity, Error> {
    reqwest::Identity::from_pem(pem).map_err(|_| {
        Error::config("identity: the PEM of the certificate or of its private key cannot be read")
    })
}

/// Separates the key from the certificates: native-tls wants a key that starts with its own line, and
/// certificates of which the first is ours.
#[cfg(all(feature = "native-tls", not(feature = "rustls-no-provider")))]
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
#[cfg(any(feature = "rustls-no-provider", feature = "native-tls"))]
fn find(pem: &[u8], text: &str) -> Option<usize> {
    pem.windows(text.len()).position(|window| window == text.as_bytes())
}
