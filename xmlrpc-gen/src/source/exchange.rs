//! `RecordedCall`: the bytes of a request and of its response, as a call and its outcome.

use flate2::read::{GzDecoder, ZlibDecoder};
use std::{
    borrow::Cow,
    io::Read,
    path::{Path, PathBuf},
};
use xmlrpc_serde::{Base64, Fault, Options, Value, call, response};

/// The longest body that a compressed one may become.
const MOST_BYTES: u64 = 1 << 30;

/// One call and what came back.
pub(crate) struct RecordedCall {
    pub(crate) method: String,
    pub(crate) params: Vec<Value>,
    /// The value, `None` where the response had none, or the fault.
    pub(crate) outcome: Result<Option<Value>, Fault>,
}

/// A recorded call, and the response to it as it came.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RecordedExchange {
    /// The file of the request.
    pub path: PathBuf,
    /// The method.
    pub method: String,
    /// The parameters.
    pub params: Vec<Value>,
    /// The status of the response.
    pub status: u16,
    /// The headers of the response, without those that describe how the body was carried.
    pub headers: Vec<(String, String)>,
    /// The body of the response, neither in chunks nor compressed.
    pub body: Vec<u8>,
}

/// The files of one exchange.
pub(crate) struct Files {
    pub(crate) request: PathBuf,
    pub(crate) response: PathBuf,
}

impl Files {
    /// The exchange whose request is in this file, if the name is that of a request.
    pub(crate) fn of_request(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let responses = if let Some(stem) = name.strip_suffix(".request.xml") {
            vec![format!("{stem}.response.http")]
        } else {
            let stem = name.strip_suffix(".req.http").or_else(|| name.strip_suffix(".req.http.b64"))?;
            vec![format!("{stem}.res.http"), format!("{stem}.res.http.b64")]
        };
        let candidates = responses.into_iter().map(|name| path.with_file_name(name));
        let mut response = None;
        for candidate in candidates {
            if candidate.exists() || response.is_none() {
                response = Some(candidate);
            }
        }
        Some(Self { request: path.to_owned(), response: response? })
    }

    /// Reads both files, and the response only as HTTP.
    ///
    /// # Errors
    /// A sentence that says what could not be read.
    pub(crate) fn read_raw(&self) -> Result<RecordedExchange, String> {
        let request = bytes(&self.request)?;
        let (method, params) = method_and_params(&request_body(&request)?)?;
        let response = bytes(&self.response)?;
        let message = HttpMessage::parse(&response).ok_or("the response has no status and headers")?;
        Ok(RecordedExchange {
            path: self.request.clone(),
            method,
            params,
            status: message.status,
            body: message.body()?.into_owned(),
            headers: message.headers,
        })
    }

    /// Reads both files.
    ///
    /// # Errors
    /// A sentence that says what could not be read.
    pub(crate) fn read(&self) -> Result<RecordedCall, String> {
        let request = bytes(&self.request)?;
        let (method, params) = method_and_params(&request_body(&request)?)?;
        let outcome = outcome(&bytes(&self.response)?)?;
        Ok(RecordedCall { method, params, outcome })
    }
}

fn method_and_params(body: &[u8]) -> Result<(String, Vec<Value>), String> {
    let call =
        call::decode(body, options()).map_err(|error| format!("the request is not a call: {error}"))?;
    let params =
        call.params::<Vec<Value>>().map_err(|error| format!("the parameters cannot be read: {error}"))?;
    Ok((call.method().to_owned(), params))
}

fn options() -> Options {
    Options::new().read_control_characters(true).lossy(true).max_len(usize::MAX)
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    if path.extension().is_none_or(|extension| extension != "b64") {
        return Ok(bytes);
    }
    let text = String::from_utf8_lossy(&bytes);
    let document = format!("<value><base64>{text}</base64></value>");
    let Base64(bytes) = xmlrpc_serde::from_str(&document)
        .map_err(|error| format!("{} is not base64: {error}", path.display()))?;
    Ok(bytes)
}

/// The body of a request: a bare document, an SCGI frame, or an HTTP message.
fn request_body(bytes: &[u8]) -> Result<Cow<'_, [u8]>, String> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Ok(Cow::Borrowed(bytes));
    }
    if let Some(body) = scgi_body(bytes) {
        return Ok(Cow::Borrowed(body));
    }
    HttpMessage::parse(bytes).ok_or("the request is neither a document nor an HTTP message")?.body()
}

/// `LENGTH:headers,body`.
fn scgi_body(bytes: &[u8]) -> Option<&[u8]> {
    let colon = bytes.iter().take(12).position(|byte| *byte == b':')?;
    let length: usize = std::str::from_utf8(&bytes[..colon]).ok()?.parse().ok()?;
    let comma = colon.checked_add(1)?.checked_add(length)?;
    (bytes.get(comma) == Some(&b',')).then(|| &bytes[comma + 1..])
}

fn outcome(bytes: &[u8]) -> Result<Result<Option<Value>, Fault>, String> {
    if bytes.is_empty() {
        return Err("there was no response".to_owned());
    }
    let message = HttpMessage::parse(bytes).ok_or("the response has no status and headers")?;
    let body = message.body()?;
    // An `Option` takes a response without a value.
    let reply = response::decode::<Option<Value>>(&body, options());
    match (message.status, reply) {
        (_, Ok(Err(fault))) => Ok(Err(fault)),
        (200..300, Ok(Ok(value))) => Ok(Ok(value)),
        (200..300, Err(error)) => Err(format!("the response cannot be read: {error}")),
        (status, _) => Err(format!("the response has the status {status}")),
    }
}

