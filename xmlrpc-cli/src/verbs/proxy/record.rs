//! `RecordFolder`: writes exchanges as `testing::Recorder` does. `Redaction`: what no record shows.

use super::tap::Tap;
use crate::{
    exit::{Attempt, Failure},
    replay::REDACTED,
    secrets::Secrets,
    text::one_line,
    typed,
};
use http::{HeaderMap, StatusCode, header};
use std::{
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};
use xmlrpc::{Options, Struct, Value, call, response};

/// How much of a line shows the parameters, and how much the result.
const SHOWN: usize = 200;

/// What no record shows.
pub(super) struct Redaction {
    /// The places of parameters, from 0.
    pub(super) places: Vec<usize>,
    /// The values that the configuration and the options gave.
    pub(super) secrets: Secrets,
}

/// One call that has passed, and the reply to it.
pub(super) struct ProxiedCall<'a> {
    pub(super) sent: &'a Tap,
    pub(super) received: &'a Tap,
    pub(super) status: StatusCode,
    pub(super) headers: &'a HeaderMap,
    /// Whether the reply came to its end.
    pub(super) is_whole: bool,
}

fn options() -> Options {
    Options::new().allow_none(true).allow_i8(true).read_control_characters(true).max_len(usize::MAX)
}

impl Redaction {
    /// Replaces the parameters of a call. Those of the calls in a multicall have the same places.
    fn redact(&self, method: &str, params: &mut [Value]) -> bool {
        if matches!(method, "system.multicall" | "multiCall")
            && let Some(Value::Array(calls)) = params.first_mut()
        {
            let mut redacted = false;
            for call in calls {
                if let Value::Struct(call) = call
                    && let Some(Value::Array(params)) = member(call, "params")
                {
                    redacted |= self.redact_places(params);
                }
            }
            return redacted;
        }
        self.redact_places(params)
    }

    fn redact_places(&self, params: &mut [Value]) -> bool {
        let mut redacted = false;
        for place in &self.places {
            if let Some(param) = params.get_mut(*place) {
                *param = Value::String(REDACTED.to_owned());
                redacted = true;
            }
        }
        redacted
    }
}

fn member<'a>(members: &'a mut Struct, name: &str) -> Option<&'a mut Value> {
    members.iter_mut().find(|(known, _)| *known == name).map(|(_, value)| value)
}

