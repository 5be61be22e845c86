#[xmlrpc::api(dyn)]
trait Calc {
    fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
}

fn hold(_: std::sync::Arc<dyn DynCalc>) {}

fn main() {}
