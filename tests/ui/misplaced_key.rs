#[xmlrpc::api(idempotent)]
trait Calc {
    #[xmlrpc(prefix = "calc.", rename = "x")]
    fn add(&self, #[xmlrpc(timeout = "5s")] a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
