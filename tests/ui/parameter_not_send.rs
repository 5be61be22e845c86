use serde::{Serialize, Serializer};
use std::rc::Rc;

struct Shared(Rc<i32>);
impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(*self.0)
    }
}

#[xmlrpc::api]
trait Calc {
    async fn add(&self, a: Shared) -> xmlrpc::Result<i32>;
}

fn main() {}
