//! Unit structs, statics and constants in scope, with names that generated code might choose for its
//! variables. A pattern with such a name would mean the struct or the constant.
#![cfg(feature = "server")]
#![expect(
    non_camel_case_types,
    non_upper_case_globals,
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the names are those that generated code might choose, and nobody uses them"
)]

mod columns {
    macro_rules! columns {
        ($($name:ident)*) => { $(#[derive(Debug)] pub struct $name;)* };
    }
    columns!(value incoming params result error methods formatter future reply owned read);
    columns!(deserializer serializer fault payload);
    pub static request: u8 = 1;
    pub const state: u8 = 1;
}

use columns::*;
use xmlrpc::server::Router;

#[xmlrpc::api(server)]
trait Posts {
    async fn get(&self, id: i32, other: Option<&str>) -> xmlrpc::Result<i32>;
    #[xmlrpc(params = "struct")]
    async fn named(&self, id: i32, #[xmlrpc(optional)] limit: Option<i32>) -> Result<i32, Problem>;
}

#[derive(Debug, xmlrpc::FaultCode)]
enum Problem {
    #[xmlrpc(code = 1)]
    Missing(String),
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

struct Board;

impl Posts for Board {
    async fn get(&self, id: i32, other: Option<&str>) -> xmlrpc::Result<i32> {
        Ok(id + i32::from(other.is_some()))
    }

    async fn named(&self, id: i32, _: Option<i32>) -> Result<i32, Problem> {
        Err(Problem::Missing(id.to_string()))
    }
}

#[tokio::test]
async fn names_in_scope_do_not_reach_into_generated_code() {
    let posts = PostsClient::new(Router::new().service(PostsServer::new(Board)).client());
    assert_eq!(posts.get(1, Some("x")).await.expect("a result"), 2);
    let problem = posts.named(7, None).await.expect_err("a fault");
    assert!(matches!(&problem, Problem::Missing(text) if text == "7"), "{problem:?}");
}