impl ProxiedCall<'_> {
    /// Returns the call with its redacted parameters, if the request is one.
    fn call(&self, redaction: &Redaction) -> Option<(String, Vec<Value>, bool)> {
        let document = self.sent.bytes();
        let call = call::decode(&document, options()).ok()?;
        let method = call.method().to_owned();
        let mut params = call.params::<Vec<Value>>().ok()?;
        let redacted = redaction.redact(&method, &mut params);
        Some((method, params, redacted))
    }

    /// Returns the request as it may be kept.
    pub(super) fn redacted_request(&self, redaction: &Redaction) -> Vec<u8> {
        let document = match self.call(redaction) {
            Some((method, params, true)) => {
                call::encode(&method, &params, options()).map(String::into_bytes).unwrap_or_default()
            }
            // What is not a call has no parameters. Without places there is nothing to hide in it.
            None if !redaction.places.is_empty() => b"***".to_vec(),
            _ => self.sent.bytes(),
        };
        redaction.secrets.mask_bytes(&document)
    }

    /// Returns the exchange on one line, with the types of its values.
    pub(super) fn line(&self, redaction: &Redaction, took: Duration) -> String {
        let mut line = match self.call(redaction) {
            Some((method, params, _)) => {
                let params: Vec<String> = params.iter().map(typed::write).collect();
                format!("{}({})", one_line(&method), cut(&params.join(", ")))
            }
            None if !self.sent.is_whole() => "a call that is too large to show".to_owned(),
            None => "not a call".to_owned(),
        };
        let reply = if self.received.is_whole() { self.received.bytes() } else { Vec::new() };
        let _ = match response::decode::<Value>(&reply, options()) {
            Ok(Ok(value)) => write!(line, " -> {}", cut(&typed::write(&value))),
            Ok(Err(fault)) => write!(line, " -> fault {}: {}", fault.code, cut(&one_line(&fault.message))),
            Err(_) => write!(line, " -> HTTP {}", self.status.as_u16()),
        };
        if !self.is_whole {
            line.push_str(" (broken off)");
        }
        let _ = write!(line, "  {took:.1?}, {} bytes, {} bytes", self.sent.passed(), self.received.passed());
        line
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// A folder of recordings.
pub(super) struct RecordFolder {
    path: PathBuf,
    last: Mutex<u32>,
}

impl RecordFolder {
    /// Opens a folder, and creates it if it is not there. The numbers go on behind those that are there.
    pub(super) fn open(path: &PathBuf) -> Attempt<Self> {
        let failed = |error: io::Error| Failure::writing(path.display(), &error, false);
        fs::create_dir_all(path).map_err(failed)?;
        let numbers = fs::read_dir(path).map_err(failed)?.filter_map(|entry| {
            let name = entry.ok()?.file_name();
            name.to_str()?.strip_suffix(".request.xml")?.parse::<u32>().ok()
        });
        Ok(Self { path: path.clone(), last: Mutex::new(numbers.max().unwrap_or(0)) })
    }

    /// Writes an exchange.
    ///
    /// # Errors
    /// A text that says why it cannot be recorded.
    pub(super) fn write(&self, exchange: &ProxiedCall<'_>, redaction: &Redaction) -> Result<(), String> {
        if !exchange.is_whole {
            return Err("the reply broke off".to_owned());
        }
        if !exchange.sent.is_whole() || !exchange.received.is_whole() {
            return Err("it is larger than 64 MiB".to_owned());
        }
        let encoding = exchange.headers.get(header::CONTENT_ENCODING);
        if encoding.is_some_and(|encoding| encoding != "identity") && !redaction.secrets.is_empty() {
            return Err("the reply is compressed, so that a secret in it could not be found".to_owned());
        }
        let mut reply = format!(
            "HTTP/1.1 {} {}\r\n",
            exchange.status.as_u16(),
            exchange.status.canonical_reason().unwrap_or_default()
        )
        .into_bytes();
        for (name, value) in exchange.headers {
            // Cookies may be secrets, and the length is not that of a masked body.
            if *name == header::SET_COOKIE || *name == header::CONTENT_LENGTH {
                continue;
            }
            reply.extend_from_slice(name.as_str().as_bytes());
            reply.extend_from_slice(b": ");
            reply.extend_from_slice(value.as_bytes());
            reply.extend_from_slice(b"\r\n");
        }
        reply.extend_from_slice(b"\r\n");
        reply.extend_from_slice(&exchange.received.bytes());
        let reply = redaction.secrets.mask_bytes(&reply);
        let request = exchange.redacted_request(redaction);

        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let number = *last + 1;
        let write = |kind: &str, bytes: &[u8]| {
            let file = self.path.join(format!("{number:04}.{kind}"));
            write_private(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))
        };
        // The request counts as recorded, so that its file comes last.
        write("response.http", &reply)?;
        write("request.xml", &request)?;
        *last = number;
        Ok(())
    }
}

/// Writes a file that only the user can read, because recordings may hold what the user did not think of.
fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    io::Write::write_all(&mut options.open(file)?, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use xmlrpc::value;

    fn redaction(places: &[usize]) -> Redaction {
        Redaction { places: places.to_vec(), secrets: Secrets::new() }
    }

    #[test]
    fn parameters_are_redacted_at_their_places() {
        let mut params = [value!("db"), value!(2), value!("secret")];
        assert!(redaction(&[2, 7]).redact("execute", &mut params));
        assert_eq!(params, [value!("db"), value!(2), value!("***")]);
        assert!(!redaction(&[]).redact("execute", &mut params));
        let mut params = [];
        assert!(!redaction(&[0]).redact("execute", &mut params));
    }

    #[test]
    fn the_calls_of_a_multicall_are_redacted_too() {
        let mut params =
            [value!([{"methodName": "a", "params": ["secret", 1]}, {"methodName": "b", "params": []}, 5])];
        assert!(redaction(&[0]).redact("system.multicall", &mut params));
        assert_eq!(
            params,
            [value!([{"methodName": "a", "params": ["***", 1]}, {"methodName": "b", "params": []}, 5])]
        );
    }
}
