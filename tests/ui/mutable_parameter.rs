#[xmlrpc::api]
trait Calc {
    fn add(&self, all: &mut Vec<i32>) -> xmlrpc::Result<i32>;
}

fn main() {}
