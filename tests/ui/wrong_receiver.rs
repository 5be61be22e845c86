#[xmlrpc::api]
trait Calc {
    fn none() -> xmlrpc::Result<i32>;
    fn other(a: i32) -> xmlrpc::Result<i32>;
    fn unique(&mut self) -> xmlrpc::Result<i32>;
    fn owned(self) -> xmlrpc::Result<i32>;
    fn shared(self: std::sync::Arc<Self>) -> xmlrpc::Result<i32>;
}

fn main() {}
