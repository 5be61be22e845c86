//! aria2: a token as the first parameter, numbers as strings, gzip replies, basic auth.

use crate::{
    peer::Peer,
    report::{against, refused_with},
    system::SystemClient,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use xmlrpc::{Base64, Client, Multicall, blocking};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
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
    /// Options are strings, booleans too.
    pause: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    out: Option<&'a str>,
}

/// The part of aria2's API that people use; the secret comes first in every call.
#[xmlrpc::api(prefix = "aria2.", rename_all = "camelCase")]
trait Aria2 {
    fn get_version(&self, token: &str) -> xmlrpc::Result<Version>;
    fn get_global_option(&self, token: &str) -> xmlrpc::Result<BTreeMap<String, String>>;
    fn add_uri(&self, token: &str, uris: &[&str], options: &DownloadOptions<'_>) -> xmlrpc::Result<String>;
    fn add_torrent(
        &self,
        token: &str,
        torrent: &Base64<&[u8]>,
        uris: &[&str],
        options: &DownloadOptions<'_>,
    ) -> xmlrpc::Result<String>;
    fn tell_status(&self, token: &str, gid: &str) -> xmlrpc::Result<Status>;
    fn tell_waiting(&self, token: &str, offset: i32, count: i32) -> xmlrpc::Result<Vec<Status>>;
    fn change_position(&self, token: &str, gid: &str, position: i32, how: &str) -> xmlrpc::Result<i32>;
    fn remove(&self, token: &str, gid: &str) -> xmlrpc::Result<String>;
}

const TOKEN: &str = "token:s3cret";
const ADDRESS: &str = "http://127.0.0.1:9/hé <&>.bin";
const TORRENT: &[u8] =
    b"d4:infod6:lengthi3e4:name8:demo.txt12:piece lengthi16384e6:pieces20:aaaaaaaaaaaaaaaaaaaaee";

#[test]
fn aria2() {
    against("aria2", |peer, report| {
        let client = blocking::Client::new(&peer.url("/rpc")).unwrap();
        let aria2 = Aria2Client::new(client.clone());
        let options = DownloadOptions { pause: "true", out: Some("x.bin") };

        report.check("scalars", || {
            let version = aria2.get_version(TOKEN).unwrap();
            assert!(version.version.starts_with("1.") && !version.enabled_features.is_empty(), "{version:?}");
            let gid = aria2.add_uri(TOKEN, &[ADDRESS], &options).unwrap();
            assert_eq!(aria2.change_position(TOKEN, &gid, 0, "POS_SET").unwrap(), 0);
            assert_eq!(aria2.remove(TOKEN, &gid).unwrap(), gid);
        });
        report.check("nested", || {
            let gid = aria2.add_uri(TOKEN, &[ADDRESS], &options).unwrap();
            let status = aria2.tell_status(TOKEN, &gid).unwrap();
            assert_eq!((status.gid.as_str(), status.state.as_str()), (gid.as_str(), "paused"));
            assert_eq!((status.total_length.as_str(), status.files[0].index.as_str()), ("0", "1"));
            assert!(status.files[0].uris[0].uri.contains(".bin"), "{status:?}");
            assert!(aria2.tell_waiting(TOKEN, 0, 10).unwrap().iter().any(|waiting| waiting.gid == gid));
        });
        report.absent("dates", "none in its API");
        report.check("base64", || {
            let gid = aria2.add_torrent(TOKEN, &Base64(TORRENT), &[], &options).unwrap();
            assert_eq!(aria2.tell_status(TOKEN, &gid).unwrap().files[0].length, "3");
        });
        report.absent("nil", "not spoken");
        report.absent("i8", "not spoken: numbers are strings");
        report.check("introspection", || {
            let names = SystemClient::new(client.clone()).list_methods().unwrap();
            assert!(names.iter().any(|name| name == "aria2.addUri"), "{names:?}");
        });
        report.check("multicall", || {
            let batch = Multicall::new();
            let calls = Aria2Client::new(&batch);
            let version = calls.get_version(TOKEN);
            let unknown = calls.tell_status(TOKEN, "ffffffffffffffff");
            let refused = calls.get_version("token:wr0ng");
            let mut replies = client.send(batch).unwrap();
            assert!(replies.take(version).unwrap().version.starts_with("1."));
            let error = replies.take(unknown).unwrap_err();
            assert!(error.to_string().contains("GID ffffffffffffffff is not found"), "{error}");
            assert_eq!(replies.take(refused).unwrap_err().fault().unwrap().message, "Unauthorized");
        });
        report.check("fault", || {
            let error = aria2.tell_status(TOKEN, "ffffffffffffffff").unwrap_err();
            let fault = error.fault().expect("a fault");
            assert_eq!((fault.code, fault.message.as_str()), (1, "GID ffffffffffffffff is not found"));
        });
        report.check("unknown method", || {
            let error = client.call::<_, i32>("aria2.nope", (TOKEN,)).unwrap_err();
            assert_eq!(error.fault().unwrap().message, "No such method: aria2.nope");
        });
        report.check("HTTP error", || {
            let lost = blocking::Client::new(&peer.url("/nowhere")).unwrap();
            let error = lost.call::<_, i32>("aria2.getVersion", (TOKEN,)).unwrap_err();
            assert_eq!(refused_with(&error), Some(404), "{error}");
        });
        report.check("auth", || {
            let error = aria2.get_version("token:wr0ng").unwrap_err();
            assert_eq!(error.fault().unwrap().message, "Unauthorized");
        });
        // aria2 compresses whatever says that it may; the answer is a few kilobytes.
        report.check("gzip", || {
            for gzip in [true, false] {
                let client = blocking::Client::builder(&peer.url("/rpc")).gzip(gzip).build().unwrap();
                let all = Aria2Client::new(client).get_global_option(TOKEN).unwrap();
                assert_eq!(all["enable-rpc"], "true");
            }
        });
        report.check("async", || over_async(peer));
    });
}

/// Basic auth in front of everything: a wrong password is HTTP 401 without a body.
#[test]
fn aria2_with_basic_auth() {
    against("aria2:basic", |peer, report| {
        let features = |url: String| blocking::Client::new(&url)?.call::<_, Version>("aria2.getVersion", ());
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
async fn over_async(peer: &Peer) {
    let aria2 = Aria2Client::new(Client::new(&peer.url("/rpc")).unwrap());
    assert!(aria2.get_version(TOKEN).await.unwrap().version.starts_with("1."));
}
