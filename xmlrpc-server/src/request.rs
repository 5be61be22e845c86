//! `Request`: one call on its way to a method; `UncheckedRequest`: a request whose document was only read up
//! to its parameters.
//!
//! ```text
//!                    ┌─ read_params ──► parameters   for a method that knows their types: reading them
//! UncheckedRequest ──┤                               checks the document in the same pass
//!                    └─ check ────────► Request      for a method that reads its parameters by hand
//! ```
//!
//! A method runs only after one of the two, so a document that is broken behind its parameters runs nothing.
use crate::{
    ParamsReader, Reply, RequestContext,
    byte_budget::Reservation,
    faults::{invalid_params, not_a_call},
    params::check_count,
    reply::{ReplyEncoder, ReplyForm},
};
use serde_core::{Serialize, de::DeserializeOwned};
use std::{fmt, ops::RangeInclusive};
use xmlrpc_serde::{
    Fault,
    call::{Call, UncheckedCall},
};

/// What an [`UncheckedRequest`] and the [`Request`] made of it share.
#[derive(Debug)]
struct RequestEnvironment {
    context: RequestContext,
    encoder: ReplyEncoder,
    /// The part of the byte budget, until the parameters have been read.
    reservation: Option<Reservation>,
}

/// One call that was read up to its parameters, for a method that knows their types: reading them also checks
/// the document to its end.
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
        Self { call: call.into(), environment: RequestEnvironment { context, encoder, reservation: None } }
    }

    pub(crate) fn with_reservation(mut self, reservation: Option<Reservation>) -> Self {
        self.environment.reservation = reservation;
        self
    }

    pub(crate) fn method(&self) -> &str {
        self.call.method()
    }

    pub(crate) const fn context(&self) -> &RequestContext {
        &self.environment.context
    }

    /// Replaces the context.
    pub(crate) fn with_context(mut self, context: RequestContext) -> Self {
        self.environment.context = context;
        self
    }

    pub(crate) const fn encoder(&self) -> ReplyEncoder {
        self.environment.encoder
    }

    /// Returns the form that the reply must have.
    pub(crate) const fn reply_form(&self) -> ReplyForm {
        self.environment.encoder.form()
    }

    /// Returns how long the document is that the call is a part of.
    pub(crate) fn document_len(&self) -> usize {
        self.call.text().len()
    }

    /// Reads the parameters and checks the document to its end. `count` is how many parameters the method
    /// expects, and `names` are their names for the texts of faults; parameters without a name are counted.
    ///
    /// If anything is wrong, `read` runs a second time, so that every method reports the same fault: first
    /// that the document is not a call, then a wrong number of parameters, then a wrong type.
    ///
    /// # Errors
    ///
    /// Returns a fault if the document is not a call (-32700, -32600), or if its parameters are too few, too
    /// many or of other types (-32602).
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
            if let Some(reservation) = &self.environment.reservation {
                reservation.release();
            }
            return Ok(value);
        }
        // The clone shares the document.
        let call = self.call.clone().check().map_err(not_a_call)?;
        check_count(self.method(), call.len(), count)?;
        read(&mut ParamsReader::new(self.call.params(), names))
    }

    /// Encodes the result of the method.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if the result cannot be encoded: see [`Request::reply`].
    pub fn reply<T: Serialize + ?Sized>(&self, value: &T) -> Result<Reply, Fault> {
        self.environment.encoder.encode(self.method(), value)
    }

    /// Checks the document to its end. There is no other way to a [`Request`].
    ///
    /// # Errors
    ///
    /// Returns a fault if the document is not a call (-32700, -32600).
    pub(crate) fn check(self) -> Result<Request, Fault> {
        let document_len = self.document_len();
        let call = self.call.check().map_err(not_a_call)?;
        Ok(Request { call, document_len, environment: self.environment })
    }
}

/// One call, for a method that reads its parameters by hand: a [fallback](crate::Router::fallback), or a
/// method of a [`Service`](crate::Service).
///
/// Its document was checked to its end, so the method can act on the parameters as it reads them.
///
/// ```
/// # mod xmlrpc { pub use xmlrpc_serde::{Fault, Value}; pub use xmlrpc_server as server; }
/// use xmlrpc::{Fault, Value, server::{Reply, Request, Router}};
///
/// async fn describe(request: Request) -> Result<Reply, Fault> {
///     let params: Vec<Value> = request.all_params()?;
///     request.reply(&format!("{} with {} parameters", request.method(), params.len()))
/// }
/// let router = Router::new().fallback(describe);
/// ```
pub struct Request {
    call: Call<'static>,
    document_len: usize,
    environment: RequestEnvironment,
}

impl Request {
    /// Returns the name of the method as the client sent it, prefix included, without white space around it.
    #[must_use]
    pub fn method(&self) -> &str {
        self.call.method()
    }

    /// Returns the context of the request: who sends it, its headers, shared values.
    #[must_use]
    pub const fn context(&self) -> &RequestContext {
        &self.environment.context
    }

    /// Reads the parameters one after another. There must be at least `required` of them, and at most
    /// `names.len()`. The names appear in faults.
    ///
    /// ```
    /// # mod xmlrpc { pub use xmlrpc_server as server; }
    /// use xmlrpc::server::Router;
    /// let router = Router::new().fallback(|request| async move {
    ///     let (text, times): (String, Option<usize>) = {
    ///         let mut params = request.params(&["text", "times"], 1)?;
    ///         (params.required()?, params.optional()?)
    ///     };
    ///     request.reply(&text.repeat(times.unwrap_or(1)))
    /// });
    /// ```
    ///
    /// # Errors
    ///
    /// Returns a fault (-32602) that says how many parameters the method expects.
    pub fn params<'s>(
        &'s self,
        names: &'static [&'static str],
        required: usize,
    ) -> Result<ParamsReader<'s>, Fault> {
        check_count(self.method(), self.call.len(), required..=names.len())?;
        Ok(ParamsReader::new(self.call.reader(), names))
    }

    /// Reads all parameters at once: into a tuple, or into a `Vec<Value>` if their number may vary.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32602) if the parameters are not as many as `T` has, or of other types.
    pub fn all_params<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        self.call.params().map_err(|error| invalid_params(error, None))
    }

    /// Encodes the result of the method.
    ///
    /// # Errors
    ///
    /// Returns a fault (-32603) if the result cannot be encoded, for example because it holds a control
    /// character, or a `None` without [`Router::allow_none`](crate::Router::allow_none). The fault is also
    /// logged, because the mistake is the server's.
    pub fn reply<T: Serialize + ?Sized>(&self, value: &T) -> Result<Reply, Fault> {
        self.environment.encoder.encode(self.method(), value)
    }

    /// Returns how long the document is that the call is a part of.
    pub(crate) const fn document_len(&self) -> usize {
        self.document_len
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
