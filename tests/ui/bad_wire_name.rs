#[xmlrpc::api]
trait Calc {
    #[xmlrpc(name = "")]
    fn add(&self) -> xmlrpc::Result<i32>;
    #[xmlrpc(name = "sub tract")]
    fn sub(&self) -> xmlrpc::Result<i32>;
}

fn main() {}
