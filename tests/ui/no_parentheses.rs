#[xmlrpc::api]
trait Calc {
    #[xmlrpc = "add"]
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
    #[xmlrpc]
    fn sub(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
