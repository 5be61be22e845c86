//! The demo methods that `servers/` offers over the libraries of other languages, and what is asked of each.

use crate::{peer::Peer, report::Report};
use serde::Deserialize;
use std::collections::BTreeMap;
use xmlrpc::{Base64, DateTime, ErrorKind, Multicall, Value, blocking, system::SystemClient};

#[derive(Debug, Deserialize)]
pub(crate) struct Sample {
    count: i32,
    ratio: f64,
    on: bool,
    text: String,
    when: DateTime,
    bytes: Base64,
    list: (i32, String, Vec<f64>),
    nested: BTreeMap<String, BTreeMap<String, BTreeMap<String, i32>>>,
}

#[xmlrpc::api(prefix = "demo.")]
pub(crate) trait Demo {
    fn add(&self, left: i32, right: i32) -> xmlrpc::Result<i32>;
    fn sample(&self) -> xmlrpc::Result<Sample>;
    fn nothing(&self) -> xmlrpc::Result<()>;
    fn large(&self) -> xmlrpc::Result<i64>;
    fn fail(&self) -> xmlrpc::Result<i32>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_int(&self, value: i32) -> xmlrpc::Result<i32>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_long(&self, value: i64) -> xmlrpc::Result<i64>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_flag(&self, value: bool) -> xmlrpc::Result<bool>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_ratio(&self, value: f64) -> xmlrpc::Result<f64>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_text(&self, value: &str) -> xmlrpc::Result<String>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_date(&self, value: DateTime) -> xmlrpc::Result<DateTime>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_bytes(&self, value: Base64) -> xmlrpc::Result<Base64>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_option(&self, value: Option<i32>) -> xmlrpc::Result<Option<i32>>;
    #[xmlrpc(name = "demo.echo")]
    fn echo_value(&self, value: &Value) -> xmlrpc::Result<Value>;
}

/// Whether a peer has a feature, or why it is not asked for it.
pub(crate) type Has = Result<(), &'static str>;

/// What comes back for a method that does not exist.
pub(crate) enum Unknown {
    Fault(i32),
    Status(u16),
    Silence(&'static str),
}

/// How a peer differs from what XML-RPC says.
pub(crate) struct Dialect {
    pub path: &'static str,
    /// Strings with characters beyond the first plane.
    pub astral: Has,
    /// An echoed date comes back as it went.
    pub dates: Has,
    /// Echoed bytes come back as bytes.
    pub echoes_bytes: Has,
    pub nil: Has,
    /// A method without a result can be called.
    pub void: Has,
    pub i8: Has,
    pub introspection: Has,
    pub multicall: Has,
    pub fault_code: i32,
    pub unknown: Unknown,
    /// A path that is not served is answered with 404.
    pub not_found: Has,
}

impl Dialect {
    /// Every feature, as in XML-RPC and its extensions.
    pub(crate) const FULL: Self = Self {
        path: "/RPC2",
        astral: Ok(()),
        dates: Ok(()),
        echoes_bytes: Ok(()),
        nil: Ok(()),
        void: Ok(()),
        i8: Ok(()),
        introspection: Ok(()),
        multicall: Ok(()),
        fault_code: 4,
        unknown: Unknown::Fault(-32601),
        not_found: Ok(()),
    };
}

/// Asks everything that the peer's dialect has.
pub(crate) fn exercise(peer: &Peer, report: &mut Report, dialect: &Dialect) {
    let url = peer.url(dialect.path);
    let client = blocking::Client::builder(&url).allow_none(true).allow_i8(true).build().unwrap();
    let demo = DemoClient::new(client.clone());

    report.check("scalars", || scalars(&demo, dialect));
    report.check("nested", || nested(&demo));
    report.check("dates", || dates(&demo, dialect));
    report.check("base64", || bytes(&demo, dialect));
    ask(report, "nil", dialect.nil, || {
        assert_eq!(demo.echo_option(None).unwrap(), None);
        assert_eq!(demo.echo_option(Some(7)).unwrap(), Some(7));
    });
    ask(report, "void", dialect.void, || demo.nothing().unwrap());
    ask(report, "i8", dialect.i8, || {
        assert_eq!(demo.large().unwrap(), 1 << 40);
        assert_eq!(demo.echo_long(-(1 << 40)).unwrap(), -(1 << 40));
    });
    ask(report, "introspection", dialect.introspection, || introspection(&client));
    ask(report, "multicall", dialect.multicall, || multicall(&client, dialect));
    report.check("fault", || {
        let error = demo.fail().unwrap_err();
        let fault = error.fault().expect("a fault");
        assert_eq!((fault.code, fault.message.as_str()), (dialect.fault_code, "Too many parameters."), "{error}");
    });
    unknown_method(report, &client, dialect);
    ask(report, "HTTP error", dialect.not_found, || {
        let lost = blocking::Client::new(&peer.url("/nowhere")).unwrap();
        let error = lost.call::<_, i32>("demo.add", (1, 2)).unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(404)), "{error}");
        assert!(error.to_string().contains("404"), "{error}");
    });
}

