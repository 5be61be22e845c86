//! `ConnectOptions` and `TargetClient`: the options of every call, and the client that they make.

mod envelope;
mod exchange_log;
mod incoming;
mod login;

pub use exchange_log::{ExchangeLog, LoggedReply, ReplyReading};
pub use incoming::IncomingReply;

use envelope::call_in_envelope;
use login::ConfiguredLogin;

use crate::{
    context::Context,
    credentials::UserCredentials,
    dialect::Dialect,
    envelope::EnvelopeName,
    exit::{Attempt, Failure},
    messages::Level,
    progress::ProgressDisplay,
    target::Target,
};
use std::{path::PathBuf, str::FromStr, sync::Arc, time::Duration};
use xmlrpc::{
    Caller, Error, Method, Multicall, Options, Plain, Retry, Slot, Value,
    blocking::Client,
    envelope::{OpenNebula, Ros, Xapi},
};

/// The largest reply that is read unless the user says otherwise.
pub const DEFAULT_MAX_BYTES: u64 = 64 << 20;

/// The options of every call.
#[derive(Clone, Debug, Default, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub struct ConnectOptions {
    /// How long a call may take: 5s, 500ms, 2m, or none [default: 60s]
    #[arg(long, value_name = "TIME", help_heading = "Time and size")]
    pub timeout: Option<Limit<Duration>>,
    /// The largest reply that is read: 10M, 1GiB, or none [default: 64MiB; none where the reply is not kept]
    #[arg(long, value_name = "SIZE", help_heading = "Time and size")]
    pub max_bytes: Option<Limit<u64>>,
    /// How deep arrays and structs may be nested [default: 128]
    #[arg(long, value_name = "N", help_heading = "Time and size")]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub max_depth: Option<u16>,
    /// A header of each request; may be repeated
    #[arg(long = "header", value_name = "NAME: VALUE", help_heading = "Request")]
    pub headers: Vec<Header>,
    /// Write nil where a contract or a default asks for it
    #[arg(long, help_heading = "Request")]
    pub allow_none: bool,
    /// Write integers of 64 bits where a contract asks for them
    #[arg(long, help_heading = "Request")]
    pub allow_i8: bool,
    /// The kind of server
    #[arg(long, value_name = "NAME", help_heading = "Request")]
    pub dialect: Option<Dialect>,
    /// The envelope around every result, which is opened
    #[arg(long, value_name = "NAME", help_heading = "Request")]
    pub envelope: Option<EnvelopeName>,
    /// The user; asks for the password, or takes it from USER:env:NAME or "USER:cmd:COMMAND"
    #[arg(long, value_name = "USER", help_heading = "Credentials", conflicts_with = "bearer")]
    pub auth: Option<String>,
    /// The token, from env:NAME or "cmd:COMMAND"
    #[arg(long, value_name = "TOKEN", help_heading = "Credentials")]
    pub bearer: Option<String>,
    /// Accept any certificate of the server, including an attacker's
    #[arg(long, help_heading = "Connection")]
    pub insecure: bool,
    /// Trust the certificates of a file (PEM), beside the system's
    #[arg(long, value_name = "FILE", help_heading = "Connection")]
    pub cacert: Option<PathBuf>,
    /// The client's certificate and key (PEM)
    #[arg(long, value_name = "FILE", help_heading = "Connection")]
    pub cert: Option<PathBuf>,
    /// Send through a proxy [default: `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY`]
    #[arg(long, value_name = "URL", help_heading = "Connection")]
    pub proxy: Option<String>,
    /// How often a call is sent again that was not sent, or that is idempotent [default: 2]
    #[arg(long, value_name = "N", help_heading = "Connection")]
    pub retry: Option<u32>,
    /// Say that the call does no harm if it runs twice
    #[arg(long, help_heading = "Connection")]
    pub idempotent: bool,
    /// Do not use what is known of the method's parameters
    #[arg(long, help_heading = "Request", conflicts_with = "contract")]
    pub no_contract: bool,
    /// Take the parameters' types from a contract file, and refuse arguments that do not fit
    #[arg(long, value_name = "FILE", help_heading = "Request")]
    pub contract: Option<PathBuf>,
}

/// A limit, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit<T> {
    /// At most this.
    At(T),
    /// No limit.
    None,
}

impl<T> Limit<T> {
    /// Returns the limit, if there is one.
    pub fn at(self) -> Option<T> {
        match self {
            Self::At(limit) => Some(limit),
            Self::None => None,
        }
    }
}

