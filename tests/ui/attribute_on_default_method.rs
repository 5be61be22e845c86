#[xmlrpc::api]
trait Calc {
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
    #[xmlrpc(idempotent)]
    fn twice(&self, a: i32) -> xmlrpc::Result<i32> {
        self.add(a)
    }
}

fn main() {}
