//! Asks a Koji hub for builds. This needs `<nil/>`, keyword arguments, and Koji's own name for the multicall
//! method.
//!
//!     cargo run --example koji [URL [PACKAGE]]
//!
//! URL is that of the hub, such as `https://koji.fedoraproject.org/kojihub`.

#[path = "stand_in/koji.rs"]
mod stand_in;
mod support;

use std::error::Error;

use serde::{Deserialize, Serialize};
use xmlrpc::Client;

#[xmlrpc::api(rename_all = "camelCase")]
trait Koji {
    #[xmlrpc(name = "getAPIVersion")]
    async fn api_version(&self) -> xmlrpc::Result<i32>;
    /// Returns the id of a package, or `None` if the hub does not have it.
    #[xmlrpc(name = "getPackageID")]
    async fn package_id(&self, name: &str) -> xmlrpc::Result<Option<i32>>;
    async fn get_build(&self, build: &str) -> xmlrpc::Result<Option<Build>>;
    async fn list_builds(&self, keywords: ListBuilds) -> xmlrpc::Result<Vec<Build>>;
}

/// Keyword arguments: in Koji, a last parameter that is a struct with the member `__starstar`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ListBuilds {
    #[serde(rename = "__starstar")]
    keywords: bool,
    #[serde(rename = "packageID")]
    package: i32,
    query_opts: QueryOptions,
}

#[derive(Debug, Serialize)]
struct QueryOptions {
    limit: i32,
    order: &'static str,
}

#[derive(Debug, Deserialize)]
struct Build {
    nvr: String,
    owner_name: String,
    completion_ts: Option<f64>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = support::url_or_serve(stand_in::router).await?;
    let package = std::env::args().nth(2).unwrap_or_else(|| "bash".to_owned());
    let client = Client::builder(&url).allow_none(true).build()?;
    let koji = KojiClient::new(&client);

    let id = koji.package_id(&package).await?.ok_or("the hub has no such package")?;
    let query_opts = QueryOptions { limit: 3, order: "-build_id" };
    let builds = koji.list_builds(ListBuilds { keywords: true, package: id, query_opts }).await?;
    let names: Vec<_> = builds.iter().map(|build| &build.nvr).collect();
    println!("{package} is package {id}, and its last builds are {names:?}");

    let batch = client.multicall().method_name("multiCall");
    let hub = KojiClient::new(&batch);
    let version = hub.api_version();
    let nothing = hub.get_build("no-such-build-0-0");
    let details: Vec<_> = builds.iter().map(|build| hub.get_build(&build.nvr)).collect();
    let mut replies = client.send(batch).await?;
    let (version, nothing) = (replies.take(version)?, replies.take(nothing)?.map(|build| build.nvr));
    println!("API version {version}, and no-such-build-0-0 is {nothing:?}");
    for slot in details {
        let build = replies.take(slot)?.ok_or("a build that was listed is gone")?;
        println!("{:20} by {}, completed at {:?}", build.nvr, build.owner_name, build.completion_ts);
    }
    Ok(())
}
