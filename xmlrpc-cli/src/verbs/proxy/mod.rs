//! `proxy`: stands between a client and a server.

mod body;
mod record;
mod tap;
mod upstream;

use crate::{
    connect::{ConnectOptions, Limit},
    context::Context,
    exit::{Attempt, Exit, Failure},
    listen::{Listen, Listening},
    messages::{Level, Messages},
    target,
};
use body::ProxyBody;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Body as _, Incoming};
use record::{ProxiedCall, RecordFolder, Redaction};
use std::{num::NonZeroUsize, path::PathBuf, sync::Arc, time::Instant};
use tap::{Tap, Tapped};
use upstream::Upstream;

const EXAMPLES: &str = "\
Examples:
  xmlrpc proxy :9000 :8000 -v                              # show calls as they pass
  xmlrpc proxy :9000 https://host/RPC2 --save recorded     # and record them
  xmlrpc proxy unix:///tmp/p.sock scgi:///run/rtorrent.sock -v
  xmlrpc proxy :9000 odoo --save recorded --redact 3       # the third parameter is a password";

/// Stand between a client and a server: show the calls, and record them
///
/// Forwards calls to the target as they come, in both directions while they come, and adds the target's
/// credentials. With -v each call is shown with the types of its values. With --save each call and its reply
/// are written to a folder, for `xmlrpc serve`, `xmlrpc gen --recorded` and the library's
/// `testing::Replayer`.
///
/// Only POST to the target's own path is forwarded. A request with an Origin or with the Host of another
/// server is refused, because a web page could otherwise spend the target's credentials.
#[derive(Debug, clap::Args)]
#[command(
    after_help = EXAMPLES,
    after_long_help = EXAMPLES,
    mut_arg("contract", |arg| arg.hide(true)),
    mut_arg("no_contract", |arg| arg.hide(true)),
    mut_arg("max_depth", |arg| arg.hide(true)),
    mut_arg("allow_none", |arg| arg.hide(true)),
    mut_arg("allow_i8", |arg| arg.hide(true)),
    mut_arg("dialect", |arg| arg.hide(true)),
    mut_arg("envelope", |arg| arg.hide(true)),
    mut_arg("retry", |arg| arg.hide(true)),
    mut_arg("idempotent", |arg| arg.hide(true)),
    mut_arg("timeout", |arg| arg.help("How long the server may be silent: 5s, 2m, or none [default: 60s]")),
    mut_arg("max_bytes", |arg| arg.help("The largest reply that passes: 10M, 1GiB, or none [default: none]")),
)]
pub struct ProxyArgs {
    /// Where to listen: :PORT (on this machine only), ADDRESS:PORT, or <unix:///path>
    pub listen: Listen,
    /// The server
    pub target: String,
    /// Write each call and its reply to a folder
    #[arg(long, value_name = "DIR")]
    pub save: Option<PathBuf>,
    /// Write *** for the parameter at this place, counted from 1; may be repeated [default: the target's
    /// leading ones]
    #[arg(long, value_name = "N", value_delimiter = ',')]
    pub redact: Vec<NonZeroUsize>,
    /// The options of every call.
    #[command(flatten)]
    pub connect: ConnectOptions,
}

/// Runs the verb.
///
/// # Errors
/// [`Exit::Usage`] if the address cannot be had, or an option cannot be used.
pub fn run(args: &ProxyArgs, context: &Context) -> Attempt {
    let target = target::resolve(&args.target, context)?;
    let upstream = Upstream::new(&args.connect, &target, context)?;
    let places = if args.redact.is_empty() {
        // The result of the login comes first.
        let login = usize::from(target.settings.login.is_some());
        (0..login + target.settings.leading.len()).collect()
    } else {
        args.redact.iter().map(|place| place.get() - 1).collect()
    };
    let redaction = Redaction { places, secrets: context.secrets.clone() };
    let folder = args.save.as_ref().map(RecordFolder::open).transpose()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::new(Exit::Usage, format!("the proxy cannot start: {error}")))?;
    runtime.block_on(async {
        let listening = Arc::new(args.listen.bind().await?);
        context.messages.notice(&format!(
            "{} is forwarded to {}; stop with Ctrl-C",
            listening.url(upstream.path()),
            target.url_without_user()
        ));
        let proxy = Arc::new(Proxy {
            upstream,
            listening: Arc::clone(&listening),
            messages: context.messages.clone(),
            redaction,
            folder,
            max_bytes: args.connect.max_bytes.and_then(Limit::at),
        });
        listening
            .serve(move |request| {
                let proxy = Arc::clone(&proxy);
                async move { proxy.forward(request).await }
            })
            .await;
        Ok(())
    })
}

struct Proxy {
    upstream: Upstream,
    listening: Arc<Listening>,
    messages: Messages,
    redaction: Redaction,
    folder: Option<RecordFolder>,
    /// The largest reply that passes.
    max_bytes: Option<u64>,
}

