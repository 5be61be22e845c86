#[xmlrpc::api(dyn)]
trait Calc<'l> {
    async fn add<T: serde::Serialize + Send>(&self, a: T) -> xmlrpc::Result<i32>;
    async fn any(&self, a: impl serde::Serialize + Send) -> xmlrpc::Result<i32>;
    async fn named<'a>(&self, a: &'a str) -> xmlrpc::Result<i32>;
    fn count<const N: usize>(&self) -> usize {
        N
    }
    fn change(&mut self) {}
    fn only_sized<T>(&self, _: T)
    where
        Self: Sized,
    {
    }
}

fn hold(_: std::sync::Arc<dyn DynCalc>) {}

fn main() {}
