//! Controls supervisord: lists its programs, restarts one, and shows the end of its log.
//!
//!     cargo run --example supervisord [URL [PROGRAM]]
//!
//! URL is `http://user:password@localhost:9001/RPC2`, or `unix:///run/supervisor.sock` for the socket that
//! supervisorctl uses.

#[path = "stand_in/supervisord.rs"]
mod stand_in;
mod support;

use std::error::Error;

use serde::Deserialize;
use xmlrpc::Client;

#[xmlrpc::api(prefix = "supervisor.", rename_all = "camelCase")]
trait Supervisor {
    async fn get_all_process_info(&self) -> Result<Vec<Process>>;
    async fn start_process(&self, name: &str, wait: bool) -> Result<bool>;
    async fn stop_process(&self, name: &str, wait: bool) -> Result<bool>;
    /// Returns up to `length` bytes from the offset `from`, the offset for the next call, and whether the log
    /// is longer.
    async fn tail_process_stdout_log(&self, name: &str, from: i32, length: i32) -> Result<Tail>;
}

type Tail = (String, i32, bool);
type Result<T, E = SupervisorError> = std::result::Result<T, E>;

/// What supervisord says of a program. It sends more members, and serde skips those that are not declared
/// here.
#[derive(Debug, Deserialize)]
struct Process {
    name: String,
    statename: String,
    description: String,
}

#[derive(Debug, xmlrpc::FaultCode)]
enum SupervisorError {
    #[xmlrpc(code = 10)]
    BadName,
    #[xmlrpc(code = 70)]
    NotRunning,
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl Error for SupervisorError {}
impl std::fmt::Display for SupervisorError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let supervisor = SupervisorClient::new(Client::new(&url)?);

    let processes = supervisor.get_all_process_info().await?;
    for process in &processes {
        println!("{:12} {:8} {}", process.name, process.statename, process.description);
    }
    let program = std::env::args().nth(2).or(processes.into_iter().next().map(|process| process.name));
    let program = program.ok_or("supervisord has no program")?;

    match supervisor.stop_process(&program, true).await {
        Ok(_) => println!("{program} was stopped"),
        Err(SupervisorError::NotRunning) => println!("{program} was not running"),
        Err(error) => return Err(error.into()),
    }
    println!("{program} started: {}", supervisor.start_process(&program, true).await?);
    let (log, next, _) = supervisor.tail_process_stdout_log(&program, 0, 200).await?;
    println!("the end of its log, up to byte {next}: {log:?}");
    match supervisor.start_process("no-such-program", true).await {
        Err(SupervisorError::BadName) => println!("no-such-program: supervisord knows no such name"),
        other => println!("no-such-program: {other:?}"),
    }
    Ok(())
}
