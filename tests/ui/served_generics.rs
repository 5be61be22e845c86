use serde::Serialize;

#[xmlrpc::api(server)]
trait Calc<'a> {
    async fn put<T: Serialize + Send>(&self, value: T) -> xmlrpc::Result<i32>;
    async fn add(&self, value: impl Serialize + Send) -> xmlrpc::Result<i32>;
}

fn main() {}
