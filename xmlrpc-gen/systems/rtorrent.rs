//! rtorrent, by `xmlrpc gen`. Yours to edit; `rtorrent.gen.toml` holds what is to be generated
//! otherwise.
// Methods that only ever answered with faults: nope.
#![allow(clippy::doc_markdown, reason = "the documentation is the server's")]
#![allow(clippy::missing_errors_doc, reason = "every call fails for the same reasons")]
#![allow(clippy::struct_excessive_bools, reason = "the structs are the server's")]
#![allow(clippy::struct_field_names, reason = "the names are the server's")]

use serde::{Deserialize, Serialize};

/// The methods without a namespace.
#[xmlrpc::api]
pub trait Rtorrent {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_peer(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn and(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn bind(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn branch(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn cat(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn catch(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn check_hash(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn close_low_diskspace(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn close_untied(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn compare(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn connection_leech(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn connection_seed(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn dht(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn dht_port(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn directory(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: 2 replies.
    async fn download_list(
        &self,
        arg1: &str,
        arg2: &str,
    ) -> Result<Vec<String>, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn download_rate(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn encoding_list(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn encryption(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn equal(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn execute(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn execute2(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "false")]
    async fn false_(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn greater(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "if")]
    async fn if_(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn import(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn ip(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn key_layout(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn less(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "match")]
    async fn match_(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_downloads(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_downloads_div(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_downloads_global(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_memory_usage(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_peers(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_peers_seed(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_uploads(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_uploads_div(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_uploads_global(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_downloads(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_peers(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_peers_seed(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_uploads(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn not(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn on_ratio(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn or(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port_random(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port_range(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn print(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn proxy_address(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn remove_untied(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scgi_local(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scgi_port(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn schedule(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn schedule2(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn schedule_remove(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn schedule_remove2(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn session(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn start_tied(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn stop_untied(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_date(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_elapsed_time(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_gm_date(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_gm_time(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_kb(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_mb(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_throttle(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_time(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn to_xb(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn torrent_list_layout(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "try")]
    async fn try_(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn try_import(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn upload_rate(&self) -> Result<xmlrpc::Value, RtorrentFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn value(&self) -> Result<xmlrpc::Value, RtorrentFault>;
}

/// The methods `choke_group.*`.
#[xmlrpc::api(prefix = "choke_group.")]
pub trait ChokeGroup {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.heuristics")]
    async fn down_heuristics(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.heuristics.set")]
    async fn down_heuristics_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.max")]
    async fn down_max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.max.set")]
    async fn down_max_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.max.unlimited")]
    async fn down_max_unlimited(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.queued")]
    async fn down_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.rate")]
    async fn down_rate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.total")]
    async fn down_total(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.unchoked")]
    async fn down_unchoked(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "general.size")]
    async fn general_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn index_of(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn insert(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn list(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tracker.mode")]
    async fn tracker_mode(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tracker.mode.set")]
    async fn tracker_mode_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.heuristics")]
    async fn up_heuristics(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.heuristics.set")]
    async fn up_heuristics_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.max")]
    async fn up_max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.max.set")]
    async fn up_max_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.max.unlimited")]
    async fn up_max_unlimited(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.queued")]
    async fn up_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.rate")]
    async fn up_rate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.total")]
    async fn up_total(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.unchoked")]
    async fn up_unchoked(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `convert.*`.
#[xmlrpc::api(prefix = "convert.")]
pub trait Convert {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn date(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn elapsed_time(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn gm_date(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn gm_time(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn kb(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn mb(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn throttle(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn time(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn xb(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `d.*`.
#[xmlrpc::api(prefix = "d.")]
pub trait D {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn accepting_seeders(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "accepting_seeders.disable")]
    async fn accepting_seeders_disable(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "accepting_seeders.enable")]
    async fn accepting_seeders_enable(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn base_filename(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn base_path(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn bitfield(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn bytes_done(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn check_hash(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn chunk_size(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn chunks_hashed(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn chunks_seen(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn close(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "close.directly")]
    async fn close_directly(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn complete(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn completed_bytes(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn completed_chunks(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn connection_current(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "connection_current.set")]
    async fn connection_current_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn connection_leech(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn connection_seed(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn create_link(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn creation_date(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: 2 replies.
    async fn custom(&self, arg1: &str, arg2: &str) -> Result<String, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom.if_z")]
    async fn custom_if_z(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom.items")]
    async fn custom_items(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom.keys")]
    async fn custom_keys(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "custom.set")]
    async fn custom_set(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &str,
    ) -> Result<i32, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn custom1(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom1.set")]
    async fn custom1_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn custom2(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom2.set")]
    async fn custom2_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn custom3(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom3.set")]
    async fn custom3_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn custom4(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom4.set")]
    async fn custom4_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn custom5(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "custom5.set")]
    async fn custom5_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn custom_throw(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn delete_link(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn delete_tied(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn directory(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "directory.set")]
    async fn directory_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn directory_base(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "directory_base.set")]
    async fn directory_base_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "disconnect.seeders")]
    async fn disconnect_seeders(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.choke_heuristics")]
    async fn down_choke_heuristics(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.choke_heuristics.leech")]
    async fn down_choke_heuristics_leech(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.choke_heuristics.seed")]
    async fn down_choke_heuristics_seed(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.choke_heuristics.set")]
    async fn down_choke_heuristics_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.rate")]
    async fn down_rate(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.total")]
    async fn down_total(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn downloads_max(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "downloads_max.set")]
    async fn downloads_max_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn downloads_min(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "downloads_min.set")]
    async fn downloads_min_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn erase(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn free_diskspace(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn group(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "group.name")]
    async fn group_name(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "group.set")]
    async fn group_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn hash(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn hashing(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn hashing_failed(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "hashing_failed.set")]
    async fn hashing_failed_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn ignore_commands(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "ignore_commands.set")]
    async fn ignore_commands_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn incomplete(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_active(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_hash_checked(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_hash_checking(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_meta(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_multi_file(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_not_partially_done(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_open(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_partially_done(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_pex_active(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_private(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn left_bytes(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn load_date(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn loaded_file(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn local_id(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn local_id_html(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_file_size(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_file_size.set")]
    async fn max_file_size_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_size_pex(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn message(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "message.set")]
    async fn message_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn mode(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "multicall.filtered")]
    async fn multicall_filtered(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: 1 reply.
    // TODO: a part of the result is not known.
    // A row has one value for each column; recorded were: d.name=.
    // The server takes any number of the last parameters; add as many as you need.
    #[allow(clippy::too_many_arguments, reason = "the server's method is like this")]
    async fn multicall2(
        &self,
        arg1: &str,
        arg2: &str,
        #[xmlrpc(optional)]
        column_1: Option<&str>,
        #[xmlrpc(optional)]
        column_2: Option<&str>,
        #[xmlrpc(optional)]
        column_3: Option<&str>,
        #[xmlrpc(optional)]
        column_4: Option<&str>,
        #[xmlrpc(optional)]
        column_5: Option<&str>,
    ) -> Result<Vec<Vec<xmlrpc::Value>>, DFault>;
    /// Learned from: 2 replies.
    async fn name(&self, arg1: &str) -> Result<String, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn open(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn pause(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peer_exchange(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "peer_exchange.set")]
    async fn peer_exchange_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peers_accounted(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peers_complete(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peers_connected(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peers_max(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "peers_max.set")]
    async fn peers_max_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peers_min(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "peers_min.set")]
    async fn peers_min_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peers_not_connected(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn priority(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "priority.set")]
    async fn priority_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn priority_str(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn ratio(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn resume(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn save_full_session(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn save_resume(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_bytes(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_chunks(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_files(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_pex(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "skip.rate")]
    async fn skip_rate(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "skip.total")]
    async fn skip_total(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn start(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn state(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn state_changed(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn state_counter(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn stop(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn throttle_name(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle_name.set")]
    async fn throttle_name_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tied_to_file(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tied_to_file.set")]
    async fn tied_to_file_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "timestamp.finished")]
    async fn timestamp_finished(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "timestamp.started")]
    async fn timestamp_started(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tracker.insert")]
    async fn tracker_insert(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tracker.send_scrape")]
    async fn tracker_send_scrape(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tracker_announce(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tracker_announce.force")]
    async fn tracker_announce_force(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tracker_focus(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tracker_numwant(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tracker_numwant.set")]
    async fn tracker_numwant_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tracker_size(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn try_close(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn try_start(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn try_stop(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.choke_heuristics")]
    async fn up_choke_heuristics(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.choke_heuristics.leech")]
    async fn up_choke_heuristics_leech(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.choke_heuristics.seed")]
    async fn up_choke_heuristics_seed(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.choke_heuristics.set")]
    async fn up_choke_heuristics_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.rate")]
    async fn up_rate(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.total")]
    async fn up_total(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn update_priorities(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn uploads_max(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "uploads_max.set")]
    async fn uploads_max_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn uploads_min(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "uploads_min.set")]
    async fn uploads_min_set(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn views(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "views.has")]
    async fn views_has(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "views.push_back")]
    async fn views_push_back(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "views.push_back_unique")]
    async fn views_push_back_unique(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "views.remove")]
    async fn views_remove(&self) -> Result<xmlrpc::Value, DFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn wanted_chunks(&self) -> Result<xmlrpc::Value, DFault>;
}

/// The methods `dht.*`.
#[xmlrpc::api(prefix = "dht.")]
pub trait Dht {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_node(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "mode.set")]
    async fn mode_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "port.set")]
    async fn port_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn statistics(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.name")]
    async fn throttle_name(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.name.set")]
    async fn throttle_name_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `directory.*`.
#[xmlrpc::api(prefix = "directory.")]
pub trait Directory {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn default(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "default.set")]
    async fn default_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "watch.added")]
    async fn watch_added(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `elapsed.*`.
#[xmlrpc::api(prefix = "elapsed.")]
pub trait Elapsed {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn greater(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn less(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `encoding.*`.
#[xmlrpc::api(prefix = "encoding.")]
pub trait Encoding {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `event.*`.
#[xmlrpc::api(prefix = "event.")]
pub trait Event {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.closed")]
    async fn download_closed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.erased")]
    async fn download_erased(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.finished")]
    async fn download_finished(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.hash_done")]
    async fn download_hash_done(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.hash_failed")]
    async fn download_hash_failed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.hash_final_failed")]
    async fn download_hash_final_failed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.hash_queued")]
    async fn download_hash_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.hash_removed")]
    async fn download_hash_removed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.inserted")]
    async fn download_inserted(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.inserted_new")]
    async fn download_inserted_new(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.inserted_session")]
    async fn download_inserted_session(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.opened")]
    async fn download_opened(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.paused")]
    async fn download_paused(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "download.resumed")]
    async fn download_resumed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "system.shutdown")]
    async fn system_shutdown(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "system.startup_done")]
    async fn system_startup_done(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "view.hide")]
    async fn view_hide(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "view.show")]
    async fn view_show(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `execute.*`.
#[xmlrpc::api(prefix = "execute.")]
pub trait Execute {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn capture(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn capture_nothrow(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn nothrow(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "nothrow.bg")]
    async fn nothrow_bg(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "raw")]
    async fn raw_(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "raw.bg")]
    async fn raw_bg(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn raw_nothrow(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "raw_nothrow.bg")]
    async fn raw_nothrow_bg(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn throw(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throw.bg")]
    async fn throw_bg(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `f.*`.
#[xmlrpc::api(prefix = "f.")]
pub trait F {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn completed_chunks(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn frozen_path(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_create_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_created(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_open(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_resize_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn last_touched(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn match_depth_next(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn match_depth_prev(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    // TODO: a part of the result is not known.
    #[xmlrpc(name = "multicall")]
    async fn multicall_method(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &str,
        arg4: &str,
    ) -> xmlrpc::Result<Vec<Vec<xmlrpc::Value>>>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn offset(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn path(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn path_components(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn path_depth(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn prioritize_first(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_first.disable")]
    async fn prioritize_first_disable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_first.enable")]
    async fn prioritize_first_enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn prioritize_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_last.disable")]
    async fn prioritize_last_disable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_last.enable")]
    async fn prioritize_last_enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn priority(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "priority.set")]
    async fn priority_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn range_first(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn range_second(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set_create_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set_resize_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_bytes(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_chunks(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unset_create_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unset_resize_queued(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `fi.*`.
#[xmlrpc::api(prefix = "fi.")]
pub trait Fi {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn filename_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_file(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `file.*`.
#[xmlrpc::api(prefix = "file.")]
pub trait File {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn append(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn prioritize_toc(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.first")]
    async fn prioritize_toc_first(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.first.push_back")]
    async fn prioritize_toc_first_push_back(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.first.set")]
    async fn prioritize_toc_first_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.last")]
    async fn prioritize_toc_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.last.push_back")]
    async fn prioritize_toc_last_push_back(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.last.set")]
    async fn prioritize_toc_last_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "prioritize_toc.set")]
    async fn prioritize_toc_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `group.*`.
#[xmlrpc::api(prefix = "group.")]
pub trait Group {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn insert(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn insert_persistent_view(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.command")]
    async fn seeding_ratio_command(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.disable")]
    async fn seeding_ratio_disable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.enable")]
    async fn seeding_ratio_enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.max")]
    async fn seeding_ratio_max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.max.set")]
    async fn seeding_ratio_max_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.min")]
    async fn seeding_ratio_min(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.min.set")]
    async fn seeding_ratio_min_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.upload")]
    async fn seeding_ratio_upload(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.upload.set")]
    async fn seeding_ratio_upload_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.view")]
    async fn seeding_view(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.view.set")]
    async fn seeding_view_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `group2.*`.
#[xmlrpc::api(prefix = "group2.")]
pub trait Group2 {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.max")]
    async fn seeding_ratio_max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.max.set")]
    async fn seeding_ratio_max_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.min")]
    async fn seeding_ratio_min(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.min.set")]
    async fn seeding_ratio_min_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.upload")]
    async fn seeding_ratio_upload(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.ratio.upload.set")]
    async fn seeding_ratio_upload_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.view")]
    async fn seeding_view(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "seeding.view.set")]
    async fn seeding_view_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `ip_tables.*`.
#[xmlrpc::api(prefix = "ip_tables.")]
pub trait IpTables {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn insert_table(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_data(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `ipv4_filter.*`.
#[xmlrpc::api(prefix = "ipv4_filter.")]
pub trait Ipv4Filter {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn dump(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn load(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_data(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `keys.*`.
#[xmlrpc::api(prefix = "keys.")]
pub trait Keys {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn layout(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "layout.set")]
    async fn layout_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `lab.*`.
#[xmlrpc::api(prefix = "lab.")]
pub trait Lab {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn x(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "x.set")]
    async fn x_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `load.*`.
#[xmlrpc::api(prefix = "load.")]
pub trait Load {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn normal(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "raw")]
    async fn raw_(&self, arg1: &str, arg2: &xmlrpc::Base64) -> xmlrpc::Result<i32>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn raw_start(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn raw_start_verbose(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn raw_verbose(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn start(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn start_verbose(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn verbose(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `log.*`.
#[xmlrpc::api(prefix = "log.")]
pub trait Log {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add_output(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn close(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn execute(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn open_file(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn open_file_pid(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn open_gz_file(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn open_gz_file_pid(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "vmmap.dump")]
    async fn vmmap_dump(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn xmlrpc(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `math.*`.
#[xmlrpc::api(prefix = "math.", rename_all = "camelCase")]
pub trait Math {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn avg(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn cnt(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn div(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn med(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn mod_(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn mul(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn sub(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `method.*`.
#[xmlrpc::api(prefix = "method.")]
pub trait Method {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "const")]
    async fn const_(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "const.enable")]
    async fn const_enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn erase(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn get(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn has_key(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    async fn insert(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &str,
        arg4: i32,
    ) -> xmlrpc::Result<i32>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.bool")]
    async fn insert_bool(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.c_simple")]
    async fn insert_c_simple(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.list")]
    async fn insert_list(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.s_c_simple")]
    async fn insert_s_c_simple(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.simple")]
    async fn insert_simple(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.string")]
    async fn insert_string(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "insert.value")]
    async fn insert_value(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn list_keys(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn redirect(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn rlookup(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "rlookup.clear")]
    async fn rlookup_clear(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set_key(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn use_deprecated(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "use_deprecated.set")]
    async fn use_deprecated_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn use_intermediate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "use_intermediate.set")]
    async fn use_intermediate_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `network.*`.
#[xmlrpc::api(prefix = "network.")]
pub trait Network {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn bind_address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "bind_address.set")]
    async fn bind_address_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.cacert")]
    async fn http_cacert(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.cacert.set")]
    async fn http_cacert_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.capath")]
    async fn http_capath(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.capath.set")]
    async fn http_capath_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.current_open")]
    async fn http_current_open(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.dns_cache_timeout")]
    async fn http_dns_cache_timeout(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.dns_cache_timeout.set")]
    async fn http_dns_cache_timeout_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.max_open")]
    async fn http_max_open(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.max_open.set")]
    async fn http_max_open_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.proxy_address")]
    async fn http_proxy_address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.proxy_address.set")]
    async fn http_proxy_address_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.ssl_verify_host")]
    async fn http_ssl_verify_host(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.ssl_verify_host.set")]
    async fn http_ssl_verify_host_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.ssl_verify_peer")]
    async fn http_ssl_verify_peer(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "http.ssl_verify_peer.set")]
    async fn http_ssl_verify_peer_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "listen.backlog")]
    async fn listen_backlog(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "listen.backlog.set")]
    async fn listen_backlog_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "listen.port")]
    async fn listen_port(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn local_address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "local_address.set")]
    async fn local_address_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_open_files(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_open_files.set")]
    async fn max_open_files_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_open_sockets(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_open_sockets.set")]
    async fn max_open_sockets_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn open_sockets(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port_open(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "port_open.set")]
    async fn port_open_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port_random(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "port_random.set")]
    async fn port_random_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port_range(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "port_range.set")]
    async fn port_range_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn proxy_address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "proxy_address.set")]
    async fn proxy_address_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "receive_buffer.size")]
    async fn receive_buffer_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "receive_buffer.size.set")]
    async fn receive_buffer_size_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "scgi.dont_route")]
    async fn scgi_dont_route(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "scgi.dont_route.set")]
    async fn scgi_dont_route_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "scgi.open_local")]
    async fn scgi_open_local(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "scgi.open_port")]
    async fn scgi_open_port(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "send_buffer.size")]
    async fn send_buffer_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "send_buffer.size.set")]
    async fn send_buffer_size_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "tos.set")]
    async fn tos_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "xmlrpc.dialect.set")]
    async fn xmlrpc_dialect_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "xmlrpc.size_limit")]
    async fn xmlrpc_size_limit(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "xmlrpc.size_limit.set")]
    async fn xmlrpc_size_limit_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `p.*`.
#[xmlrpc::api(prefix = "p.")]
pub trait P {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn address(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn banned(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "banned.set")]
    async fn banned_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn call_target(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn client_version(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn completed_percent(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn disconnect(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn disconnect_delayed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn down_rate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn down_total(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn id(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn id_html(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_encrypted(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_incoming(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_obfuscated(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_preferred(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_snubbed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_unwanted(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "multicall")]
    async fn multicall_method(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn options_str(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peer_rate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn peer_total(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn port(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn snubbed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "snubbed.set")]
    async fn snubbed_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn up_rate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn up_total(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `pieces.*`.
#[xmlrpc::api(prefix = "pieces.")]
pub trait Pieces {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "hash.on_completion")]
    async fn hash_on_completion(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "hash.on_completion.set")]
    async fn hash_on_completion_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "hash.queue_size")]
    async fn hash_queue_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "memory.block_count")]
    async fn memory_block_count(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "memory.current")]
    async fn memory_current(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "memory.max")]
    async fn memory_max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "memory.max.set")]
    async fn memory_max_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "memory.sync_queue")]
    async fn memory_sync_queue(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "preload.min_rate")]
    async fn preload_min_rate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "preload.min_rate.set")]
    async fn preload_min_rate_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "preload.min_size")]
    async fn preload_min_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "preload.min_size.set")]
    async fn preload_min_size_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "preload.type")]
    async fn preload_type(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "preload.type.set")]
    async fn preload_type_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "stats.total_size")]
    async fn stats_total_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn stats_not_preloaded(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn stats_preloaded(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.always_safe")]
    async fn sync_always_safe(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.always_safe.set")]
    async fn sync_always_safe_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.queue_size")]
    async fn sync_queue_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.safe_free_diskspace")]
    async fn sync_safe_free_diskspace(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.timeout")]
    async fn sync_timeout(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.timeout.set")]
    async fn sync_timeout_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.timeout_safe")]
    async fn sync_timeout_safe(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "sync.timeout_safe.set")]
    async fn sync_timeout_safe_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `protocol.*`.
#[xmlrpc::api(prefix = "protocol.")]
pub trait Protocol {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.down.leech")]
    async fn choke_heuristics_down_leech(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.down.leech.set")]
    async fn choke_heuristics_down_leech_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.down.seed")]
    async fn choke_heuristics_down_seed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.down.seed.set")]
    async fn choke_heuristics_down_seed_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.up.leech")]
    async fn choke_heuristics_up_leech(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.up.leech.set")]
    async fn choke_heuristics_up_leech_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.up.seed")]
    async fn choke_heuristics_up_seed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.up.seed.set")]
    async fn choke_heuristics_up_seed_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "connection.leech")]
    async fn connection_leech(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "connection.leech.set")]
    async fn connection_leech_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "connection.seed")]
    async fn connection_seed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "connection.seed.set")]
    async fn connection_seed_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "encryption.set")]
    async fn encryption_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn pex(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "pex.set")]
    async fn pex_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `ratio.*`.
#[xmlrpc::api(prefix = "ratio.")]
pub trait Ratio {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn disable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max.set")]
    async fn max_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min.set")]
    async fn min_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn upload(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "upload.set")]
    async fn upload_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `scheduler.*`.
#[xmlrpc::api(prefix = "scheduler.")]
pub trait Scheduler {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_active(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_active.set")]
    async fn max_active_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "simple.added")]
    async fn simple_added(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "simple.removed")]
    async fn simple_removed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "simple.update")]
    async fn simple_update(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `session.*`.
#[xmlrpc::api(prefix = "session.")]
pub trait Session {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn name(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "name.set")]
    async fn name_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn on_completion(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "on_completion.set")]
    async fn on_completion_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn path(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "path.set")]
    async fn path_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn save(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn use_lock(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "use_lock.set")]
    async fn use_lock_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `strings.*`.
#[xmlrpc::api(prefix = "strings.")]
pub trait Strings {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn choke_heuristics(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.download")]
    async fn choke_heuristics_download(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "choke_heuristics.upload")]
    async fn choke_heuristics_upload(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn connection_type(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn encryption(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn ip_filter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn ip_tos(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn log_group(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tracker_event(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn tracker_mode(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `system.*`.
#[xmlrpc::api(prefix = "system.")]
pub trait System {
    /// Learned from: 1 reply.
    async fn api_version(&self) -> xmlrpc::Result<String>;
    /// Learned from: 1 reply.
    async fn capabilities(&self) -> xmlrpc::Result<Capabilities>;
    /// Learned from: 3 replies.
    async fn client_version(&self) -> xmlrpc::Result<String>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn cwd(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "cwd.set")]
    async fn cwd_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn daemon(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "daemon.set")]
    async fn daemon_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn env(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.allocate")]
    async fn file_allocate(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.allocate.set")]
    async fn file_allocate_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.max_size")]
    async fn file_max_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.max_size.set")]
    async fn file_max_size_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.split_size")]
    async fn file_split_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.split_size.set")]
    async fn file_split_size_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.split_suffix")]
    async fn file_split_suffix(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file.split_suffix.set")]
    async fn file_split_suffix_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file_status_cache.prune")]
    async fn file_status_cache_prune(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "file_status_cache.size")]
    async fn file_status_cache_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "files.closed_counter")]
    async fn files_closed_counter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "files.failed_counter")]
    async fn files_failed_counter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "files.opened_counter")]
    async fn files_opened_counter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn hostname(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 1 reply.
    async fn library_version(&self) -> xmlrpc::Result<String>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "methodExist")]
    async fn method_exist(&self, arg1: &str) -> xmlrpc::Result<bool>;
    /// Learned from: 3 replies.
    async fn pid(&self) -> xmlrpc::Result<i64>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn shutdown(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "shutdown.normal")]
    async fn shutdown_normal(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "shutdown.quick")]
    async fn shutdown_quick(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn time(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: 2 replies.
    async fn time_seconds(&self) -> xmlrpc::Result<i64>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn time_usec(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "umask.set")]
    async fn umask_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `t.*`.
#[xmlrpc::api(prefix = "t.")]
pub trait T {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn activity_time_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn activity_time_next(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn can_scrape(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn disable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn failed_counter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn failed_time_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn failed_time_next(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn group(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn id(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_busy(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_enabled(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "is_enabled.set")]
    async fn is_enabled_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_extra_tracker(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_open(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn is_usable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn latest_event(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn latest_new_peers(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn latest_sum_peers(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_interval(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "multicall")]
    async fn multicall_method(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn normal_interval(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scrape_complete(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scrape_counter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scrape_downloaded(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scrape_incomplete(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn scrape_time_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn success_counter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn success_time_last(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn success_time_next(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "type")]
    async fn type_(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn url(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `throttle.*`.
#[xmlrpc::api(prefix = "throttle.")]
pub trait Throttle {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn down(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.max")]
    async fn down_max(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "down.rate")]
    async fn down_rate(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "global_down.max_rate")]
    async fn global_down_max_rate(&self) -> Result<i64, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_down.max_rate.set")]
    async fn global_down_max_rate_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_down.max_rate.set_kb")]
    async fn global_down_max_rate_set_kb(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "global_down.rate")]
    async fn global_down_rate(&self) -> Result<i64, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_down.total")]
    async fn global_down_total(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_up.max_rate")]
    async fn global_up_max_rate(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_up.max_rate.set")]
    async fn global_up_max_rate_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_up.max_rate.set_kb")]
    async fn global_up_max_rate_set_kb(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_up.rate")]
    async fn global_up_rate(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "global_up.total")]
    async fn global_up_total(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn ip(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_downloads(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.div")]
    async fn max_downloads_div(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.div._val")]
    async fn max_downloads_div_val(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.div._val.set")]
    async fn max_downloads_div_val_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.div.set")]
    async fn max_downloads_div_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.global")]
    async fn max_downloads_global(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.global._val")]
    async fn max_downloads_global_val(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.global._val.set")]
    async fn max_downloads_global_val_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.global.set")]
    async fn max_downloads_global_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_downloads.set")]
    async fn max_downloads_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "max_peers.normal")]
    async fn max_peers_normal(&self, arg1: &str) -> Result<i64, ThrottleFault>;
    /// Learned from: 1 reply.
    #[xmlrpc(name = "max_peers.normal.set")]
    async fn max_peers_normal_set(
        &self,
        arg1: &str,
        arg2: i32,
    ) -> Result<i64, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_peers.seed")]
    async fn max_peers_seed(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_peers.seed.set")]
    async fn max_peers_seed_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn max_uploads(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.div")]
    async fn max_uploads_div(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.div._val")]
    async fn max_uploads_div_val(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.div._val.set")]
    async fn max_uploads_div_val_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.div.set")]
    async fn max_uploads_div_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.global")]
    async fn max_uploads_global(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.global._val")]
    async fn max_uploads_global_val(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.global._val.set")]
    async fn max_uploads_global_val_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.global.set")]
    async fn max_uploads_global_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "max_uploads.set")]
    async fn max_uploads_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_downloads(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min_downloads.set")]
    async fn min_downloads_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min_peers.normal")]
    async fn min_peers_normal(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min_peers.normal.set")]
    async fn min_peers_normal_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min_peers.seed")]
    async fn min_peers_seed(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min_peers.seed.set")]
    async fn min_peers_seed_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn min_uploads(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "min_uploads.set")]
    async fn min_uploads_set(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unchoked_downloads(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unchoked_uploads(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn up(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.max")]
    async fn up_max(&self) -> Result<xmlrpc::Value, ThrottleFault>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "up.rate")]
    async fn up_rate(&self) -> Result<xmlrpc::Value, ThrottleFault>;
}

/// The methods `trackers.*`.
#[xmlrpc::api(prefix = "trackers.")]
pub trait Trackers {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn disable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn enable(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn numwant(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "numwant.set")]
    async fn numwant_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn use_udp(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "use_udp.set")]
    async fn use_udp_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `ui.*`.
#[xmlrpc::api(prefix = "ui.")]
pub trait Ui {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn current_view(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "current_view.set")]
    async fn current_view_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "input.history.clear")]
    async fn input_history_clear(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "input.history.size")]
    async fn input_history_size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "input.history.size.set")]
    async fn input_history_size_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.global.step.large")]
    async fn throttle_global_step_large(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.global.step.large.set")]
    async fn throttle_global_step_large_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.global.step.medium")]
    async fn throttle_global_step_medium(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.global.step.medium.set")]
    async fn throttle_global_step_medium_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.global.step.small")]
    async fn throttle_global_step_small(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "throttle.global.step.small.set")]
    async fn throttle_global_step_small_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "torrent_list.layout")]
    async fn torrent_list_layout(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "torrent_list.layout.set")]
    async fn torrent_list_layout_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn unfocus_download(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `view.*`.
#[xmlrpc::api(prefix = "view.")]
pub trait View {
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn add(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn event_added(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn event_removed(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn filter(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "filter.temp")]
    async fn filter_temp(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "filter.temp.excluded")]
    async fn filter_temp_excluded(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "filter.temp.excluded.set")]
    async fn filter_temp_excluded_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "filter.temp.log")]
    async fn filter_temp_log(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    #[xmlrpc(name = "filter.temp.log.set")]
    async fn filter_temp_log_set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn filter_all(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn filter_download(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn filter_on(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn list(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn persistent(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set_not_visible(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn set_visible(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn size_not_visible(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn sort(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn sort_current(&self) -> xmlrpc::Result<xmlrpc::Value>;
    /// Learned from: the server's list of methods.
    // TODO: nothing is known of the parameters and of the result.
    async fn sort_new(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// Part of `system.capabilities()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Capabilities {
    pub facility: String,
    pub version_major: i32,
    pub version_minor: i32,
    pub version_point: i32,
    pub protocol_version: i32,
}

/// How the methods without a namespace fail.
#[derive(Debug, xmlrpc::FaultCode)]
pub enum RtorrentFault {
    #[xmlrpc(code = -506)]
    CodeMinus506,
    /// Any other failure.
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl std::fmt::Display for RtorrentFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Other(error) => error.fmt(f),
            Self::CodeMinus506 => f.write_str("fault -506"),
        }
    }
}

impl std::error::Error for RtorrentFault {}

/// How `d.*` fail.
#[derive(Debug, xmlrpc::FaultCode)]
pub enum DFault {
    #[xmlrpc(code = -503)]
    CodeMinus503,
    #[xmlrpc(code = -501)]
    CodeMinus501,
    /// Any other failure.
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl std::fmt::Display for DFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Other(error) => error.fmt(f),
            Self::CodeMinus503 => f.write_str("fault -503"),
            Self::CodeMinus501 => f.write_str("fault -501"),
        }
    }
}

impl std::error::Error for DFault {}

/// How `throttle.*` fail.
#[derive(Debug, xmlrpc::FaultCode)]
pub enum ThrottleFault {
    #[xmlrpc(code = -501)]
    CodeMinus501,
    /// Any other failure.
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl std::fmt::Display for ThrottleFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Other(error) => error.fmt(f),
            Self::CodeMinus501 => f.write_str("fault -501"),
        }
    }
}

impl std::error::Error for ThrottleFault {}
