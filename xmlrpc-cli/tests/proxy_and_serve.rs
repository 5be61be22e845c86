//! `proxy` and `serve`: between a client and a server, and in place of the server.

mod background;

use background::{Fake, Home, fault, files, http, post, read_request, reply, send};
use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    thread,
    time::{Duration, Instant},
};

fn echo_server() -> Fake {
    Fake::start(|request| {
        if request.contains("<methodName>fail<") {
            return fault(7, "no");
        }
        reply("<value><string>ok</string></value>")
    })
}

#[test]
fn calls_pass_are_shown_and_recorded_and_the_recording_serves() {
    let (home, server) = (Home::new(), echo_server());
    let folder = home.folder("recorded");
    let saved = folder.to_str().unwrap();
    let proxy = home.start(&["proxy", ":0", &server.url, "--save", saved, "-v", "--redact", "2"]);
    assert_eq!(home.run(&[&proxy.url, "set", "name", "swordfish", "5"]).ok(), "\"ok\"\n");
    home.run(&[&proxy.url, "fail"]).fails(1);
    proxy.says(r#"set("name", "***", 5) -> "ok""#);
    proxy.says("fail() -> fault 7: no");
    assert!(server.requests.lock().unwrap()[0].contains("swordfish"), "the server gets what was sent");
    let recorded = files(&folder);
    let names: Vec<&str> = recorded.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["0001.request.xml", "0001.response.http", "0002.request.xml", "0002.response.http"]);
    assert!(recorded.iter().all(|(_, text)| !text.contains("swordfish")), "{recorded:?}");
    assert!(recorded[0].1.contains("<string>***</string>"), "{}", recorded[0].1);
    assert!(recorded[1].1.starts_with("HTTP/1.1 200 OK\r\n"), "{}", recorded[1].1);
    drop(proxy);

    let replay = home.start(&["serve", ":0", "--replay", saved]);
    replay.says("2 recorded calls of 2 methods");
    assert_eq!(home.run(&[&replay.url, "set", "name", "anything", "5"]).ok(), "\"ok\"\n");
    let error = home.run(&[&replay.url, "fail"]).fails(1);
    assert!(error.contains("fault 7: no"), "{error}");
    let error = home.run(&[&replay.url, "set", "name", "x", "6"]).fails(1);
    assert!(error.contains("no recorded call of set has these parameters"), "{error}");
    let error = home.run(&[&replay.url, "nothing"]).fails(1);
    assert!(error.contains("no call of nothing was recorded"), "{error}");
}

#[test]
fn the_proxy_adds_the_credentials_and_records_no_secret() {
    let home = Home::new();
    let server = Fake::start(|request| {
        let basic = request.contains("Basic b3BzOmh1bnRlcjIy");
        // A server that gives the secret back.
        reply(if basic { "<value>hunter22 and swordfish</value>" } else { "<value>who?</value>" })
    });
    home.targets(&format!(
        "[sv]\nurl = \"{}\"\nauth = {{ user = \"ops\", password = \"hunter22\" }}\n\
         leading = [\"swordfish\"]\n",
        server.url
    ));
    let folder = home.folder("recorded");
    let proxy = home.start(&["proxy", ":0", "sv", "--save", folder.to_str().unwrap(), "-vv"]);
    let answer = home.run(&[&proxy.url, "m", "swordfish", "x"]).ok();
    assert_eq!(answer, "\"hunter22 and swordfish\"\n");
    proxy.says("m(\"***\", \"x\") -> \"*** and ***\"");
    thread::sleep(Duration::from_millis(100));
    let recorded = files(&folder);
    assert_eq!(recorded.len(), 2);
    for (name, text) in [recorded, vec![("said".to_owned(), proxy.said())]].concat() {
        for secret in ["hunter22", "swordfish", "b3BzOmh1bnRlcjIy"] {
            assert!(!text.contains(secret), "{secret} in {name}: {text}");
        }
    }
}

