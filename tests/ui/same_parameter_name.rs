#[xmlrpc::api]
trait Calc {
    #[xmlrpc(params = "struct")]
    fn add(&self, a: i32, #[xmlrpc(rename = "a")] b: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
