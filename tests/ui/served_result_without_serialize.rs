#[derive(serde::Deserialize)]
struct Point;

#[xmlrpc::api(server)]
trait Calc {
    async fn add(&self, a: i32) -> xmlrpc::Result<Point>;
}

fn main() {}
