//! `repl` on a terminal.

#![cfg(unix)]

mod background;

use background::{Fake, Home, between, fault, reply};
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::{
    io::{Read as _, Write},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(30);

/// The program on a pseudo terminal.
struct Terminal {
    shown: Arc<Mutex<String>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Terminal {
    fn start(home: &Home, words: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_xmlrpc"));
        command.args(words);
        command.env("HOME", &home.path);
        for name in ["CONFIG", "CACHE", "STATE"] {
            command.env(format!("XDG_{name}_HOME"), home.path.join(name.to_lowercase()));
        }
        command.env("TERM", "xterm");
        command.cwd(home.path.join("project/deep"));
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let shown = Arc::new(Mutex::new(String::new()));
        let all = Arc::clone(&shown);
        thread::spawn(move || {
            // The terminal stays open as long as somebody reads it.
            let _master = pair.master;
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                *all.lock().unwrap() += &String::from_utf8_lossy(&buffer[..count]);
            }
        });
        Self { shown, keys, child }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until a text is shown, and forgets what was shown up to it.
    #[track_caller]
    fn shows(&self, text: &str) {
        let started = Instant::now();
        loop {
            let mut shown = self.shown.lock().unwrap();
            if let Some(at) = shown.find(text) {
                shown.drain(..at + text.len());
                return;
            }
            assert!(started.elapsed() < PATIENCE, "{text:?} is not shown in {shown:?}");
            drop(shown);
            thread::sleep(Duration::from_millis(10));
        }
    }
}

#[test]
fn an_interrupt_cancels_the_call_and_not_the_program() {
    let home = Home::new();
    let server = Fake::start(|request| match between(request, "<methodName>", "</methodName>") {
        "system.listMethods" => {
            reply("<value><array><data><value>slow.call</value><value>echo</value></data></array></value>")
        }
        "slow.call" => {
            thread::sleep(Duration::from_mins(1));
            reply("<value>late</value>")
        }
        "echo" => reply("<value>a \u{202e}b</value>"),
        method => fault(-506, &format!("Method '{method}' not defined")),
    });
    let mut terminal = Terminal::start(&home, &["repl", &server.url]);
    terminal.shows("2 methods");
    terminal.shows("> ");
    // Tab completes the method.
    terminal.press("slo\t\r");
    let started = Instant::now();
    while !server.methods().iter().any(|name| name == "slow.call") {
        assert!(started.elapsed() < PATIENCE, "{:?}", terminal.shown.lock().unwrap());
        thread::sleep(Duration::from_millis(10));
    }
    terminal.press("\u{3}");
    terminal.shows("cancelled; the call may have run");
    terminal.shows("> ");
    // Brackets that are open go on in the next line.
    terminal.press("echo {\r");
    terminal.press("\"a\": 1}\r");
    terminal.shows("\\u202eb");
    terminal.press(":time\r");
    terminal.shows("times are shown");
    terminal.press(":raw\r");
    terminal.shows("<methodResponse>");
    // Ctrl-C at the prompt does nothing, and Ctrl-D ends the program.
    terminal.shows("> ");
    terminal.press("\u{3}");
    terminal.shows("> ");
    // A key that comes before the editor reads would be one of the terminal's own.
    terminal.shows("\u{1b}[?2026l");
    terminal.press("\u{4}");
    let started = Instant::now();
    let status = loop {
        if let Some(status) = terminal.child.try_wait().unwrap() {
            break status;
        }
        assert!(started.elapsed() < PATIENCE, "{:?}", terminal.shown.lock().unwrap());
        thread::sleep(Duration::from_millis(10));
    };
    assert_eq!(status.exit_code(), 0);
}
