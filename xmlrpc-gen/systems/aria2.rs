//! aria2, by `xmlrpc gen`. Yours to edit; `aria2.gen.toml` holds what is to be generated otherwise.
// The server sends notifications: aria2.onDownloadStart, aria2.onDownloadPause,
// aria2.onDownloadStop, aria2.onDownloadComplete, aria2.onDownloadError,
// aria2.onBtDownloadComplete.
// Methods that only ever answered with faults: aria2.nope.
#![allow(clippy::doc_markdown, reason = "the documentation is the server's")]
#![allow(clippy::missing_errors_doc, reason = "every call fails for the same reasons")]
#![allow(clippy::struct_excessive_bools, reason = "the structs are the server's")]
#![allow(clippy::struct_field_names, reason = "the names are the server's")]

use serde::{Deserialize, Serialize};

/// The methods `aria2.*`.
///
/// Every call has parameters in front that are the same for all methods, such as a session. Give
/// them to the client with `with_leading_params`:
///
/// * parameter 0: `String`
#[xmlrpc::api(prefix = "aria2.", rename_all = "camelCase")]
pub trait Aria2 {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_metalink(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    // TODO: a parameter is not known, or was of several types.
    async fn add_torrent(
        &self,
        arg1: &xmlrpc::Base64,
        arg2: &[xmlrpc::Value],
        arg3: &AddTorrentOptions,
    ) -> xmlrpc::Result<String>;
    /// Learned from: 4 replies.
    async fn add_uri(
        &self,
        arg1: &[&str],
        arg2: &AddUriOptions,
        #[xmlrpc(optional)]
        arg3: Option<i32>,
    ) -> xmlrpc::Result<String>;
    /// Learned from: 1 reply.
    async fn change_global_option(
        &self,
        arg1: &std::collections::BTreeMap<String, String>,
    ) -> xmlrpc::Result<String>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn change_option(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    async fn change_position(
        &self,
        arg1: &str,
        arg2: i32,
        arg3: &str,
    ) -> xmlrpc::Result<i32>;
    /// Learned from: 1 reply.
    // TODO: a parameter is not known, or was of several types.
    async fn change_uri(
        &self,
        arg1: &str,
        arg2: i32,
        arg3: &[xmlrpc::Value],
        arg4: &[&str],
    ) -> xmlrpc::Result<Vec<i32>>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn force_pause(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn force_pause_all(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn force_remove(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn force_shutdown(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_files(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_global_option(
        &self,
    ) -> xmlrpc::Result<std::collections::BTreeMap<String, String>>;
    /// Learned from: 2 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_global_stat(&self) -> xmlrpc::Result<GlobalStat>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_option(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_peers(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_servers(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 3 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_session_info(&self) -> xmlrpc::Result<SessionInfo>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get_uris(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 2 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_version(&self) -> xmlrpc::Result<Version>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn pause(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn pause_all(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn purge_download_result(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    async fn remove(&self, arg1: &str) -> xmlrpc::Result<String>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn remove_download_result(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn save_session(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn shutdown(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    // TODO: nothing is known of the elements; only empty arrays were seen, or none.
    async fn tell_active(&self) -> xmlrpc::Result<Vec<xmlrpc::Value>>;
    /// Learned from: 2 replies.
    // A parameter chooses the members of the result, so each of them may be absent.
    async fn tell_status(
        &self,
        arg1: &str,
        #[xmlrpc(optional)]
        arg2: Option<&[&str]>,
    ) -> xmlrpc::Result<Status>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tell_stopped(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 2 replies.
    // A parameter chooses the members of the result, so each of them may be absent.
    async fn tell_waiting(
        &self,
        arg1: i32,
        arg2: i32,
        #[xmlrpc(optional)]
        arg3: Option<&[&str]>,
    ) -> xmlrpc::Result<Vec<Status>>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unpause(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unpause_all(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `system.*`.
///
/// Every call has parameters in front that are the same for all methods, such as a session. Give
/// them to the client with `with_leading_params`:
///
/// * parameter 0: `String`
#[xmlrpc::api(prefix = "system.", rename_all = "camelCase")]
pub trait System {
    /// Learned from: 2 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn list_notifications(&self) -> xmlrpc::Result<Vec<String>>;
}

/// Keyword arguments of `aria2.addTorrent(2)`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AddTorrentOptions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<String>,
}

/// Keyword arguments of `aria2.addUri(1)`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AddUriOptions {
    // TODO: values of several types were seen here, or none that tells one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<xmlrpc::Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gid: Option<String>,
}

/// Part of `aria2.tellStatus().files`, `aria2.tellWaiting().files`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct File {
    pub completed_length: String,
    pub index: String,
    pub length: String,
    pub path: String,
    pub selected: String,
    pub uris: Vec<Uri>,
}

/// Part of `aria2.getGlobalStat()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GlobalStat {
    pub download_speed: String,
    pub num_active: String,
    pub num_stopped: String,
    pub num_stopped_total: String,
    pub num_waiting: String,
    pub upload_speed: String,
}

/// Part of `aria2.getSessionInfo()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionInfo {
    pub session_id: String,
}

/// Part of `aria2.tellStatus()`, `aria2.tellWaiting()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_length: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connections: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dir: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub download_speed: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<Vec<File>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gid: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub num_pieces: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piece_length: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_length: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upload_length: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upload_speed: Option<String>,
}

/// Part of `aria2.tellStatus().files.uris`, `aria2.tellWaiting().files.uris`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Uri {
    pub status: String,
    pub uri: String,
}

/// Part of `aria2.getVersion()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    pub enabled_features: Vec<String>,
    pub version: String,
}
