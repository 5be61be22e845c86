#[xmlrpc::api(prefix = 3, client = "CalcClient", server = true, crate = 1 + 1, envelope)]
trait Calc {
    #[xmlrpc(idempotent = "yes", name)]
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
