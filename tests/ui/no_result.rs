#[xmlrpc::api]
trait Calc {
    fn nothing(&self);
    fn tuple(&self) -> (i32, String);
    fn reference(&self) -> &str;
    fn never(&self) -> !;
    fn future(&self) -> impl Future<Output = xmlrpc::Result<i32>>;
}

fn main() {}
