#[xmlrpc::api]
unsafe trait Calc {
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
