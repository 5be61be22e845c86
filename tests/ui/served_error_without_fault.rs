struct Mine;
impl From<xmlrpc::Error> for Mine {
    fn from(_: xmlrpc::Error) -> Self {
        Self
    }
}

#[xmlrpc::api(server)]
trait Calc {
    async fn add(&self, a: i32) -> Result<i32, Mine>;
}

fn main() {}
