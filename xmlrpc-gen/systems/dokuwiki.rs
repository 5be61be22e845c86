//! dokuwiki, by `xmlrpc gen`. Yours to edit; `dokuwiki.gen.toml` holds what is to be generated
//! otherwise.
#![allow(clippy::doc_markdown, reason = "the documentation is the server's")]
#![allow(clippy::missing_errors_doc, reason = "every call fails for the same reasons")]
#![allow(clippy::struct_excessive_bools, reason = "the structs are the server's")]
#![allow(clippy::struct_field_names, reason = "the names are the server's")]

use serde::{Deserialize, Serialize};

/// The methods without a namespace.
#[xmlrpc::api]
pub trait Dokuwiki {
    /// Learned from: 1 reply.
    // TODO: nothing is known of the result.
    async fn nope(&self) -> xmlrpc::Result<xmlrpc::Value>;
}

/// The methods `dokuwiki.*`.
#[xmlrpc::api(prefix = "dokuwiki.", rename_all = "camelCase")]
pub trait DokuwikiApi {
    /// Learned from: 1 reply.
    async fn append_page(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &AppendPageOptions,
    ) -> xmlrpc::Result<bool>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_time(&self) -> xmlrpc::Result<i32>;
    /// Learned from: 4 replies.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_title(&self) -> xmlrpc::Result<String>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_version(&self) -> xmlrpc::Result<String>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    #[xmlrpc(name = "getXMLRPCAPIVersion")]
    async fn get_xmlrpcapi_version(&self) -> xmlrpc::Result<i32>;
    /// Learned from: 2 replies.
    async fn login(&self, arg1: &str, arg2: &str) -> xmlrpc::Result<bool>;
    /// Learned from: 1 reply.
    async fn search(&self, arg1: &str) -> xmlrpc::Result<Vec<Search>>;
    /// Learned from: 1 reply.
    async fn set_locks(&self, arg1: &SetLocksOptions) -> xmlrpc::Result<SetLocks>;
}

/// The methods `wiki.*`.
#[xmlrpc::api(prefix = "wiki.", rename_all = "camelCase")]
pub trait Wiki {
    /// Learned from: 1 reply.
    async fn acl_check(&self, arg1: &str) -> Result<i32, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_all_pages(&self) -> Result<Vec<Page>, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_attachment(&self, arg1: &str) -> Result<xmlrpc::Base64, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_attachment_info(&self, arg1: &str) -> Result<AttachmentInfo, WikiFault>;
    /// Learned from: 1 reply.
    // TODO: a parameter is not known, or was of several types.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_attachments(
        &self,
        arg1: &str,
        arg2: &[xmlrpc::Value],
    ) -> Result<Vec<Attachment>, WikiFault>;
    /// Learned from: 7 replies.
    // TODO: a parameter is not known, or was of several types.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    #[xmlrpc(with = "none_if_empty_struct")]
    async fn get_page(&self, arg1: &xmlrpc::Value) -> Result<Option<String>, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    #[xmlrpc(name = "getPageHTML")]
    async fn get_page_html(&self, arg1: &str) -> Result<String, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_page_info(&self, arg1: &str) -> Result<PageInfo, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_page_versions(
        &self,
        arg1: &str,
        arg2: i32,
    ) -> Result<Vec<PageVersion>, WikiFault>;
    /// Learned from: 1 reply.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    #[xmlrpc(name = "getRPCVersionSupported")]
    async fn get_rpc_version_supported(&self) -> Result<i32, WikiFault>;
    /// Learned from: 2 replies.
    // TODO: nothing is known of the result.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn get_recent_changes(&self, arg1: i64) -> Result<xmlrpc::Value, WikiFault>;
    /// Learned from: 1 reply.
    // TODO: nothing is known of the elements; only empty arrays were seen, or none.
    // If it does no harm when it runs twice, add `#[xmlrpc(idempotent)]`.
    async fn list_links(&self, arg1: &str) -> Result<Vec<xmlrpc::Value>, WikiFault>;
    /// Learned from: 1 reply.
    async fn put_attachment(
        &self,
        arg1: &str,
        arg2: &xmlrpc::Base64,
        arg3: &PutAttachmentOptions,
    ) -> Result<String, WikiFault>;
    /// Learned from: 2 replies.
    #[xmlrpc(with = "none_if_empty_struct")]
    async fn put_page(
        &self,
        arg1: &str,
        arg2: &str,
        arg3: &AppendPageOptions,
    ) -> Result<Option<bool>, WikiFault>;
}

