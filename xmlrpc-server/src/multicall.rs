//! `Executor::multicall`: many calls in one request.
use crate::{
    Reply, Request,
    executor::Executor,
    faults::{
        cannot_encode_multicall, invalid_request, multicall_too_slow, results_too_large, too_many_calls,
    },
    reply::{Answer, ReplyEncoder, ReplyForm, fault_options},
};
use xmlrpc_serde::multicall;

impl Executor<'_> {
    /// Runs the calls of a multicall one after another, because a call may depend on those before it.
    pub(crate) async fn multicall(&self, request: &Request) -> Answer {
        let (max_calls, max_bytes) = (self.router().max_multicall, self.router().max_multicall_bytes);
        let (calls, count) =
            multicall::calls_up_to(request.call(), max_calls).map_err(|error| invalid_request(&error))?;
        if count > max_calls {
            return Err(too_many_calls(count, max_calls));
        }
        let mut results = Vec::with_capacity(calls.len());
        let mut bytes = 0;
        for call in calls {
            let envelope = call.as_ref().ok().and_then(|call| self.router().fault_envelope(call.method()));
            let answer = match call {
                Err(error) => Err(invalid_request(&error)),
                Ok(_) if bytes > max_bytes => Err(results_too_large(max_bytes)),
                // A call that has been started cannot be taken back, so the deadline is checked before each.
                Ok(_) if self.is_late() => Err(multicall_too_slow(self.time_limit())),
                Ok(call) => self.answer_call(call.into_owned(), ReplyForm::Element, None).await,
            };
            let answer = match envelope {
                Some(envelope) => {
                    let encoder = ReplyEncoder::new(self.router().options, ReplyForm::Element);
                    envelope.close(answer, encoder)
                }
                None => answer,
            };
            let result = answer.and_then(Reply::into_element);
            bytes += match &result {
                Ok(value) => value.len(),
                Err(fault) => fault.message.len(),
            };
            results.push(result);
        }
        let reply = multicall::encode_reply(&results, fault_options(self.router().options));
        reply.map(Reply::from_document).map_err(|error| cannot_encode_multicall(&error))
    }
}