fn ask(report: &mut Report, feature: &'static str, has: Has, check: impl FnOnce()) {
    match has {
        Ok(()) => report.check(feature, check),
        Err(why) => report.absent(feature, why),
    }
}

fn scalars(demo: &DemoClient<blocking::Client>, dialect: &Dialect) {
    assert_eq!(demo.add(40, 2).unwrap(), 42);
    for value in [0, -1, i32::MAX, i32::MIN] {
        assert_eq!(demo.echo_int(value).unwrap(), value);
    }
    for value in [true, false] {
        assert_eq!(demo.echo_flag(value).unwrap(), value);
    }
    for value in [0.1, -2.5, 1e15, 123_456_789.125] {
        assert_eq!(demo.echo_ratio(value).unwrap().to_bits(), value.to_bits());
    }
    for text in ["plain", "", "hé <&>\"' ]]> €"] {
        assert_eq!(demo.echo_text(text).unwrap(), text);
    }
    if dialect.astral.is_ok() {
        assert_eq!(demo.echo_text("a😀b").unwrap(), "a😀b");
    }
}

fn nested(demo: &DemoClient<blocking::Client>) {
    let sample = demo.sample().unwrap();
    assert_eq!((sample.count, sample.ratio.to_bits(), sample.on), (7, 0.1_f64.to_bits(), true));
    assert!(sample.text.starts_with("hé <&>"), "{}", sample.text);
    assert_eq!(sample.list, (1, "two".to_owned(), vec![3.5]));
    assert!(sample.nested["inner"]["empty"].is_empty());
    let value = xmlrpc::value!({ "list": [1, "two", [true]], "inner": { "name": "x", "none": [] } });
    let echoed = demo.echo_value(&value).unwrap();
    assert_eq!(echoed["list"][1], value["list"][1]);
    assert_eq!(echoed["list"][2][0], value["list"][2][0]);
    assert_eq!(echoed["inner"]["name"], value["inner"]["name"]);
}

fn dates(demo: &DemoClient<blocking::Client>, dialect: &Dialect) {
    let when: DateTime = "19980717T14:08:55".parse().unwrap();
    let sent = demo.sample().unwrap().when.to_string();
    assert!(sent.starts_with(&when.to_string()), "{sent}");
    if dialect.dates.is_ok() {
        assert_eq!(demo.echo_date(when).unwrap(), when);
    }
}

fn bytes(demo: &DemoClient<blocking::Client>, dialect: &Dialect) {
    let all: Vec<u8> = (0..=255).collect();
    assert_eq!(demo.sample().unwrap().bytes.0, all);
    if dialect.echoes_bytes.is_ok() {
        assert_eq!(demo.echo_bytes(Base64(all.clone())).unwrap().0, all);
    }
}

fn introspection(client: &blocking::Client) {
    let system = SystemClient::new(client.clone());
    let names = system.list_methods().unwrap();
    assert!(names.iter().any(|name| name == "demo.add"), "{names:?}");
    system.method_help("demo.add").unwrap();
}

fn multicall(client: &blocking::Client, dialect: &Dialect) {
    let batch = Multicall::new();
    let calls = DemoClient::new(&batch);
    let sum = calls.add(1, 2);
    let fault = calls.fail();
    let sample = calls.sample();
    let mut replies = client.send(batch).unwrap();
    assert_eq!(replies.take(sample).unwrap().count, 7);
    assert_eq!(replies.take(sum).unwrap(), 3);
    let error = replies.take(fault).unwrap_err();
    assert_eq!(error.fault().map(|fault| fault.code), Some(dialect.fault_code), "{error}");
}

fn unknown_method(report: &mut Report, client: &blocking::Client, dialect: &Dialect) {
    let call = || client.call::<_, i32>("demo.nope", ()).unwrap_err();
    match dialect.unknown {
        Unknown::Silence(why) => report.absent("unknown method", why),
        Unknown::Fault(code) => report.check("unknown method", || {
            let error = call();
            assert_eq!(error.fault().map(|fault| fault.code), Some(code), "{error}");
        }),
        Unknown::Status(status) => report.check("unknown method", || {
            let error = call();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(status)), "{error}");
        }),
    }
}
