//! Answers as supervisord does, for two programs that do nothing.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use xmlrpc::{Fault, Value, server::Router, value};

/// The names of the programs, and whether each is running.
type Programs = Arc<Mutex<BTreeMap<String, bool>>>;

pub(super) fn router() -> Router {
    let programs: Programs = Arc::default();
    programs
        .lock()
        .expect("no holder panics")
        .extend([("cache".to_owned(), false), ("web".to_owned(), true)]);

    let all = Arc::clone(&programs);
    let info = move || {
        let all = all.lock().expect("no holder panics");
        Ok(all.iter().map(|(name, runs)| info(name, *runs)).collect::<Vec<Value>>())
    };
    Router::new()
        .function("supervisor.getAllProcessInfo", info)
        .function("supervisor.startProcess", switch(&programs, true))
        .function("supervisor.stopProcess", switch(&programs, false))
        .function("supervisor.tailProcessStdoutLog", |name: String, _offset: i32, _length: i32| {
            let log = format!("{name}: listening on <port 80> & ready\n");
            let end = i32::try_from(log.len()).unwrap_or(i32::MAX);
            Ok((log, end, false))
        })
}

fn info(name: &str, runs: bool) -> Value {
    let (statename, pid, description) =
        if runs { ("RUNNING", 4711, "pid 4711, uptime 0:10:00") } else { ("STOPPED", 0, "Not started") };
    value!({
        "name": name, "group": name, "statename": statename,
        "pid": pid, "description": description, "exitstatus": 0,
    })
}

/// Makes the methods `startProcess` and `stopProcess`, with supervisord's fault codes.
fn switch(
    programs: &Programs,
    on: bool,
) -> impl Fn(String, bool) -> Result<bool, Fault> + Send + Sync + 'static {
    let programs = Arc::clone(programs);
    move |name, _wait| {
        let mut programs = programs.lock().expect("no holder panics");
        match programs.get_mut(&name) {
            None => Err(Fault::new(10, format!("BAD_NAME: {name}"))),
            Some(runs) if *runs == on && on => Err(Fault::new(60, format!("ALREADY_STARTED: {name}"))),
            Some(runs) if *runs == on => Err(Fault::new(70, format!("NOT_RUNNING: {name}"))),
            Some(runs) => {
                *runs = on;
                Ok(true)
            }
        }
    }
}
