#[xmlrpc::api(rename_all = "Camel", servr)]
trait Calc {
    fn new(&self);
    #[xmlrpc(timeout = "soon")]
    fn add(&self, #[xmlrpc(optional)] a: i32, mut b: i32) -> xmlrpc::Result<i32>;
    async fn sub(&mut self) -> (i32,);
}

/// What uses the trait and its client has no errors of its own.
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
