//! `system.multicall`.
use crate::{
    Reply, Request,
    executor::Executor,
    faults::{internal_error, invalid_request, printable},
    reply::{Answer, ReplyForm},
};
use tokio::time::Instant;
use xmlrpc_serde::{Fault, multicall};

impl Executor<'_> {
    /// Runs the calls of a multicall one after another, as clients expect: a call may rely on those before it.
    pub(crate) async fn multicall(&self, request: &Request) -> Answer {
        let most = self.inner.max_multicall;
        let (calls, count) =
            multicall::calls_up_to(request.call(), most).map_err(|error| invalid_request(&error))?;
        if count > most {
            let message =
                format!("Invalid parameters: {count} calls, where at most {most} may stand together");
            return Err(Fault::new(Fault::INVALID_PARAMS, message));
        }
        let mut results = Vec::with_capacity(calls.len());
        let mut bytes = 0;
        for call in calls {
            let answer = match call {
                Err(error) => Err(invalid_request(&error)),
                Ok(_) if bytes > self.inner.max_multicall_bytes => Err(Fault::new(
                    Fault::SYSTEM_ERROR,
                    "Not run: the results of the calls before it are too large",
                )),
                // What is polled or put on a thread once has begun, however late it is.
                Ok(_) if self.deadline.is_some_and(|deadline| deadline <= Instant::now()) => {
                    Err(self.too_late("Not run: the calls before it took"))
                }
                Ok(call) => self.answer_call(call.into_owned(), ReplyForm::Element).await,
            };
            let result = answer.and_then(Reply::into_element).map_err(printable);
            bytes += match &result {
                Ok(value) => value.len(),
                Err(fault) => fault.message.len(),
            };
            results.push(result);
        }
        let reply = multicall::encode_reply(&results, self.inner.options);
        reply.map(Reply::from_document).map_err(|error| internal_error(&error.to_string()))
    }
}
