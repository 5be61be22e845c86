#[xmlrpc::api(prefix = "a.", prefix = "b.")]
trait Calc {
    #[xmlrpc(idempotent)]
    #[xmlrpc(idempotent)]
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
