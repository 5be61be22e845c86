#[xmlrpc::api(prefix = "calc.", rename_all = "camelCase")]
trait Calc {
    fn new(&self, a: i32) -> xmlrpc::Result<i32>;
    fn from_url(&self) -> xmlrpc::Result<i32>;
}

fn main() {}
