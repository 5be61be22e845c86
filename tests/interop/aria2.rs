//! aria2: a token as the first parameter, numbers as strings, compressed replies, basic authentication.

use crate::{
    peer::PeerServer,
    report::{against, refused_with},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use xmlrpc::{Base64, Client, blocking, system::SystemClient};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Aria2Version {
    enabled_features: Vec<String>,
    version: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    gid: String,
    #[serde(rename = "status")]
    state: String,
    total_length: String,
    files: Vec<File>,
}

#[derive(Debug, Deserialize)]
struct File {
    index: String,
    length: String,
    uris: Vec<Uri>,
}

#[derive(Debug, Deserialize)]
struct Uri {
    uri: String,
}

#[derive(Debug, Default, Serialize)]
struct DownloadOptions<'a> {
    /// All options are sent as strings, booleans too.
    pause: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    out: Option<&'a str>,
}

/// The commonly used part of aria2's API. The client adds the secret as the first parameter of each call.
#[xmlrpc::api(prefix = "aria2.", rename_all = "camelCase")]
trait Aria2 {
    fn get_version(&self) -> xmlrpc::Result<Aria2Version>;
    fn get_global_option(&self) -> xmlrpc::Result<BTreeMap<String, String>>;
    fn add_uri(&self, uris: &[&str], options: &DownloadOptions<'_>) -> xmlrpc::Result<String>;
    fn add_torrent(
        &self,
        torrent: &Base64<&[u8]>,
        uris: &[&str],
        options: &DownloadOptions<'_>,
    ) -> xmlrpc::Result<String>;
    fn tell_status(&self, gid: &str) -> xmlrpc::Result<Status>;
    fn tell_waiting(&self, offset: i32, count: i32) -> xmlrpc::Result<Vec<Status>>;
    fn change_position(&self, gid: &str, position: i32, how: &str) -> xmlrpc::Result<i32>;
    fn remove(&self, gid: &str) -> xmlrpc::Result<String>;
}

const TOKEN: &str = "token:s3cret";
const ADDRESS: &str = "http://127.0.0.1:9/hé <&>.bin";
const TORRENT: &[u8] =
    b"d4:infod6:lengthi3e4:name8:demo.txt12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee";

#[test]
fn aria2() {
    against("aria2", |peer, report| {
        let client = blocking::Client::new(&peer.url("/rpc")).unwrap().with_leading_params((TOKEN,)).unwrap();
        let aria2 = Aria2Client::new(client.clone());
        let options = DownloadOptions { pause: "true", out: Some("x.bin") };

        report.check("scalars", || {
            let version = aria2.get_version().unwrap();
            assert!(version.version.starts_with("1.") && !version.enabled_features.is_empty(), "{version:?}");
            let gid = aria2.add_uri(&[ADDRESS], &options).unwrap();
            assert_eq!(aria2.change_position(&gid, 0, "POS_SET").unwrap(), 0);
            assert_eq!(aria2.remove(&gid).unwrap(), gid);
        });
        report.check("nested", || {
            let gid = aria2.add_uri(&[ADDRESS], &options).unwrap();
            let status = aria2.tell_status(&gid).unwrap();
            assert_eq!((status.gid.as_str(), status.state.as_str()), (gid.as_str(), "paused"));
            assert_eq!((status.total_length.as_str(), status.files[0].index.as_str()), ("0", "1"));
            assert!(status.files[0].uris[0].uri.contains(".bin"), "{status:?}");
            assert!(aria2.tell_waiting(0, 10).unwrap().iter().any(|waiting| waiting.gid == gid));
        });
        report.absent("dates", "none in its API");
        report.check("base64", || {
            let gid = aria2.add_torrent(&Base64(TORRENT), &[], &options).unwrap();
            assert_eq!(aria2.tell_status(&gid).unwrap().files[0].length, "3");
        });
        report.absent("nil", "not spoken");
        report.absent("i8", "not spoken: numbers are strings");
        report.check("introspection", || {
            let names = SystemClient::new(client.clone()).list_methods().unwrap();
            assert!(names.iter().any(|name| name == "aria2.addUri"), "{names:?}");
        });
        report.check("multicall", || {
            let batch = client.multicall();
            let calls = Aria2Client::new(&batch);
            let version = calls.get_version();
            let unknown = calls.tell_status("ffffffffffffffff");
            let mut replies = client.send(batch).unwrap();
            assert!(replies.take(version).unwrap().version.starts_with("1."));
            let error = replies.take(unknown).unwrap_err();
            assert!(error.to_string().contains("GID ffffffffffffffff is not found"), "{error}");
        });
        report.check("fault", || {
            let error = aria2.tell_status("ffffffffffffffff").unwrap_err();
            let fault = error.fault().expect("a fault");
            assert_eq!((fault.code, fault.message.as_str()), (1, "GID ffffffffffffffff is not found"));
        });
        report.check("unknown method", || {
            let error = client.call::<_, i32>("aria2.nope", ()).unwrap_err();
            assert_eq!(error.fault().unwrap().message, "No such method: aria2.nope");
        });
        report.check("HTTP error", || {
            let lost = blocking::Client::new(&peer.url("/nowhere")).unwrap();
            let error = lost.call::<_, i32>("aria2.getVersion", (TOKEN,)).unwrap_err();
            assert_eq!(refused_with(&error), Some(404), "{error}");
        });
        report.check("auth", || {
            let stranger = blocking::Client::new(&peer.url("/rpc")).unwrap();
            for client in [stranger.clone(), stranger.with_leading_params(("token:wr0ng",)).unwrap()] {
                let error = Aria2Client::new(client).get_version().unwrap_err();
                assert_eq!(error.fault().unwrap().message, "Unauthorized");
                assert!(!format!("{error} {error:?}").contains("wr0ng"), "{error:?}");
            }
        });
        // aria2 compresses every reply for clients that accept it. This one has a few kilobytes.
        report.check("gzip", || {
            for gzip in [true, false] {
                let client = blocking::Client::builder(peer.url("/rpc"))
                    .gzip(gzip)
                    .build()
                    .unwrap()
                    .with_leading_params((TOKEN,))
                    .unwrap();
                let all = Aria2Client::new(client).get_global_option().unwrap();
                assert_eq!(all["enable-rpc"], "true");
            }
        });
        report.check("async", || over_async(peer));
    });
}

/// Basic authentication: a wrong password is HTTP 401 without a body.
#[test]
fn aria2_with_basic_auth() {
    against("aria2:basic", |peer, report| {
        let features =
            |url: String| blocking::Client::new(&url)?.call::<_, Aria2Version>("aria2.getVersion", ());
        report.check("auth", || {
            let error = features(peer.url("/rpc")).unwrap_err();
            assert_eq!(refused_with(&error), Some(401), "{error}");
            let error = features(format!("http://interop:wr0ng@{}/rpc", peer.address())).unwrap_err();
            assert_eq!(refused_with(&error), Some(401), "{error}");
            assert!(!format!("{error} {error:?}").contains("wr0ng"), "{error:?}");
            let version = features(format!("http://interop:s3cret@{}/rpc", peer.address())).unwrap();
            assert!(version.version.starts_with("1."));
        });
    });
}

#[tokio::main(flavor = "current_thread")]
async fn over_async(peer: &PeerServer) {
    let aria2 =
        Aria2Client::new(Client::new(&peer.url("/rpc")).unwrap().with_leading_params((TOKEN,)).unwrap());
    assert!(aria2.get_version().await.unwrap().version.starts_with("1."));
}
