struct Mine;

#[xmlrpc::api]
trait Calc {
    fn add(&self, a: i32) -> Result<i32, Mine>;
}

fn main() {}
