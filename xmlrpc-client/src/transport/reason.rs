//! `ReasonPhrase`: the words after the code in a status line.

/// The reason phrase of a response: the words after the code in its status line.
///
/// [`http::Response`] has no field for it, so a transport puts it into the response's extensions. The
/// built-in transports do so, and a transport of your own can. [`Error`](crate::Error)s then show the
/// server's own words; without a `ReasonPhrase` they show the standard words for the code.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::{CallContext, ReasonPhrase, blocking::{Body, Client}};
///
/// let client = Client::builder("http://example.org/RPC2")
///     .transport(|_: http::Request<Body>, _: CallContext| {
///         let mut response = http::Response::new("<html>come back later</html>");
///         *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
///         response.extensions_mut().insert(ReasonPhrase::new("Closed For Lunch"));
///         Ok(response)
///     })
///     .build()?;
/// let error = client.call::<_, String>("ping", ()).unwrap_err();
/// assert_eq!(error.reason(), Some("Closed For Lunch"));
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonPhrase(Box<str>);

impl ReasonPhrase {
    /// Creates a reason phrase from its words.
    pub fn new(words: impl Into<Box<str>>) -> Self {
        Self(words.into())
    }

    /// Returns the words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
