#[xmlrpc::api]
trait Calc {
    async fn add(&self, a: i32) -> xmlrpc::Result<i32>;
    fn sub(&self, a: i32) -> xmlrpc::Result<i32>;
}

#[xmlrpc::api]
trait Other {
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
    async fn sub(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
