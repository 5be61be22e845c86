#[xmlrpc::api]
trait Builds {
    #[xmlrpc(rows)]
    async fn list(&self) -> xmlrpc::Result<Vec<i32>>;
}

fn rows(builds: BuildsClient<&xmlrpc::Multicall>) {
    builds.list_rows();
}

fn main() {}
