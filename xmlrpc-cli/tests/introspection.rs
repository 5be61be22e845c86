//! `methods`, `describe`, and what completion knows after them.

mod background;

use background::{Fake, Home, between, fault, reply};

/// A server with introspection, as xmlrpc-c has it.
fn server() -> Fake {
    Fake::start(|request| {
        let about = between(request, "<string>", "</string>");
        match between(request, "<methodName>", "</methodName>") {
            "system.listMethods" => reply(
                "<value><array><data><value>sv.start</value><value>sv.stop</value><value>add</value>\
                 <value>bad name;</value><value>system.listMethods</value><value>system.methodSignature</value>\
                 <value>system.methodHelp</value></data></array></value>",
            ),
            "system.methodSignature" if about == "sv.start" => reply(
                "<value><array><data><value><array><data><value>boolean</value><value>string</value>\
                 <value>boolean</value></data></array></value></data></array></value>",
            ),
            "system.methodHelp" if about == "sv.start" => reply(
                "<value>Start a process\n\n@param string name Process name\n@param boolean wait Wait\n\
                 @return boolean result Always true</value>",
            ),
            "system.methodSignature" => reply("<value>undef</value>"),
            "system.methodHelp" => reply("<value></value>"),
            "echo" => reply("<value>5</value>"),
            method => fault(-506, &format!("Method '{method}' not defined")),
        }
    })
}

#[test]
fn methods_are_listed_and_matched() {
    let (home, server) = (Home::new(), server());
    let all = home.run(&["methods", &server.url]).ok();
    assert_eq!(
        all,
        "add\nbad name;\nsv.start\nsv.stop\nsystem.listMethods\nsystem.methodHelp\nsystem.methodSignature\n"
    );
    assert_eq!(home.run(&["methods", &server.url, "v.st"]).ok(), "sv.start\nsv.stop\n");
    assert_eq!(home.run(&["methods", &server.url, "sv.st*"]).ok(), "sv.start\nsv.stop\n");
    assert_eq!(home.run(&["methods", &server.url, "[as]*"]).ok().lines().count(), 6);
    let tree = home.run(&["methods", &server.url, "sv.*", "--tree"]).ok();
    assert_eq!(tree, "sv\n├── start\n└── stop\n");
    home.run(&["methods", &server.url, "[a"]).fails(2);
}

#[test]
fn a_method_is_described_with_where_it_was_learned() {
    let (home, server) = (Home::new(), server());
    let shown = home.run(&["describe", &server.url, "sv.start"]).ok();
    for expected in [
        "sv.start(name: string, wait: boolean) -> boolean",
        "Start a process",
        "name  Process name",
        "docstring",
        "signature",
    ] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    let rust = home.run(&["describe", &server.url, "sv.start", "--rust"]).ok();
    assert!(rust.contains("async fn start(&self, name: &str, wait: bool)"), "{rust}");
    let error = home.run(&["describe", &server.url, "sv.strat"]).fails(1);
    assert!(error.contains("did you mean sv.start?"), "{error}");
}

#[test]
fn a_server_that_is_gone_is_described_from_what_was_learned() {
    let home = Home::new();
    let url = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/RPC2", listener.local_addr().unwrap())
    };
    home.run(&["describe", &url, "sv.start"]).fails(4);
}

#[test]
fn completion_knows_what_was_learned_and_asks_nobody() {
    let (home, server) = (Home::new(), server());
    let target = server.url.as_str();
    assert_eq!(home.run(&["__complete", "--", target, "s"]).ok(), "");
    home.run(&["methods", target]).ok();
    let asked = server.count();
    assert_eq!(home.run(&["__complete", "--", target, "sv."]).ok(), "sv.start\nsv.stop\n");
    assert_eq!(home.run(&["__complete", "--", "call", "-o", "json", target, "sv.sta"]).ok(), "sv.start\n");
    assert_eq!(
        home.run(&["__complete", "--", "describe", target, ""]).ok().lines().count(),
        3,
        "no odd names"
    );
    assert_eq!(home.run(&["__complete", "--", target, "sv.start", "x"]).ok(), "");
    assert_eq!(server.count(), asked);
    home.targets("[koji]\nurl = \"http://k/\"\nbearer = { command = \"exit 1\" }\n");
    assert_eq!(home.run(&["__complete", "--", "methods", ""]).ok(), "koji\n");
    assert_eq!(home.run(&["__complete", "--", "k"]).ok(), "koji\n");
    assert_eq!(home.run(&["__complete", "--", "koji", ""]).ok(), "");
}

#[test]
fn a_call_never_introspects() {
    let (home, server) = (Home::new(), server());
    home.run(&[&server.url, "echo", "5"]).ok();
    assert_eq!(server.methods(), ["echo"]);
}

#[test]
fn a_call_is_repeated_and_goes_on_after_errors() {
    let home = Home::new();
    let calls = std::sync::atomic::AtomicUsize::new(0);
    let server = Fake::start(move |_| match calls.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
        1 => fault(7, "not now"),
        _ => reply("<value><int>5</int></value>"),
    });
    let ended = home.run(&["watch", &server.url, "state", "-n", "10ms", "--times", "3"]);
    assert!(ended.err.contains("fault 7: not now"), "{}", ended.err);
    assert_eq!(ended.ok(), "5\n5\n");
    assert_eq!(server.count(), 3);
}

#[test]
fn a_prompt_makes_calls_and_keeps_no_secrets() {
    let (home, server) = (Home::new(), server());
    let input = b"echo 5\n:save saved.json\nadd {\"a\": 1}\n:describe sv.start\nlogin me swordfish\n:quit\n";
    let ended = home.run_with(&["repl", &server.url], &[], input);
    assert!(ended.err.contains("7 methods"), "{}", ended.err);
    assert!(ended.err.contains("fault -506"), "{}", ended.err);
    assert!(ended.out.contains("sv.start(name: string"), "{}", ended.out);
    assert!(ended.out.starts_with("\"5\"\n"), "{}", ended.out);
    ended.ok();
    assert_eq!(std::fs::read_to_string(home.folder("project/deep/saved.json")).unwrap(), "\"5\"\n");
    let history = std::fs::read_to_string(home.folder("state/xmlrpc/history")).unwrap();
    assert!(
        history.contains("echo 5") && history.contains("login") && !history.contains("swordfish"),
        "{history}"
    );
}