impl Proxy {
    async fn forward(self: Arc<Self>, request: Request<Incoming>) -> Response<ProxyBody> {
        if let Err((status, why)) = self.check(&request) {
            self.messages.warning(&format!("refused {} {}: {why}", request.method(), request.uri()));
            return refusal(status, why);
        }
        let started = Instant::now();
        let is_watched = self.folder.is_some() || self.messages.level() >= Level::Verbose;
        let sent = is_watched.then(Tap::new);
        let (parts, body) = request.into_parts();
        let headers = self.request_headers(&parts.headers);
        let length = body.size_hint().exact();
        let body = Tapped::new(body, sent.clone(), None).boxed();
        let response = match self.upstream.send(headers, body, length).await {
            Ok(response) => response,
            Err(error) => {
                let text = crate::text::one_line(&error.to_string());
                self.messages.warning(&format!("no reply from the target: {text}"));
                return refusal(StatusCode::BAD_GATEWAY, &format!("the target cannot be reached: {text}"));
            }
        };
        let (mut parts, body) = response.into_parts();
        remove_hop_headers(&mut parts.headers);
        if let (Some(limit), Some(length)) = (self.max_bytes, body.size_hint().exact())
            && length > limit
        {
            let why = format!("the reply has {length} bytes, and --max-bytes is {limit}");
            self.messages.warning(&why);
            return refusal(StatusCode::BAD_GATEWAY, &why);
        }
        let Some(sent) = sent else {
            let body = Tapped::new(body, None, None).limited(self.max_bytes);
            return Response::from_parts(parts, body.boxed());
        };
        let received = Tap::new();
        let (status, recorded_headers) = (parts.status, parts.headers.clone());
        let proxy = Arc::clone(&self);
        let tap = received.clone();
        let at_end = move |is_whole: bool| {
            let exchange =
                ProxiedCall { sent: &sent, received: &tap, status, headers: &recorded_headers, is_whole };
            let took = started.elapsed();
            proxy.messages.verbose(&exchange.line(&proxy.redaction, took));
            proxy.show_bodies(&exchange);
            if let Some(folder) = &proxy.folder
                && let Err(why) = folder.write(&exchange, &proxy.redaction)
            {
                proxy.messages.warning(&format!("a call was not recorded: {why}"));
            }
        };
        let body = Tapped::new(body, Some(received), Some(Box::new(at_end))).limited(self.max_bytes);
        Response::from_parts(parts, body.boxed())
    }

    fn show_bodies(&self, exchange: &ProxiedCall<'_>) {
        if self.messages.level() >= Level::Bodies {
            self.messages.body("> sent", &exchange.redacted_request(&self.redaction));
            self.messages.body("< received", &exchange.received.bytes());
        }
    }

    /// Refuses what is not a call to the target, and what a web page may have sent.
    fn check<'a>(&self, request: &Request<Incoming>) -> Result<(), (StatusCode, &'a str)> {
        let uri = request.uri();
        if request.method() == Method::CONNECT || uri.scheme().is_some() || uri.authority().is_some() {
            return Err((
                StatusCode::BAD_REQUEST,
                "this is the proxy of one server, and not one for any address",
            ));
        }
        if request.headers().contains_key(header::ORIGIN) {
            return Err((StatusCode::FORBIDDEN, "a web page sent it (it has an Origin)"));
        }
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let host = hosts.next().map(|host| host.to_str().unwrap_or(""));
        if hosts.next().is_some() || !self.listening.is_own_host(host) {
            return Err((StatusCode::FORBIDDEN, "its Host is that of another server"));
        }
        if uri.path_and_query().map_or("/", |path| path.as_str()) != self.upstream.path() {
            return Err((StatusCode::NOT_FOUND, "its path is not that of the target"));
        }
        if request.method() != Method::POST {
            return Err((StatusCode::METHOD_NOT_ALLOWED, "only POST is forwarded"));
        }
        Ok(())
    }

    /// Returns the headers that go on to the target.
    fn request_headers(&self, headers: &HeaderMap) -> HeaderMap {
        let mut forwarded = headers.clone();
        remove_hop_headers(&mut forwarded);
        forwarded.remove(header::HOST);
        forwarded.remove(header::EXPECT);
        forwarded.remove(header::CONTENT_LENGTH);
        if self.folder.is_some() {
            // A secret could not be found in a compressed reply.
            forwarded.remove(header::ACCEPT_ENCODING);
        }
        forwarded
    }
}

/// Removes the headers that belong to one connection.
fn remove_hop_headers(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
    for name in [
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    ] {
        headers.remove(name);
    }
}

fn refusal(status: StatusCode, why: &str) -> Response<ProxyBody> {
    let body = Full::new(Bytes::from(format!("xmlrpc proxy: {why}\n"))).map_err(|never| match never {});
    let mut response = Response::new(body.boxed());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    response
}
