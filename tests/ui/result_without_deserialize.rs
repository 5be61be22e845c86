#[derive(serde::Serialize)]
struct Point;

type PointResult = xmlrpc::Result<Point>;

#[xmlrpc::api]
trait Calc {
    fn add(&self, a: i32) -> xmlrpc::Result<Point>;
    fn sub(&self, a: i32) -> Result<Vec<Point>, xmlrpc::Error>;
    fn mul(&self, a: i32) -> PointResult;
}

fn main() {}
