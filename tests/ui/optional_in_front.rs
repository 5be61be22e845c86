#[xmlrpc::api]
trait Calc {
    fn add(&self, #[xmlrpc(optional)] a: Option<i32>, b: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
