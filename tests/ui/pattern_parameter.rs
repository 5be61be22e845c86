#[xmlrpc::api]
trait Calc {
    fn add(&self, _: i32) -> xmlrpc::Result<i32>;
    fn sub(&self, (a, b): (i32, i32)) -> xmlrpc::Result<i32>;
    fn mul(&self, mut a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
