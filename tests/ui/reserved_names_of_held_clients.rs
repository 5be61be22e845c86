#[xmlrpc::api(prefix = "d.")]
trait Downloads {
    async fn multicall(&self, view: &str) -> xmlrpc::Result<()>;
    async fn inner(&self) -> xmlrpc::Result<()>;
    async fn into_inner(&self) -> xmlrpc::Result<()>;
    async fn with_prefix(&self) -> xmlrpc::Result<()>;
    async fn with_options(&self) -> xmlrpc::Result<()>;
    async fn with_leading_params(&self) -> xmlrpc::Result<()>;
}

fn main() {}
