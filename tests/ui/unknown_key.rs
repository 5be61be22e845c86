#[xmlrpc::api(prefx = "calc.")]
trait Calc {
    #[xmlrpc(nam = "x")]
    fn add(&self, #[xmlrpc(option)] a: Option<i32>) -> xmlrpc::Result<i32>;
}

fn main() {}
