//! One call on its way through a method.
use crate::{
    ParamsReader, Reply, RequestContext,
    params_reader::{check_count, invalid_params},
    reply::Answering,
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::fmt;
use xmlrpc_serde::{Fault, call::Call};

/// One call, owned.
pub struct Request {
    call: Call<'static>,
    answering: Answering,
}

impl Request {
    pub(crate) const fn new(call: Call<'static>, answering: Answering) -> Self {
        Self { call, answering }
    }

    /// The method's name as it was called, prefix included.
    #[must_use]
    pub fn method(&self) -> &str {
        self.call.method().trim()
    }

    /// Who asks, and how.
    #[must_use]
    pub const fn context(&self) -> &RequestContext {
        &self.answering.context
    }

    /// The parameters, whose names the faults tell: at least `required` of them, at most `names.len()`.
    ///
    /// # Errors
    ///
    /// A fault (-32602) that tells how many parameters the method takes.
    pub fn params<'s>(
        &'s self,
        names: &'static [&'static str],
        required: usize,
    ) -> Result<ParamsReader<'s>, Fault> {
        check_count(self.method(), self.call.len(), required..=names.len())?;
        Ok(ParamsReader::new(self.call.reader(), names))
    }

    /// All parameters at once, however many, as a tuple or a `Vec<Value>`.
    ///
    /// # Errors
    ///
    /// A fault (-32602) when they are of other types.
    pub fn all_params<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        self.call.params().map_err(|error| invalid_params(&error, ""))
    }

    /// Encodes the result.
    ///
    /// # Errors
    ///
    /// A fault (-32603) when the value cannot be written: a control character, a `None` without
    /// [`Router::allow_none`](crate::Router::allow_none) …; it is also logged, since the mistake is the server's.
    pub fn reply<T: Serialize + ?Sized>(&self, value: &T) -> Result<Reply, Fault> {
        self.answering.reply(self.method(), value)
    }

    pub(crate) const fn call(&self) -> &Call<'static> {
        &self.call
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method())
            .field("context", self.context())
            .finish_non_exhaustive()
    }
}
