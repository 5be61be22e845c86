//! A router answers any request, and runs no method unless the whole document is a call.
//!
//! The input is lines with a header each, an empty line, and the body. A line without a colon is the
//! request's method.

#![no_main]

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method, Request, header};
use libfuzzer_sys::fuzz_target;
use serde::{Deserialize, Deserializer};
use std::sync::{
    LazyLock,
    atomic::{AtomicBool, Ordering::SeqCst},
};
use tokio::runtime::Runtime;
use xmlrpc_serde::{Encoding, Options, Value, call, response};
use xmlrpc_server::Router;

/// Set when a method runs.
static RAN: AtomicBool = AtomicBool::new(false);

/// The longest document that the router reads.
const MAX_BYTES: usize = 256 << 10;

/// A parameter that swallows each error of its parts.
struct Lenient;

impl<'de> Deserialize<'de> for Lenient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let _ = Vec::<Vec<i32>>::deserialize(deserializer);
        Ok(Self)
    }
}

static ROUTER: LazyLock<Router> = LazyLock::new(|| {
    let ran = || RAN.store(true, SeqCst);
    Router::new()
        .function("lenient", move |_: Lenient, _: Option<Lenient>| {
            ran();
            async { Ok(1) }
        })
        .function("some.method", move |_: i32, _: String, value: Value| {
            ran();
            async { Ok(value) }
        })
        .function("none", move || {
            ran();
            async { Ok(()) }
        })
        .fallback(move |request| {
            ran();
            async move {
                let params: Vec<Value> = request.all_params()?;
                request.reply(&params)
            }
        })
        .allow_none(true)
        .allow_i8(true)
        .max_request_bytes(MAX_BYTES)
        .build()
        .expect("the settings are valid")
});

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime starts")
});

fuzz_target!(|input: &[u8]| {
    let (head, body) = match input.windows(2).position(|two| two == b"\n\n") {
        Some(end) => (&input[..end], &input[end + 2..]),
        None => (&b""[..], input),
    };
    let mut request = Request::post("/RPC2").body(Bytes::copy_from_slice(body)).expect("a request");
    for line in head.split(|byte| *byte == b'\n') {
        match line.iter().position(|byte| *byte == b':') {
            None => {
                if let Ok(method) = Method::from_bytes(line) {
                    *request.method_mut() = method;
                }
            }
            Some(colon) => {
                let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii());
                if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(&line[..colon]), value) {
                    request.headers_mut().append(name, value);
                }
            }
        }
    }
    let is_plain = !request.headers().contains_key(header::CONTENT_ENCODING);
    let charset = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let options =
        Options::new().max_len(MAX_BYTES).charset_hint(charset.and_then(Encoding::from_content_type));
    RAN.store(false, SeqCst);
    let response = RUNTIME.block_on(ROUTER.respond_bytes(request));
    let ran = RAN.load(SeqCst);
    if response.status() == 200 {
        let options = Options::new().max_len(usize::MAX);
        let answer = response::decode::<Value>(response.body(), options);
        assert!(answer.is_ok(), "{answer:?}");
    } else {
        let status = response.status().as_u16();
        assert!([204, 400, 403, 405, 408, 411, 413, 415].contains(&status), "{status}");
        assert!(!ran, "a method ran, and the answer is {status}");
    }
    if is_plain && ran {
        let call = call::decode(body, options);
        assert!(call.is_ok(), "a method ran: {call:?}");
    }
});
