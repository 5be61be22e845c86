//! Digest authentication, checked by a server in Python and, where it is installed, by Apache's module.
#![cfg(feature = "digest")]

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};
use xmlrpc_client::{Client, Digest, blocking};

/// A server in Python. It reads each answer with `urllib` and checks it with `hashlib`, wants each nonce
/// count once and in order, and lets a nonce expire after two uses.
const SERVER: &str = r#"
import hashlib, http.server, sys, threading, urllib.request, os
algorithm, sess, qop = sys.argv[1], sys.argv[2] == "sess", sys.argv[3]
REPLY = b"<methodResponse><params><param><value>welcome</value></param></params></methodResponse>"
nonces = {}

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *args): pass
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        state = self.check(self.headers.get("Authorization"))
        print(state, flush=True)
        if state == "ok":
            return self.answer(200, REPLY, [])
        nonce = os.urandom(8).hex()
        nonces[nonce] = 0
        word = algorithm + ("-sess" if sess else "")
        challenge = f'Digest realm="a \\"realm\\", quoted", nonce="{nonce}", opaque="op", algorithm={word}'
        if qop: challenge += f', qop="{qop}"'
        if state == "stale": challenge += ", stale=true"
        self.answer(401, b"no", [("WWW-Authenticate", 'Basic realm="x"'), ("WWW-Authenticate", challenge)])
    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in headers: self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def check(self, header):
        if not header: return "missing"
        scheme, rest = header.split(" ", 1)
        given = urllib.request.parse_keqv_list(urllib.request.parse_http_list(rest))
        if given["nonce"] not in nonces: return "stale"
        if given["opaque"] != "op" or given["uri"] != self.path: return "wrong"
        hash = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}[algorithm]
        H = lambda text: hash(text.encode()).hexdigest()
        KD = lambda key, text: H(f"{key}:{text}")
        key = H(f'{given["username"]}:a "realm", quoted:geheim')
        if sess: key = H(f'{key}:{given["nonce"]}:{given["cnonce"]}')
        request = H(f"POST:{self.path}")
        if qop:
            count = int(given["nc"], 16)
            if count != nonces[given["nonce"]] + 1: return "replayed"
            nonces[given["nonce"]] = count
            parts = [given[name] for name in ("nonce", "nc", "cnonce", "qop")]
            expected = KD(key, ":".join(parts + [request]))
        else:
            nonces[given["nonce"]] += 1
            expected = KD(key, "%s:%s" % (given["nonce"], request))
        if nonces[given["nonce"]] > 2:
            del nonces[given["nonce"]]
            return "stale"
        return "ok" if expected == given["response"] else "wrong"

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
"#;

struct PythonServer {
    child: Child,
    output: std::io::Lines<BufReader<std::process::ChildStdout>>,
    port: u16,
}

impl PythonServer {
    fn start(arguments: [&str; 3]) -> Option<Self> {
        let spawned = Command::new("python3")
            .args(["-c", SERVER])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut child) = spawned else {
            eprintln!("skipped: python3 is not here");
            return None;
        };
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = output.next().unwrap().unwrap().parse().unwrap();
        Some(Self { child, output, port })
    }

    /// Returns what the server found in the next requests.
    fn found(&mut self, requests: usize) -> Vec<String> {
        self.output.by_ref().take(requests).map(Result::unwrap).collect()
    }
}