#[test]
fn only_calls_of_programs_to_the_target_are_forwarded() {
    let (home, server) = (Home::new(), echo_server());
    let proxy = home.start(&["proxy", ":0", &server.url]);
    let address = proxy.address().to_owned();
    let other = format!("Host: {address}\r\nHost: {address}\r\n");
    for (request, expected) in [
        (post("/RPC2", &address, "Origin: http://evil.example\r\n", "m"), "403"),
        (post("/RPC2", &address, "Origin: null\r\n", "m"), "403"),
        (post("/RPC2", "evil.example", "", "m"), "403"),
        (post("/RPC2", &address, &other, "m"), "403"),
        (post("/other", &address, "", "m"), "404"),
        (post("/RPC2?x=1", &address, "", "m"), "404"),
        (post("http://evil.example/RPC2", "evil.example", "", "m"), "400"),
        (post(&server.url, &address, "", "m"), "400"),
        (format!("GET /RPC2 HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"), "405"),
        (format!("CONNECT evil.example:443 HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"), "400"),
        (format!("OPTIONS * HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"), "40"),
    ] {
        let response = send(&address, &request);
        assert!(response.starts_with(&format!("HTTP/1.1 {expected}")), "{request}\n{response}");
    }
    assert_eq!(server.count(), 0);
    assert!(send(&address, &post("/RPC2", &address, "", "m")).starts_with("HTTP/1.1 200"));
    assert!(send(&address, &post("/RPC2", "localhost", "", "m")).starts_with("HTTP/1.1 200"));
    assert_eq!(server.count(), 2);
}

#[test]
fn what_is_not_understood_is_forwarded_as_it_came() {
    let home = Home::new();
    let server = Fake::start(|_| http("503 Busy", "come back \u{1} later"));
    let folder = home.folder("recorded");
    let proxy = home.start(&["proxy", ":0", &server.url, "-v", "--save", folder.to_str().unwrap()]);
    let address = proxy.address();
    let body = "this is not a call";
    let request = format!(
        "POST /RPC2 HTTP/1.1\r\nHost: {address}\r\nX-Own: kept\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    let response = send(address, &request);
    assert!(
        response.starts_with("HTTP/1.1 503") && response.ends_with("come back \u{1} later"),
        "{response}"
    );
    let requests = server.requests.lock().unwrap();
    assert!(
        requests[0].ends_with(body) && requests[0].to_lowercase().contains("x-own: kept"),
        "{}",
        requests[0]
    );
    assert!(requests[0].to_lowercase().contains("content-length: 18"), "{}", requests[0]);
    proxy.says("not a call -> HTTP 503");
}

#[test]
fn a_limit_that_the_user_gives_counts() {
    let (home, server) = (Home::new(), echo_server());
    let proxy = home.start(&["proxy", ":0", &server.url, "--max-bytes", "50"]);
    let response = send(proxy.address(), &post("/RPC2", proxy.address(), "", "m"));
    assert!(response.starts_with("HTTP/1.1 502") && response.contains("--max-bytes"), "{response}");
}

#[test]
fn a_target_that_is_gone_is_a_502() {
    let home = Home::new();
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let proxy = home.start(&["proxy", ":0", &format!("http://{gone}/RPC2")]);
    let response = send(proxy.address(), &post("/RPC2", proxy.address(), "", "m"));
    assert!(response.starts_with("HTTP/1.1 502"), "{response}");
    proxy.says("no reply from the target");
}

/// A server that sends the head and a half of the body, and waits for the client to have it.
/// It also sees the first half of the request before the client sends the rest.
#[test]
fn both_directions_stream() {
    let home = Home::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/RPC2", listener.local_addr().unwrap());
    let (saw_half, half_seen) = std::sync::mpsc::channel();
    let (go_on, may_go_on) = std::sync::mpsc::channel::<()>();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut buffer = [0; 1024];
        while !request.ends_with(b"first half") {
            let count = stream.read(&mut buffer).unwrap();
            request.extend_from_slice(&buffer[..count]);
        }
        saw_half.send(()).unwrap();
        while !request.ends_with(b"second half") {
            let count = stream.read(&mut buffer).unwrap();
            request.extend_from_slice(&buffer[..count]);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf").unwrap();
        may_go_on.recv().unwrap();
        stream.write_all(b"rest").unwrap();
    });
    let proxy = home.start(&["proxy", ":0", &url]);
    let mut client = TcpStream::connect(proxy.address()).unwrap();
    client.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let head = format!("POST /RPC2 HTTP/1.1\r\nHost: {}\r\nContent-Length: 21\r\n\r\n", proxy.address());
    client.write_all(head.as_bytes()).unwrap();
    client.write_all(b"first half").unwrap();
    half_seen.recv_timeout(Duration::from_secs(20)).expect("the server sees the first half");
    client.write_all(b"second half").unwrap();
    let mut reply = Vec::new();
    let mut buffer = [0; 1024];
    while !reply.ends_with(b"half") {
        let count = client.read(&mut buffer).unwrap();
        assert_ne!(count, 0);
        reply.extend_from_slice(&buffer[..count]);
    }
    go_on.send(()).unwrap();
    while !reply.ends_with(b"halfrest") {
        let count = client.read(&mut buffer).unwrap();
        assert_ne!(count, 0);
        reply.extend_from_slice(&buffer[..count]);
    }
}

