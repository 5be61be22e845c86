#[xmlrpc::api]
trait Calc {
    fn add(&self, #[xmlrpc(optional)] a: Vec<i32>) -> xmlrpc::Result<i32>;
}

fn main() {}
