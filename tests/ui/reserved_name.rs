#[xmlrpc::api]
trait Calc {
    fn new(&self, a: i32) -> xmlrpc::Result<i32>;
    fn connect(&self) -> xmlrpc::Result<i32>;
}

fn main() {}
