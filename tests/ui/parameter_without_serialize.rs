struct Point;

#[xmlrpc::api]
trait Calc {
    fn add(&self, a: i32, point: Point) -> xmlrpc::Result<i32>;
    fn all(&self, points: &[std::collections::BTreeMap<String, Point>]) -> xmlrpc::Result<i32>;
}

#[xmlrpc::api]
trait Later {
    async fn add(&self, point: &Point) -> xmlrpc::Result<i32>;
}

fn main() {}
