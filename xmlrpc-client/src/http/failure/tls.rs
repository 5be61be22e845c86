//! What went wrong with TLS, and what to do about it.

use std::error::Error as StdError;

/// A failure of TLS, for people.
pub(super) struct TlsFailure {
    trouble: Trouble,
    /// In the library's words.
    pub(super) detail: String,
}

/// What happened, as far as there is something to be done.
#[derive(Clone, Copy)]
enum Trouble {
    Untrusted,
    CaAsServer,
    OtherName,
    Expired,
    NotYetValid,
    CertificateWanted,
    CertificateRefused,
    HandshakeRefused,
    NoTls,
    Other,
}

impl TlsFailure {
    /// What an error, of those in a chain, says of TLS; `None` if it comes from elsewhere.
    pub(super) fn of(error: &(dyn StdError + 'static)) -> Option<Self> {
        #[cfg(feature = "rustls")]
        if let Some(error) = error.downcast_ref::<rustls::Error>() {
            return Some(Self { trouble: of_rustls(error), detail: error.to_string() });
        }
        #[cfg(feature = "native-tls")]
        if error.is::<native_tls::Error>() || is_of_openssl(error) {
            let text = error.to_string();
            return Some(Self { trouble: of_native(&text), detail: reason(&text).to_owned() });
        }
        let _ = error;
        None
    }

    /// Whether the server refused a certificate of ours. In TLS 1.3 it does so when we have begun to send already; it reads
    /// nothing of that.
    pub(super) fn refuses_client(&self) -> bool {
        matches!(self.trouble, Trouble::CertificateWanted | Trouble::CertificateRefused)
    }

    /// Why the handshake failed, and what to do.
    pub(super) fn told(&self) -> String {
        let (told, advice) = match self.trouble {
            Trouble::Untrusted => (
                "the server's certificate is not trusted",
                "give root_certificate() the PEM of the CA that signed it",
            ),
            Trouble::CaAsServer => (
                "the server's certificate is not accepted",
                "it is a CA's own, which rustls refuses of a server: have it signed by that CA, or made with \
                 basicConstraints CA:FALSE",
            ),
            Trouble::OtherName => (
                "the server's certificate is for another host",
                "call the host by a name that its certificate has",
            ),
            Trouble::Expired => ("the server's certificate has expired", CLOCK),
            Trouble::NotYetValid => ("the server's certificate is not valid yet", CLOCK),
            Trouble::CertificateWanted => {
                ("the server wants a client certificate", "give identity() one and its private key")
            }
            Trouble::CertificateRefused => (
                "the server does not accept the client certificate",
                "give identity() one that the server's CA signed, with the chain up to it",
            ),
            Trouble::HandshakeRefused => (
                "the server refused the handshake",
                "does it want a client certificate (identity()), or another version of TLS?",
            ),
            Trouble::NoTls => ("what came back is no TLS", "does the server speak plain http there?"),
            Trouble::Other => return format!("TLS: {}", self.detail),
        };
        format!("TLS: {told} ({}): {advice}", self.detail)
    }
}

const CLOCK: &str = "is this machine's clock right?";

#[cfg(feature = "rustls")]
fn of_rustls(error: &rustls::Error) -> Trouble {
    use rustls::{AlertDescription as Alert, CertificateError as Certificate, Error};
    match error {
        Error::InvalidMessage(_) => Trouble::NoTls,
        Error::InvalidCertificate(error) => match error {
            Certificate::UnknownIssuer => Trouble::Untrusted,
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. } => Trouble::OtherName,
            Certificate::Expired | Certificate::ExpiredContext { .. } => Trouble::Expired,
            Certificate::NotValidYet | Certificate::NotValidYetContext { .. } => Trouble::NotYetValid,
            // Its type is of a crate that rustls does not show.
            Certificate::Other(error) if format!("{error:?}").contains("CaUsedAsEndEntity") => {
                Trouble::CaAsServer
            }
            _ => Trouble::Other,
        },
        Error::AlertReceived(alert) => match alert {
            Alert::CertificateRequired | Alert::NoCertificate => Trouble::CertificateWanted,
            Alert::BadCertificate
            | Alert::UnsupportedCertificate
            | Alert::CertificateRevoked
            | Alert::CertificateExpired
            | Alert::CertificateUnknown
            | Alert::UnknownCA
            | Alert::AccessDenied => Trouble::CertificateRefused,
            Alert::HandshakeFailure => Trouble::HandshakeRefused,
            _ => Trouble::Other,
        },
        _ => Trouble::Other,
    }
}

/// Whether an error that came while reading or writing is one of OpenSSL: native-tls hands those on as they are, and their type
/// is of a crate that it does not show. Texts are `error:CODE:SSL routines:function:reason:file:line:`.
#[cfg(feature = "native-tls")]
fn is_of_openssl(error: &(dyn StdError + 'static)) -> bool {
    !error.is::<std::io::Error>() && error.to_string().contains(":SSL routines:")
}

/// By OpenSSL's words, for native-tls gives nothing else. Those of other systems' libraries are told as they are.
#[cfg(feature = "native-tls")]
fn of_native(text: &str) -> Trouble {
    let text = text.to_ascii_lowercase();
    let words: [(Trouble, &[&str]); 8] = [
        (Trouble::OtherName, &["hostname mismatch", "ip address mismatch"]),
        (Trouble::Expired, &["certificate has expired"]),
        (Trouble::NotYetValid, &["certificate is not yet valid"]),
        (
            Trouble::Untrusted,
            &["unable to get", "unable to verify", "self-signed certificate", "self signed certificate"],
        ),
        (Trouble::CertificateWanted, &["alert certificate required", "alert no certificate"]),
        (
            Trouble::CertificateRefused,
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
        (Trouble::HandshakeRefused, &["alert handshake failure"]),
        (Trouble::NoTls, &["wrong version number", "packet length too long", "http request"]),
    ];
    let told = |words: &[&str]| words.iter().any(|words| text.contains(words));
    words.into_iter().find(|(_, words)| told(words)).map_or(Trouble::Other, |(trouble, _)| trouble)
}

/// The reason alone: what is in brackets at the end, or the fourth part after `error:`.
#[cfg(feature = "native-tls")]
fn reason(text: &str) -> &str {
    let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let reason = in_brackets.map(|(_, reason)| reason).or_else(|| text.split(':').nth(4));
    reason.filter(|reason| text.contains(":SSL routines:") && !reason.is_empty()).unwrap_or(text)
}
