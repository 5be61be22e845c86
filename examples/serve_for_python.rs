//! Serves an API, and calls it from Python.
//!
//!     cargo run --example serve_for_python [serve]
//!
//! With `serve`, it keeps serving on port 8000, so that you can type the lines into Python.

use std::{collections::BTreeMap, error::Error, process::Command, sync::Mutex};

use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;
use xmlrpc::{Base64, DateTime, Fault, server::Router};

#[xmlrpc::api(prefix = "notes.", server)]
trait Notes {
    /// Stores a note under its title, and returns the number of notes.
    async fn put(&self, note: Note) -> xmlrpc::Result<i32>;
    /// Returns the note with this title.
    async fn get(&self, title: &str) -> xmlrpc::Result<Note>;
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Note {
    title: String,
    written: DateTime,
    picture: Base64,
}

#[derive(Default)]
struct Shelf(Mutex<BTreeMap<String, Note>>);

impl Notes for Shelf {
    async fn put(&self, note: Note) -> xmlrpc::Result<i32> {
        let mut notes = self.0.lock().expect("no holder panics");
        notes.insert(note.title.clone(), note);
        Ok(i32::try_from(notes.len()).unwrap_or(i32::MAX))
    }
    async fn get(&self, title: &str) -> xmlrpc::Result<Note> {
        let note = self.0.lock().expect("no holder panics").get(title).cloned();
        note.ok_or_else(|| Fault::new(404, format!("there is no note {title:?}")).into())
    }
}

const PYTHON: &str = r#"
import datetime, xmlrpc.client
proxy = xmlrpc.client.ServerProxy("URL", use_builtin_types=True)
print(proxy.system.listMethods())
print(proxy.system.methodHelp("notes.get"), proxy.system.methodSignature("notes.get"))
written = datetime.datetime(2026, 11, 22, 21, 40)
print(proxy.notes.put({"title": "tea", "written": written, "picture": b"\x00\xff"}))
print(proxy.notes.get("tea"))
try:
    proxy.notes.get("milk")
except xmlrpc.client.Fault as fault:
    print(fault.faultCode, fault.faultString)
multi = xmlrpc.client.MultiCall(proxy)
multi.notes.get("tea")
multi.system.listMethods()
print([type(result).__name__ for result in multi()])
"#;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let goes_on = std::env::args().nth(1).as_deref() == Some("serve");
    let listener = TcpListener::bind(("127.0.0.1", if goes_on { 8000 } else { 0 })).await?;
    let lines = PYTHON.replace("URL", &format!("http://{}/RPC2", listener.local_addr()?));
    println!("In Python:\n{lines}");

    let router = Router::new().service(NotesServer::new(Shelf::default()));
    let server = tokio::spawn(router.serve(listener));
    if goes_on {
        return Ok(server.await??);
    }
    let python = tokio::task::spawn_blocking(move || Command::new("python3").args(["-c", &lines]).output());
    match python.await? {
        Ok(said) => println!("Python printed:\n{}", String::from_utf8([said.stdout, said.stderr].concat())?),
        Err(error) => println!("python3 is not here to try it: {error}"),
    }
    Ok(())
}
