#[xmlrpc::api(rename_all = "camelcase")]
trait Calc {
    fn add_all(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
