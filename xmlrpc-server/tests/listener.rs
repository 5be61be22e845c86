//! `Listener`: what a listener of one's own can do, and what one client's connection costs the others.
use std::{collections::VecDeque, io, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    time::{Instant, sleep, timeout},
};
use xmlrpc_server::{Listener, Peer, RequestContext, Router};

const REQUEST: &[u8] = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 53\r\n\r\n\
    <methodCall><methodName>who</methodName></methodCall>";

/// Returns what is in the list, and then nothing more.
struct Prepared(VecDeque<io::Result<DuplexStream>>);

impl Listener for Prepared {
    type Stream = DuplexStream;

    async fn accept(&mut self) -> io::Result<(DuplexStream, Peer)> {
        match self.0.pop_front() {
            Some(Ok(stream)) => Ok((stream, Peer::new())),
            Some(Err(error)) => Err(error),
            None => std::future::pending().await,
        }
    }

    /// Reads one byte in front of HTTP: the last part of the client's address, or 0 to fail.
    async fn establish(stream: &mut DuplexStream, peer: &mut Peer) -> io::Result<()> {
        let byte = stream.read_u8().await?;
        if byte == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        peer.addr = Some(([192, 0, 2, byte], 1).into());
        Ok(())
    }
}

fn router() -> Router {
    Router::new().function("who", |context: RequestContext| async move {
        let addr = context.peer().and_then(|peer| peer.addr);
        assert_eq!(addr, context.peer_addr());
        Ok(addr.map_or_else(String::new, |addr| addr.to_string()))
    })
}

async fn answer(client: &mut DuplexStream) -> String {
    let mut text = String::new();
    timeout(Duration::from_secs(20), client.read_to_string(&mut text)).await.expect("it ends").unwrap();
    text
}

#[tokio::test(start_paused = true)]
async fn a_second_step_runs_on_the_task_of_its_connection() {
    let (silent, server_of_silent) = duplex(4096);
    let (mut failing, server_of_failing) = duplex(4096);
    let (mut good, server_of_good) = duplex(4096);
    let listener = Prepared([Ok(server_of_silent), Ok(server_of_failing), Ok(server_of_good)].into());
    tokio::spawn(router().serve(listener));
    failing.write_all(&[0]).await.unwrap();
    good.write_all(&[7]).await.unwrap();
    good.write_all(REQUEST).await.unwrap();
    let begin = Instant::now();
    assert!(answer(&mut good).await.contains("192.0.2.7:1"), "the step says who it is");
    assert!(begin.elapsed() < Duration::from_millis(1), "the silent client delays nobody");
    assert_eq!(answer(&mut failing).await, "", "it is closed");
    drop(silent);
}

#[tokio::test(start_paused = true)]
async fn a_second_step_has_as_long_as_a_head() {
    let (mut silent, server) = duplex(4096);
    tokio::spawn(router().serve(Prepared([Ok(server)].into())).idle_timeout(Duration::from_secs(5)));
    let begin = Instant::now();
    assert_eq!(answer(&mut silent).await, "");
    let waited = begin.elapsed();
    assert!(waited >= Duration::from_secs(5) && waited < Duration::from_secs(6), "{waited:?}");
}

/// 60 garbage handshakes in `accept` delayed a good client by 6 s.
#[tokio::test(start_paused = true)]
async fn only_a_shortage_makes_the_server_wait_before_it_accepts_again() {
    let delay = async |error: fn() -> io::Error| {
        let (mut client, server) = duplex(4096);
        let errors = (0..60).map(|_| Err(error()));
        let listener = Prepared(errors.chain([Ok(server)]).collect());
        tokio::spawn(router().serve(listener));
        let begin = Instant::now();
        client.write_all(&[1]).await.unwrap();
        client.write_all(REQUEST).await.unwrap();
        assert!(answer(&mut client).await.contains("192.0.2.1:1"));
        begin.elapsed()
    };
    assert!(delay(|| io::Error::other("not a handshake")).await < Duration::from_millis(10));
    assert!(delay(|| io::ErrorKind::ConnectionReset.into()).await < Duration::from_millis(10));
    #[cfg(unix)]
    for code in [libc::EMFILE, libc::ENFILE, libc::ENOBUFS, libc::ENOMEM] {
        sleep(Duration::from_millis(1)).await;
        let delay = delay_of_code(code).await;
        assert!(delay >= Duration::from_millis(100), "{code}: {delay:?}");
    }
}

#[cfg(unix)]
async fn delay_of_code(code: i32) -> Duration {
    let (mut client, server) = duplex(4096);
    let listener = Prepared([Err(io::Error::from_raw_os_error(code)), Ok(server)].into());
    tokio::spawn(router().serve(listener));
    let begin = Instant::now();
    client.write_all(&[1]).await.unwrap();
    client.write_all(REQUEST).await.unwrap();
    assert!(answer(&mut client).await.contains("192.0.2.1:1"));
    begin.elapsed()
}

#[cfg(unix)]
#[tokio::test]
async fn methods_see_who_calls_over_a_unix_socket() {
    let path = std::env::temp_dir().join(format!("xmlrpc-server-peer-{}.sock", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    let router = Router::new().function("who", |context: RequestContext| async move {
        let peer = context.peer().and_then(|peer| peer.unix_credentials);
        Ok(peer.and_then(|peer| peer.pid).unwrap_or(-1))
    });
    tokio::spawn(router.serve(listener));
    let mut stream = tokio::net::UnixStream::connect(&path).await.unwrap();
    stream.write_all(REQUEST).await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(text.contains(&format!("<int>{}</int>", std::process::id())), "{text}");
}
