//! Certificates for tests, and servers that have them.

use crate::support::{ok, read_request};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::{
    RootCertStore, ServerConfig, ServerConnection, StreamOwned, SupportedProtocolVersion,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer},
    server::WebPkiClientVerifier,
};
use std::{
    fmt::Write as _,
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::Arc,
    thread,
};

/// A CA that no system trusts.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(crate) fn new(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    pub(crate) fn sign(&self, params: &CertificateParams) -> Signed {
        let key = KeyPair::generate().unwrap();
        Signed::new(&params.signed_by(&key, &self.0).unwrap(), &key)
    }

    /// Signs a certificate for these hosts.
    pub(crate) fn host(&self, names: &[&str]) -> Signed {
        self.sign(&params(names))
    }

    /// Signs a client's certificate.
    pub(crate) fn client(&self, name: &str) -> Signed {
        let mut params = params(&[]);
        params.distinguished_name.push(DnType::CommonName, name);
        self.sign(&params)
    }
}

pub(crate) fn params(names: &[&str]) -> CertificateParams {
    CertificateParams::new(names.iter().map(ToString::to_string).collect::<Vec<_>>()).unwrap()
}

/// A certificate and its key.
pub(crate) struct Signed {
    pub(crate) certificate: CertificateDer<'static>,
    pub(crate) certificate_pem: String,
    pub(crate) key: PrivateKeyDer<'static>,
    pub(crate) key_pem: String,
}

impl Signed {
    pub(crate) fn new(certificate: &rcgen::Certificate, key: &KeyPair) -> Self {
        Self {
            certificate: certificate.der().clone(),
            certificate_pem: certificate.pem(),
            key: PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
            key_pem: key.serialize_pem(),
        }
    }

    pub(crate) fn pem(&self) -> String {
        self.certificate_pem.clone() + &self.key_pem
    }
}

/// The reply of a server that requires no client certificate, or got none.
pub(crate) const NOBODY: &str = "nobody";

/// The reply of a server that has verified this client certificate.
pub(crate) fn fingerprint(certificate: &[u8]) -> String {
    certificate.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Makes the server's side of TLS. With `clients`, clients need a certificate that this CA signed.
pub(crate) fn config(
    signed: &Signed,
    clients: Option<&Authority>,
    versions: &[&'static SupportedProtocolVersion],
) -> Arc<ServerConfig> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(Arc::clone(&provider)).with_protocol_versions(versions);
    let config = match clients {
        None => config.unwrap().with_no_client_auth(),
        Some(authority) => {
            let mut roots = RootCertStore::empty();
            roots.add(authority.0.der().clone()).unwrap();
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
            config.unwrap().with_client_cert_verifier(verifier.build().unwrap())
        }
    };
    let chain = vec![signed.certificate.clone()];
    Arc::new(config.with_single_cert(chain, signed.key.clone_key()).unwrap())
}

/// Starts a server that replies to every call with the client's certificate. Returns its port.
pub(crate) fn serve(config: Arc<ServerConfig>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            thread::spawn(move || serve_calls(StreamOwned::new(connection, stream)));
        }
    });
    port
}

fn serve_calls(mut stream: StreamOwned<ServerConnection, TcpStream>) {
    while read_request(&mut stream).is_some() {
        let shown = stream.conn.peer_certificates().map_or(NOBODY.to_owned(), |chain| fingerprint(&chain[0]));
        if stream.write_all(&ok(&shown)).is_err() {
            break;
        }
    }
    // If it were closed with unread bytes, the socket would discard our alert.
    let _ = stream.sock.shutdown(Shutdown::Write);
    let _ = stream.sock.read_to_end(&mut Vec::new());
}

/// Starts a server that does `first` with each connection, then writes `bytes` and closes it. Returns its
/// port.
pub(crate) fn serve_raw(first: impl Fn(&mut TcpStream) + Send + 'static, bytes: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            first(&mut stream);
            let _ = stream.write_all(bytes);
            let _ = stream.shutdown(Shutdown::Write);
            let _ = stream.read_to_end(&mut Vec::new());
        }
    });
    port
}
