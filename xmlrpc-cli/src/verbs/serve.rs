//! `serve`: acts as a recorded server.

use crate::{
    context::Context,
    exit::{Attempt, Exit, Failure},
    listen::{Listen, Listening},
    messages::Messages,
    replay::{NoAnswer, Replay},
    text::one_line,
};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use std::{path::PathBuf, sync::Arc, time::Instant};
use xmlrpc::{Fault, Options, Value, call, response};
use xmlrpc_gen::source::recordings;

/// The largest request that is read.
const MAX_REQUEST: usize = 64 << 20;

const EXAMPLES: &str = "\
Examples:
  xmlrpc proxy :9000 https://example.org/RPC2 --save recorded   # record a server
  xmlrpc serve :9000 --replay recorded                          # and be that server
  xmlrpc :9000 system.listMethods";

/// Act as a recorded server, without the server
///
/// Answers calls by their method and their parameters, as they were recorded by `xmlrpc proxy --save` or by
/// the library's `testing::Recorder`. A recorded `***` matches anything. If the same call was recorded
/// several times, its answers are given in order, and the last one repeats. A call that was not recorded is
/// answered with a fault.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, after_long_help = EXAMPLES)]
pub struct ServeArgs {
    /// Where to listen: :PORT (on this machine only), ADDRESS:PORT, or <unix:///path>
    pub listen: Listen,
    /// The folder of the recordings
    #[arg(long, value_name = "DIR")]
    pub replay: PathBuf,
}

/// Runs the verb.
///
/// # Errors
/// [`Exit::Usage`] if there are no recordings, or the address cannot be had.
pub fn run(args: &ServeArgs, context: &Context) -> Attempt {
    let mut skipped = Vec::new();
    let recordings =
        recordings::read(&args.replay, &mut skipped).map_err(|error| Failure::usage(error.to_string()))?;
    for exchange in skipped {
        context.messages.warning(&exchange.to_string());
    }
    let replay = Replay::new(recordings);
    if replay.is_empty() {
        return Err(Failure::usage(format!("there are no recordings in {}", args.replay.display()))
            .with_remedy("record some with `xmlrpc proxy :9000 TARGET --save DIR`"));
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Usage, format!("the server cannot start: {error}")))?;
    runtime.block_on(async {
        let listening = Arc::new(args.listen.bind().await?);
        context.messages.notice(&format!(
            "{} recorded calls of {} methods are served on {}; stop with Ctrl-C",
            replay.len(),
            replay.methods(),
            listening.url("/RPC2")
        ));
        let server = Arc::new(Server {
            replay,
            listening: Arc::clone(&listening),
            messages: context.messages.clone(),
        });
        listening
            .serve(move |request| {
                let server = Arc::clone(&server);
                async move { server.answer(request).await }
            })
            .await;
        Ok(())
    })
}

struct Server {
    replay: Replay,
    listening: Arc<Listening>,
    messages: Messages,
}

impl Server {
    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let started = Instant::now();
        if request.method() != Method::POST {
            return refusal(StatusCode::METHOD_NOT_ALLOWED, "XML-RPC calls are sent with POST\n");
        }
        let host = request.headers().get(header::HOST).map(|host| host.to_str().unwrap_or(""));
        // Whoever opens the server to a network may give it any name there.
        let is_foreign = self.listening.is_local() && !self.listening.is_own_host(host);
        if is_foreign || request.headers().contains_key(header::ORIGIN) {
            return refusal(
                StatusCode::FORBIDDEN,
                "this server answers programs of its own host, and no web page\n",
            );
        }
        let body = match Limited::new(request.into_body(), MAX_REQUEST).collect().await {
            Ok(body) => body.to_bytes(),
            Err(error) => return refusal(StatusCode::BAD_REQUEST, &format!("{error}\n")),
        };
        let options = Options::new().allow_none(true).allow_i8(true).max_len(MAX_REQUEST);
        let call = call::decode(&body, options)
            .and_then(|call| Ok((call.method().to_owned(), call.params::<Vec<Value>>()?)));
        let (method, params) = match call {
            Ok(call) => call,
            Err(error) => {
                self.messages.verbose(&format!("not a call: {error}"));
                return fault(&Fault::new(Fault::PARSE_ERROR, error.to_string()), options);
            }
        };
        let answer = self.replay.answer(&method, &params);
        let note = match &answer {
            Ok(recording) => recording.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Err(_) => "not recorded".to_owned(),
        };
        let micros = started.elapsed().as_micros();
        self.messages.verbose(&format!(
            "{}({} parameters) {note}, {micros} µs",
            one_line(&method),
            params.len()
        ));
        match answer {
            Ok(recording) => replayed(recording),
            Err(NoAnswer::Method) => fault(
                &Fault::new(Fault::METHOD_NOT_FOUND, format!("no call of {method} was recorded")),
                options,
            ),
            Err(NoAnswer::Params(count)) => fault(
                &Fault::new(
                    Fault::INVALID_PARAMS,
                    format!(
                        "no recorded call of {method} has these parameters; {count} with others were recorded"
                    ),
                ),
                options,
            ),
        }
    }
}

fn replayed(recording: &xmlrpc_gen::source::RecordedExchange) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::copy_from_slice(&recording.body)));
    *response.status_mut() = StatusCode::from_u16(recording.status).unwrap_or(StatusCode::OK);
    for (name, value) in &recording.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

fn fault(fault: &Fault, options: Options) -> Response<Full<Bytes>> {
    match response::encode_fault(fault, options) {
        Ok(document) => {
            let mut response = Response::new(Full::new(Bytes::from(document)));
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/xml"));
            response
        }
        // The method's name has a character that XML cannot hold.
        Err(error) => refusal(StatusCode::BAD_REQUEST, &format!("{error}\n")),
    }
}

fn refusal(status: StatusCode, text: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(text.to_owned())));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    response
}
