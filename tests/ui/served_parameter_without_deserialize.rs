#[derive(serde::Serialize)]
struct Point;

#[xmlrpc::api(server)]
trait Calc {
    fn add(&self, a: i32, point: Point) -> xmlrpc::Result<i32>;
}

#[xmlrpc::api(server)]
trait Later {
    async fn add(&self, point: &Point) -> xmlrpc::Result<i32>;
}

fn main() {}
