//! Measures everything, prints the table of promises, and writes `RESULTS.md` and `results.json`.
//!
//! With the argument `http` it measures only the calls over a socket, prints their table and writes nothing.

use benchmarks::{
    callgrind, growth_rate, http, markdown,
    measurement::{self, Measurement},
    targets::Figures,
};
use serde_json::json;
use std::{fs, path::PathBuf, process::Command};

fn main() {
    let programs = std::env::current_exe().expect("a path").parent().expect("a folder").to_path_buf();
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let dumps = here.join("target/callgrind");
    let own = |program: &str, arguments: &[&str]| -> Vec<Measurement> {
        measurement::parse(&output(Command::new(programs.join(program)).args(arguments)))
    };

    let calls = || {
        eprintln!("calling and serving …");
        http::rounds::measure(&here.join("target/plain/release/http"), &programs.join("http"))
    };
    if std::env::args().nth(1).as_deref() == Some("http") {
        return println!("{}", markdown::http(&Figures(calls())));
    }
    eprintln!("counting instructions …");
    let mut figures = callgrind::count(&programs.join("instructions"), &[], &dumps.join("cases"));
    eprintln!("counting allocations …");
    figures.extend(own("weights", &[]));
    eprintln!("timing …");
    figures.extend(own("clock", &[]));
    figures.extend(own("clock", &["sizes"]));
    figures.extend(calls());
    eprintln!("measuring growth …");
    let mut growth = callgrind::count(&programs.join("instructions"), &["growth"], &dumps.join("growth"));
    growth.extend(own("weights", &["growth"]));

    let figures = Figures(figures);
    let rows = figures.rows();
    let rates = growth_rate::compare(&growth);
    let environment = environment();
    let targets = markdown::targets(&rows);
    let growth_table = markdown::growth(&rates);
    let text = format!(
        "<!-- Written by benchmarks/run.sh. -->\n{HOW}\n{environment}\n\n## What is promised\n\n{targets}\n\
         ## By the size of the document\n\n{}\n\
         ## Growth\n\n{growth_table}\n## HTTP\n\n{}\n## Every figure\n\n{}",
        markdown::sizes(&figures),
        markdown::http(&figures),
        markdown::everything(&figures).trim_end()
    );
    fs::write(here.join("RESULTS.md"), text + "\n").expect("RESULTS.md");
    let results = json!({"environment": environment, "figures": figures.0, "growth": growth});
    fs::write(here.join("results.json"), serde_json::to_string_pretty(&results).expect("plain data") + "\n")
        .expect("results.json");
    println!("{targets}\n{growth_table}");
}

const HOW: &str = "# Speed

All figures are of one run, with all libraries in the same programs and cargo's release profile.
Instructions are counted by callgrind, for one decode or encode including the drop of the result, after one
uncounted call. They repeat exactly. Times are the best of 15 rounds in which all libraries take turns; on a
shared machine they vary by up to 20 %. CPU a call is the processor time of the client's process or of the
server's process, the least of 7 rounds. An item is a record, a number, or a text of 4 KB; for the blob and
the small call it is the whole document. In the table of promises the ratio is our figure divided by the
peer's where the target is an upper limit, and how many times faster ours is where it is a lower limit. For
allocations and peak heap it is the figure that the target limits. The stretch target is in brackets.

`serde_json` reads and writes the same records as JSON. It reads a `&str`, so it does not check UTF-8, while
ours reads bytes, as they come from a socket, and checks them (except for the texts). Ours and dxr read
dates as dates, the others as text. `serde_xmlrpc` does not decode `&amp;` and other references in strings,
so its decoding of records and texts gives wrong content. It and `bare quick-xml loop` check less than ours.
Base64 alone decodes one line, ours the lines of 76 digits that CPython writes; `serde_xmlrpc` refuses
those, so it gets one line too. `base64 alone` is the engine that its crate has for every machine, and
`base64's vector engine` is the one that our crate uses as well.

Our crates, bare reqwest and bare axum are compared in a build without the other XML-RPC libraries, which
turn on features of both that cost every request. Those libraries run in their own build.

Clients and servers share one processor. On two processors, each would go to sleep after every call, which
costs more than the call and differs from run to run.
";

fn environment() -> String {
    let rustc = output(Command::new("rustc").arg("--version"));
    let valgrind = output(Command::new("valgrind").arg("--version"));
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpus.lines().find_map(|line| line.strip_prefix("model name\t: ")).unwrap_or("an unknown processor");
    let count = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!("Machine: {count} x {model}; {}; {}.", rustc.trim(), valgrind.trim())
}

fn output(command: &mut Command) -> String {
    let output = command.stderr(std::process::Stdio::inherit()).output().expect("a program");
    assert!(output.status.success(), "{command:?} failed");
    String::from_utf8(output.stdout).expect("text")
}
