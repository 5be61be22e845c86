#[xmlrpc::api]
trait Calc {
    unsafe fn add(&self, a: i32) -> xmlrpc::Result<i32>;
    extern "C" fn sub(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
