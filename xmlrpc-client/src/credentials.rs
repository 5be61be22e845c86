//! `Credentials`: what a login gave.

use crate::{Error, Result, call_options::user_header};
use http::HeaderMap;
use serde_core::Serialize;
use std::fmt;
use xmlrpc_serde::{Options, Value, call::LeadingParams};

/// What a login gave, and what is added to each call of the [session](crate::Session) from then on.
///
/// ```
/// # use xmlrpc_client as xmlrpc;
/// use xmlrpc::Credentials;
///
/// let key = String::from("5f2b");
/// let credentials = Credentials::new().leading_params((&key,))?.header("X-Session", &key)?;
/// # Ok::<(), xmlrpc_client::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct Credentials {
    leading: Vec<Value>,
    headers: HeaderMap,
}

impl Credentials {
    /// Creates credentials that add nothing. They suffice for servers that log in by cookie.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts these parameters in front of those of each call, and of each call in a batch. They come before
    /// the client's own [leading parameters](crate::Client::with_leading_params).
    ///
    /// `params` is a tuple (`(key,)` for one), a sequence, or `()`. It replaces parameters that were given
    /// before.
    ///
    /// # Errors
    /// [`ErrorKind::Encode`](crate::ErrorKind::Encode) if a parameter cannot be written as XML-RPC.
    pub fn leading_params<P: Serialize>(mut self, params: P) -> Result<Self> {
        let all_types = Options::new().allow_none(true).allow_i8(true);
        let value = all_types.to_value(&params).map_err(Error::encode);
        self.leading = match value.map_err(|error| error.about("credentials"))? {
            Value::Array(params) => params,
            Value::Nil => Vec::new(),
            _ => {
                return Err(Error::new(
                    crate::ErrorKind::Encode,
                    "credentials: expected a tuple or a sequence of parameters, found a single value; \
                     write (value,)",
                ));
            }
        };
        Ok(self)
    }

    /// Adds a header to each call. Its value counts as a secret.
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) if HTTP cannot carry the name or the value, or if the
    /// header belongs to the transport.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Result<Self> {
        let (name, value) = user_header(name.as_ref(), value.as_ref())?;
        self.headers.insert(name, value);
        Ok(self)
    }

    /// Encodes the parameters as the client writes them.
    pub(crate) fn encode(self, options: Options) -> Result<(LeadingParams, HeaderMap)> {
        let leading = LeadingParams::encode(&self.leading, options)
            .map_err(|error| Error::encode(error).about("credentials"))?;
        Ok((leading, self.headers))
    }
}

/// Shows how much there is, but nothing of it.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("leading_params", &self.leading.len())
            .field("headers", &self.headers.len())
            .finish()
    }
}
