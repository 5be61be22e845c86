//! `TlsFailure`: which TLS failure it was, and what to do.

use std::error::Error as StdError;

/// A TLS failure, described for people.
pub(super) struct TlsFailure {
    problem: TlsProblem,
    /// What the TLS library says.
    pub(super) detail: String,
}

/// What happened, as far as there is something that a person can do.
#[derive(Clone, Copy)]
enum TlsProblem {
    Untrusted,
    CaAsServer,
    WrongHost,
    Expired,
    NotYetValid,
    ClientCertificateRequired,
    ClientCertificateRefused,
    HandshakeRefused,
    NotTls,
    Other,
}

impl TlsFailure {
    /// Recognises an error of the TLS library. Returns `None` for any other.
    pub(super) fn from_error(error: &(dyn StdError + 'static)) -> Option<Self> {
        #[cfg(feature = "rustls-no-provider")]
        if let Some(error) = error.downcast_ref::<rustls::Error>() {
            return Some(Self { problem: rustls_problem(error), detail: error.to_string() });
        }
        #[cfg(feature = "native-tls")]
        if error.is::<native_tls::Error>() || is_openssl_error(error) {
            let text = error.to_string();
            return Some(Self { problem: native_tls_problem(&text), detail: reason(&text).to_owned() });
        }
        let _ = error;
        None
    }

    /// Returns whether the server refused our certificate, or misses one. In TLS 1.3 it does so when we have
    /// already started to send; it reads nothing of that.
    pub(super) fn refuses_client(&self) -> bool {
        matches!(self.problem, TlsProblem::ClientCertificateRequired | TlsProblem::ClientCertificateRefused)
    }

    /// Says why the handshake failed, and what to do.
    pub(super) fn message(&self) -> String {
        let (what, advice) = match self.problem {
            TlsProblem::Untrusted => (
                "the server's certificate is not trusted",
                "give root_certificate() the PEM of the CA that signed it",
            ),
            TlsProblem::CaAsServer => (
                "the server's certificate is not accepted",
                "it is a CA's own, which rustls does not accept from a server; \
                 use one that the CA signed, or create it with basicConstraints CA:FALSE",
            ),
            TlsProblem::WrongHost => (
                "the server's certificate is for another host",
                "use a host name that the certificate contains",
            ),
            TlsProblem::Expired => ("the server's certificate has expired", CHECK_CLOCK),
            TlsProblem::NotYetValid => ("the server's certificate is not valid yet", CHECK_CLOCK),
            TlsProblem::ClientCertificateRequired => {
                ("the server requires a client certificate", "give identity() one and its private key")
            }
            TlsProblem::ClientCertificateRefused => (
                "the server does not accept the client certificate",
                "give identity() one that the server's CA signed, with the chain up to the CA",
            ),
            TlsProblem::HandshakeRefused => (
                "the server refused the handshake",
                "does it require a client certificate (identity()), or another version of TLS?",
            ),
            TlsProblem::NotTls => {
                ("the response is not TLS", "does the server speak plain http on this port?")
            }
            TlsProblem::Other => return format!("TLS: {}", self.detail),
        };
        format!("TLS: {what} ({}): {advice}", self.detail)
    }
}

const CHECK_CLOCK: &str = "is this machine's clock right?";

#[cfg(feature = "rustls-no-provider")]
fn rustls_problem(error: &rustls::Error) -> TlsProblem {
    use rustls::{AlertDescription as Alert, CertificateError as Certificate, Error};
    match error {
        Error::InvalidMessage(_) => TlsProblem::NotTls,
        Error::InvalidCertificate(error) => match error {
            Certificate::UnknownIssuer => TlsProblem::Untrusted,
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => {
                TlsProblem::WrongHost
            }
            Certificate::Expired | Certificate::ExpiredContext { .. } => TlsProblem::Expired,
            Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => TlsProblem::NotYetValid,
            // The type of this error is in a crate that rustls does not re-export.
            Certificate::Other(error) if format!("{error:?}").contains("CaUsedAsEndEntity") => {
                TlsProblem::CaAsServer
            }
            _ => TlsProblem::Other,
        },
        Error::AlertReceived(alert) => match alert {
            Alert::CertificateRequired | Alert::NoCertificate => TlsProblem::ClientCertificateRequired,
            Alert::BadCertificate
            | Alert::UnsupportedCertificate
            | Alert::CertificateRevoked
            | Alert::CertificateExpired
            | Alert::CertificateUnknown
            | Alert::UnknownCA
            | Alert::AccessDenied => TlsProblem::ClientCertificateRefused,
            Alert::HandshakeFailure => TlsProblem::HandshakeRefused,
            _ => TlsProblem::Other,
        },
        _ => TlsProblem::Other,
    }
}

/// Returns whether an error of reading or writing is OpenSSL's.
///
/// native-tls passes these on unchanged, and their type is in a crate that it does not re-export. Their texts
/// are `error:CODE:SSL routines:function:reason:file:line:`.
#[cfg(feature = "native-tls")]
fn is_openssl_error(error: &(dyn StdError + 'static)) -> bool {
    !error.is::<std::io::Error>() && error.to_string().contains(":SSL routines:")
}

/// Recognises OpenSSL's words, because native-tls gives nothing else. The words of other libraries are shown
/// unchanged.
#[cfg(feature = "native-tls")]
fn native_tls_problem(text: &str) -> TlsProblem {
    let text = text.to_ascii_lowercase();
    let words: [(TlsProblem, &[&str]); 8] = [
        (TlsProblem::WrongHost, &["hostname mismatch", "ip address mismatch"]),
        (TlsProblem::Expired, &["certificate has expired"]),
        (TlsProblem::NotYetValid, &["certificate is not yet valid"]),
        (
            TlsProblem::Untrusted,
            &["unable to get", "unable to verify", "self-signed certificate", "self signed certificate"],
        ),
        (TlsProblem::ClientCertificateRequired, &["alert certificate required", "alert no certificate"]),
        (
            TlsProblem::ClientCertificateRefused,
            &[
                "alert bad certificate",
                "alert unsupported certificate",
                "alert certificate revoked",
                "alert certificate expired",
                "alert certificate unknown",
                "alert unknown ca",
                "alert access denied",
            ],
        ),
        (TlsProblem::HandshakeRefused, &["alert handshake failure"]),
        (TlsProblem::NotTls, &["wrong version number", "packet length too long", "http request"]),
    ];
    let matches = |words: &[&str]| words.iter().any(|words| text.contains(words));
    words.into_iter().find(|(_, words)| matches(words)).map_or(TlsProblem::Other, |(problem, _)| problem)
}

/// Returns the reason alone: the words in brackets at the end, or the fourth part after `error:`.
#[cfg(feature = "native-tls")]
fn reason(text: &str) -> &str {
    let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let reason = in_brackets.map(|(_, reason)| reason).or_else(|| text.split(':').nth(4));
    reason.filter(|reason| text.contains(":SSL routines:") && !reason.is_empty()).unwrap_or(text)
}
