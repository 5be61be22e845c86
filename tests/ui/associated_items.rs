#[xmlrpc::api]
trait Calc {
    type Number;
    const LIMIT: i32;
    methods!();
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