/// An HTTP or CGI message.
struct HttpMessage<'a> {
    status: u16,
    chunked: bool,
    encoding: String,
    /// The headers, without those that describe how the body was carried.
    headers: Vec<(String, String)>,
    rest: &'a [u8],
}

impl<'a> HttpMessage<'a> {
    fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (head, rest) = split_head(bytes)?;
        let head = std::str::from_utf8(head).ok()?;
        let mut lines = head.lines();
        let first = lines.clone().next()?;
        let status = if first.starts_with("HTTP/") {
            lines.next();
            first.split(' ').nth(1)?.parse().ok()?
        } else {
            // A request, or a CGI response, which says its status in a header or not at all.
            if first.contains(" HTTP/") {
                lines.next();
            }
            200
        };
        let mut message = Self { status, chunked: false, encoding: String::new(), headers: Vec::new(), rest };
        for line in lines {
            let (name, value) = line.split_once(':')?;
            let value = value.trim();
            match &*name.to_ascii_lowercase() {
                "transfer-encoding" => message.chunked = value.to_ascii_lowercase().contains("chunked"),
                "content-encoding" => message.encoding = value.to_ascii_lowercase(),
                "status" => message.status = value.split(' ').next()?.parse().ok()?,
                "content-length" | "connection" | "keep-alive" => {}
                _ => message.headers.push((name.to_owned(), value.to_owned())),
            }
        }
        // `Expect: 100-continue` is answered before the response.
        if message.status == 100 {
            return Self::parse(rest);
        }
        Some(message)
    }

    fn body(&self) -> Result<Cow<'a, [u8]>, String> {
        let body = if self.chunked {
            Cow::Owned(unchunked(self.rest).ok_or("the chunks of the body are broken")?)
        } else {
            Cow::Borrowed(self.rest)
        };
        let mut plain = Vec::new();
        let read = match &*self.encoding {
            "" | "identity" => return Ok(body),
            "gzip" | "x-gzip" => GzDecoder::new(&*body).take(MOST_BYTES).read_to_end(&mut plain),
            "deflate" => ZlibDecoder::new(&*body).take(MOST_BYTES).read_to_end(&mut plain),
            other => return Err(format!("the content encoding {other:?} is not known")),
        };
        read.map_err(|error| format!("the body cannot be decompressed: {error}"))?;
        Ok(Cow::Owned(plain))
    }
}

/// The head and what follows the empty line.
fn split_head(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let crlf = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let lf = bytes.windows(2).position(|two| two == b"\n\n");
    match (crlf, lf) {
        (Some(at), lf) if lf.is_none_or(|lf| at < lf) => Some((&bytes[..at], &bytes[at + 4..])),
        (_, Some(at)) => Some((&bytes[..at], &bytes[at + 2..])),
        _ => None,
    }
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let line = std::str::from_utf8(&rest[..end]).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(end + 2..)?;
        if length == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(..length)?);
        rest = rest.get(length.checked_add(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::{outcome, request_body};
    use xmlrpc_serde::Value;

    const CALL: &str = "<methodCall><methodName>a</methodName></methodCall>";
    const REPLY: &str =
        "<methodResponse><params><param><value><int>1</int></value></param></params></methodResponse>";

    #[test]
    fn a_request_is_a_document_a_frame_or_a_message() {
        let chunks = format!(
            "{:x}\r\n{}\r\n2\r\n{}\r\n0\r\n\r\n",
            CALL.len() - 2,
            &CALL[..CALL.len() - 2],
            &CALL[CALL.len() - 2..]
        );
        let table = [
            CALL.to_owned(),
            format!("25:CONTENT_LENGTH\x0051\0SCGI\x001\0,{CALL}"),
            format!("POST /RPC2 HTTP/1.1\r\nContent-Type: text/xml\r\n\r\n{CALL}"),
            format!("POST / HTTP/1.1\nContent-Type: text/xml\n\n{CALL}"),
            format!("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"),
        ];
        for request in table {
            assert_eq!(&*request_body(request.as_bytes()).expect(&request), CALL.as_bytes(), "{request}");
        }
        assert!(request_body(b"nothing of the kind").is_err());
    }

    #[test]
    fn a_response_has_a_status_or_is_of_a_gateway() {
        let good = [
            format!("HTTP/1.1 200 OK\r\nA: b\r\n\r\n{REPLY}"),
            format!("Status: 200 OK\r\nA: b\r\n\r\n{REPLY}"),
            format!("Content-Type: text/xml\r\n\r\n{REPLY}"),
            format!("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n{REPLY}"),
        ];
        for response in good {
            let outcome = outcome(response.as_bytes()).expect(&response).expect("no fault");
            assert_eq!(outcome, Some(Value::Int(1)), "{response}");
        }
        let void = "HTTP/1.1 200 OK\r\nA: b\r\n\r\n<methodResponse><params/></methodResponse>";
        assert_eq!(outcome(void.as_bytes()).expect("a response"), Ok(None));
        for bad in [
            String::new(),
            format!("HTTP/1.1 401 Unauthorized\r\nA: b\r\n\r\n{REPLY}"),
            "HTTP/1.1 200 OK\r\nA: b\r\n\r\n<html/>".to_owned(),
        ] {
            assert!(outcome(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
