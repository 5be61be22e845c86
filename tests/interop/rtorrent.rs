//! rTorrent: SCGI over TCP and over a unix socket, integers as `<i8>`, bytes as a parameter, negative fault
//! codes.

use crate::{
    peer::PeerServer,
    report::{PeerReport, against},
};
use std::{thread, time::Duration};
use xmlrpc::{Base64, Client, Multicall, blocking, system::SystemClient};

/// The part of rTorrent's API that front ends use. Most commands take their target as the first argument.
#[xmlrpc::api]
trait Rtorrent {
    #[xmlrpc(name = "system.client_version")]
    fn client_version(&self) -> xmlrpc::Result<String>;
    #[xmlrpc(name = "system.pid")]
    fn pid(&self) -> xmlrpc::Result<u32>;
    #[xmlrpc(name = "throttle.max_peers.normal.set")]
    fn set_max_peers(&self, target: &str, peers: i32) -> xmlrpc::Result<i64>;
    #[xmlrpc(name = "load.raw")]
    fn load(&self, target: &str, torrent: &Base64<&[u8]>) -> xmlrpc::Result<()>;
    #[xmlrpc(name = "d.multicall2")]
    fn downloads(
        &self,
        target: &str,
        view: &str,
        hash: &str,
        name: &str,
        size: &str,
    ) -> xmlrpc::Result<Vec<Download>>;
    #[xmlrpc(name = "d.custom.set")]
    fn set_custom(&self, hash: &str, key: &str, value: &str) -> xmlrpc::Result<()>;
    #[xmlrpc(name = "d.custom")]
    fn custom(&self, hash: &str, key: &str) -> xmlrpc::Result<String>;
    #[xmlrpc(name = "d.name")]
    fn name(&self, hash: &str) -> xmlrpc::Result<String>;
}

/// The hash, the name, and the size in bytes.
type Download = (String, String, u64);

/// A torrent of one file of three bytes. Its tracker does not exist.
const TORRENT: &[u8] = b"d8:announce19:http://127.0.0.1:1/4:infod6:lengthi3e4:name8:demo.txt\
      12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee";

#[test]
fn rtorrent_over_tcp() {
    against("rtorrent", |peer, report| drive(&format!("scgi://{}", peer.address()), peer, report));
}

#[test]
fn rtorrent_over_a_unix_socket() {
    against("rtorrent:unix", |peer, report| {
        peer.wait_for_socket();
        drive(&format!("scgi://{}", peer.socket().display()), peer, report);
    });
}

fn drive(url: &str, peer: &PeerServer, report: &mut PeerReport) {
    let client = blocking::Client::new(url).unwrap();
    let rtorrent = RtorrentClient::new(client.clone());
    report.check("scalars", || {
        assert!(rtorrent.client_version().unwrap().starts_with("0."));
        assert_eq!(rtorrent.set_max_peers("", 77).unwrap(), 77);
    });
    report.check("base64", || rtorrent.load("", &Base64(TORRENT)).unwrap());
    report.check("nested", || {
        let (hash, name, size) = loaded(&rtorrent);
        assert_eq!((hash.len(), name.as_str(), size), (40, "demo.txt", 3));
        rtorrent.set_custom(&hash, "note", "hé <&>").unwrap();
        assert_eq!(rtorrent.custom(&hash, "note").unwrap(), "hé <&>");
    });
    report.absent("dates", "times are integers");
    report.absent("nil", "refused as an unsupported type");
    report.check("i8", || {
        assert!(rtorrent.pid().unwrap() > 0);
        let seconds: i64 = client.call("system.time_seconds", ()).unwrap();
        assert!(seconds > 1_500_000_000, "{seconds}");
    });
    report.check("introspection", || {
        let system = SystemClient::new(client.clone());
        assert!(system.list_methods().unwrap().len() > 500);
        assert!(!system.method_help("d.name").unwrap().is_empty());
    });
    report.check("multicall", || {
        let batch = Multicall::new();
        let calls = RtorrentClient::new(&batch);
        let (version, unknown, pid) = (calls.client_version(), calls.name(&"0".repeat(40)), calls.pid());
        let mut replies = client.send(batch).unwrap();
        assert!(replies.take(pid).unwrap() > 0);
        assert!(replies.take(version).unwrap().starts_with("0."));
        assert_eq!(replies.take(unknown).unwrap_err().fault().map(|fault| fault.code), Some(-501));
    });
    report.check("fault", || {
        let error = rtorrent.name(&"0".repeat(40)).unwrap_err();
        let fault = error.fault().expect("a fault");
        assert_eq!((fault.code, fault.message.as_str()), (-501, "Could not find info-hash."));
    });
    report.check("unknown method", || {
        let error = client.call::<_, i32>("nope", ()).unwrap_err();
        assert_eq!(error.fault().map(|fault| fault.code), Some(-506), "{error}");
    });
    report.absent("HTTP error", "SCGI has no paths");
    report.check("async", || over_async(url));
    if peer.socket().exists() {
        report.check("unix socket", || assert!(rtorrent.pid().unwrap() > 0));
    }
}

#[tokio::main(flavor = "current_thread")]
async fn over_async(url: &str) {
    let client = Client::new(url).unwrap();
    let (first, second) = tokio::join!(
        client.call::<_, String>("system.client_version", ()),
        client.call::<_, i64>("system.time_seconds", ())
    );
    assert!(first.unwrap().starts_with("0."));
    assert!(second.unwrap() > 0);
}

/// Waits for a torrent, which appears a moment after it was added.
fn loaded(rtorrent: &RtorrentClient<blocking::Client>) -> Download {
    for _ in 0..100 {
        let all = rtorrent.downloads("", "main", "d.hash=", "d.name=", "d.size_bytes=").unwrap();
        if let Some(download) = all.into_iter().next() {
            return download;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("the torrent never appeared");
}
