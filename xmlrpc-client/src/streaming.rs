//! Drives a call whose response is read as it comes.
//!
//! It is as the driver of any other call, except that a response of the expected status is not collected: it
//! is handed to `open` as it is. Any other response leads to what it leads to otherwise, a redirect, a retry
//! or an error.

use crate::{
    Body, Error, ErrorKind, Transport,
    body::blocking::{self as blocking_body, TimeLimit},
    collect::{collect, collect_blocking},
    deadline::sleep,
    exchange::{Exchange, Step},
    incoming::Incoming,
    payload::within,
    sending::{self, Sending},
    transport::blocking,
};
use bytes::Bytes;
use http::Response;
use std::sync::Arc;

/// What one request came to.
enum Arrived<T> {
    Opened(T),
    Whole(Response<Bytes>),
}

/// Does each step that the exchange asks for, until a response can be opened.
pub(crate) async fn open<T, F>(
    transport: Arc<dyn Transport>,
    mut exchange: Exchange,
    open: impl Fn(Incoming<Body>) -> F,
) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    let mut step = Step::Send;
    loop {
        step = match step {
            Step::Send => match sending::prepare(&mut exchange).await {
                Err(error) => Step::Done(Err(exchange.fail(error))),
                Ok(sending) => {
                    let Sending { request, context, phase, limit, progress, place } = sending;
                    let (deadline, clock) = (context.deadline, context.upload_clock.clone());
                    let arrived = async {
                        let response = transport.send(request, context).await?;
                        if !exchange.is_read_as_it_comes(&response) {
                            return collect(response, limit, progress).await.map(Arrived::Whole);
                        }
                        let length = response.body().len();
                        let incoming = exchange.incoming(response, length)?.keep(place);
                        open(incoming).await.map(Arrived::Opened)
                    };
                    match within(deadline, clock, arrived, || exchange.timed_out(&phase)).await {
                        Ok(Arrived::Opened(opened)) => return Ok(opened),
                        Ok(Arrived::Whole(response)) => exchange.after_send(Ok(response)),
                        Err(error) => exchange.after_send(Err(error)),
                    }
                }
            },
            Step::Wait(delay) => {
                sleep(delay).await;
                Step::Send
            }
            Step::Done(result) => {
                let error = not_opened(result.map(drop));
                if !exchange.renew(&error) {
                    return Err(error);
                }
                Step::Send
            }
        }
    }
}

/// Does each step that the exchange asks for, until a response can be opened.
pub(crate) fn open_blocking<T>(
    transport: &dyn blocking::Transport,
    exchange: &mut Exchange,
    open: impl Fn(Incoming<blocking_body::Body>) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut step = Step::Send;
    loop {
        step = match step {
            Step::Send => match sending::prepare_blocking(exchange) {
                Err(error) => Step::Done(Err(exchange.fail(error))),
                Ok(sending) => {
                    let Sending { request, context, limit, progress, place, .. } = sending;
                    let time = TimeLimit { deadline: context.deadline, stall: None };
                    let arrived = transport.send(request, context).and_then(|mut response| {
                        if !exchange.is_read_as_it_comes(&response) {
                            response.body_mut().set_time_limit(time);
                            return collect_blocking(response, limit, progress).map(Arrived::Whole);
                        }
                        let length = response.body().len();
                        open(exchange.incoming(response, length)?.keep(place)).map(Arrived::Opened)
                    });
                    match arrived {
                        Ok(Arrived::Opened(opened)) => return Ok(opened),
                        Ok(Arrived::Whole(response)) => exchange.after_send(Ok(response)),
                        Err(error) => exchange.after_send(Err(error)),
                    }
                }
            },
            Step::Wait(delay) => {
                std::thread::sleep(delay);
                Step::Send
            }
            Step::Done(result) => {
                let error = not_opened(result.map(drop));
                if !exchange.renew(&error) {
                    return Err(error);
                }
                Step::Send
            }
        }
    }
}

fn not_opened(result: Result<(), Error>) -> Error {
    // A response with a success status has been opened.
    result.err().unwrap_or_else(|| Error::new(ErrorKind::Protocol, "the response was read too early"))
}
