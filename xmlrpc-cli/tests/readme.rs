//! Every console block of the README is run, against the example server.

mod support;

#[path = "../../examples/server.rs"]
#[allow(dead_code, reason = "the program around the router is not used")]
mod example;

use std::fs;
use support::scratch;

#[test]
fn the_console_blocks_give_what_they_show() {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            sender.send(listener.local_addr().unwrap().port()).unwrap();
            let _ = example::router().serve(listener).await;
        });
    });
    let port = format!(":{}", receiver.recv().unwrap());
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let blocks = readme.matches("```console").count();
    assert!(blocks > 5, "only {blocks} blocks");
    let folder = scratch("readme");
    // The port of the page may be taken.
    fs::write(folder.join("README.md"), readme.replace(":8000", &port)).unwrap();
    let cases = trycmd::TestCases::new();
    cases.register_bin("xmlrpc", std::path::PathBuf::from(env!("CARGO_BIN_EXE_xmlrpc")));
    for (name, value) in [("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
        cases.env(name, folder.join(value).to_str().unwrap());
    }
    cases.case(folder.join("README.md"));
    cases.run();
}