/// Keyword arguments of `dokuwiki.appendPage(2)`, `wiki.putPage(2)`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AppendPageOptions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minor: Option<bool>,
}

/// Part of `wiki.getAttachments()`.
// One of `Page` and `Attachment` has all members of the other. If they are the same, `merge =
// [["Page", "Attachment"]]` in the wishes makes them one.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    pub id: String,
    pub file: String,
    pub size: i32,
    pub mtime: i32,
    pub writable: bool,
    pub isimg: bool,
    pub perms: i32,
    pub last_modified: xmlrpc::DateTime,
}

/// Part of `wiki.getAttachmentInfo()`.
// One of `Page` and `AttachmentInfo` has all members of the other. If they are the same, `merge =
// [["Page", "AttachmentInfo"]]` in the wishes makes them one.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentInfo {
    pub last_modified: xmlrpc::DateTime,
    pub size: i32,
}

/// Part of `wiki.getAllPages()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Page {
    pub id: String,
    pub perms: i32,
    pub size: i32,
    pub last_modified: xmlrpc::DateTime,
}

/// Part of `wiki.getPageInfo()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PageInfo {
    pub name: String,
    pub last_modified: xmlrpc::DateTime,
    pub author: String,
    pub version: i32,
}

/// Part of `wiki.getPageVersions()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PageVersion {
    pub user: String,
    pub ip: String,
    pub type_: String,
    pub sum: String,
    pub modified: xmlrpc::DateTime,
    pub version: i32,
}

/// Keyword arguments of `wiki.putAttachment(2)`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PutAttachmentOptions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ow: Option<bool>,
}

/// Part of `dokuwiki.search()`.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Search {
    pub id: String,
    pub score: i32,
    pub rev: i32,
    pub mtime: i32,
    pub size: i32,
    pub snippet: String,
    pub title: String,
}

/// Part of `dokuwiki.setLocks()`.
// All members of the one struct that was seen have the same type: it may be a map.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct SetLocks {
    pub locked: Vec<String>,
    // TODO: only empty arrays were seen here.
    pub lockfail: Vec<xmlrpc::Value>,
    // TODO: only empty arrays were seen here.
    pub unlocked: Vec<xmlrpc::Value>,
    // TODO: only empty arrays were seen here.
    pub unlockfail: Vec<xmlrpc::Value>,
}

/// Keyword arguments of `dokuwiki.setLocks(0)`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SetLocksOptions {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Vec<String>>,
    // TODO: values of several types were seen here, or none that tells one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlock: Option<Vec<xmlrpc::Value>>,
}

/// How `wiki.*` fail.
#[derive(Debug, xmlrpc::FaultCode)]
pub enum WikiFault {
    #[xmlrpc(code = -32700)]
    CodeMinus32700,
    /// Any other failure.
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

impl std::fmt::Display for WikiFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Other(error) => error.fmt(f),
            Self::CodeMinus32700 => f.write_str("fault -32700"),
        }
    }
}

impl std::error::Error for WikiFault {}

/// Reads an empty struct, which is the server's "nothing", as `None`.
pub mod none_if_empty_struct {
    use serde::{
        Deserialize, Deserializer, Serialize, Serializer, de::{DeserializeOwned, Error},
    };
    /// Reads a value, or nothing.
    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        let value = xmlrpc::Value::deserialize(deserializer)?;
        if value.is_nil() || value.as_struct().is_some_and(xmlrpc::Struct::is_empty) {
            return Ok(None);
        }
        let empty = is_empty(&value);
        match xmlrpc::from_value(value) {
            Ok(value) => Ok(Some(value)),
            Err(_) if empty => Ok(None),
            Err(error) => Err(D::Error::custom(error)),
        }
    }
    /// Writes a value, or nothing.
    #[allow(clippy::ref_option, reason = "serde passes a reference")]
    pub fn serialize<T: Serialize, S: Serializer>(
        value: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => value.serialize(serializer),
            None => xmlrpc::Value::Struct(xmlrpc::Struct::new()).serialize(serializer),
        }
    }
    /// Whether the value is what servers send for nothing in other types.
    fn is_empty(value: &xmlrpc::Value) -> bool {
        match value {
            xmlrpc::Value::String(text) => text.is_empty(),
            xmlrpc::Value::Array(items) => items.is_empty(),
            xmlrpc::Value::Struct(members) => members.is_empty(),
            _ => false,
        }
    }
}
