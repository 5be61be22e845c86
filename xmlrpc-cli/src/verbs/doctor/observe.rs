//! `Observations`: what a server does with calls that cannot do harm.

use crate::{
    connect::TargetClient,
    exit::{Attempt, Exit, Failure},
    text::one_line,
};
use http::{HeaderMap, StatusCode};
use std::time::{Duration, Instant};
use xmlrpc::{Capabilities, Error, ErrorKind, Value, value};

/// A method that cannot exist. No word of it is a word of any API.
const NO_METHOD: &str = "xmlrpc_doctor.no_such_method_7f3a";

/// The size of the large parameter: larger than the limit of xmlrpc-c, 512 KiB.
const LARGE: usize = 600 * 1024;

/// What a server does with calls that cannot do harm.
#[derive(Clone, Debug)]
pub struct Observations {
    /// The url, without a user.
    pub url: String,
    /// The time of the first call, from the connection to the reply.
    pub first: Duration,
    /// The time of a later call.
    pub later: Duration,
    /// The status of the first reply.
    pub status: StatusCode,
    /// The headers of the first reply.
    pub headers: HeaderMap,
    /// Where the server sent the client on to.
    pub redirects: Vec<String>,
    /// The answer to a method that cannot exist.
    pub no_method: NoMethod,
    /// The names of the methods.
    pub methods: Listing,
    /// What `system.getCapabilities` claims.
    pub capabilities: Vec<String>,
    /// Several calls in one.
    pub multicall: Multicalls,
    /// `<nil/>` as a parameter.
    pub nil: Taken,
    /// `<i8>` as a parameter.
    pub i8: Taken,
    /// Text with characters beyond U+FFFF.
    pub wide_text: Taken,
    /// A large parameter.
    pub large: Taken,
}

/// The answer to a method that cannot exist.
#[derive(Clone, Debug, PartialEq)]
pub enum NoMethod {
    /// A fault, as it should be.
    Fault {
        /// The code; 0 if it is not a number.
        code: i32,
        /// The text.
        message: String,
        /// The code, if it is a word.
        word: Option<String>,
    },
    /// A value, as if the method existed.
    Value(Value),
    /// A status of HTTP.
    Status(StatusCode),
}

/// The answer to `system.listMethods`.
#[derive(Clone, Debug, PartialEq)]
pub enum Listing {
    /// The names.
    Names(Vec<String>),
    /// The server does not say.
    Missing(String),
}

/// The answer to `system.multicall`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Multicalls {
    /// Each call has its own answer, and a failed call has a fault.
    Yes,
    /// The server has no such method.
    Missing,
    /// One failed call fails all of them.
    Whole,
}

/// Whether a server takes something that not all servers take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The call was answered as without it.
    Yes,
    /// The answer was another one.
    No(String),
}

impl Taken {
    /// Says it in words.
    #[must_use]
    pub fn text(&self, label: &str) -> String {
        let what = match label {
            "nil" => "<nil/>",
            "i8" => "<i8>",
            "charset" => "UTF-8 beyond U+FFFF",
            _ => "a request of 600 KiB",
        };
        match self {
            Self::Yes => format!("{what} is not refused"),
            Self::No(why) => format!("{what} is refused: {why}"),
        }
    }
}

impl Multicalls {
    /// Says it in words.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Yes => "system.multicall answers each call by itself",
            Self::Missing => "the server has no system.multicall",
            Self::Whole => "system.multicall fails as a whole if one of its calls fails",
        }
    }
}

