//! `CallReport`: what a program learns of each call when it ends.

use crate::Error;
use http::{HeaderMap, StatusCode};
use std::{sync::Arc, time::Duration};

/// The user's function for reports.
pub(crate) type ReportFn = Arc<dyn Fn(&CallReport<'_>) + Send + Sync>;

/// What a program learns of a call when it ends, with [`Builder::on_reply`](crate::Builder::on_reply).
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{blocking::Client, testing::Canned};
///
/// let client = Client::builder("http://test/")
///     .transport(Canned::new().value("add", &3))
///     .on_reply(|report| {
///         let outcome = report.outcome().map_or_else(|error| error.kind().as_str(), |()| "ok");
///         println!("{} {outcome} {:?}", report.method(), report.duration());
///     })
///     .build()?;
/// let sum: i32 = client.call("add", (1, 2))?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Debug)]
pub struct CallReport<'a> {
    pub(crate) method: &'a str,
    pub(crate) url: &'a str,
    pub(crate) calls: usize,
    pub(crate) attempts: u32,
    pub(crate) duration: Duration,
    pub(crate) request_bytes: u64,
    pub(crate) response_bytes: u64,
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: Option<&'a HeaderMap>,
    pub(crate) outcome: Result<(), &'a Error>,
}

impl<'a> CallReport<'a> {
    /// Returns the name of the method, as it is on the wire. That of a batch is the name of its multicall
    /// method.
    #[must_use]
    pub fn method(&self) -> &'a str {
        self.method
    }

    /// Returns the url of the client, without user, password and query.
    #[must_use]
    pub fn url(&self) -> &'a str {
        self.url
    }

    /// Returns how many calls the request carried: 1, or the calls of a batch.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.calls
    }

    /// Returns how often the call was sent: 1, or more if it was sent again. Redirects do not count. It is 0
    /// if nothing was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns how long the call took, from its encoding to its result.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.duration
    }

    /// Returns the length of the body of the request, in bytes.
    #[must_use]
    pub fn request_bytes(&self) -> u64 {
        self.request_bytes
    }

    /// Returns the length of the body of the response, decompressed, in bytes. It is 0 if there was none.
    #[must_use]
    pub fn response_bytes(&self) -> u64 {
        self.response_bytes
    }

    /// Returns the HTTP status, if there was a response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// Returns the headers of the response, if there was one: rate limits, the id of the request.
    #[must_use]
    pub fn headers(&self) -> Option<&'a HeaderMap> {
        self.headers
    }

    /// Returns how the call ended.
    ///
    /// # Errors
    /// The error of the call. A call whose future was dropped has an error of the kind
    /// [`Cancelled`](crate::ErrorKind::Cancelled). A fault of one call in a batch is not an error of the
    /// batch.
    pub fn outcome(&self) -> Result<(), &'a Error> {
        self.outcome
    }

    /// Returns whether the call was given up before it ended, because its future was dropped.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.outcome.is_err_and(|error| error.kind() == crate::ErrorKind::Cancelled)
    }
}
