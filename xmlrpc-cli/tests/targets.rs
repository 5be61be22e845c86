//! Targets by name: what a file may do, and what it may not do before the user trusts it.

mod background;

use background::{Fake, Home, reply};

fn server() -> Fake {
    Fake::start(|_| reply("<value>done</value>"))
}

#[test]
fn a_name_stands_for_its_settings() {
    let (home, server) = (Home::new(), server());
    home.targets(&format!(
        "[sv]\nurl = \"{}\"\n\
         auth = {{ user = \"ops\", password = {{ command = \"printf '%s' hunter22\" }} }}\n\
         header = {{ X-Key = {{ env = \"THE_KEY\" }} }}\nleading = [\"prod\", 2, {{ env = \"THE_KEY\" }}]\n",
        server.url
    ));
    let ended = home.run_with(&["sv", "m", "5", "-vv"], &[("THE_KEY", "swordfish")], b"");
    let (out, err) = (ended.out.clone(), ended.err.clone());
    assert_eq!(ended.ok(), "\"done\"\n");
    let requests = server.requests.lock().unwrap();
    assert!(requests[0].contains("Basic b3BzOmh1bnRlcjIy"), "{}", requests[0]);
    assert!(requests[0].to_lowercase().contains("x-key: swordfish"), "{}", requests[0]);
    let sent: String = requests[0].chars().filter(|char| !char.is_whitespace()).collect();
    assert!(
        sent.contains("<string>prod</string></value></param><param><value><int>2</int></value></param><param><value><string>swordfish"),
        "{sent}"
    );
    for secret in ["hunter22", "swordfish", "b3BzOmh1bnRlcjIy"] {
        assert!(!out.contains(secret) && !err.contains(secret), "{secret}: {out}{err}");
    }
    assert!(err.contains("***"), "{err}");
}

#[test]
fn a_login_gives_the_first_parameter() {
    let home = Home::new();
    let expired = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let has_expired = std::sync::Arc::clone(&expired);
    let server = Fake::start(move |request| {
        let is_call = request.contains("<methodName>VM.get<");
        if is_call && has_expired.swap(false, std::sync::atomic::Ordering::Relaxed) {
            let status = "<member><name>Status</name><value>Failure</value></member>";
            let error = "<array><data><value>SESSION_INVALID</value><value>x</value></data></array>";
            let error = format!("<member><name>ErrorDescription</name><value>{error}</value></member>");
            return reply(&format!("<value><struct>{status}{error}</struct></value>"));
        }
        let value = if request.contains("<methodName>session.login_with_password<") {
            assert!(request.contains("swordfish"), "{request}");
            "OpaqueRef:one-key"
        } else if request.contains("<string>OpaqueRef:one-key</string></value></param><param><value><int>5<")
        {
            "done"
        } else {
            "who?"
        };
        let status = "<member><name>Status</name><value>Success</value></member>";
        reply(&format!(
            "<value><struct>{status}<member><name>Value</name><value>{value}</value></member></struct></value>"
        ))
    });
    home.targets(&format!(
        "[xen]\nurl = \"{}\"\nenvelope = \"xapi\"\n\
         login = {{ method = \"session.login_with_password\", \
         params = [\"root\", {{ env = \"XEN_PW\" }}] }}\n",
        server.url
    ));
    let ended = home.run_with(&["xen", "VM.get", "5", "-vv"], &[("XEN_PW", "swordfish")], b"");
    for secret in ["swordfish", "OpaqueRef:one-key"] {
        assert!(!ended.err.contains(secret), "{}", ended.err);
    }
    assert_eq!(ended.ok(), "\"done\"\n");
    assert_eq!(server.methods(), ["session.login_with_password", "VM.get"]);
    // A session that has ended is renewed, and the call is made again.
    expired.store(true, std::sync::atomic::Ordering::Relaxed);
    let ended = home.run_with(&["xen", "VM.get", "5"], &[("XEN_PW", "swordfish")], b"");
    assert_eq!(ended.ok(), "\"done\"\n");
    let login = "session.login_with_password";
    assert_eq!(server.methods(), [login, "VM.get", login, "VM.get", login, "VM.get"]);
    // The methods of the protocol need no login.
    home.run_with(&["doctor", "xen"], &[("XEN_PW", "swordfish")], b"");
    assert_eq!(server.methods().iter().filter(|name| name.starts_with("session.")).count(), 3);
}

#[test]
fn what_is_missing_is_said_and_nothing_is_sent() {
    let (home, server) = (Home::new(), server());
    for (line, expected) in [
        ("bearer = { env = \"NOT_SET\" }", "the variable NOT_SET, which is not set"),
        ("bearer = { command = \"exit 3\" }", "failed: exit status: 3"),
        ("bearer = { file = \"nowhere.txt\" }", "cannot read"),
        ("leading = [{ env = \"NOT_SET\" }]", "the variable NOT_SET"),
    ] {
        home.targets(&format!("[sv]\nurl = \"{}\"\n{line}\n", server.url));
        let error = home.run(&["sv", "m"]).fails(2);
        assert!(error.contains(expected), "{line}: {error}");
    }
    assert_eq!(server.count(), 0);
}

