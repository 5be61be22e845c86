#[xmlrpc::api(server)]
trait Commands {
    async fn not_a_list(&self, #[xmlrpc(rest)] more: &str) -> xmlrpc::Result<()>;
    async fn not_last(&self, #[xmlrpc(rest)] more: &[i32], last: i32) -> xmlrpc::Result<()>;
    async fn twice(&self, #[xmlrpc(rest)] a: &[i32], #[xmlrpc(rest)] b: &[i32]) -> xmlrpc::Result<()>;
    async fn after_optional(
        &self,
        #[xmlrpc(optional)] a: Option<i32>,
        #[xmlrpc(rest)] more: Vec<i32>,
    ) -> xmlrpc::Result<()>;
    async fn both(&self, #[xmlrpc(optional, rest)] more: Option<Vec<i32>>) -> xmlrpc::Result<()>;
    #[xmlrpc(params = "struct")]
    async fn by_name(&self, #[xmlrpc(rest)] more: &[i32]) -> xmlrpc::Result<()>;
    async fn with(&self, #[xmlrpc(rest, with = "module")] more: &[i32]) -> xmlrpc::Result<()>;
}

fn main() {}
