//! Lists and files that do not fit in memory.
//!
//! | you have | use |
//! |---|---|
//! | a method that returns a long list | [`Client::rows`](crate::Client::rows): one element at a time |
//! | a list inside the result, such as `[code, message, list]` | [`Client::rows_at`](crate::Client::rows_at) |
//! | a method that returns one large base64 or string | [`Client::download`](crate::Client::download), into a file |
//! | a large file as a parameter | [`Attachment`](crate::Attachment), which is read while it is sent |
//! | a document in a file, or from a queue | [`rows`](crate::rows()), [`response::rows`](crate::response::rows) |
//! | a document that is a call already | [`Client::raw`](crate::Client::raw) |
//!
//! The [blocking client](crate::blocking::Client) has the same methods, without `await`. Two programs to copy
//! are `examples/rows_to_csv.rs` and `examples/backup.rs`.
//!
//! # A long list
//!
//! ```
//! use serde::Deserialize;
//! use xmlrpc::Client;
//!
//! #[derive(Deserialize)]
//! struct Package {
//!     name: String,
//!     size: i64,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> xmlrpc::Result<()> {
//! # let packages = xmlrpc::value!([{ "name": "a", "size": 1 }, { "name": "b", "size": 2 }]);
//! # let canned = xmlrpc::testing::Canned::new().value("packages.list", &packages);
//! # let client = Client::builder("http://test/").transport(canned).build()?;
//! let mut total = 0;
//! let mut rows = client.rows::<_, Package>("packages.list", ()).await?;
//! while let Some(row) = rows.next().await {
//!     let package = row?;
//!     println!("{}", package.name);
//!     total += package.size;
//! }
//! # assert_eq!(total, 3);
//! # Ok(()) }
//! ```
//!
//! [`Rows`](crate::Rows) is also a `Stream`, and its counterpart of the blocking client is an `Iterator`.
//!
//! * A row that was returned stays valid. If the response breaks later, one error follows, and then the end.
//!   The end alone means that the document was well-formed to its last byte, so a list that was cut is never
//!   taken for a shorter one.
//! * A row that does not fit its type is an error of its own, and the next row can be read.
//!   [`is_finished`](crate::Rows::is_finished) tells it from the last error.
//! * A fault is found before any row: it is the error of `rows(…).await`.
//! * Nothing is sent again after the first row, even if the call is declared idempotent.
//! * Dropping the rows closes the connection.
//!
//! # Memory
//!
//! One row is in memory, and the pieces that are on their way. A row may have
//! [`Options::max_row_bytes`](crate::Options::max_row_bytes) (1 MiB). `max_len` and the default of
//! [`max_response_bytes`](crate::Builder::max_response_bytes) do not count here; a `max_response_bytes` that
//! the program set does. A server that is faster than the program waits.
//!
//! This holds for gzip and deflate too. A brotli stream takes up to 16 MiB for its window, and zstd up to
//! 8 MiB; zstd's rows also arrive that much later.
//!
//! # Time
//!
//! The call's timeout holds up to the first row, or up to the head of the response for `download` and `raw`.
//! After that, [`stall_timeout`](crate::Builder::stall_timeout) (60 seconds) limits the time in which nothing
//! arrives. The time that the program takes between two rows does not count. With an attachment the call's
//! timeout counts from the last byte that was sent, and the stall timeout holds while it is sent.
//!
//! # A file, there and back
//!
//! ```no_run
//! use xmlrpc::{Attachment, Client};
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new("http://localhost:8069/xmlrpc/2/db")?;
//! let file = tokio::fs::File::create("dump.zip").await?;
//! let bytes = client.download("dump", ("password", "production", "zip"), file).await?;
//! println!("{bytes} bytes");
//!
//! let dump = Attachment::file("dump.zip")?;
//! let restored: bool = client.call("restore", ("password", "staging", dump)).await?;
//! # let _ = restored;
//! # Ok(()) }
//! ```
//!
//! An attachment may stand anywhere in the parameters, in a struct too. The request has a `Content-Length`,
//! because its length is known beforehand. [`Attachment::file`](crate::Attachment::file) is opened for each
//! request, so it can follow a redirect or be sent again. [`Attachment::reader`](crate::Attachment::reader) is
//! read once; where it would have to be sent again, the call fails and says so.
//!
//! # A transport of your own
//!
//! The body of its response may be a stream: [`Body::wrap`](crate::Body::wrap) takes any `http_body::Body`, and
//! [`blocking::Body::reader`](crate::blocking::Body::reader) any `io::Read`. The client decompresses it and
//! keeps the limits.
