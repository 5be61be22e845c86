mod text {}

#[xmlrpc::api]
trait Calc {
    #[xmlrpc(with = "text")]
    fn add(&self, #[xmlrpc(with = "nowhere")] a: i64) -> xmlrpc::Result<i64>;
}

fn main() {}
