#[xmlrpc::api(server)]
trait Calc {
    fn all(&self, names: &[&str]) -> xmlrpc::Result<i32>;
    fn pairs(&self, pairs: Vec<(i32, &[u8])>) -> xmlrpc::Result<i32>;
}

fn main() {}
