//! ros_master, by `xmlrpc gen`. Yours to edit; `ros_master.gen.toml` holds what is to be generated
//! otherwise.
// Methods that only ever answered with faults: nope.
#![allow(clippy::doc_markdown, reason = "the documentation is the server's")]
#![allow(clippy::missing_errors_doc, reason = "every call fails for the same reasons")]
#![allow(clippy::struct_excessive_bools, reason = "the structs are the server's")]
#![allow(clippy::struct_field_names, reason = "the names are the server's")]

/// The methods without a namespace.
///
/// Every call has parameters in front that are the same for all methods, such as a session. Give
/// them to the client with `with_leading_params`:
///
/// * parameter 0: `String`
#[xmlrpc::api(rename_all = "camelCase", envelope = xmlrpc::envelope::Ros)]
pub trait RosMaster {
    /// Learned from: 2 replies.
    async fn delete_param(&self, arg1: &str) -> Result<i32, RosMasterFault>;
    /// Learned from: 11 replies.
    // TODO: results of several types were seen.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_param(&self, arg1: &str) -> Result<xmlrpc::Value, RosMasterFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_param_names(&self) -> Result<Vec<String>, RosMasterFault>;
    /// Learned from: 4 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_pid(&self) -> Result<i32, RosMasterFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_published_topics(
        &self,
        arg1: &str,
    ) -> Result<Vec<Vec<String>>, RosMasterFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_system_state(&self) -> Result<Vec<Vec<SystemState>>, RosMasterFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_topic_types(&self) -> Result<Vec<Vec<String>>, RosMasterFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_uri(&self) -> Result<String, RosMasterFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn has_param(&self, arg1: &str) -> Result<bool, RosMasterFault>;
    /// Learned from: 2 replies.
    async fn lookup_node(&self, arg1: &str) -> Result<String, RosMasterFault>;
    /// Learned from: 1 reply.
    // TODO: nothing is known of the elements; only empty arrays were seen, or none.
    async fn register_publisher(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &str,
    ) -> Result<Vec<xmlrpc::Value>, RosMasterFault>;
    /// Learned from: 1 reply.
    async fn register_subscriber(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &str,
    ) -> Result<Vec<String>, RosMasterFault>;
    /// Learned from: 1 reply.
    async fn search_param(
        &self,
        arg1: &str,
        arg2: &str,
    ) -> Result<String, RosMasterFault>;
    /// Learned from: 12 replies.
    // TODO: a parameter is not known, or was of several types.
    async fn set_param(
        &self,
        arg1: &str,
        arg2: &xmlrpc::Value,
    ) -> Result<i32, RosMasterFault>;
    /// Learned from: 1 reply.
    async fn subscribe_param(
        &self,
        arg1: &str,
        arg2: &str,
    ) -> Result<i32, RosMasterFault>;
    /// Learned from: 1 reply.
    async fn unregister_publisher(
        &self,
        arg1: &str,
        arg2: &str,
    ) -> Result<i32, RosMasterFault>;
}

/// A part of get_system_state.
pub type SystemState = (String, Vec<String>);

/// How the methods without a namespace fail.
#[derive(Debug, xmlrpc::FaultCode)]
pub enum RosMasterFault {
    #[xmlrpc(code = 1)]
    Code1,
    /// Any other failure.
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl std::fmt::Display for RosMasterFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Other(error) => error.fmt(f),
            Self::Code1 => f.write_str("fault 1"),
        }
    }
}

impl std::error::Error for RosMasterFault {}