impl FromStr for Limit<Duration> {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" {
            return Ok(Self::None);
        }
        match humantime::parse_duration(text) {
            Ok(time) if !time.is_zero() => Ok(Self::At(time)),
            _ => Err("expected a time such as 5s, 500ms, 2m, or none".to_owned()),
        }
    }
}

impl FromStr for Limit<u64> {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if text == "none" { Ok(Self::None) } else { parse_size(text).map(Self::At) }
    }
}

/// Reads a number of bytes, such as `1000`, `64K`, `10M`, `1GiB`. Every unit is a power of 1024.
///
/// # Errors
/// A text that says what is expected.
pub fn parse_size(text: &str) -> Result<u64, String> {
    let digits = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let shift = match unit.to_ascii_lowercase().trim_end_matches("ib").trim_end_matches('b') {
        "" => Some(0),
        "k" => Some(10),
        "m" => Some(20),
        "g" => Some(30),
        "t" => Some(40),
        _ => None,
    };
    number
        .parse::<u64>()
        .ok()
        .zip(shift)
        .and_then(|(number, shift)| number.checked_mul(1 << shift))
        .filter(|&size| size > 0)
        .ok_or_else(|| "expected a size such as 1000, 64K, 10M, 1GiB, or none".to_owned())
}

/// A header.
#[derive(Clone, Debug)]
pub struct Header {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

impl FromStr for Header {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (name, value) = text.split_once(':').ok_or("expected 'Name: value'")?;
        Ok(Self { name: name.trim().to_owned(), value: value.trim().to_owned() })
    }
}

/// A client for a target, with what the program needs beside it.
pub struct TargetClient {
    client: Client,
    url: String,
    options: Options,
    leading: Vec<Value>,
    max_bytes: u64,
    progress: Option<Arc<ProgressDisplay>>,
    logs_in: bool,
    log: Arc<ExchangeLog>,
    dialect: Dialect,
    envelope: Option<EnvelopeName>,
}

