//! One call on its way to a method: unchecked as it came in, checked for a method that reads its parameters by hand.
use crate::{
    ParamsReader, Reply, RequestContext,
    faults::{invalid_params, not_a_call},
    params::check_count,
    reply::ReplyEncoder,
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{fmt, ops::RangeInclusive};
use xmlrpc_serde::{
    Fault,
    call::{Call, UncheckedCall},
};

/// What an unchecked request and a checked one have in common.
#[derive(Debug)]
struct RequestEnvironment {
    context: RequestContext,
    encoder: ReplyEncoder,
}

/// One call of which no more was read than its method: who knows the types of its parameters reads them in the pass that
/// checks the document.
#[doc(hidden)]
#[derive(Debug)]
pub struct UncheckedRequest {
    call: UncheckedCall<'static>,
    environment: RequestEnvironment,
}

impl UncheckedRequest {
    pub(crate) fn new(
        call: impl Into<UncheckedCall<'static>>,
        context: RequestContext,
        encoder: ReplyEncoder,
    ) -> Self {
        Self { call: call.into(), environment: RequestEnvironment { context, encoder } }
    }

    pub(crate) fn method(&self) -> &str {
        self.call.method()
    }

    pub(crate) const fn context(&self) -> &RequestContext {
        &self.environment.context
    }

    /// Reads the parameters, as many as `count` allows; faults tell their names, where they have any.
    ///
    /// `read` may be asked a second time when not everything is as it should be.
    ///
    /// # Errors
    ///
    /// A fault when the document is no call (-32700, -32600), or its parameters are too few, too many or of other types
    /// (-32602).
    pub fn read_params<'s, T>(
        &'s self,
        names: &'static [&'static str],
        count: RangeInclusive<usize>,
        read: impl Fn(&mut ParamsReader<'s>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut params = ParamsReader::new(self.call.params(), names);
        if let Ok(value) = read(&mut params)
            && params.finish().is_ok()
        {
            return Ok(value);
        }
        // What is wrong with the document is told before what is wrong with its parameters, and their number before
        // their types.
        // The clone shares the document.
        let call = self.call.clone().check().map_err(|error| not_a_call(&error))?;
        check_count(self.method(), call.len(), count)?;
        read(&mut ParamsReader::new(self.call.params(), names))
    }

    /// Encodes the result.
    ///
    /// # Errors
    ///
    /// As [`Request::reply`].
    pub fn reply<T: Serialize + ?Sized>(&self, value: &T) -> Result<Reply, Fault> {
        self.environment.encoder.encode(self.method(), value)
    }

    /// Reads the document to its end: the only way to a [`Request`].
    ///
    /// # Errors
    ///
    /// A fault when it is no call (-32700, -32600).
    pub(crate) fn check(self) -> Result<Request, Fault> {
        let call = self.call.check().map_err(|error| not_a_call(&error))?;
        Ok(Request { call, environment: self.environment })
    }
}

/// One call, owned.
pub struct Request {
    call: Call<'static>,
    environment: RequestEnvironment,
}

impl Request {
    /// The method's name as it was called, prefix included.
    #[must_use]
    pub fn method(&self) -> &str {
        self.call.method()
    }

    /// Who asks, and how.
    #[must_use]
    pub const fn context(&self) -> &RequestContext {
        &self.environment.context
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
        self.environment.encoder.encode(self.method(), value)
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
