/// A crate like `xmlrpc` without the feature `server`.
mod facade {
    pub mod __private {
        pub use xmlrpc::__private::*;
        pub use xmlrpc::__xmlrpc_no_server as if_server;
    }
}

#[xmlrpc::api(crate = crate::facade, server)]
trait Calc {
    fn add(&self, a: i32) -> xmlrpc::Result<i32>;
}

fn main() {}
