//! One call as it came in, before its parameters were looked at.
use crate::{
    ParamsReader, Reply, Request, RequestContext, not_a_call::not_a_call, params_reader::check_count,
    reply::Answering,
};
use serde_core::Serialize;
use std::ops::RangeInclusive;
use xmlrpc_serde::{
    Fault,
    call::{Call, UncheckedCall},
};

/// One call of which no more was read than its method: who knows the types of its parameters reads them in the pass that
/// checks the document.
#[doc(hidden)]
#[derive(Debug)]
pub struct UncheckedRequest {
    call: UncheckedCall<'static>,
    answering: Answering,
}

impl UncheckedRequest {
    pub(crate) fn new(call: impl Into<UncheckedCall<'static>>, answering: Answering) -> Self {
        Self { call: call.into(), answering }
    }

    pub(crate) fn method(&self) -> &str {
        self.call.method().trim()
    }

    pub(crate) const fn context(&self) -> &RequestContext {
        &self.answering.context
    }

    /// Reads the parameters, as many as `count` allows; faults tell their names, where they have any.
    ///
    /// `read` may be asked a second time when not everything is as it should be.
    ///
    /// # Errors
    ///
    /// A fault when the document is no call (-32700, -32600), or its parameters are too few, too many or of other types
    /// (-32602).
    pub fn read<'s, T>(
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
        let call = checked(&self.call)?;
        check_count(self.method(), call.len(), count)?;
        read(&mut ParamsReader::new(self.call.params(), names))
    }

    /// Encodes the result.
    ///
    /// # Errors
    ///
    /// As [`Request::reply`].
    pub fn reply<T: Serialize + ?Sized>(&self, value: &T) -> Result<Reply, Fault> {
        self.answering.reply(self.method(), value)
    }

    /// Reads the document to its end.
    ///
    /// # Errors
    ///
    /// A fault when it is no call (-32700, -32600).
    pub(crate) fn check(self) -> Result<Request, Fault> {
        Ok(Request::new(checked(&self.call)?, self.answering))
    }
}

fn checked(call: &UncheckedCall<'static>) -> Result<Call<'static>, Fault> {
    // The document is shared, not copied.
    call.clone().check().map_err(|error| not_a_call(&error, call.text().as_bytes()))
}
