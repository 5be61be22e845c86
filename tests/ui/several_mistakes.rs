#[xmlrpc::api(rename_all = "Camel", servr)]
trait Calc {
    fn new(&self);
    #[xmlrpc(timeout = "soon")]
    fn add(&self, #[xmlrpc(optional)] a: i32, mut b: i32) -> xmlrpc::Result<i32>;
    async fn sub(&mut self) -> (i32,);
}

/// Uses of the trait and of its client are not reported as further mistakes.
struct Mock;
impl Calc for Mock {
    fn new(&self) {}
    fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32> {
        Ok(a + b)
    }
    async fn sub(&mut self) -> (i32,) {
        (1,)
    }
}
fn used(client: &CalcClient<xmlrpc::blocking::Client>) -> xmlrpc::Result<i32> {
    client.add(1, 2)
}

fn main() {}