impl Drop for PythonServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn variants() -> [[&'static str; 3]; 6] {
    [
        ["MD5", "", "auth"],
        ["MD5", "", "auth-int, auth"],
        ["MD5", "", ""],
        ["MD5", "sess", "auth"],
        ["SHA-256", "", "auth"],
        ["SHA-256", "sess", "auth"],
    ]
}

#[test]
fn python_accepts_the_answers() {
    for variant in variants() {
        let Some(mut server) = PythonServer::start(variant) else { return };
        let client = blocking::Client::builder(format!("http://127.0.0.1:{}/RPC2?x=1", server.port))
            .authenticator(Digest::new("joerg \"j\"", "geheim"))
            .build()
            .unwrap();
        for _ in 0..3 {
            assert_eq!(client.call::<_, String>("hello", ()).unwrap(), "welcome", "{variant:?}");
        }
        // The first call is challenged. The second one takes up the nonce, and the third one finds it stale.
        assert_eq!(server.found(5), ["missing", "ok", "ok", "stale", "ok"], "{variant:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_is_refused_once() {
    let Some(mut server) = PythonServer::start(["SHA-256", "", "auth"]) else { return };
    let client = Client::builder(format!("http://127.0.0.1:{}/", server.port))
        .authenticator(Digest::new("me", "wrong"))
        .build()
        .unwrap();
    let error = client.call::<_, String>("hello", ()).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert!(
        error.to_string().contains("credentials were sent, and the server does not accept them"),
        "{error}"
    );
    assert_eq!(server.found(2), ["missing", "wrong"]);
    assert!(!format!("{error:?} {client:?}").contains("wrong\""), "{error:?}");
}

/// Runs against Apache's own module if `apache2` and its modules are installed.
#[test]
fn apache_accepts_the_answers() {
    let modules = std::path::Path::new("/usr/lib/apache2/modules");
    if !modules.join("mod_auth_digest.so").exists() {
        eprintln!("skipped: Apache with mod_auth_digest is not here");
        return;
    }
    let folder = std::env::temp_dir().join(format!("xmlrpc-digest-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("www")).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let root = folder.display();
    // The MD5 of `user:realm:password`, as `htdigest` writes it.
    std::fs::write(folder.join("users"), "me:area:ed93e5d7918e4e09aaa4de6e1a318bb9\n").unwrap();
    let reply = "<methodResponse><params><param><value>welcome</value></param></params></methodResponse>";
    std::fs::write(folder.join("www/reply.xml"), reply).unwrap();
    let script =
        "#!/bin/sh\ncat > /dev/null\necho 'Content-Type: text/xml'\necho\ncat \"$DOCUMENT_ROOT/reply.xml\"\n";
    let cgi = folder.join("www/rpc");
    std::fs::write(&cgi, script).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&cgi, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let load =
        ["mpm_prefork", "authn_core", "authn_file", "authz_core", "authz_user", "auth_digest", "cgi", "mime"]
            .map(|name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display()))
            .concat();
    let config = format!(
        "{load}ServerName localhost\nListen 127.0.0.1:{port}\nDefaultRuntimeDir {root}\nPidFile {root}/pid\n\
         ErrorLog {root}/errors\nMutex file:{root}\nDocumentRoot {root}/www\nTypesConfig /dev/null\n\
         StartServers 1\n<Location />\nSetHandler cgi-script\nOptions ExecCGI\nAuthType Digest\n\
         AuthName area\nAuthDigestProvider file\nAuthUserFile {root}/users\nRequire valid-user\n</Location>\n"
    );
    std::fs::write(folder.join("config"), config).unwrap();
    let mut apache = Command::new("/usr/sbin/apache2")
        .args(["-X", "-f"])
        .arg(folder.join("config"))
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let url = format!("http://127.0.0.1:{port}/rpc");
    let builder = blocking::Client::builder(url).authenticator(Digest::new("me", "secret"));
    let client = builder.retry(xmlrpc_client::Retry::times(50)).build().unwrap();
    let results: Vec<_> = (0..3).map(|_| client.call::<_, String>("hello", ())).collect();
    let _ = apache.kill();
    let _ = apache.wait();
    let errors = std::fs::read_to_string(folder.join("errors")).unwrap_or_default();
    let _ = std::fs::remove_dir_all(&folder);
    for result in results {
        assert_eq!(result.unwrap(), "welcome", "{errors}");
    }
}