#[cfg(unix)]
#[test]
fn unix_sockets_and_scgi_on_both_sides() {
    use std::os::unix::net::UnixListener;
    let home = Home::new();
    let path = home.folder("scgi.sock");
    let listener = UnixListener::bind(&path).unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut frame = Vec::new();
            let mut buffer = [0; 4096];
            while !frame.ends_with(b"</methodCall>") && !frame.ends_with(b"</methodCall>\n") {
                let count = stream.read(&mut buffer).unwrap();
                frame.extend_from_slice(&buffer[..count]);
            }
            assert!(frame.windows(7).any(|window| window == b"SCGI\x001\0"), "{frame:?}");
            let body = "<?xml version=\"1.0\"?><methodResponse><params><param><value><i8>5</i8></value></param></params></methodResponse>";
            let head =
                format!("Status: 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {}\r\n\r\n", body.len());
            stream.write_all((head + body).as_bytes()).unwrap();
        }
    });
    let socket = format!("unix://{}", home.folder("proxy.sock").display());
    let proxy = home.start(&["proxy", &socket, &format!("scgi://{}", path.display()), "-v"]);
    assert_eq!(proxy.url, socket);
    assert_eq!(home.run(&[&socket, "get"]).ok(), "5\n");
    proxy.says("get() -> {\"$i8\":\"5\"}");
}

#[test]
fn a_thousand_calls_a_second_pass() {
    let home = Home::new();
    // A server that keeps its connections.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/RPC2", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let body = "<?xml version=\"1.0\"?><methodResponse><params><param><value>ok</value></param></params></methodResponse>";
                let response = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
                let _ = stream.set_nodelay(true);
                while !read_request(&mut stream).is_empty() && stream.write_all(response.as_bytes()).is_ok() {
                }
            });
        }
    });
    let folder = home.folder("recorded");
    let proxy = home.start(&["proxy", ":0", &url, "--save", folder.to_str().unwrap(), "-v"]);
    let address = proxy.address().to_owned();
    let started = Instant::now();
    let clients: Vec<_> = (0..4)
        .map(|_| {
            let request = post("/RPC2", &address, "", "m").replace("Connection: close\r\n", "");
            let mut stream = TcpStream::connect(&address).unwrap();
            thread::spawn(move || {
                let mut buffer = [0; 4096];
                for _ in 0..250 {
                    stream.write_all(request.as_bytes()).unwrap();
                    let mut reply = Vec::new();
                    while !reply.ends_with(b"</methodResponse>") {
                        let count = stream.read(&mut buffer).unwrap();
                        assert_ne!(count, 0);
                        reply.extend_from_slice(&buffer[..count]);
                    }
                }
            })
        })
        .collect();
    for client in clients {
        client.join().unwrap();
    }
    let took = started.elapsed();
    eprintln!("1000 calls in {took:.2?}, each shown and recorded, by a program without optimization");
    proxy.says("m() -> \"ok\"");
    // A machine that is busy with other things is given more time than the second that a free one needs.
    assert!(took < Duration::from_secs(20), "{took:?}");
    let patience = Instant::now();
    while files(&folder).len() < 2000 {
        assert!(patience.elapsed() < Duration::from_secs(20), "{} files", files(&folder).len());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn an_empty_folder_cannot_be_served() {
    let home = Home::new();
    let error = home.run(&["serve", ":0", "--replay", "."]).fails(2);
    assert!(error.contains("there are no recordings"), "{error}");
    home.run(&["serve", "8000", "--replay", "."]).fails(2);
    let error = home.run(&["serve", ":0", "--replay", "nowhere"]).fails(2);
    assert!(error.contains("nowhere"), "{error}");
}
