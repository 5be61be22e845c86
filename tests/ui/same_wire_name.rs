#[xmlrpc::api(prefix = "calc.", rename_all = "camelCase", server)]
trait Calc {
    fn add_all(&self) -> xmlrpc::Result<i32>;
    #[xmlrpc(name = "addAll")]
    fn sum(&self) -> xmlrpc::Result<i32>;
}

fn main() {}
