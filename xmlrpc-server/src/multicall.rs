//! `Executor::multicall`: many calls in one request.
use crate::{
    Reply, Request,
    executor::Executor,
    faults::{
        cannot_encode_multicall, invalid_request, multicall_too_slow, results_too_large, too_many_calls,
    },
    offload,
    reply::{Answer, ReplyEncoder, ReplyForm, fault_options},
};
use std::time::{Duration, Instant};
use tokio::task::{consume_budget, yield_now};
use xmlrpc_serde::{Error, Fault, call::Call, multicall};

/// How long the calls of a multicall run before the other tasks of the thread have their turn.
const TURN_OF_OTHERS: Duration = Duration::from_millis(1);

impl Executor {
    /// Runs the calls of a multicall one after another, because a call may depend on those before it.
    pub(crate) async fn multicall(&self, request: Request) -> Answer {
        let (max_calls, max_bytes) = (self.router().max_multicall, self.router().max_multicall_bytes);
        let (length, method) = (request.document_len(), request.method().to_owned());
        // The document stays in memory until the last call has been read.
        let (calls, _request) = offload::read(length, &method, move || {
            read_calls(&request, max_calls).map(|calls| (calls, request))
        })
        .await??;
        let mut results = Vec::with_capacity(calls.len());
        let mut bytes = 0;
        let mut turn = Instant::now();
        for call in calls {
            let method = call.as_ref().map_or("", |call| call.method()).to_owned();
            let envelope = call.as_ref().ok().and_then(|call| self.router().fault_envelope(call.method()));
            let answer = match call {
                Err(error) => Err(invalid_request(error)),
                Ok(_) if bytes > max_bytes => Err(results_too_large(max_bytes)),
                // A call that has been started cannot be taken back, so the deadline is checked before each.
                Ok(_) if self.is_late() => Err(multicall_too_slow(self.time_limit())),
                Ok(call) => self.answer_call(call, ReplyForm::Element, None).await,
            };
            let mut result = answer.and_then(Reply::into_element);
            if let Err(fault) = &result {
                self.router().observers.report_call_fault(&method, fault, self.context());
            }
            if let Some(envelope) = envelope {
                let options = self.router().options;
                let encoder = ReplyEncoder::new(options, ReplyForm::Element, max_bytes);
                result =
                    result.or_else(|fault| envelope.close(Err(fault), encoder).and_then(Reply::into_element));
            }
            bytes += match &result {
                Ok(value) => value.len(),
                Err(fault) => fault.message.len(),
            };
            results.push(result);
            consume_budget().await;
            if turn.elapsed() >= TURN_OF_OTHERS {
                yield_now().await;
                turn = Instant::now();
            }
        }
        let reply = multicall::encode_reply(&results, fault_options(self.router().options));
        reply.map(Reply::from_document).map_err(|error| cannot_encode_multicall(&error))
    }
}

/// Reads the calls of a multicall, each up to its parameters.
fn read_calls(request: &Request, max: usize) -> Result<Vec<Result<Call<'static>, Error>>, Fault> {
    let (calls, count) = multicall::calls_up_to(request.call(), max).map_err(invalid_request)?;
    if count > max {
        return Err(too_many_calls(count, max));
    }
    Ok(calls.into_iter().map(|call| call.map(Call::into_owned)).collect())
}