impl ConnectOptions {
    /// Makes a client for a target. Nothing is sent yet.
    ///
    /// # Errors
    /// [`Exit::Usage`](crate::exit::Exit::Usage) if an option cannot be used.
    pub fn connect(
        &self,
        target: &Target,
        reading: ReplyReading,
        context: &Context,
    ) -> Attempt<TargetClient> {
        let log = Arc::new(ExchangeLog::new(context.messages.clone(), reading));
        let mut builder = Client::builder(&target.url)
            .options(self.options(target))
            .retry(self.retry.map_or_else(Retry::default, Retry::times))
            .idempotent(self.idempotent)
            // Cookies live for one run. SCGI has none.
            .cookies(!is_scgi(&target.url))
            // What is shown is shown as it was sent, and not compressed.
            .gzip(reading != ReplyReading::Kept && context.messages.level() < Level::Bodies)
            .user_agent(concat!("xmlrpc-cli/", env!("CARGO_PKG_VERSION")))
            .danger_accept_invalid_certs(self.insecure || target.settings.insecure);
        builder = builder.max_response_bytes(match (self.max_bytes, reading) {
            (Some(limit), _) => limit.at().unwrap_or(u64::MAX),
            (None, ReplyReading::Whole | ReplyReading::OneOfMany | ReplyReading::Kept) => DEFAULT_MAX_BYTES,
            (None, ReplyReading::Passing) => u64::MAX,
        });
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout.at());
        }
        for (name, value) in &target.settings.headers {
            builder = builder.header(name, value);
        }
        for Header { name, value } in &self.headers {
            builder = builder.header(name, value);
        }
        builder = match self.credentials(target, context)? {
            Some(UserCredentials::Basic { user, password }) => builder.basic_auth(user, password),
            Some(UserCredentials::Bearer(token)) => builder.bearer_auth(token),
            None => builder,
        };
        if let Some(file) = self.cacert.as_ref().or(target.settings.cacert.as_ref()) {
            builder = builder.root_certificate(read(file)?);
        }
        if let Some(file) = self.cert.as_ref().or(target.settings.cert.as_ref()) {
            builder = builder.identity(read(file)?);
        }
        if let Some(proxy) = self.proxy.as_ref().or(target.settings.proxy.as_ref()) {
            builder = builder.proxy(proxy);
        }
        let progress = shows_progress(reading, context).then(|| Arc::new(ProgressDisplay::new()));
        if let Some(progress) = progress.clone() {
            builder = builder.progress(move |part| progress.advance(part));
        }
        let envelope = self.envelope.or(target.settings.envelope);
        if let Some(login) = &target.settings.login {
            let (login, secrets) = (login.clone(), context.secrets.clone());
            builder = builder.session(ConfiguredLogin { login, envelope, secrets, log: Arc::clone(&log) });
        }
        let tap = Arc::clone(&log);
        let client = builder.wrap_transport(move |transport| tap.around(transport)).build()?;
        let client = match &target.settings.leading[..] {
            [] => client,
            leading => client.with_leading_params(leading)?,
        };
        Ok(TargetClient {
            client,
            url: target.url.clone(),
            options: self.options(target),
            leading: target.settings.leading.clone(),
            max_bytes: self.max_bytes.map_or(DEFAULT_MAX_BYTES, |limit| limit.at().unwrap_or(u64::MAX)),
            progress,
            log,
            dialect: self.dialect(target),
            envelope,
            logs_in: target.settings.login.is_some(),
        })
    }

    /// Returns the kind of server.
    #[must_use]
    pub fn dialect(&self, target: &Target) -> Dialect {
        self.dialect.or(target.settings.dialect).unwrap_or_default()
    }

    /// Returns how values are written and read. What the user wrote as nil or as `<i8>` is sent so, because
    /// the user wrote it.
    #[must_use]
    pub fn options(&self, target: &Target) -> Options {
        let options = self.dialect(target).options().allow_none(true).allow_i8(true);
        match self.max_depth {
            Some(depth) => options.max_depth(usize::from(depth)),
            None => options,
        }
    }

    /// Returns how the server knows the user: what the options say, or the configuration, or netrc.
    pub(crate) fn credentials(&self, target: &Target, context: &Context) -> Attempt<Option<UserCredentials>> {
        if let Some(auth) = &self.auth {
            return UserCredentials::read_auth(auth, context).map(Some);
        }
        if let Some(token) = &self.bearer {
            return UserCredentials::read_bearer(token, context).map(Some);
        }
        if target.settings.credentials.is_some() {
            return Ok(target.settings.credentials.clone());
        }
        let own_header = |name: &str| name.eq_ignore_ascii_case("authorization");
        if self.headers.iter().any(|header| own_header(&header.name))
            || target.settings.headers.iter().any(|(name, _)| own_header(name))
        {
            return Ok(None);
        }
        Ok(target.host_without_user().and_then(|host| UserCredentials::from_netrc(&host, context)))
    }
}

fn read(file: &PathBuf) -> Attempt<Vec<u8>> {
    std::fs::read(file).map_err(|error| Failure::reading(file.display(), &error))
}

impl TargetClient {
    /// Makes one call, and opens the envelope of its result.
    ///
    /// # Errors
    /// As [`Failure::from`] an error of the client.
    pub fn call(&self, method: &str, params: &[Value]) -> Attempt<Value> {
        Ok(self.try_call(method, params)?)
    }

    /// Makes one call, and opens the envelope of its result.
    ///
    /// # Errors
    /// Those of the client.
    pub fn try_call(&self, method: &str, params: &[Value]) -> xmlrpc::Result<Value> {
        call_in_envelope(&self.client, self.envelope, method, params)
    }

    /// Returns whether the client logs in, and puts what the login gave into each call.
    #[must_use]
    pub fn logs_in(&self) -> bool {
        self.logs_in
    }

    /// Makes one call whose reply is read while it arrives. `before_wait` is called each time before the
    /// program may have to wait for more of it.
    ///
    /// # Errors
    /// Those of the client, if there is no response. A fault and a status are part of the reply.
    pub fn begin(
        &self,
        method: &str,
        params: &[Value],
        before_wait: impl FnMut() + Send + 'static,
    ) -> xmlrpc::Result<IncomingReply> {
        let params: Vec<&Value> = self.leading.iter().chain(params).collect();
        let document = xmlrpc::call::encode_to_vec(method, &params, self.options)?;
        Ok(IncomingReply::new(self.client.raw(document)?, before_wait))
    }

    /// Returns the rows of a reply as they arrive, or `None` if it is not a reply with an array at this
    /// place.
    #[must_use]
    pub fn rows(&self, reply: &IncomingReply, path: &str) -> Option<IncomingRows> {
        if !reply.is_success() || self.envelope.is_some() {
            return None;
        }
        let options = self.options.max_row_bytes(usize::try_from(self.max_bytes).unwrap_or(usize::MAX));
        let rows = xmlrpc::response::rows_at(reply.reader(), path, options).ok()?.ok()?;
        reply.forget_beginning();
        Some(rows)
    }