/// Makes the calls.
///
/// # Errors
/// Those of the first call, if there is no answer to it.
pub fn observe(connection: &TargetClient, url: &str) -> Attempt<Observations> {
    let started = Instant::now();
    let first = call(connection, NO_METHOD, &[]);
    let first_time = started.elapsed();
    let no_method = no_method(first)?;
    let reply = connection.last_reply();
    let (status, headers) = match reply {
        Some(reply) => (reply.status, reply.headers),
        None => (StatusCode::OK, HeaderMap::new()),
    };
    let redirects = connection.redirects();
    let started = Instant::now();
    let listed = call(connection, "system.listMethods", &[]);
    let later = started.elapsed();
    let methods = match listed {
        Ok(Value::Array(names)) => {
            Listing::Names(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
        }
        Ok(_) => Listing::Missing("the answer is not a list".to_owned()),
        Err(error) => Listing::Missing(short(&error)),
    };
    let same = |params: &[Value]| match call(connection, NO_METHOD, params) {
        Ok(value) if no_method == NoMethod::Value(value.clone()) => Taken::Yes,
        Ok(_) => Taken::No("the answer is another value".to_owned()),
        Err(error) if is_same(&no_method, &error) => Taken::Yes,
        Err(error) => Taken::No(short(&error)),
    };
    let nil = same(&[Value::Nil]);
    let i8 = same(&[Value::I8(1 << 40)]);
    let wide_text = same(&[Value::from("é日本😀")]);
    let large = same(&[Value::from("x".repeat(LARGE))]);
    let capabilities = call(connection, "system.getCapabilities", &[])
        .ok()
        .and_then(|value| xmlrpc::from_value::<Capabilities>(value).ok())
        .map(|capabilities| capabilities.into_keys().collect())
        .unwrap_or_default();
    let multicall = multicalls(connection);
    Ok(Observations {
        url: url.to_owned(),
        first: first_time,
        later,
        status,
        headers,
        redirects,
        no_method,
        methods,
        capabilities,
        multicall,
        nil,
        i8,
        wide_text,
        large,
    })
}

fn call(connection: &TargetClient, method: &str, params: &[Value]) -> xmlrpc::Result<Value> {
    debug_assert!(method == NO_METHOD || method.starts_with("system."));
    connection.client().call(method, params)
}

/// Reads the answer to the first call. Without one there is nothing to observe.
fn no_method(answer: xmlrpc::Result<Value>) -> Attempt<NoMethod> {
    let error = match answer {
        Ok(value) => return Ok(NoMethod::Value(value)),
        Err(error) => error,
    };
    if let Some(fault) = error.fault() {
        let word = fault.raw().and_then(|raw| Some(raw.get("faultCode")?.as_str()?.to_owned()));
        let word = word.filter(|word| word.parse::<i32>().is_err());
        return Ok(NoMethod::Fault { code: fault.code, message: fault.message.clone(), word });
    }
    match (error.kind(), error.status()) {
        // Some servers look for the method before they look at anything else.
        (ErrorKind::Status, Some(status @ StatusCode::NOT_FOUND)) if is_not_a_page(&error) => {
            Ok(NoMethod::Status(status))
        }
        (ErrorKind::Status, Some(StatusCode::UNAUTHORIZED)) => {
            let scheme = error
                .headers()
                .and_then(|headers| headers.get(http::header::WWW_AUTHENTICATE))
                .map_or(String::new(), |value| {
                    format!(": {}", one_line(&String::from_utf8_lossy(value.as_bytes())))
                });
            Err(Failure::new(Exit::Response, format!("the server asks for credentials{scheme}")).with_remedy(
                "give a user with --auth USER or a token with --bearer env:TOKEN; in Rust \
                 `.basic_auth(user, password)`, in targets.toml \
                 auth = { user = \"…\", password = { env = \"…\" } }",
            ))
        }
        _ => Err(error.into()),
    }
}

/// Whether a 404 is the answer to the method, and not that to a wrong path.
fn is_not_a_page(error: &Error) -> bool {
    error.body_start().is_none_or(|body| body.trim().is_empty())
}

fn is_same(no_method: &NoMethod, error: &Error) -> bool {
    match no_method {
        NoMethod::Fault { code, message, .. } => {
            error.fault().is_some_and(|fault| fault.code == *code && is_same_text(&fault.message, message))
        }
        NoMethod::Status(status) => error.status() == Some(*status),
        NoMethod::Value(_) => false,
    }
}

/// Compares the texts of two faults. Numbers in them may be lines or memory addresses of the server's
/// program.
fn is_same_text(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|char| !char.is_ascii_digit()).collect::<String>();
    letters(a) == letters(b)
}

fn multicalls(connection: &TargetClient) -> Multicalls {
    let inner = value!({ "methodName": NO_METHOD, "params": [] });
    match call(connection, "system.multicall", &[Value::Array(vec![inner])]) {
        Ok(Value::Array(answers)) if answers.len() == 1 => Multicalls::Yes,
        Ok(_) => Multicalls::Whole,
        // The fault of the inner call has come for the whole.
        Err(error) if error.fault().is_some_and(|fault| fault.message.contains(NO_METHOD)) => {
            Multicalls::Whole
        }
        Err(_) => Multicalls::Missing,
    }
}

fn short(error: &Error) -> String {
    match error.fault() {
        Some(fault) => format!("fault {}: {}", fault.code, first_line(&fault.message)),
        None => first_line(&error.to_string()),
    }
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut shown: String = line.chars().take(120).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    shown
}

impl Observations {
    /// Says how the server was reached.
    #[must_use]
    pub fn reached(&self) -> String {
        let over = match self.url.split_once("://").map_or("", |(scheme, _)| scheme) {
            "https" => "TLS",
            "unix" | "http+unix" => "a unix socket",
            "scgi" => "SCGI",
            _ => "TCP",
        };
        format!(
            "over {over}, HTTP {}; the first call took {:.1?}, the next one {:.1?}",
            self.status.as_u16(),
            self.first,
            self.later
        )
    }

    /// Says by what the server is known.
    #[must_use]
    pub fn evidence(&self) -> String {
        let mut parts = Vec::new();
        for name in ["server", "rpc-server", "soapserver", "x-powered-by"] {
            if let Some(value) = self.header(name) {
                parts.push(format!("{name}: {value}"));
            }
        }
        parts.push(match &self.no_method {
            NoMethod::Fault { message, word: Some(word), .. } => {
                format!("fault {word}: {}", first_line(message))
            }
            NoMethod::Fault { code, message, .. } => format!("fault {code}: {}", first_line(message)),
            NoMethod::Value(_) => "a value for a method that cannot exist".to_owned(),
            NoMethod::Status(status) => format!("HTTP {} for a method that cannot exist", status.as_u16()),
        });
        parts.join("; ")
    }

    /// Says how many methods there are.
    #[must_use]
    pub fn listing(&self) -> String {
        match &self.methods {
            Listing::Names(names) => format!("{}, by system.listMethods", names.len()),
            Listing::Missing(why) => format!("no system.listMethods: {why}"),
        }
    }

    /// Returns a header of the first reply.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
    }

    /// Returns whether the server lists a method.
    #[must_use]
    pub fn has_method(&self, name: &str) -> bool {
        matches!(&self.methods, Listing::Names(names) if names.iter().any(|known| known == name))
    }
}
