//! One screen for each of the servers that people ask about: the url, the authentication, the trait, and what
//! is unusual about it.
//!
//! | server | url | authentication |
//! |---|---|---|
//! | [supervisord](#supervisord) | `http://host:9001/RPC2`, `unix:///run/supervisor.sock` | basic |
//! | [rTorrent](#rtorrent) | `scgi://host:5000`, `scgi:///path/to/rpc.socket` | none |
//! | [aria2](#aria2) | `http://host:6800/rpc` | a token as first parameter |
//! | [Koji](#koji) | `https://host/kojihub` | none for reading |
//! | [Odoo](#odoo) | `https://host/xmlrpc/2/common` and `/object` | three leading parameters |
//! | [Homematic](#homematic) | `http://ccu:2001/`, `:2010/` | none |
//! | [ROS 1](#ros-1) | `$ROS_MASTER_URI` | none |
//! | [Robot Framework](#robot-framework) | serves at `:8270` | none |
//! | [DokuWiki](#dokuwiki) | `https://host/lib/exe/xmlrpc.php` | basic, or cookies |
//! | [WordPress](#wordpress) | `https://host/xmlrpc.php` | user and password as parameters |
//! | [XAPI (Xen)](#xapi-xen) | `https://host/` | a session as first parameter |
//! | [`OpenNebula`](#opennebula) | `http://host:2633/RPC2` | `user:password` as first parameter |
//!
//! Whole programs for most of them are in the folder `examples`. If your server is not here, `xmlrpc gen`
//! writes a trait from what the server says about itself.
//!
//! # supervisord
//!
//! ```no_run
//! use serde::Deserialize;
//!
//! #[xmlrpc::api(prefix = "supervisor.", rename_all = "camelCase")]
//! trait Supervisor {
//!     async fn get_all_process_info(&self) -> Result<Vec<Process>, SupervisorError>;
//!     async fn start_process(&self, name: &str, wait: bool) -> Result<bool, SupervisorError>;
//! }
//!
//! #[derive(Debug, Deserialize)]
//! struct Process { name: String, group: String, statename: String, pid: i32 }
//!
//! #[derive(Debug, xmlrpc::FaultCode)]
//! enum SupervisorError {
//!     #[xmlrpc(code = 10)] BadName,
//!     #[xmlrpc(code = 60)] AlreadyStarted,
//!     #[xmlrpc(other)] Other(xmlrpc::Error),
//! }
//!
//! # async fn example() -> Result<(), SupervisorError> {
//! let supervisor = SupervisorClient::new(xmlrpc::Client::new("unix:///run/supervisor.sock")?);
//! for process in supervisor.get_all_process_info().await? {
//!     println!("{}: {}", process.name, process.statename);
//! }
//! # Ok(()) }
//! ```
//!
//! The server answers a `<nil/>` with HTTP 500, and results of a multicall come without the array of one,
//! which [`Multicall`](crate::Multicall) reads. A group's programs are named `group:name`.
//!
//! # rTorrent
//!
//! ```no_run
//! use serde::Deserialize;
//!
//! #[xmlrpc::api]
//! trait Rtorrent {
//!     #[xmlrpc(name = "d.multicall2")]
//!     async fn torrents(&self, target: &str, view: &str, name: &str, size: &str)
//!         -> xmlrpc::Result<Vec<Torrent>>;
//! }
//!
//! /// One row. The elements come in the order of the commands, so the fields are read in their order.
//! #[derive(Debug, Deserialize)]
//! struct Torrent { name: String, size: i64 }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let rtorrent = RtorrentClient::new(xmlrpc::Client::new("scgi:///run/rtorrent.sock")?);
//! for torrent in rtorrent.torrents("", "main", "d.name=", "d.size_bytes=").await? {
//!     println!("{} {}", torrent.size, torrent.name);
//! }
//! # Ok(()) }
//! ```
//!
//! The port speaks SCGI and not HTTP. Anyone who can reach it can run programs, so it must not be open to a
//! network. Every number comes as `<i8>`; rTorrent reads neither `<nil/>` nor characters beyond U+FFFF, and a
//! request of more than 2 MiB (16 MiB in later versions) is refused.
//!
//! # aria2
//!
//! ```no_run
//! #[xmlrpc::api(prefix = "aria2.", rename_all = "camelCase")]
//! trait Aria2 {
//!     async fn add_uri(&self, uris: &[&str]) -> xmlrpc::Result<String>;
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::new("http://127.0.0.1:6800/rpc")?;
//! let aria2 = Aria2Client::new(client.with_leading_params(("token:s3cret",))?);
//! let gid = aria2.add_uri(&["http://example.org/debian.iso"]).await?;
//! # Ok(()) }
//! ```
//!
//! The token goes into each call of a multicall, which leading parameters do. All numbers come as strings.
//!
//! # Koji
//!
//! ```no_run
//! use serde::Serialize;
//!
//! #[xmlrpc::api(rename_all = "camelCase")]
//! trait Koji {
//!     #[xmlrpc(name = "getPackageID")]
//!     async fn package_id(&self, name: &str) -> xmlrpc::Result<Option<i32>>;
//!     async fn list_builds(&self, keywords: ListBuilds) -> xmlrpc::Result<Vec<xmlrpc::Value>>;
//! }
//!
//! /// Keyword arguments are a last parameter with the member `__starstar`.
//! #[derive(Serialize)]
//! struct ListBuilds {
//!     #[serde(rename = "__starstar")] keywords: bool,
//!     #[serde(rename = "packageID")] package: i32,
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let url = "https://koji.fedoraproject.org/kojihub";
//! let koji = KojiClient::new(xmlrpc::Client::builder(url).allow_none(true).build()?);
//! if let Some(package) = koji.package_id("bash").await? {
//!     let builds = koji.list_builds(ListBuilds { keywords: true, package }).await?;
//! }
//! # Ok(()) }
//! ```
//!
//! The hub needs `<nil/>`. Its multicall is called `multiCall`:
//! `client.multicall().method_name("multiCall")`.
//!
//! # Odoo
//!
//! ```no_run
//! use xmlrpc::{Client, Value, value};
//!
//! #[xmlrpc::api]
//! trait Common {
//!     async fn authenticate(&self, db: &str, user: &str, password: &str, agent: Value)
//!         -> xmlrpc::Result<Value>;
//! }
//! #[xmlrpc::api]
//! trait Object {
//!     async fn execute_kw(&self, model: &str, method: &str, args: Value, keywords: Value)
//!         -> xmlrpc::Result<Value>;
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let common = CommonClient::new(Client::new("https://erp.example.org/xmlrpc/2/common")?);
//! let user = common.authenticate("db", "admin", "s3cret", value!({})).await?;
//! let client = Client::builder("https://erp.example.org/xmlrpc/2/object").allow_none(true).build()?;
//! let odoo = ObjectClient::new(client.with_leading_params(("db", user, "s3cret"))?);
//! let companies = value!([[["is_company", "=", true]]]);
//! let found = odoo.execute_kw("res.partner", "search_read", companies, value!({"limit": 5})).await?;
//! # Ok(()) }
//! ```
//!
//! A value that is not set comes as `false`, also for a text or a date. A wrong password is the result
//! `false` and not a fault. The methods under `/xmlrpc` are to be removed in Odoo 22.
//!
//! # Homematic
//!
//! ```no_run
//! use xmlrpc::Value;
//!
//! #[xmlrpc::api(rename_all = "camelCase")]
//! trait Ccu {
//!     /// Asks the CCU to send events to the server at `url`.
//!     async fn init(&self, url: &str, interface: &str) -> xmlrpc::Result<()>;
//!     async fn get_value(&self, address: &str, key: &str) -> xmlrpc::Result<Value>;
//!     async fn set_value(&self, address: &str, key: &str, value: Value) -> xmlrpc::Result<()>;
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let ccu = CcuClient::new(xmlrpc::Client::new("http://ccu:2001/")?);
//! ccu.set_value("MEQ0000001:1", "STATE", true.into()).await?;
//! # Ok(()) }
//! ```
//!
//! Events need a server of your own (`event`, `newDevices`, `listDevices`), which must run before `init` is
//! called, because the CCU calls back during that call. Switches may come as the integers 0 and 1.
//!
//! # ROS 1
//!
//! ```no_run
//! use xmlrpc::envelope;
//!
//! #[xmlrpc::api(rename_all = "camelCase", envelope = envelope::Ros)]
//! trait Master {
//!     async fn get_published_topics(&self, subgraph: &str) -> xmlrpc::Result<Vec<(String, String)>>;
//!     async fn lookup_node(&self, name: &str) -> xmlrpc::Result<String>;
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::new("http://localhost:11311/")?;
//! let master = MasterClient::new(client.with_leading_params(("/my_node",))?);
//! println!("{:?}", master.get_published_topics("").await?);
//! # Ok(()) }
//! ```
//!
//! Every reply is `[code, message, value]`, also that of an error. The first parameter is the name of the
//! caller. roscpp knows neither `<nil/>` nor `<i8>` nor `&#13;`: the preset
//! [`Options::roscpp`](crate::Options::roscpp) writes for it.
//!
//! # Robot Framework
//!
//! A remote library is a server: `get_keyword_names`, `run_keyword` and a few more. A keyword that fails is a
//! good result (`{status: "FAIL", error: …}`) and not a fault. The example `robot_remote_library` has a whole
//! library in which a keyword is one function.
//!
//! # DokuWiki
//!
//! ```no_run
//! use serde::Deserialize;
//!
//! #[xmlrpc::api(prefix = "wiki.", rename_all = "camelCase")]
//! trait Wiki {
//!     async fn get_all_pages(&self) -> xmlrpc::Result<Vec<Page>>;
//!     async fn get_page(&self, id: &str) -> xmlrpc::Result<String>;
//! }
//!
//! #[derive(Debug, Deserialize)]
//! #[serde(rename_all = "camelCase")]
//! struct Page { id: String, last_modified: xmlrpc::DateTime }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let url = "https://user:password@wiki.example.org/lib/exe/xmlrpc.php";
//! let wiki = WikiClient::new(xmlrpc::Client::builder(url).cookies(true).build()?);
//! println!("{} pages", wiki.get_all_pages().await?.len());
//! # Ok(()) }
//! ```
//!
//! Dates have dashes and an offset. The version of 2022 answers every error with an empty struct, so a result
//! of another type is an error of kind `Decode` there. The option "remote" must be on.
//!
//! # WordPress
//!
//! ```no_run
//! use serde::Deserialize;
//! use xmlrpc::{Base64, DateTime, Value, value};
//!
//! #[xmlrpc::api(prefix = "wp.", rename_all = "camelCase")]
//! trait WordPress {
//!     async fn get_posts(&self, blog: i32, user: &str, password: &str, filter: Value)
//!         -> xmlrpc::Result<Vec<Post>>;
//!     async fn new_post(&self, blog: i32, user: &str, password: &str, content: Value)
//!         -> xmlrpc::Result<String>;
//! }
//!
//! #[derive(Debug, Deserialize)]
//! struct Post { post_id: String, post_title: String, post_date_gmt: DateTime }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let wordpress = WordPressClient::new(xmlrpc::Client::new("https://blog.example.org/xmlrpc.php")?);
//! let post = value!({"post_title": "Hello", "post_content": "World", "post_status": "draft"});
//! let id = wordpress.new_post(1, "admin", "s3cret", post).await?;
//! # Ok(()) }
//! ```
//!
//! Ids come as strings. The password is that of the user, or an application password. A `<nil/>` as a
//! parameter is lost, and the next parameter takes its place. A draft has the date `00000000T00:00:00Z`,
//! which [`DateTime`](crate::DateTime) keeps.
//!
//! # XAPI (Xen)
//!
//! ```no_run
//! use xmlrpc::envelope;
//!
//! #[xmlrpc::api(envelope = envelope::Xapi)]
//! trait Login {
//!     #[xmlrpc(name = "session.login_with_password")]
//!     async fn login(&self, user: &str, password: &str) -> xmlrpc::Result<String>;
//! }
//! #[xmlrpc::api(envelope = envelope::Xapi)]
//! trait Vms {
//!     #[xmlrpc(name = "VM.get_all")]
//!     async fn all(&self) -> xmlrpc::Result<Vec<String>>;
//!     #[xmlrpc(name = "VM.get_name_label")]
//!     async fn name(&self, vm: &str) -> xmlrpc::Result<String>;
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::new("https://xen.example.org/")?;
//! let session = LoginClient::new(&client).login("root", "s3cret").await?;
//! let vms = VmsClient::new(client.with_leading_params((session,))?);
//! for vm in vms.all().await? {
//!     println!("{}", vms.name(&vm).await?);
//! }
//! # Ok(()) }
//! ```
//!
//! Every reply is `{Status, Value}` or `{Status, ErrorDescription}`. Integers come as strings. The session
//! ends after a day without a call, with the error `SESSION_INVALID`.
//!
//! # `OpenNebula`
//!
//! ```no_run
//! use xmlrpc::envelope;
//!
//! #[xmlrpc::api(prefix = "one.", envelope = envelope::OpenNebula)]
//! trait One {
//!     /// Returns an XML document in a string.
//!     #[xmlrpc(name = "vmpool.info")]
//!     async fn vms(&self, filter: i32, start: i32, end: i32, state: i32) -> xmlrpc::Result<String>;
//! }
//!
//! # async fn example() -> xmlrpc::Result<()> {
//! let client = xmlrpc::Client::new("http://localhost:2633/RPC2")?;
//! let one = OneClient::new(client.with_leading_params(("oneadmin:s3cret",))?);
//! println!("{}", one.vms(-2, -1, -1, -1).await?);
//! # Ok(()) }
//! ```
//!
//! Every reply is `[true, value, code]` or `[false, message, code]`.
