//! supervisord: basic authentication, HTTP over a unix socket, results of a multicall without arrays around
//! them.

use crate::{
    peer::PeerServer,
    report::{against, refused_with},
};
use serde::Deserialize;
use std::{thread, time::Duration};
use xmlrpc::{Client, ErrorKind, Multicall, blocking, system::SystemClient};

#[derive(Debug, Deserialize, PartialEq)]
struct SupervisorState {
    statecode: i32,
    statename: String,
}

#[derive(Debug, Deserialize)]
struct ProcessInfo {
    name: String,
    group: String,
    statename: String,
    start: i64,
    pid: u32,
    logfile: String,
}

/// The commonly used part of supervisord's API.
#[xmlrpc::api(prefix = "supervisor.", rename_all = "camelCase")]
trait Supervisor {
    async fn get_state(&self) -> xmlrpc::Result<SupervisorState>;
    async fn get_all_process_info(&self) -> xmlrpc::Result<Vec<ProcessInfo>>;
    async fn get_process_info(&self, name: &str) -> xmlrpc::Result<ProcessInfo, SupervisorError>;
    async fn start_process(&self, name: &str, wait: bool) -> xmlrpc::Result<bool, SupervisorError>;
    async fn stop_process(&self, name: &str, wait: bool) -> xmlrpc::Result<bool, SupervisorError>;
    async fn read_process_stdout_log(&self, name: &str, offset: i32, length: i32) -> xmlrpc::Result<String>;
}

#[derive(Debug, xmlrpc::FaultCode)]
enum SupervisorError {
    #[xmlrpc(code = 10)]
    BadName,
    #[xmlrpc(code = 20)]
    NoFile,
    #[xmlrpc(code = 70)]
    NotRunning,
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

/// The password has characters that a url must escape.
fn with_password(peer: &PeerServer) -> String {
    format!("http://interop:s3cret%3A%2F%40@{}/RPC2", peer.address())
}

#[test]
fn supervisord() {
    against("supervisord", |peer, report| {
        let client = blocking::Client::new(&with_password(peer)).unwrap();
        let supervisor = SupervisorClient::new(client.clone());

        report.check("scalars", || {
            assert!(supervisor.start_process("idle", true).unwrap());
            assert!(supervisor.stop_process("idle", true).unwrap());
            let log = log_of_greeter(&supervisor);
            assert_eq!(log, "ready <&> é\n");
        });
        report.check("nested", || {
            assert_eq!(
                supervisor.get_state().unwrap(),
                SupervisorState { statecode: 1, statename: "RUNNING".into() }
            );
            let all = supervisor.get_all_process_info().unwrap();
            assert_eq!(
                all.iter().map(|process| process.name.as_str()).collect::<Vec<_>>(),
                ["greeter", "idle", "missing"]
            );
            let greeter = &all[0];
            assert_eq!((greeter.group.as_str(), greeter.statename.as_str()), ("greeter", "RUNNING"));
            assert!(greeter.pid > 0 && greeter.start > 0 && !greeter.logfile.is_empty(), "{greeter:?}");
        });
        report.absent("dates", "times are integers");
        report.absent("base64", "logs are strings");
        report.absent("nil", "answered with HTTP 500");
        report.absent("i8", "never sent");
        report.check("introspection", || {
            let system = SystemClient::new(client.clone());
            assert!(system.list_methods().unwrap().iter().any(|name| name == "supervisor.startProcess"));
            assert!(system.method_help("supervisor.startProcess").unwrap().contains("Start a process"));
        });
        report.check("multicall", || {
            let batch = Multicall::new();
            let calls = SupervisorClient::new(&batch);
            let state = calls.get_state();
            let unknown = calls.get_process_info("nosuch");
            let greeter = calls.get_process_info("greeter");
            let mut replies = client.send(batch).unwrap();
            assert_eq!(replies.take(state).unwrap().statename, "RUNNING");
            assert!(matches!(replies.take(unknown), Err(SupervisorError::BadName)));
            assert_eq!(replies.take(greeter).unwrap().name, "greeter");
        });
        report.check("fault", || {
            assert!(matches!(supervisor.get_process_info("nosuch"), Err(SupervisorError::BadName)));
            assert!(matches!(supervisor.stop_process("idle", true), Err(SupervisorError::NotRunning)));
            assert!(matches!(supervisor.start_process("missing", true), Err(SupervisorError::NoFile)));
            // The same fault, with its code and message.
            let error = client.call::<_, ProcessInfo>("supervisor.getProcessInfo", ("nosuch",)).unwrap_err();
            let fault = error.fault().expect("a fault");
            assert_eq!((fault.code, fault.message.as_str()), (10, "BAD_NAME: nosuch"));
        });
        report.check("unknown method", || {
            let error = client.call::<_, i32>("supervisor.nope", ()).unwrap_err();
            assert_eq!(error.fault().map(|fault| fault.code), Some(1), "{error}");
        });
        report.check("HTTP error", || {
            let error = blocking::Client::new(&peer.url("/nowhere"));
            let client = error.unwrap().call::<_, i32>("supervisor.getState", ());
            assert_eq!(client.unwrap_err().kind(), ErrorKind::Status);
        });
        report.check("auth", || {
            let url = format!("http://interop:wr0ng@{}/RPC2", peer.address());
            let error = SupervisorClient::new(blocking::Client::new(&url).unwrap()).get_state().unwrap_err();
            assert_eq!(refused_with(&error), Some(401), "{error}");
            let text = error.to_string();
            assert!(text.contains("401") && text.contains("supervisor.getState"), "{text}");
            assert!(!text.contains("wr0ng") && !format!("{error:?}").contains("wr0ng"), "{error:?}");
        });
        report.check("unix socket", || {
            peer.wait_for_socket();
            let path = peer.socket().display().to_string();
            for url in [format!("unix://{path}"), format!("http+unix://{}/RPC2", path.replace('/', "%2F"))] {
                let supervisor = SupervisorClient::new(blocking::Client::new(&url).unwrap());
                assert_eq!(supervisor.get_state().unwrap().statename, "RUNNING", "{url}");
            }
        });
        report.check("async", || over_async(peer));
    });
}

#[tokio::main(flavor = "current_thread")]
async fn over_async(peer: &PeerServer) {
    let path = peer.socket().display().to_string();
    for url in [with_password(peer), format!("unix://{path}")] {
        let supervisor = SupervisorClient::new(Client::new(&url).unwrap());
        let (state, all) = tokio::join!(supervisor.get_state(), supervisor.get_all_process_info());
        assert_eq!(state.unwrap().statecode, 1);
        assert_eq!(all.unwrap().len(), 3);
        assert!(matches!(supervisor.get_process_info("nosuch").await, Err(SupervisorError::BadName)));
    }
}

/// Waits for output of the program, which may not have written yet.
fn log_of_greeter(supervisor: &SupervisorClient<blocking::Client>) -> String {
    for _ in 0..100 {
        let log = supervisor.read_process_stdout_log("greeter", 0, 0).unwrap();
        if !log.is_empty() {
            return log;
        }
        thread::sleep(Duration::from_millis(50));
    }
    String::new()
}
