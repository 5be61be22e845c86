//! A secret is nowhere but in the request.

mod support;

use std::{fs, process::Stdio, time::Duration};
use support::{Ran, Server, canned, http, program, reply, run, scratch};

const SECRET: &str = "hunter2&<\"deep'";

fn shown(ran: &Ran) -> String {
    format!("{}{}", ran.out, ran.err)
}

/// Runs the program with the secret in the environment variable `PW`.
fn run_with_secret(words: &[&str]) -> Ran {
    Ran::from(program().args(words).env("PW", SECRET).output().unwrap())
}

#[track_caller]
fn assert_hidden(text: &str) {
    for form in [SECRET, "hunter2", "deep", "aHVudGVyMi"] {
        assert!(!text.contains(form), "{form} is shown:\n{text}");
    }
    assert!(text.contains("***"), "{text}");
}

#[test]
fn messages_show_stars() {
    let server = Server::start();
    let bodies = run_with_secret(&["call", &server.target, "echo", "env:PW", "-vv"]);
    // The result is data, and the messages are not.
    assert_eq!(serde_json::from_str::<String>(bodies.out.trim()).unwrap(), SECRET);
    assert_hidden(&bodies.err);
    assert_hidden(&shown(&run_with_secret(&["call", &server.target, "echo", "env:PW", "--explain"])));
    assert_hidden(&shown(&run_with_secret(&[
        "call",
        &server.target,
        "echo",
        "1",
        "--struct",
        "p:=env:PW",
        "--explain",
    ])));
    assert_hidden(&run_with_secret(&["call", &server.target, "fail", "5", "env:PW"]).fails(1));
    // A server that repeats it in a page or in a bad document.
    let page = http("500 Oops", "text/html", &format!("<html><title>no user {SECRET}</title></html>"));
    assert_hidden(&run_with_secret(&["call", &canned(page), "m", "env:PW"]).fails(3));
    let document = reply("<value><int>hunter2&amp;&lt;\"deep'</int></value>");
    assert_hidden(&run_with_secret(&["call", &canned(document), "m", "env:PW"]).fails(6));
    assert_hidden(
        &run_with_secret(&["call", &server.target, "m", "env:PW", "--auth", "ops:env:PW", "-vv"]).err,
    );
}

#[test]
fn credentials_reach_the_server_and_nobody_else() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let target = format!("http://127.0.0.1:{}/RPC2", listener.local_addr().unwrap().port());
    let (sender, requests) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let request = support::read_request(&mut stream);
            sender.send(String::from_utf8_lossy(&request).into_owned()).unwrap();
            let _ = std::io::Write::write_all(&mut stream, reply("<value>ok</value>").as_bytes());
        }
    });
    let authorization = || {
        let request = requests.recv_timeout(Duration::from_secs(10)).unwrap();
        let line = request.lines().find(|line| line.to_ascii_lowercase().starts_with("authorization:"));
        line.map(|line| line.split_once(": ").unwrap().1.to_owned())
    };
    let secret = |words: &[&str]| {
        let mut all = vec!["call", &target, "m"];
        all.extend(words);
        Ran::from(program().args(all).env("PW", "pässword").output().unwrap()).ok()
    };
    secret(&["--auth", "ops:env:PW"]);
    assert_eq!(authorization().as_deref(), Some("Basic b3BzOnDDpHNzd29yZA=="));
    secret(&["--auth", "ops:cmd:printf 'pässword\\n'"]);
    assert_eq!(authorization().as_deref(), Some("Basic b3BzOnDDpHNzd29yZA=="));
    secret(&["--header", "Authorization: Own x"]);
    assert_eq!(authorization().as_deref(), Some("Own x"));
    let ran = Ran::from(
        program().args(["call", &target, "m", "--bearer", "env:T"]).env("T", "tok").output().unwrap(),
    );
    ran.ok();
    assert_eq!(authorization().as_deref(), Some("Bearer tok"));
    // netrc
    let netrc = scratch("netrc").join("netrc");
    fs::write(&netrc, "machine 127.0.0.1\nlogin ada\npassword lovelace1\n").unwrap();
    let ran = Ran::from(program().args(["call", &target, "m", "-vv"]).env("NETRC", &netrc).output().unwrap());
    assert!(!shown(&ran).contains("lovelace1"));
    ran.ok();
    assert_eq!(authorization().as_deref(), Some("Basic YWRhOmxvdmVsYWNlMQ=="));
    // A password in the url works, and is warned of once.
    let with_password = target.replace("://", "://ops:inurl77@");
    let ran = run(&["call", &with_password, "m"]);
    assert_eq!(ran.err.matches("visible in the list of processes").count(), 1, "{}", ran.err);
    assert!(!ran.err.contains("inurl77"));
    assert_eq!(authorization().as_deref(), Some("Basic b3BzOmludXJsNzc="));
}

#[test]
fn a_prompt_without_a_terminal_is_2_and_does_not_wait() {
    let server = Server::start();
    let error = server.run(&["add", "1", "2", "--auth", "ops"]).fails(2);
    assert!(error.contains("--auth ops:env:NAME"), "{error}");
    let error = server.run(&["add", "1", "2", "--auth", "ops:cmd:exit 3"]).fails(2);
    assert!(error.contains("failed"), "{error}");
    assert_eq!(server.calls(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn no_command_line_holds_a_secret() {
    let server = Server::start();
    let mut child = program()
        .args([
            "call",
            &server.target,
            "slow",
            "700",
            "--auth",
            "ops:cmd:sleep 0.3; echo \"$PW\"",
            "--header",
        ])
        .arg("X-Note: 1")
        .env("PW", SECRET)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut looked = 0;
    while child.try_wait().unwrap().is_none() {
        for entry in fs::read_dir("/proc").unwrap().flatten() {
            let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
            assert!(
                !String::from_utf8_lossy(&line).contains("hunter2"),
                "{}",
                String::from_utf8_lossy(&line)
            );
        }
        looked += 1;
    }
    assert!(looked > 2);
}
