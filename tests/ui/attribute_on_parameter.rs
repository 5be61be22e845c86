#[xmlrpc::api]
trait Calc {
    fn add(&self, #[cfg(unix)] a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
