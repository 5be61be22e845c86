//! What can come back instead of a result, and what the error then says: the method, the url without its
//! password, what is wrong, where, and what came back. The async and the blocking client say the same.

use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

use serde::Deserialize;
use xmlrpc::{Client, ErrorKind, blocking};

#[xmlrpc::api(prefix = "supervisor.", rename_all = "camelCase")]
trait Supervisor {
    async fn get_state(&self) -> xmlrpc::Result<SupervisorState>;
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only decoding it is tested")]
struct SupervisorState {
    statecode: i32,
}

/// Starts a server that answers every request with `reply`. Returns its url, with a user and a password, and
/// its port.
fn answering(reply: &'static str) -> (String, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut request = Vec::new();
            let mut chunk = [0; 4096];
            while !request.ends_with(b"</methodCall>") && !request.ends_with(b"</methodCall>\n") {
                match stream.read(&mut chunk) {
                    Ok(0) | Err(_) => break,
                    Ok(length) => request.extend_from_slice(&chunk[..length]),
                }
            }
            let _ = stream.write_all(reply.as_bytes());
        }
    });
    (format!("http://user:hunter2@127.0.0.1:{port}/RPC2"), port)
}

/// Returns the error of a call, which must be the same from both clients. The port is replaced by `PORT`.
#[track_caller]
fn error_of(url: &str, port: u16) -> (ErrorKind, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = SupervisorClient::new(Client::new(url).expect("the url is right"));
    let error = runtime.block_on(client.get_state()).expect_err("the reply is bad");
    let client = SupervisorClient::new(blocking::Client::new(url).expect("the url is right"));
    let same = client.get_state().expect_err("the reply is bad");
    assert_eq!(error.to_string(), same.to_string());
    let all = format!("{error} {error:?} {same:?}");
    assert!(!all.contains("hunter2"), "the password is shown: {all}");
    (error.kind(), error.to_string().replace(&format!(":{port}"), ":PORT"))
}

#[track_caller]
fn check(reply: &'static str, kind: ErrorKind, text: &str) {
    let (url, port) = answering(reply);
    assert_eq!(error_of(&url, port), (kind, text.to_owned()));
}

const HEAD: &str = "supervisor.getState at http://127.0.0.1:PORT/RPC2: ";

#[test]
fn an_unreachable_host() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    drop(listener);
    let (kind, text) = error_of(&format!("http://user:hunter2@127.0.0.1:{port}/RPC2"), port);
    assert_eq!(kind, ErrorKind::Connect);
    assert_eq!(text, format!("{HEAD}cannot connect: Connection refused (os error 111)"));
}

#[test]
fn a_404_page() {
    check(
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 27\r\n\r\n\
         <html><h1>Nope</h1></html>\n",
        ErrorKind::Status,
        &format!("{HEAD}HTTP 404 Not Found, text/html: an HTML page (\"Nope\")"),
    );
}

#[test]
fn an_empty_body() {
    check(
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        ErrorKind::Decode,
        &format!("{HEAD}HTTP 200 OK: an empty body; the document is empty (line 1, column 1)"),
    );
}

#[test]
fn an_html_page_with_status_200() {
    check(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 42\r\n\r\n\
         <!DOCTYPE html><html>Please log in</html>\n",
        ErrorKind::Decode,
        &format!(
            "{HEAD}HTTP 200 OK, text/html: an HTML page (\"Please log in\"); \
             a document type declaration (DOCTYPE) is refused: XML-RPC has none, \
             and the entities in it are a danger (line 1, column 1)"
        ),
    );
}

#[test]
fn malformed_xml() {
    check(
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n\
         <?xml version='1.0'?>\n<methodResponse><params>\n\
         <param><value><int>1</int></valu></param></params></methodResponse>",
        ErrorKind::Decode,
        &format!("{HEAD}`valu` is no element of XML-RPC at params[0] (line 3, column 27)"),
    );
}

#[test]
fn a_string_where_the_trait_says_i32() {
    check(
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n\
         <?xml version='1.0'?>\n<methodResponse><params>\n\
         <param><value><struct><member><name>statecode</name><value><string>one</string></value></member>\
         </struct></value></param>\n</params></methodResponse>",
        ErrorKind::Decode,
        &format!("{HEAD}invalid type: string, expected i32 at params[0].statecode (line 3, column 60)"),
    );
}
