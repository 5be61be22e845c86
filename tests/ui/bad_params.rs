#[xmlrpc::api]
trait Calc {
    #[xmlrpc(params = "array")]
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
