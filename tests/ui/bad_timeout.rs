#[xmlrpc::api]
trait Calc {
    #[xmlrpc(timeout = "5 seconds")]
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
    #[xmlrpc(timeout = "0s")]
    fn sub(&self, a: i32) -> xmlrpc::Result<i32>;
    #[xmlrpc(timeout = 5)]
    fn mul(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
