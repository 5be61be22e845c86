//! Serves XML-RPC as a CGI program, which a web server starts for each call (RFC 3875).
//! To try it:
//!
//!     echo '<methodCall><methodName>add</methodName><params>
//!       <param><value><int>2</int></value></param><param><value><int>3</int></value></param>
//!     </params></methodCall>' | cargo run --example serve_cgi
use xmlrpc::server::{Router, cgi};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let router = Router::new()
        .function("add", |a: i32, b: i32| async move { Ok(a + b) })
        .help("add", "Returns the sum of two integers.");
    cgi::run(router).await
}
