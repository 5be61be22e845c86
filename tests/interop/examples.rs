//! The examples for particular servers, run against those servers.

use crate::{peer::PeerServer, support::run_example};
use std::{
    io::{self, Read as _, Write as _},
    net::TcpListener,
    thread,
};

/// Runs the example against the peer, with the arguments from `arguments`, and checks that it prints each of
/// `expected`. A peer that is not installed is skipped.
#[track_caller]
fn runs(peer: &str, example: &str, arguments: impl FnOnce(&PeerServer) -> Vec<String>, expected: &[&str]) {
    if let Err(why) = PeerServer::installed(peer) {
        // Written directly, because the test harness hides the output of a test that passes.
        let _ = writeln!(io::stderr(), "skipped: {why}");
        return;
    }
    let server = PeerServer::start(peer).unwrap_or_else(|why| panic!("{peer}: {why}"));
    let arguments = arguments(&server);
    let printed = run_example(example, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    for line in expected {
        assert!(printed.contains(line), "{line:?} is missing in:\n{printed}");
    }
}

const CONTROLLED: [&str; 4] = [
    "missing      STOPPED  Not started",
    "idle was not running",
    "idle started: true",
    "no-such-program: supervisord knows no such name",
];

#[test]
fn example_supervisord_over_http_with_a_password() {
    let url = |peer: &PeerServer| format!("http://interop:s3cret%3A%2F%40@{}/RPC2", peer.address());
    runs("supervisord", "supervisord", |peer| vec![url(peer), "idle".to_owned()], &CONTROLLED);
}

#[test]
fn example_supervisord_over_its_unix_socket() {
    let arguments = |peer: &PeerServer| {
        peer.wait_for_socket();
        vec![format!("unix://{}", peer.socket().display()), "idle".to_owned()]
    };
    runs("supervisord", "supervisord", arguments, &CONTROLLED);
}

#[test]
fn example_rtorrent_over_scgi() {
    let arguments = |peer: &PeerServer| vec![format!("scgi://{}", peer.address())];
    runs("rtorrent", "rtorrent", arguments, &["rTorrent 0.", "0 torrents", "up 0 bytes/s, down 0 bytes/s"]);
}

#[test]
fn example_rtorrent_over_a_unix_socket() {
    let arguments = |peer: &PeerServer| vec![format!("scgi://{}", peer.socket().display())];
    runs("rtorrent:unix", "rtorrent", arguments, &["rTorrent 0.", "0 torrents"]);
}

/// Starts a web server with one file of `length` bytes, for aria2 to download. Returns the url of the file.
fn serve_file(length: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/file.bin", listener.local_addr().expect("it is bound"));
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let _ = stream.read(&mut [0; 4096]);
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&vec![7; length]));
        }
    });
    url
}

#[test]
fn example_aria2_downloads_a_file() {
    let file = serve_file(300_000);
    let arguments = |peer: &PeerServer| vec![peer.url("/rpc"), "s3cret".to_owned(), file.clone()];
    runs("aria2:run", "aria2", arguments, &["aria2 1.", &format!("{file}: 300000 bytes")]);
}

#[test]
fn example_ros_master() {
    let expected =
        ["master at http://127.0.0.1:", "/rust_example/rate = Double(12.5)", "unknown node [/nobody]"];
    runs("rosmaster", "ros_master", |peer| vec![peer.url("/")], &expected);
}

#[test]
fn example_ros_node_is_called_back_by_the_master() {
    let expected = ["/chatter has 0 publishers", "/chatter is published by", "/rate is now Int(10)"];
    runs("rosmaster", "ros_node", |peer| vec![peer.url("/")], &expected);
}

#[test]
fn example_dokuwiki_export() {
    let folder = std::env::temp_dir().join(format!("dokuwiki_export-{}", std::process::id()));
    let arguments = |peer: &PeerServer| {
        let url = format!("http://interop:s3cret@{}/lib/exe/xmlrpc.php", peer.address());
        let wiki = xmlrpc::blocking::Client::new(&url).expect("a url");
        let text = "====== Hé ======\n<&> ]]>\n";
        let put = wiki.call::<_, bool>("wiki.putPage", ("start", text, xmlrpc::value!({})));
        assert!(put.expect("the page is put"));
        vec![url, folder.display().to_string()]
    };
    runs("dokuwiki", "dokuwiki_export", arguments, &["exporting \"Interop\" into ", "start                "]);
    if let Ok(page) = std::fs::read_to_string(folder.join("start.txt")) {
        assert_eq!(page, "====== Hé ======\n<&> ]]>\n");
        let _ = std::fs::remove_dir_all(folder);
    }
}
