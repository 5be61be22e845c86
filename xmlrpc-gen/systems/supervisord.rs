//! supervisord, by `xmlrpc gen`. Yours to edit; `supervisord.gen.toml` holds what is to be
//! generated otherwise.
// Methods that only ever answered with faults: supervisor.nope.
#![allow(clippy::doc_markdown, reason = "the documentation is the server's")]
#![allow(clippy::missing_errors_doc, reason = "every call fails for the same reasons")]
#![allow(clippy::struct_excessive_bools, reason = "the structs are the server's")]
#![allow(clippy::struct_field_names, reason = "the names are the server's")]

use serde::{Deserialize, Serialize};

/// The methods `supervisor.*`.
#[xmlrpc::api(prefix = "supervisor.", rename_all = "camelCase")]
pub trait Supervisor {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_process_group(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn clear_all_process_logs(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn clear_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn clear_process_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn clear_process_logs(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    #[xmlrpc(name = "getAPIVersion")]
    async fn get_api_version(&self) -> Result<String, SupervisorFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_all_config_info(&self) -> Result<Vec<ConfigInfo>, SupervisorFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_all_process_info(&self) -> Result<Vec<ProcessInfo>, SupervisorFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_identification(&self) -> Result<String, SupervisorFault>;
    /// Learned from: 2 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    #[xmlrpc(name = "getPID")]
    async fn get_pid(&self) -> Result<i32, SupervisorFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_process_info(&self, arg1: &str) -> Result<ProcessInfo, SupervisorFault>;
    /// Learned from: 7 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_state(&self) -> Result<State, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_supervisor_version(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_version(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn read_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn read_main_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn read_process_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn read_process_stderr_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: 1 reply.
    async fn read_process_stdout_log(
        &self,
        arg1: &str,
        arg2: i32,
        arg3: i32,
    ) -> Result<String, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn reload_config(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn remove_process_group(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn restart(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: 1 reply.
    async fn send_process_stdin(
        &self,
        arg1: &str,
        arg2: &str,
    ) -> Result<bool, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn send_remote_comm_event(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn shutdown(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn signal_all_processes(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: 1 reply.
    async fn signal_process(
        &self,
        arg1: &str,
        arg2: &str,
    ) -> Result<bool, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn signal_process_group(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn start_all_processes(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Start a process
    ///
    /// * `name`: Process name (or `group:name`, or `group:*`)
    /// * `wait`: Wait for process to be fully started
    ///
    /// Returns: Always true unless error
    ///
    /// Learned from: signature (`boolean`), docstring, 3 replies.
    async fn start_process(
        &self,
        name: &str,
        wait: bool,
    ) -> Result<bool, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn start_process_group(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn stop_all_processes(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: 2 replies.
    async fn stop_process(
        &self,
        arg1: &str,
        #[xmlrpc(optional)]
        arg2: Option<bool>,
    ) -> Result<bool, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn stop_process_group(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tail_process_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tail_process_stderr_log(&self) -> Result<xmlrpc::Value, SupervisorFault>;
    /// Learned from: 2 replies.
    async fn tail_process_stdout_log(
        &self,
        arg1: &str,
        arg2: i64,
        arg3: i64,
    ) -> Result<(String, i32, bool), SupervisorFault>;
}

/// Part of `supervisor.getAllConfigInfo()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ConfigInfo {
    pub autostart: bool,
    pub directory: String,
    pub uid: String,
    pub command: String,
    pub exitcodes: Vec<i32>,
    pub group: String,
    pub group_prio: i32,
    pub inuse: bool,
    pub killasgroup: bool,
    pub name: String,
    pub process_prio: i32,
    pub redirect_stderr: bool,
    pub startretries: i32,
    pub startsecs: i32,
    pub stdout_capture_maxbytes: i32,
    pub stdout_events_enabled: bool,
    pub stdout_logfile: String,
    pub stdout_logfile_backups: i32,
    pub stdout_logfile_maxbytes: i32,
    pub stdout_syslog: bool,
    pub stopsignal: i32,
    pub stopwaitsecs: i32,
    pub stderr_capture_maxbytes: i32,
    pub stderr_events_enabled: bool,
    pub stderr_logfile: String,
    pub stderr_logfile_backups: i32,
    pub stderr_logfile_maxbytes: i32,
    pub stderr_syslog: bool,
    pub serverurl: String,
}

/// Part of `supervisor.getAllProcessInfo()`, `supervisor.getProcessInfo()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct ProcessInfo {
    pub name: String,
    pub group: String,
    pub start: i32,
    pub stop: i32,
    pub now: i32,
    pub state: i32,
    pub statename: String,
    pub spawnerr: String,
    pub exitstatus: i32,
    pub logfile: String,
    pub stdout_logfile: String,
    pub stderr_logfile: String,
    pub pid: i32,
    pub description: String,
}

/// Part of `supervisor.getState()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct State {
    pub statecode: i32,
    pub statename: String,
}

/// How `supervisor.*` fail.
#[derive(Debug, xmlrpc::FaultCode)]
pub enum SupervisorFault {
    #[xmlrpc(code = 1, message = "UNKNOWN_METHOD")]
    UnknownMethod,
    #[xmlrpc(code = 2, message = "INCORRECT_PARAMETERS")]
    IncorrectParameters,
    #[xmlrpc(code = 10, message = "BAD_NAME")]
    BadName,
    #[xmlrpc(code = 20, message = "NO_FILE")]
    NoFile,
    /// Any other failure.
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl std::fmt::Display for SupervisorFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Other(error) => error.fmt(f),
            Self::UnknownMethod => f.write_str("UNKNOWN_METHOD"),
            Self::IncorrectParameters => f.write_str("INCORRECT_PARAMETERS"),
            Self::BadName => f.write_str("BAD_NAME"),
            Self::NoFile => f.write_str("NO_FILE"),
        }
    }
}

impl std::error::Error for SupervisorFault {}
