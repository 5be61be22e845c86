use serde::{Deserialize, Serialize};

/// It can be read, but not opened.
#[derive(Deserialize, Serialize)]
struct NotOpened<T>(T);

/// It can be opened, but not served.
#[derive(Deserialize, Serialize)]
struct NotServed<T>(T);

impl<T: for<'de> Deserialize<'de>> xmlrpc::Envelope<T> for NotServed<T> {
    fn open(self) -> Result<T, xmlrpc::Error> {
        Ok(self.0)
    }
}

#[xmlrpc::api(envelope = NotOpened)]
trait Opened {
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
}

#[xmlrpc::api(envelope = NotServed, server)]
trait Served {
    async fn add(&self, a: i32, b: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