    /// Reads a reply as a whole, and opens the envelope of its result.
    ///
    /// # Errors
    /// Those of the client.
    pub fn finish(&self, reply: IncomingReply, method: &str) -> xmlrpc::Result<Value> {
        let client = reply.replay(&self.url, self.options, self.max_bytes)?;
        call_in_envelope(&client, self.envelope, method, &[])
    }

    /// Writes a reply that is one base64 value while it arrives. Returns `None` if it is another one.
    ///
    /// # Errors
    /// Those of the client.
    pub fn download(
        &self,
        reply: IncomingReply,
        method: &str,
        writer: impl std::io::Write,
    ) -> xmlrpc::Result<Result<u64, IncomingReply>> {
        let beginning = reply.peek(4096).unwrap_or_default();
        if self.envelope.is_some() || !reply.is_success() || !is_base64(&beginning) {
            return Ok(Err(reply));
        }
        let client = reply.replay(&self.url, self.options, u64::MAX)?;
        client.download(method, (), writer).map(Ok)
    }

    /// Counts a row for the progress.
    pub fn count_row(&self) {
        if let Some(progress) = &self.progress {
            progress.count_row();
        }
    }

    /// Adds a call to a batch, and opens the envelope of its result.
    pub fn slot(&self, batch: &Multicall, method: &str, params: &[Value]) -> Slot<Value> {
        let method = Method::new(method);
        match self.envelope {
            None => Caller::call::<_, Plain<Value>, Value, Error>(&batch, &method, params),
            Some(EnvelopeName::Ros) => Caller::call::<_, Ros<Value>, Value, Error>(&batch, &method, params),
            Some(EnvelopeName::OpenNebula) => {
                Caller::call::<_, OpenNebula<Value>, Value, Error>(&batch, &method, params)
            }
            Some(EnvelopeName::Xapi) => Caller::call::<_, Xapi<Value>, Value, Error>(&batch, &method, params),
        }
    }

    /// Returns the client.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns the kind of server.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Returns the last reply that came, as it came.
    #[must_use]
    pub fn last_reply(&self) -> Option<LoggedReply> {
        self.log.last_reply()
    }

    /// Returns where the server sent the client on to, in order.
    #[must_use]
    pub fn redirects(&self) -> Vec<String> {
        self.log.redirects()
    }
}

/// The rows of a reply that is still arriving.
pub type IncomingRows = xmlrpc::format::Rows<Value, incoming::IncomingReader>;

/// Returns whether the progress of bodies is shown: on a terminal, unless the result is written to it at
/// the same time.
fn shows_progress(reading: ReplyReading, context: &Context) -> bool {
    let beside_result = reading == ReplyReading::Passing && context.terminal.stdout;
    let wanted = context.messages.level() > Level::Quiet && reading != ReplyReading::OneOfMany;
    context.terminal.stderr && wanted && !beside_result
}

/// Returns whether a url is one of SCGI.
fn is_scgi(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("scgi"))
}

/// Returns whether a reply begins as one base64 value.
fn is_base64(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning);
    let Some((head, behind)) = text.split_once("<value") else { return false };
    let inside = behind.split_once('>').map_or("", |(_, inside)| inside.trim_start());
    !head.contains("<fault") && inside.starts_with("<base64")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_sizes() {
        for (text, expected) in [
            ("5s", Some(Limit::At(Duration::from_secs(5)))),
            ("500ms", Some(Limit::At(Duration::from_millis(500)))),
            ("2m", Some(Limit::At(Duration::from_mins(2)))),
            ("none", Some(Limit::None)),
            ("0s", None),
            ("5", None),
            ("-5s", None),
        ] {
            assert_eq!(text.parse::<Limit<Duration>>().ok(), expected, "{text}");
        }
        for (text, expected) in [
            ("1000", Some(Limit::At(1000))),
            ("64K", Some(Limit::At(64 << 10))),
            ("10MB", Some(Limit::At(10 << 20))),
            ("1GiB", Some(Limit::At(1 << 30))),
            ("none", Some(Limit::None)),
            ("0", None),
            ("x", None),
            ("99999999999T", None),
        ] {
            assert_eq!(text.parse::<Limit<u64>>().ok(), expected, "{text}");
        }
    }
}
