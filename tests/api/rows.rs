//! `rows`: a result that the client reads row by row.
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use xmlrpc::{Fault, blocking, envelope::Ros, server::Router};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
struct Build {
    id: i32,
}

#[derive(Debug, xmlrpc::FaultCode)]
enum Failure {
    #[xmlrpc(code = 7)]
    Denied,
    #[xmlrpc(other)]
    Other(xmlrpc::Error),
}

#[xmlrpc::api(server)]
trait Builds {
    #[xmlrpc(rows)]
    async fn list(&self, tag: &str, #[xmlrpc(rest)] more: &[i32]) -> xmlrpc::Result<Vec<Build>>;
    #[xmlrpc(rows = "items", row = Build)]
    async fn page(&self) -> xmlrpc::Result<xmlrpc::Value>;
    #[xmlrpc(rows = "[2]", row = (i32, String), envelope = Ros)]
    async fn wrapped(&self, fail: bool) -> xmlrpc::Result<Vec<(i32, String)>>;
    #[xmlrpc(rows)]
    async fn denied(&self) -> Result<VecDeque<i32>, Failure>;
}

#[xmlrpc::api(client = BlockingBuilds)]
trait PlainBuilds {
    #[xmlrpc(rows)]
    fn list(&self, tag: &str) -> xmlrpc::Result<Box<[Build]>>;
    #[xmlrpc(rows)]
    fn denied(&self) -> Result<VecDeque<i32>, Failure>;
}

struct Hub;

impl Builds for Hub {
    async fn list(&self, _: &str, more: &[i32]) -> xmlrpc::Result<Vec<Build>> {
        Ok((0..100).chain(more.iter().copied()).map(|id| Build { id }).collect())
    }
    async fn page(&self) -> xmlrpc::Result<xmlrpc::Value> {
        Ok(xmlrpc::value!({ "total": 2, "items": [{ "id": 1 }, { "id": 2 }] }))
    }
    async fn wrapped(&self, fail: bool) -> xmlrpc::Result<Vec<(i32, String)>> {
        if fail { Err(Fault::new(0, "no node"))? } else { Ok(vec![(1, "a".into()), (2, "b".into())]) }
    }
    async fn denied(&self) -> Result<VecDeque<i32>, Failure> {
        Err(Failure::Denied)
    }
}

fn router() -> Router {
    Router::new().service(BuildsServer::new(Hub))
}

#[tokio::test]
async fn rows_are_read_one_by_one() {
    let client = router().client();
    let builds = BuildsClient::new(&client);
    let mut rows = builds.list_rows("stable", &[500]).await.expect("rows");
    let mut ids = Vec::new();
    while let Some(build) = rows.next().await {
        ids.push(build.expect("a row").id);
    }
    assert_eq!(ids, (0..100).chain([500]).collect::<Vec<_>>());
    // The method itself is there too, and code over the trait gets the list.
    assert_eq!(Builds::list(&builds, "stable", &[]).await.expect("a list").len(), 100);
}

#[tokio::test]
async fn rows_stand_at_a_path() {
    let builds = BuildsClient::new(router().client());
    let mut rows = builds.page_rows().await.expect("rows");
    assert_eq!(rows.next().await.expect("a row").expect("a build"), Build { id: 1 });
    assert_eq!(rows.next().await.expect("a row").expect("a build"), Build { id: 2 });
    assert!(rows.next().await.is_none());
}

#[tokio::test]
async fn a_failed_envelope_is_the_error_of_the_call() {
    let builds = BuildsClient::new(router().client());
    let mut rows = builds.wrapped_rows(false).await.expect("rows");
    assert_eq!(rows.next().await.expect("a row").expect("a pair"), (1, "a".to_owned()));
    let error = builds.wrapped_rows(true).await.map(drop).expect_err("it failed");
    assert!(error.is_envelope_failure(), "{error}");
    assert_eq!(error.fault(), Some(&Fault::new(0, "no node")));
}

#[tokio::test]
async fn the_call_fails_with_the_methods_own_error() {
    let denied = BuildsClient::new(router().client()).denied_rows().await.map(drop);
    assert!(matches!(denied, Err(Failure::Denied)));
}

#[test]
fn a_blocking_client_iterates() {
    let builds = BlockingBuilds::<blocking::Client>::new(router().blocking_client());
    let rows = builds.list_rows("stable").expect("rows");
    assert_eq!(rows.map(|row| row.expect("a row").id).sum::<i32>(), 4950);
    assert!(matches!(builds.denied_rows().map(drop), Err(Failure::Denied)));
}
