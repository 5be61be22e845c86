#[xmlrpc::api(envelope = xmlrpc::Plain)]
trait Builds {
    #[xmlrpc(rows)]
    async fn list(&self) -> xmlrpc::Result<Vec<i32>>;
    async fn list_rows(&self) -> xmlrpc::Result<Vec<i32>>;
    #[xmlrpc(rows)]
    async fn unknown(&self) -> xmlrpc::Result<xmlrpc::Value>;
    #[xmlrpc(row = i32)]
    async fn no_rows(&self) -> xmlrpc::Result<Vec<i32>>;
    #[xmlrpc(rows, envelope = xmlrpc::envelope::Ros)]
    async fn no_path(&self) -> xmlrpc::Result<Vec<i32>>;
    #[xmlrpc(rows, with = "module")]
    async fn with(&self) -> xmlrpc::Result<Vec<i32>>;
    #[xmlrpc(rows = 2)]
    async fn number(&self) -> xmlrpc::Result<Vec<i32>>;
}

fn main() {}
