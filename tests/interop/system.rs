//! The introspection methods that are asked of every peer that offers them.

/// Answered alike by every server; the shapes of `methodSignature` differ.
#[xmlrpc::api(prefix = "system.", rename_all = "camelCase")]
pub(crate) trait System {
    fn list_methods(&self) -> xmlrpc::Result<Vec<String>>;
    fn method_help(&self, method: &str) -> xmlrpc::Result<String>;
}