#[test]
fn an_untrusted_file_is_refused_until_it_is_trusted() {
    let (home, server) = (Home::new(), server());
    let marker = home.folder("ran");
    let url = &server.url;
    for line in [
        "auth = { user = \"a\", password = \"b\" }".to_owned(),
        format!("auth = {{ user = \"a\", password = {{ command = \"touch {}\" }} }}", marker.display()),
        "bearer = { env = \"HOME\" }".to_owned(),
        "header = { X-Home = { env = \"HOME\" } }".to_owned(),
        "leading = [{ env = \"HOME\" }]".to_owned(),
        "login = { method = \"login\", params = [{ env = \"HOME\" }] }".to_owned(),
        "cacert = \"/etc/hostname\"".to_owned(),
        "cert = \"/etc/hostname\"".to_owned(),
        "contract = \"/etc/hostname\"".to_owned(),
        "proxy = \"http://127.0.0.1:1/\"".to_owned(),
        "insecure = true".to_owned(),
        "env = \"HOME\"".to_owned(),
        format!("command = \"touch {}\"", marker.display()),
    ] {
        home.project(&format!("[sv]\nurl = \"{url}\"\n{line}\n"));
        for words in [
            &["sv", "m"][..],
            &["methods", "sv"],
            &["doctor", "sv"],
            &["gen", "sv"],
            &["describe", "sv", "m"],
        ] {
            let ended = home.run(words);
            assert!(ended.err.contains("xmlrpc target trust"), "{words:?} {line}: {}", ended.err);
            ended.fails(2);
        }
    }
    assert_eq!(server.count(), 0);
    assert!(!marker.exists());

    home.project(&format!("[sv]\nurl = \"{url}\"\nleading = [7]\n"));
    let said = home.run(&["target", "trust"]).err;
    assert!(said.contains("[sv] asks for `leading`"), "{said}");
    assert_eq!(home.run(&["sv", "m"]).ok(), "\"done\"\n");

    // Trust holds for one content.
    home.project(&format!("[sv]\nurl = \"{url}\"\nleading = [8]\n"));
    let error = home.run(&["sv", "m"]).fails(2);
    assert!(
        error.contains("changed after you trusted it") && error.contains("xmlrpc target trust"),
        "{error}"
    );
    assert_eq!(server.count(), 1);
    home.run(&["target", "trust"]).ok();
    home.run(&["target", "trust", "--revoke"]).ok();
    home.run(&["sv", "m"]).fails(2);
    assert_eq!(server.count(), 1);
}

#[test]
fn an_untrusted_file_may_add_a_name_and_take_none() {
    let (home, server) = (Home::new(), server());
    home.project(&format!("[sv]\nurl = \"{}\"\ndialect = \"koji\"\n", server.url));
    assert_eq!(home.run(&["sv", "m"]).ok(), "\"done\"\n");
    home.targets("[sv]\nurl = \"http://127.0.0.1:1/\"\n");
    let error = home.run(&["sv", "m"]).fails(2);
    assert!(error.contains("takes over the name sv") && error.contains("xmlrpc target trust"), "{error}");
    assert_eq!(server.count(), 1);
    home.run(&["target", "trust"]).ok();
    assert_eq!(home.run(&["sv", "m"]).ok(), "\"done\"\n");
}

#[cfg(unix)]
#[test]
fn the_file_of_somebody_else_is_ignored_and_named() {
    let (home, server) = (Home::new(), server());
    home.project(&format!("[sv]\nurl = \"{}\"\n", server.url));
    let file = home.folder("project/.xmlrpc.toml");
    if std::os::unix::fs::chown(&file, Some(12_345), None).is_err() {
        eprintln!("skipped: only root can make a file of another owner");
        return;
    }
    let error = home.run(&["sv", "m"]).fails(2);
    assert!(error.contains(".xmlrpc.toml is ignored"), "{error}");
    assert_eq!(server.count(), 0);
    let error = home.run(&["target", "trust"]).fails(2);
    assert!(error.contains("is ignored"), "{error}");
}

#[test]
fn targets_are_listed_without_secrets() {
    let home = Home::new();
    home.targets("[b]\nurl = \"http://me:hunter22@host/x\"\nbearer = { env = \"NOT_SET\" }\n[a]\nurl = \"unix:///run/s\"\n");
    home.project("[c]\nurl = \"http://c/\"\nleading = [1]\n");
    let list = home.run(&["target", "list"]).ok();
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines[0].starts_with("a  unix:///run/s"), "{list}");
    assert!(lines[1].starts_with("b  http://***@host/x"), "{list}");
    assert!(lines[2].contains("xmlrpc target trust"), "{list}");
    assert!(!list.contains("hunter22"), "{list}");
}
