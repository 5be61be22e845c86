//! `Listen`: the address that a verb listens on, and the loop that answers requests there.

use crate::exit::{Attempt, Exit, Failure};
use hyper::{
    Request, Response,
    body::{Body, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{convert::Infallible, error::Error, io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
};

/// How long a client may take for the head of its request.
const HEAD_TIMEOUT: Duration = Duration::from_mins(1);

/// The address that a verb listens on.
///
/// `:8000` is a port of this machine's loopback interface. Any other address is written out, so that nobody
/// opens a server to the network without meaning it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listen {
    /// A port.
    Tcp(SocketAddr),
    /// A unix socket.
    Unix(PathBuf),
}

/// An address that is listened on.
#[derive(Debug)]
pub enum Listening {
    /// A port.
    Tcp(TcpListener),
    /// A unix socket, and its path, which is deleted at the end.
    #[cfg(unix)]
    Unix(tokio::net::UnixListener, PathBuf),
}

impl std::str::FromStr for Listen {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        if let Some(path) = word.strip_prefix("unix://") {
            return if path.starts_with('/') {
                Ok(Self::Unix(path.into()))
            } else {
                Err("expected the absolute path of a socket: unix:///run/proxy.sock".to_owned())
            };
        }
        let word = word.strip_prefix("http://").unwrap_or(word).trim_end_matches('/');
        let full = match word.strip_prefix(':') {
            Some(port) => format!("127.0.0.1:{port}"),
            None => word.replacen("localhost:", "127.0.0.1:", 1),
        };
        full.parse().map(Self::Tcp).map_err(|_| {
            "expected :PORT (on this machine only), ADDRESS:PORT such as 0.0.0.0:8000, or unix:///path"
                .to_owned()
        })
    }
}

impl Listen {
    /// Begins to listen.
    ///
    /// # Errors
    /// [`Exit::Usage`] if the address cannot be had.
    pub async fn bind(&self) -> Attempt<Listening> {
        let failed = |address: String, error: &io::Error| {
            let failure = Failure::new(Exit::Usage, format!("cannot listen on {address}: {error}"));
            if error.kind() == io::ErrorKind::AddrInUse {
                failure
                    .with_remedy("another program listens there; choose another port, or :0 for any free one")
            } else {
                failure
            }
        };
        match self {
            Self::Tcp(address) => TcpListener::bind(address)
                .await
                .map(Listening::Tcp)
                .map_err(|error| failed(address.to_string(), &error)),
            #[cfg(unix)]
            Self::Unix(path) => {
                use std::os::unix::fs::FileTypeExt as _;
                // A socket that nobody listens on is left from a run that was killed.
                let is_socket = path.symlink_metadata().is_ok_and(|found| found.file_type().is_socket());
                if is_socket && std::os::unix::net::UnixStream::connect(path).is_err() {
                    let _ = std::fs::remove_file(path);
                }
                tokio::net::UnixListener::bind(path)
                    .map(|listener| Listening::Unix(listener, path.clone()))
                    .map_err(|error| failed(path.display().to_string(), &error))
            }
            #[cfg(not(unix))]
            Self::Unix(path) => {
                Err(Failure::usage(format!("this system has no unix sockets: {}", path.display())))
            }
        }
    }
}

