#[xmlrpc::api]
trait Calc {
    fn name(&self) -> xmlrpc::Result<&str>;
    fn all(&self) -> Result<Vec<&[i32]>, xmlrpc::Error>;
}

fn main() {}