impl Listening {
    /// Returns the url of the server, with the port that the system chose for `:0`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        match self {
            Self::Tcp(listener) => listener
                .local_addr()
                .map_or_else(|_| "http://?".to_owned(), |address| format!("http://{address}{path}")),
            #[cfg(unix)]
            Self::Unix(_, socket) => {
                let socket = socket.display().to_string();
                if path == "/RPC2" {
                    format!("unix://{socket}")
                } else {
                    format!("http+unix://{}{path}", socket.replace('/', "%2F"))
                }
            }
        }
    }

    /// Returns whether a request's `Host` names this server. A page of another site cannot send such a host,
    /// except by a name that it made to lead here.
    #[must_use]
    pub fn is_own_host(&self, host: Option<&str>) -> bool {
        match self {
            Self::Tcp(listener) => {
                let Ok(own) = listener.local_addr() else { return false };
                let Some(host) = host else { return true };
                let (name, port) = split_port(host);
                let port_is_own = port.is_none_or(|port| port == own.port());
                let name_is_own = name.eq_ignore_ascii_case("localhost")
                    || name.parse::<std::net::IpAddr>().is_ok_and(|address| {
                        // A server on every address is reached by any of them, and by no name.
                        address.is_loopback() || own.ip().is_unspecified() || address == own.ip()
                    });
                port_is_own && name_is_own
            }
            // No page can reach a unix socket.
            #[cfg(unix)]
            Self::Unix(..) => true,
        }
    }

    /// Returns whether only programs of this machine can reach the server.
    #[must_use]
    pub fn is_local(&self) -> bool {
        match self {
            Self::Tcp(listener) => listener.local_addr().is_ok_and(|address| address.ip().is_loopback()),
            #[cfg(unix)]
            Self::Unix(..) => true,
        }
    }

    /// Answers requests until the user interrupts the program.
    pub async fn serve<H, F, B>(self: Arc<Self>, handler: H)
    where
        H: Fn(Request<Incoming>) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Response<B>> + Send + 'static,
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        loop {
            match &*self {
                Self::Tcp(listener) => match listener.accept().await {
                    Ok((stream, _)) => {
                        let _ = stream.set_nodelay(true);
                        spawn(stream, handler.clone());
                    }
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                },
                #[cfg(unix)]
                Self::Unix(listener, _) => match listener.accept().await {
                    Ok((stream, _)) => spawn(stream, handler.clone()),
                    Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
                },
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        #[cfg(unix)]
        if let Self::Unix(_, path) = self {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn split_port(host: &str) -> (&str, Option<u16>) {
    if let Some(rest) = host.strip_prefix('[') {
        let (name, rest) = rest.split_once(']').unwrap_or((rest, ""));
        return (name, rest.strip_prefix(':').and_then(|port| port.parse().ok()));
    }
    match host.rsplit_once(':') {
        // A port that is not a number is never the own one.
        Some((name, port)) => (name, Some(port.parse().unwrap_or(0))),
        None => (host, None),
    }
}

/// Answers the requests of one connection.
fn spawn<S, H, F, B>(stream: S, handler: H)
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
    H: Fn(Request<Incoming>) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Response<B>> + Send + 'static,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    tokio::spawn(async move {
        let service = service_fn(move |request| {
            let response = handler(request);
            async move { Ok::<_, Infallible>(response.await) }
        });
        // A connection that breaks concerns its client only.
        let _ = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIMEOUT)
            .serve_connection(TokioIo::new(stream), service)
            .await;
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_alone_is_on_this_machine_only() {
        for (word, expected) in [
            (":8000", Some("127.0.0.1:8000")),
            ("localhost:8000", Some("127.0.0.1:8000")),
            ("0.0.0.0:8000", Some("0.0.0.0:8000")),
            ("[::1]:8000", Some("[::1]:8000")),
            ("http://127.0.0.1:8000/", Some("127.0.0.1:8000")),
            ("8000", None),
            (":http", None),
            (":70000", None),
            ("example.org:80", None),
        ] {
            let expected = expected.map(|address| Listen::Tcp(address.parse().unwrap()));
            assert_eq!(word.parse::<Listen>().ok(), expected, "{word}");
        }
        assert_eq!("unix:///run/x.sock".parse(), Ok(Listen::Unix("/run/x.sock".into())));
        assert!("unix://x.sock".parse::<Listen>().is_err());
    }

    #[tokio::test]
    async fn only_the_own_host_is_the_own_host() {
        let listening = ":0".parse::<Listen>().unwrap().bind().await.unwrap();
        let Listening::Tcp(listener) = &listening else { panic!("a port") };
        let port = listener.local_addr().unwrap().port();
        for (host, expected) in [
            (format!("localhost:{port}"), true),
            (format!("127.0.0.1:{port}"), true),
            (format!("[::1]:{port}"), true),
            ("localhost".to_owned(), true),
            (format!("evil.example:{port}"), false),
            ("evil.example".to_owned(), false),
            (format!("localhost.evil.example:{port}"), false),
            ("localhost:1".to_owned(), false),
            ("127.0.0.1:x".to_owned(), false),
            (format!("10.0.0.1:{port}"), false),
            (String::new(), false),
        ] {
            assert_eq!(listening.is_own_host(Some(&host)), expected, "{host}");
        }
        assert!(listening.is_own_host(None));
    }
}
